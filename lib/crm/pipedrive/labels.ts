import type { FieldName } from '../../core/fields.ts';

/** Which field a row of the page is, by its label; what the API says of this company's own labels comes first. */

/** The fields that the page's rows are read for, by the names that Pipedrive's API has for them. */
const READ: Readonly<Record<string, RowField>> = {
  value: 'amount',
  expected_close_date: 'closeDate',
  probability: 'probability',
};
export type RowField = 'amount' | 'closeDate' | 'probability';

/** Labels in lower case as they are called where nobody renamed them: English, Dutch, German, French. */
const USUAL: readonly (readonly [RowField, ...string[]])[] = [
  ['amount', 'value', 'deal value', 'waarde', 'wert', 'valeur'],
  [
    'closeDate',
    'expected close date',
    'verwachte sluitingsdatum',
    'erwartetes abschlussdatum',
    'voraussichtliches abschlussdatum',
    'date de clôture prévue',
    'date de clôture attendue',
  ],
  ['probability', 'probability', 'waarschijnlijkheid', 'wahrscheinlichkeit', 'probabilité'],
];

/** What the API told in this window: labels in lower case with the fields' own keys, and the user's locale. */
export interface Told {
  readonly labels?: ReadonlyMap<string, string>;
  readonly locale?: string;
}
const told = new WeakMap<Window, Told>();

export const toldIn = (view: Window | null): Told => (view ? told.get(view) : undefined) ?? {};

export function remember(view: Window, more: Told): void {
  told.set(view, { ...told.get(view), ...more });
}

/** The field of a row with this label; undefined for all others. A label that the API gave to another field is not read by its usual meaning. */
export function fieldOfLabel(label: string, { labels }: Told): RowField | undefined {
  const name = label.toLowerCase();
  const key = labels?.get(name);
  if (key !== undefined) return Object.hasOwn(READ, key) ? READ[key] : undefined;
  return USUAL.find(([, ...names]) => names.includes(name))?.[0];
}

/** Our field of a field of theirs, for gates. */
const OURS: Readonly<Record<string, FieldName>> = {
  ...READ,
  title: 'name',
  stage_id: 'stage',
  pipeline_id: 'pipeline',
  pipeline: 'pipeline',
  org_id: 'account',
  owner_id: 'owner',
  user_id: 'owner',
};

export const oursOf = (key: string): FieldName | undefined =>
  Object.hasOwn(OURS, key) ? OURS[key] : undefined;
