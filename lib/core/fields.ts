import type { Money } from './money.ts';

/** A calendar date in the user's own zone, as `YYYY-MM-DD`. */
export type IsoDate = string;

/** A stage of the CRM's pipeline. `order` counts from 0 along the pipeline where the CRM tells it. */
export interface Stage {
  readonly id: string;
  readonly label: string;
  readonly order?: number;
  readonly state: 'open' | 'won' | 'lost';
}

/** Forecast categories, from "not forecast" to "decided". */
export const CATEGORIES = [
  'omitted',
  'pipeline',
  'best-case',
  'forecast',
  'commit',
  'won',
  'lost',
] as const;
export type Category = (typeof CATEGORIES)[number];

/** Who moved last between buyer and seller. */
export type Side = 'buyer' | 'us';

/** What can be asked of a field: each kind has its own operators (see condition.ts). */
export type Kind = 'text' | 'number' | 'money' | 'date' | 'choice' | 'set';

/**
 * Every field that a deal can have, with its kind. Probability is a percentage from 0 to 100.
 * `pushes` counts the times that the close date moved later. `contacts` counts people at the buyer.
 * `lastContact` is the buyer's last move, or ours when `lastContactBy` says so.
 */
export const FIELDS = {
  name: 'text',
  account: 'text',
  owner: 'text',
  amount: 'money',
  stage: 'choice',
  probability: 'number',
  forecastCategory: 'choice',
  closeDate: 'date',
  created: 'date',
  modified: 'date',
  stageEntered: 'date',
  lastContact: 'date',
  lastContactBy: 'choice',
  nextMeeting: 'date',
  nextStep: 'text',
  nextStepDate: 'date',
  pushes: 'number',
  contacts: 'number',
  pipeline: 'text',
} as const satisfies Record<string, Kind>;

export type FieldName = keyof typeof FIELDS;
export const FIELD_NAMES = Object.keys(FIELDS) as FieldName[];

/** The type of each field's value. */
export interface FieldValues {
  name: string;
  account: string;
  owner: string;
  amount: Money;
  stage: Stage;
  probability: number;
  forecastCategory: Category;
  closeDate: IsoDate;
  created: IsoDate;
  modified: IsoDate;
  stageEntered: IsoDate;
  lastContact: IsoDate;
  lastContactBy: Side;
  nextMeeting: IsoDate;
  nextStep: string;
  nextStepDate: IsoDate;
  pushes: number;
  contacts: number;
  pipeline: string;
}

/** A mapped custom field's value: text, number, money, date (as text) or a set of texts. */
export type CustomValue = string | number | Money | readonly string[];
