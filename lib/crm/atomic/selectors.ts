import type { FieldSelectors } from '../adapter.ts';

/**
 * Where things stand in Atomic CRM's pages. "0.0.2" is the npm package (react-admin on MUI), "current"
 * the source release (shadcn on Radix). Neither marks its fields, so some are found by their label.
 */

/** Marks 0.0.2, whose currency cannot be set: it is always the US dollar. */
export const MUI_CLIENT = ['#root .MuiAppBar-root'];

/** Both. A dialog that is closing still stands in the page for a moment. */
export const DIALOGS = ['[role="dialog"]:not([data-state="closed"])'];

/** Show view's heading: 0.0.2 | current. */
export const SHOW_HEADING = [
  'h5.MuiTypography-h5',
  'h2.text-2xl:not([data-slot="dialog-title"] h2)',
];
/** Edit view's title, with the link back to the deal: 0.0.2 | current. */
export const EDIT_TITLE = ['h2.MuiDialogTitle-root', '[data-slot="dialog-title"]'];
/** Both views, both releases. */
export const DEAL_LINK = ['a[href*="#/deals/"]'];

/** Show view: a label above a value. 0.0.2 | current. */
export const SHOW_LABELS = ['span.MuiTypography-caption', 'span.text-xs.text-muted-foreground'];
/** Show view: the people, and the company's logo, where it has one. Both. */
export const CONTACT_LINKS = ['a[href*="#/contacts/"]'];
export const COMPANY_LOGO = ['a[href*="#/companies/"] img[alt]'];
/** Both views: the company's initial, where it has no logo. Both releases. */
export const COMPANY_LINK = ['a[href*="#/companies/"]'];

/** Edit view's save bar. Both. */
export const SAVE_BAR = ['form:has(input[name="amount"]) [role="toolbar"]'];

/** Edit view. Both. */
export const FORM = ['form:has(input[name="amount"])'];
export const NAME_INPUT = ['input[name="name"]'];
export const AMOUNT_INPUT = ['input[name="amount"]'];
/** Edit view's button to save, while nothing has been typed: 0.0.2 alone. */
export const NOTHING_TO_SAVE = ['button[type="submit"]:disabled'];
/** Edit view's date: 0.0.2 | current (it has no name, and is the form's only date). */
export const DATE_INPUT = ['input[name="expected_closing_date"]', 'input[type="date"]'];
/** Edit view's company: 0.0.2 | current. */
export const COMPANY_INPUT = ['input[name="company_id"]'];
export const COMPANY_BUTTON = ['button[role="combobox"][data-slot="popover-trigger"]'];
/** Edit view's stage: 0.0.2, a hidden input beside the box that is shown | current, a hidden select beside a button. */
export const STAGE_INPUT = ['input[name="stage"]'];
export const STAGE_BOX = ['[role="combobox"]'];
export const HIDDEN_SELECTS = ['select[aria-hidden="true"]'];
export const STAGE_OPTIONS = ['option[value="won"]', 'option[value="lost"]'];
/** Edit view's people: 0.0.2 | current. */
export const CONTACTS_INPUT = ['input[name="contact_ids"]'];
export const CONTACT_CHIPS = ['.MuiChip-root[data-tag-index]'];
export const CONTACTS_BOX = ['[cmdk-root]'];
export const CONTACT_BADGES = ['[data-slot="badge"]'];

/** The board behind the dialog. Both: a column, which is a stage; a card. */
export const COLUMNS = ['[data-rfd-droppable-id]'];
export const CARD = (id: string): string => `[data-rfd-draggable-id="${CSS_ESCAPE(id)}"]`;
export const CARDS = ['[data-rfd-draggable-id]'];
/** The deal's name on a card: 0.0.2 | current, behind the company's. */
export const CARD_NAME = ['p.MuiTypography-body2', 'p.font-medium'];
/** The company's name on a card: current alone. */
export const CARD_COMPANY = ['p.font-medium > span:first-child'];
/** The amount on a card, with the category behind it: 0.0.2 | current. */
export const CARD_AMOUNT = ['span.MuiTypography-caption', 'p.text-muted-foreground'];

/** Enough for an attribute's value in quotes. */
const CSS_ESCAPE = (text: string): string => text.replace(/["\\]/g, '\\$&');

/** The show view's labels, lower-case, in English and French: the languages that Atomic ships. */
export const LABELS = {
  closeDate: ['expected closing date', 'date de clôture prévue'],
  amount: ['budget', 'amount', 'montant'],
  stage: ['stage', 'étape'],
  contacts: ['contacts'],
} as const;

/** Stage labels that Atomic ships, and the French for them, lower-case. A team may have its own: the board tells. */
export const STAGES: readonly (readonly [id: string, ...labels: string[]])[] = [
  ['opportunity', 'opportunity', 'opportunité'],
  ['proposal-sent', 'proposal sent', 'proposition envoyée'],
  ['in-negociation', 'in negotiation', 'in negociation', 'en négociation'],
  ['won', 'won', 'gagné', 'gagnée'],
  ['lost', 'lost', 'perdu', 'perdue'],
  ['delayed', 'delayed', 'reporté', 'reportée'],
];

/** All of them by field. The show view marks nothing: its values stand behind their labels. */
export const FIELD_SELECTORS: FieldSelectors = {
  name: { shown: SHOW_HEADING, form: NAME_INPUT },
  account: { shown: COMPANY_LOGO, form: [...COMPANY_INPUT, ...COMPANY_BUTTON] },
  amount: { shown: SHOW_LABELS, form: AMOUNT_INPUT },
  closeDate: { shown: SHOW_LABELS, form: DATE_INPUT },
  stage: { shown: SHOW_LABELS, form: [...STAGE_INPUT, ...HIDDEN_SELECTS] },
  contacts: { shown: CONTACT_LINKS, form: [...CONTACTS_INPUT, ...CONTACT_BADGES] },
};
