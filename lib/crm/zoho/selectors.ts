import type { FieldName } from '../../core/fields.ts';
import type { FieldSelectors } from '../adapter.ts';

/**
 * Where things stand in Zoho's client, as far as anything is known of it: the older record page and its edit form, by the
 * columns' names, and the board. An admin's Canvas view can look like anything, and is not read.
 */

export { CLIENT_MARKS } from './marks.ts';

/** The columns' names in the page; the API has others. */
export const COLUMNS = {
  name: 'POTENTIALNAME',
  account: 'ACCOUNTID',
  amount: 'AMOUNT',
  closeDate: 'CLOSINGDATE',
  stage: 'STAGE',
  probability: 'PROBABILITY',
  nextStep: 'NEXTSTEP',
} as const satisfies Partial<Record<FieldName, string>>;
export type PageField = keyof typeof COLUMNS;

const shown = (column: string): string[] => [`#subvalue_${column}`, `#headervalue_${column}`];
/** The input by itself, or inside of the component that is named so. */
const form = (column: string): string[] => [
  `input#Crm_Potentials_${column}_LInput`,
  `input#Crm_Potentials_${column}`,
  `textarea#Crm_Potentials_${column}`,
  `select#Crm_Potentials_${column}`,
  `#Crm_Potentials_${column} input`,
];

export const FIELD_SELECTORS: FieldSelectors = Object.fromEntries(
  Object.entries(COLUMNS).map(([field, column]) => [
    field,
    { shown: shown(column), form: form(column) },
  ]),
);

/** The edit form's button, which the card must not cover. */
export const SAVE_BAR = ['#crm_create_savebutn'];

/** The board's cards. */
export const CARDS = ['lyte-card.crm-kv-card'];
export const CARD_LINK = ['a.crm-kv-header-link'];
export const CARD_OWNER = ["[data-zcqa='recordOwner']"];
/** A list's rows are known by their deals' links alone. */
export const DEAL_LINKS = ['a[href*="/tab/Potentials/"]'];
export const LIST_ROW = 'lyte-tr, tr, [role="row"]';
