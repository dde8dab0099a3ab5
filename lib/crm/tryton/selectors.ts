import type { FieldSelectors } from '../adapter.ts';

/** Where things stand in sao, Tryton's web client (6.0). All forms look alike: the model is in the URL alone. */

/** The pane in front. The others stay in the page, with inputs of the same names. */
export const ACTIVE_PANE = ['#tabcontent > .tab-pane.active'];
/** The pane's own name; with " @ <moment>" behind it while an old revision is shown. */
export const PANE_TITLE = ['.toolbar .title'];
export const ACTIVE_TAB_TITLE = ['#tablist > li.active span[title]'];

/** The pane's buttons, to save and to go to the next record. */
export const SAVE_BAR = ['#tabcontent > .tab-pane.active .toolbar'];

/** The record's form; other records' forms can stand inside of it. */
export const FORM = ['.screen-container .form'];
export const NESTED = ['.form-one2many', '.form-many2many', '.modal'];

/** Form view: every field by the name it has in Tryton. */
export const NUMBER_INPUT = ['input[name="number"]'];
export const TEXT_INPUTS = {
  name: ['input[name="description"]'],
  account: ['input[name="party"]'],
  owner: ['input[name="employee"]'],
  closeDate: ['input[name="end_date"]'],
} as const;
/**
 * Form view: of each pair, the number input keeps a plain decimal, in every language, and is the one that
 * changes while somebody types; the text input follows when it is left. One of them is shown at a time.
 */
export const NUMBER_INPUTS = {
  amount: ['input[type="number"][name="amount"]'],
  probability: ['input[type="number"][name="conversion_probability"]'],
} as const;
export const SHOWN_INPUTS = {
  amount: ['input[type="text"][name="amount"]'],
  probability: ['input[type="text"][name="conversion_probability"]'],
} as const;
export const CURRENCY_SYMBOLS = ['.symbol'];
/** Form view: the state's options have their ids as JSON (`"lead"`, with the quotes). */
export const STATE_SELECT = ['select[name="state"]'];

/** All of them by field. A record is always a form. */
export const FIELD_SELECTORS: FieldSelectors = {
  name: { form: TEXT_INPUTS.name },
  account: { form: TEXT_INPUTS.account },
  owner: { form: TEXT_INPUTS.owner },
  closeDate: { form: TEXT_INPUTS.closeDate },
  amount: { form: NUMBER_INPUTS.amount },
  probability: { form: NUMBER_INPUTS.probability },
  stage: { form: STATE_SELECT },
};

/** List view: its table, the headings with the kinds of their values, and the rows; no row names its record. */
export const LIST_TABLE = ['.screen-container .treeview table.tree'];
export const LIST_HEADS = ['thead > tr > th'];
export const LIST_ROWS = ['tbody > tr'];
export const LIST_CELLS = [':scope > td'];
/** List view: a cell's value, and the currency's symbol beside an amount. */
export const LIST_VALUE = ['[class^="column-"]:not(.column-symbol, .column-affix)'];
export const LIST_SYMBOL = ['.column-symbol'];

/** List view: a column's title in English, Dutch, German, French and Spanish, lower-case, as Tryton ships them. */
export const COLUMN_TITLES = {
  name: ['description', 'omschrijving', 'beschreibung', 'descripción'],
  account: ['party', 'relatie', 'partei', 'tiers', 'tercero'],
  owner: ['employee', 'werknemer', 'mitarbeiter', 'employé', 'empleado'],
  amount: ['amount', 'bedrag', 'betrag', 'montant', 'importe'],
  closeDate: ['end date', 'eind datum', 'enddatum', 'date de fin', 'fecha final'],
  stage: ['state', 'status', 'état', 'estado'],
} as const;
