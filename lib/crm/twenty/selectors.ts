import { APP } from './marks.ts';
import type { FieldSelectors } from '../adapter.ts';

/** Where things stand in Twenty's client (2.x). Its classes are random; few things have a name. */

/** The fields that a record's page has in cells, by the names that Twenty has for them. */
export const CELLS = {
  account: 'company',
  amount: 'amount',
  stage: 'stage',
  closeDate: 'closeDate',
  owner: 'owner',
} as const;

/** The label of a record's field: it carries the record's id. The value stands beside it. */
export const LABEL = (id: string, name: string): string => `[id="label-${id}-${name}"]`;
/** Inside the value of a cell that is open. Its editor stands at the end of the body. */
export const OPEN_CELL = '[data-testid="inline-cell-edit-mode-container"]';
export const EDITORS = `body > :not(${APP.replace('body > ', '')})`;
export const EDITOR_INPUTS = ['input[type="text"]', 'input:not([type])'];

/** A company in a cell is a link to its page. */
export const COMPANY_LINK = ['a[href*="/object/company/"]'];

/** A deal's name in a table or on a card, and the row or card around it. */
export const DEAL_LINK = ['a[href*="/object/opportunity/"]'];
export const ROW =
  '[data-virtualized-id], [data-selectable-id], [id^="record-board-card-"], .table-row, tr';
/** Favourites and the way to a page stand in these, with the same links. */
export const NAVIGATION = 'nav, [role="navigation"], header';

const cell = (name: string): { shown: readonly string[] } => ({
  shown: [`[id^="label-"][id$="-${name}"] + *`],
});

export const FIELD_SELECTORS: FieldSelectors = {
  account: cell(CELLS.account),
  amount: cell(CELLS.amount),
  stage: cell(CELLS.stage),
  closeDate: cell(CELLS.closeDate),
  owner: cell(CELLS.owner),
};
