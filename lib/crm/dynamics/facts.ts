import { unknown, type Fact } from '../../core/fact.ts';
import type { Category, Stage } from '../../core/fields.ts';
import type { Money } from '../../core/money.ts';
import { factOf } from '../answer-facts.ts';
import {
  dayOf,
  decimalOfNumber,
  isRow,
  lineOf,
  moneyOf,
  percentOf,
  type Row,
} from '../answer-values.ts';
import type { SomeFields } from '../form-facts.ts';
import { labelOf } from './values.ts';

/** The deal's columns, and how its facts follow from them. */
export const COLUMNS = [
  'opportunityid',
  'name',
  'estimatedvalue',
  'estimatedclosedate',
  'closeprobability',
  '_ownerid_value',
  '_parentaccountid_value',
  '_customerid_value',
  'createdon',
  'modifiedon',
  'statecode',
  'stepname',
];
/** Comes with the forecasts, which not every organisation has. */
export const FORECAST = 'msdyn_forecastcategory';
/** The deal's own currency: `estimatedvalue` is in it, and `estimatedvalue_base` is not. */
export const CURRENCY = 'transactioncurrencyid($select=isocurrencycode)';

/** Key of what a reading carries beside the fields: what the CRM calls the forecast category, in the user's language. */
export const CATEGORY_LABEL = 'forecastCategoryLabel';

const CATEGORIES: ReadonlyMap<unknown, Category> = new Map<unknown, Category>([
  [100000001, 'pipeline'],
  [100000002, 'best-case'],
  [100000003, 'commit'],
  [100000004, 'omitted'],
  [100000005, 'won'],
  [100000006, 'lost'],
]);

const STATES: ReadonlyMap<unknown, Stage['state']> = new Map<unknown, Stage['state']>([
  [0, 'open'],
  [1, 'won'],
  [2, 'lost'],
]);

/** A forecast category by its code. */
export const categoryOf = (code: unknown): Category | undefined => CATEGORIES.get(code);
/** Whether a deal is open, won or lost, by its code. */
export const stateOf = (code: unknown): Stage['state'] | undefined => STATES.get(code);

/** The name of the record that a lookup points at. */
const lookup = (row: Row, column: string): Fact<string> =>
  factOf(row[column], () => labelOf(row, column));

/** Everything that stands in the deal's own row. */
export function factsOf(row: Row): SomeFields {
  const parent = lookup(row, '_parentaccountid_value');
  return {
    name: factOf(row.name, lineOf),
    // A deal that was made for a person, or before its company was known, has the customer alone.
    account: parent.is === 'empty' ? lookup(row, '_customerid_value') : parent,
    owner: lookup(row, '_ownerid_value'),
    amount: factOf(row.estimatedvalue, (value) => amountOf(value, row)),
    probability: factOf(row.closeprobability, percentOf),
    forecastCategory: FORECAST in row ? factOf(row[FORECAST], categoryOf) : unknown('not-offered'),
    closeDate: factOf(row.estimatedclosedate, dayOf),
    created: factOf(row.createdon, dayOf),
    modified: factOf(row.modifiedon, dayOf),
  };
}

function amountOf(value: unknown, { transactioncurrencyid: currency }: Row): Money | undefined {
  return moneyOf(decimalOfNumber(value), isRow(currency) ? currency.isocurrencycode : undefined);
}
