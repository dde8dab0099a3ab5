import type { FieldName } from '../../core/fields.ts';

/**
 * Where things stand in Lightning Experience. Salesforce calls none of it an interface: each selector was found in the
 * page objects that it publishes for tests, or in public code that drives the real page.
 */

/** The page in front. Others stay in the page, hidden, with the same fields. */
export const ACTIVE_PANES = [
  '.navexWorkspaceManager .navexWorkspace.active',
  'section.oneConsoleTab div.windowViewMode-maximized.active.lafPageHost',
  'div.windowViewMode-maximized.active',
  'div.windowViewMode-normal.active',
];
/** Where no page is called active there is one alone. */
export const SINGLE_PANES = [
  '.slds-template__container > .lafSinglePaneWindowManager > .windowViewMode-normal',
];

/** What a dialog stands in, and its heading, which holds the record's name. */
export const DIALOGS = ['[role="dialog"]', '.slds-modal', '.uiModal.active'];
export const DIALOG_HEADINGS = ['.slds-modal__title', 'h1', 'h2'];

/** A field of the record by its name in the API; on page layouts and on dynamic forms. */
export const ANY_FIELD = ['[data-target-selection-name^="sfdc:RecordField.Opportunity."]'];
export const fieldOf = (api: string): string =>
  `[data-target-selection-name="sfdc:RecordField.Opportunity.${api}"]`;
/** All that belongs to one field, its value and its input. */
export const FIELD_FRAME = 'records-record-layout-item, record_flexipage-record-field';

/** A field's value in read mode. */
export const OUTPUTS = ['[slot="outputField"]', '[data-output-element-id="output-field"]'];
/** What stands around a value. While nothing is in it, the value may be still to come: that is not empty. */
export const AROUND_OUTPUTS = ['slot[name="outputField"]', '.test-id__field-value'];
/** A field's input in edit mode: the pencil beside a value is a button too, and no combobox. */
export const INPUTS = ['input', 'textarea', 'select', 'button[role="combobox"]'];
/** Inputs that are no part of the value. */
export const NOT_INPUTS = '[type="hidden"], [type="checkbox"], [type="radio"], [type="file"]';
/** The name of a record that a field points at. */
export const LINKS = [
  'force-lookup a',
  'force-owner-lookup a',
  'records-hoverable-link a',
  'a[href]',
];

/** The heading of the record: its name, and some fields with their labels. */
export const PRIMARY_FIELD = ['records-highlights2 [slot="primaryField"]'];
export const SECONDARY_FIELDS = ['records-highlights2 [slot="secondaryFields"]'];
export const HIGHLIGHT_LABELS = ['.slds-text-title', 'p[title]'];
export const HIGHLIGHT_VALUES = ['.fieldComponent', 'p + p', 'p + div'];
/** Labels of a heading's fields, lower-case, in English: an admin may have others, which then say nothing. */
export const HIGHLIGHTS: Readonly<Record<string, FieldName>> = {
  'account name': 'account',
  amount: 'amount',
  'close date': 'closeDate',
  'opportunity owner': 'owner',
  probability: 'probability',
  'probability (%)': 'probability',
  'next step': 'nextStep',
  stage: 'stage',
};

/** The path: a step is "active" while it is looked at, and "current" where the deal stands; over, it is won or lost. */
export const PATHS = [
  'runtime_sales_pathassistant-path',
  '.runtime_sales_pathassistantPathAssistant',
  '.slds-path',
];
export const CURRENT_STEPS = ['li.slds-is-current', 'li.slds-is-won', 'li.slds-is-lost'];
/** In the older path a step in front is the deal's own only while none is called current. */
export const ACTIVE_STEPS = [
  'li.runtime_sales_pathassistantPathAssistantTab.slds-is-active[data-name]',
];
export const STEP_TITLES = ['.slds-path__title', '.title'];

/** Links to the record's own related lists: they hold its id. */
export const OWN_LINKS = ['a[href*="/related/"]'];

/** The bar with "Save" and "Cancel". */
export const SAVE_BAR = ['records-form-footer', 'force-form-footer'];
export const SAVE_BUTTONS = ['lightning-button.save-button', 'button[name="SaveEdit"]'];

/** Lists: rows of the newer and of the older one; a board's cards. */
export const ROWS = ['tr[data-row-key-value]', 'table.uiVirtualDataTable tbody tr'];
export const CARDS = ['li.runtime_sales_pipelineboardPipelineViewCardStencil'];
export const CARD_BODY = '.pipelineViewCard';
export const RECORD_LINKS = ['a[href*="/lightning/r/"]', 'a[data-recordid]'];
/** A cell of the newer list: its column's own name begins the key, its label stands beside. */
export const CELLS = '[data-col-key-value], [data-label]';

/** Our fields by the names that Salesforce has for them, in the order of their rank. */
export const API_FIELDS = {
  name: ['Name'],
  account: ['AccountId'],
  owner: ['OwnerId'],
  amount: ['Amount'],
  stage: ['StageName'],
  probability: ['Probability'],
  forecastCategory: ['ForecastCategoryName', 'ForecastCategory'],
  closeDate: ['CloseDate'],
  created: ['CreatedById', 'CreatedDate'],
  modified: ['LastModifiedById', 'LastModifiedDate'],
  stageEntered: ['LastStageChangeDate'],
  nextStep: ['NextStep'],
  pushes: ['PushCount'],
  pipeline: ['RecordTypeId'],
} as const satisfies Readonly<Partial<Record<FieldName, readonly string[]>>>;
export type PageField = keyof typeof API_FIELDS;
export const CURRENCY_FIELD = 'CurrencyIsoCode';
