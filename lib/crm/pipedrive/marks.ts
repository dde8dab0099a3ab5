/** The design system's classes | a deal's rows | a board's tiles. */
export const CLIENT_MARKS = [
  '[class^="cui5-"]',
  '[class*=" cui5-"]',
  '[data-testid="fields-list-row"]',
  '[data-test="pipeline-deal-tile"]',
];
