import type { FieldName } from '../../core/fields.ts';
import type { FieldSelectors } from '../adapter.ts';

/**
 * Where things stand in the Unified Interface. Everything carries the logical name of its column in `data-id`, in every
 * language; a column stands in a section, or in the form's header with `header_` before its name.
 */

export { FORM, GRID, TITLE } from './marks.ts';

/** The rows of a list. */
export const GRID_ROWS = ['.ag-center-cols-container [role="row"]'];
/** A cell, by the logical name of its column. */
export const cellOf = (column: string): string => `[col-id="${column}"]`;

/** The column behind each field that a form can show. Two stand for the account: the first that the form has counts. */
export const COLUMNS = {
  name: ['name'],
  amount: ['estimatedvalue'],
  closeDate: ['estimatedclosedate'],
  probability: ['closeprobability'],
  forecastCategory: ['msdyn_forecastcategory'],
  owner: ['ownerid'],
  account: ['parentaccountid', 'customerid'],
} as const satisfies Partial<Record<FieldName, readonly string[]>>;
export type FormField = keyof typeof COLUMNS;

/** The control of a column, by its kind; the section's own box last, whatever stands in it. */
function controlsOf(field: FormField): string[] {
  const places = COLUMNS[field].flatMap((column) => [column, `header_${column}`]);
  return [
    ...places.flatMap((place) => KINDS[field](`${place}.fieldControl`, place)),
    ...places.map((place) => `[data-id="${place}-FieldSectionItemContainer"]`),
  ];
}

const input = (_: string, place: string): string[] => [
  `[data-id="${place}-FieldSectionItemContainer"] input`,
];
const lookup = (control: string, place: string): string[] => {
  const column = place.replace('header_', '');
  return [`[data-id*="${control}-LookupResultsDropdown_${column}_selected_tag"]`];
};

/** Old and new looks differ in the element alone: a choice is a `select`, or a button that opens a list. */
const KINDS: Readonly<Record<FormField, (control: string, place: string) => string[]>> = {
  name: (control) => [`[data-id="${control}-text-box-text"]`],
  amount: input,
  closeDate: (control, place) => [
    `[data-id*="${control}-date-time-input"]`,
    ...input(control, place),
  ],
  probability: input,
  forecastCategory: (control) => [`[data-id="${control}-option-set-select"]`],
  owner: lookup,
  account: lookup,
};

export const FIELD_SELECTORS: FieldSelectors = Object.fromEntries(
  (Object.keys(COLUMNS) as FormField[]).map((field) => [field, { form: controlsOf(field) }]),
);
