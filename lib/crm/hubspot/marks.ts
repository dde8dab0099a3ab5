/** Of a record | of a table | of a board. */
export const CLIENT_MARKS = [
  '[data-test-id^="highlight-property-"]',
  '[data-selenium-test="highlightTitle"]',
  '[data-selenium-test^="property-input-"]',
  '[data-test-id="framework-data-table"]',
  '[data-test-id="crm-object-table"]',
  '[data-test-id="cdb-column"]',
];
