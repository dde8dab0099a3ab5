import type { FieldSelectors } from '../adapter.ts';

/** Where things stand in EspoCRM's client (9.1). Every part of a page carries the number of its view. */

/** The deal's page. A quick view is a dialog beside it, with the same fields of another deal. */
export const DETAIL = ['#content > #main .record > .detail[data-scope="Opportunity"]'];
/** The deal's name over its page: it follows the saved record, not what is typed. */
export const TITLE = ['#content > #main .page-header .header-title .title'];
/** A question that must be answered first; "leave the form?" is asked after the address has changed. */
export const QUESTION = ['.dialog-confirm.modal', '.modal.dialog-confirm-centered'];

export const SAVE_BAR = ['#content > #main .record .edit-buttons:not(.hidden)'];

/** A field's place in the overview, or in the panel beside it; never in the lists of related records. */
const field = (name: string): readonly string[] => [
  `.middle .field[data-name="${name}"]`,
  `.side > .panel[data-name="default"] .field[data-name="${name}"]`,
];

/** By field of ours: the places of EspoCRM's. Read view and form have the same ones. */
export const FIELDS = {
  name: field('name'),
  account: field('account'),
  stage: field('stage'),
  amount: field('amount'),
  probability: field('probability'),
  closeDate: field('closeDate'),
  contacts: field('contacts'),
  owner: field('assignedUser'),
} as const;

/** Inside a field that is being edited. Inputs have no `name`. */
export const EDITORS = {
  name: ['input[data-name="name"]'],
  account: ['input[data-name="accountName"]'],
  stage: ['select[data-name="stage"]'],
  amount: ['input[data-name="amount"]'],
  probability: ['input[data-name="probability"]'],
  closeDate: ['input[data-name="closeDate"]'],
  contacts: ['.link-container'],
  owner: ['input[data-name="assignedUserName"]'],
} as const;
export const CURRENCY_EDITOR = ['select[data-name="amountCurrency"]'];
/** The people that were chosen, in the form and in the read view. */
export const CHOSEN = ['.list-group-item[data-id]'];
export const CONTACT_LINKS = ['a[href*="#Contact/view/"]'];

/** In the place of a value: "None" in the user's language, and a value that has not arrived. */
export const NONE = ['.none-value'];
export const LOADING = ['.loading-value'];

/** A list's rows and a board's cards, and the link that is the deal's name in both. */
export const LIST_ROWS = ['#content > #main .list-container tr.list-row[data-id]'];
export const BOARD_CARDS = [
  '#content > #main .list-kanban[data-scope="Opportunity"] .item[data-id]',
];
export const NAME_LINK = ['a.link[href^="#Opportunity/view/"]', 'a[href^="#Opportunity/view/"]'];
/** A field in a row, and on a card. */
export const CELL = (name: string): readonly string[] => [
  `td.cell[data-name="${name}"]`,
  `.field[data-name="${name}"]`,
];
/** The stage stands in the column alone: its value here, its name in the head of the same value. */
export const COLUMN = '.group-column-list[data-name], .group-column[data-name]';
export const COLUMN_HEAD = ['.kanban-head th.group-header[data-name]'];
export const COLUMN_LABEL = ['.kanban-group-label'];

const both = (
  name: keyof typeof FIELDS,
): { shown: readonly string[]; form: readonly string[] } => ({
  shown: FIELDS[name],
  form: FIELDS[name].map((place) => `${place} ${EDITORS[name][0]}`),
});

export const FIELD_SELECTORS: FieldSelectors = {
  name: both('name'),
  account: both('account'),
  stage: both('stage'),
  amount: both('amount'),
  probability: both('probability'),
  closeDate: both('closeDate'),
  contacts: both('contacts'),
  owner: both('owner'),
};
