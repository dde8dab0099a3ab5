import type { FieldSelectors } from '../adapter.ts';

/**
 * Where things stand in HubSpot's pages. Its class names are random; the attributes of its own tests are not, but they
 * come and go: none of these was seen on a live page.
 */

const editor = (property: string): readonly string[] => [
  `[data-selenium-test="property-input-${property}"]`,
  `[data-test-id="property-input-${property}"]`,
];
const highlight = (property: string): readonly string[] => [
  `[data-test-id="highlight-property-display-${property}"]`,
];

/** Other records beside the deal: a preview, the associated records, a dialog that makes a new one. */
export const BESIDE = [
  '[data-selenium-test="sidebar-preview-panel"]',
  '[data-crm-location="CRM_OBJECT_PREVIEW"]',
  '[data-test-id="records-right-sidebar"]',
  '[role="dialog"]',
];

/** The deal's name above its record. */
export const TITLE = ['[data-selenium-test="highlightTitle"]', ...highlight('dealname')];

/** What is watched: the deal's properties, and the middle of the page with its highlights. */
export const PANES = ['[data-test-id="left-sidebar"]', '[data-test-id="middle-pane"]'];

/** The stage's highlight may hold its label before its value. */
export const LABELLED_STAGE = '[data-test-id="highlight-property-item-dealstage"]';

/** All of them by field. Where a property's editor is open, it comes before the highlight. */
export const FIELD_SELECTORS: FieldSelectors = {
  name: { shown: TITLE, form: editor('dealname') },
  amount: { shown: highlight('amount'), form: editor('amount') },
  closeDate: { shown: highlight('closedate'), form: editor('closedate') },
  stage: { shown: [...highlight('dealstage'), LABELLED_STAGE], form: editor('dealstage') },
  forecastCategory: {
    shown: highlight('hs_manual_forecast_category'),
    form: editor('hs_manual_forecast_category'),
  },
  nextStep: { shown: highlight('hs_next_step'), form: editor('hs_next_step') },
};

/** The table of deals: its rows carry the record's id, its header cells the properties' names. */
export const ROWS = 'tr[data-test-id^="row-"]';
export const HEADERS = 'th[data-test-id^="header-0-3-"]';
export const ROW_NAME = [
  'td[data-column-index="0"] [data-test-id="truncated-object-label"]',
  'td[data-table-external-id*="name-"] a',
  'td[data-column-index="0"] a',
];

/** The board: a column is a stage; a card carries the record's id. */
export const COLUMNS = '[data-test-id="cdb-column"]';
export const COLUMN_NAME = ['[data-test-id="cdb-column-name"]'];
export const CARDS = '[data-test-id="cdb-column-item"][data-selenium-id]';
/** The newer cards | the older ones. */
export const CARD_NAME = [
  'a[data-test-id="board-card-section-title-link"]',
  '[data-test-id="cdbc-title"]',
  '[data-test-id="cdb-card"] a',
];
