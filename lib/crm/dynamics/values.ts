import { isRow, lineOf, listOf, type Row } from '../answer-values.ts';

/** Values as the Web API alone writes them. */

/** The rows of a list's answer; undefined when it is no list. */
export const rowsOf = (answer: unknown): readonly Row[] | undefined =>
  listOf(isRow(answer) ? answer.value : undefined);

/** What the CRM itself calls a value, in the user's language: the name of a lookup's record, the label of a choice. */
export const labelOf = (row: Row, column: string): string | undefined =>
  lineOf(row[`${column}@OData.Community.Display.V1.FormattedValue`]);
