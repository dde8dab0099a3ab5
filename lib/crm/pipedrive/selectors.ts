import type { FieldSelectors } from '../adapter.ts';

/**
 * Where things stand in Pipedrive's pages, by the attributes of its own tests: none of these was seen on a live page. The rows of
 * a deal are keyed by their labels, which users rename and languages translate: see `labels.ts`.
 */

/** The deal's title is always a text area, whether somebody edits it or not. */
export const TITLE = [
  '[data-testid="header-title"] textarea.cui5-editable-text__input',
  '[data-testid="header-title"] textarea',
];

/** A row of the deal: its label, and its value or, while it is edited, its input. */
export const ROWS = '[data-testid="fields-list-row"]';
export const ROW_LABEL = '[data-testid="field-name"]';
export const ROW_VALUE = '[data-testid="fields-list-row-field-components"]';
export const EDITORS =
  'input:not([type="hidden"], [type="checkbox"], [type="radio"], [type="search"]), textarea';

/** Forms that add another deal, over the one that is open. */
export const BESIDE = ['[role="dialog"]', '[data-test="add-modals"]', '.cui5-modal'];

/** All of them by field. Rows are found by their labels: the selector is the same for each. */
export const FIELD_SELECTORS: FieldSelectors = {
  name: { form: TITLE },
  amount: { shown: [ROWS], form: [ROWS] },
  closeDate: { shown: [ROWS], form: [ROWS] },
  probability: { shown: [ROWS], form: [ROWS] },
};

/** The board's tiles carry the deal's id. */
export const TILES = '[data-test="pipeline-deal-tile"][data-test-deal-id]';
export const DEAL_LINK = 'a[href*="/deal/"]';

/** The list's cells name their field. */
export const CELL = (key: string): string => `td[data-field="${key}"]`;
