import { empty, known, unknown, type Fact } from '../../core/fact.ts';
import type { Category, Stage } from '../../core/fields.ts';
import type { Money } from '../../core/money.ts';
import { codeOfSymbol } from '../currency.ts';
import type { SomeFields } from '../form-facts.ts';
import { categoryOf, stageCalled, type ZohoStage } from './stages.ts';
import { dateOf, dayOf, decimalOf, lineOf, nameOf, type Row } from './values.ts';

/** The deal's columns. `Stage_Modified_Time` is often null; `Last_Activity_Time` is not among them: the system writes it too. */
export const COLUMNS = [
  'Deal_Name',
  'Account_Name',
  'Owner',
  'Amount',
  'Currency',
  'Stage',
  'Pipeline',
  'Probability',
  'Forecast_Category__s',
  'Closing_Date',
  'Next_Step',
  'Created_Time',
  'Modified_Time',
  'Stage_Modified_Time',
];

/** The layouts' stages, or why they are not known. */
export type StagesKnown =
  { readonly got: readonly ZohoStage[] } | { readonly reason: 'no-access' | 'not-readable' };

/**
 * The fact of one column. A column that the user's profile may not see is left out of the answer: it is no empty one.
 */
function fact<T>(row: Row, column: string, read: (value: unknown) => T | undefined): Fact<T> {
  if (!Object.hasOwn(row, column)) return unknown('no-access');
  const value = row[column];
  if (value === null || value === '') return empty('api');
  const found = read(value);
  return found === undefined ? unknown('not-readable') : known(found, 'api');
}

const labelOf = (value: unknown): string | undefined => lineOf(value) ?? nameOf(value);

/** Everything that stands in the deal's own row. */
export function factsOf(row: Row, stages: StagesKnown): SomeFields {
  const pipeline = labelOf(row.Pipeline);
  const all = 'got' in stages ? stages.got : [];
  const value = lineOf(row.Stage);
  const stage = value === undefined ? undefined : stageCalled(all, value, pipeline);
  return {
    name: fact(row, 'Deal_Name', lineOf),
    account: fact(row, 'Account_Name', nameOf),
    owner: fact(row, 'Owner', nameOf),
    amount: fact(row, 'Amount', (amount) => moneyOf(amount, row)),
    stage: stageFact(row, stage, stages),
    probability: fact(row, 'Probability', percentOf),
    forecastCategory: categoryFact(row, stage),
    closeDate: fact(row, 'Closing_Date', dateOf),
    created: fact(row, 'Created_Time', dayOf),
    modified: fact(row, 'Modified_Time', dayOf),
    nextStep: fact(row, 'Next_Step', lineOf),
    pipeline: Object.hasOwn(row, 'Pipeline')
      ? fact(row, 'Pipeline', labelOf)
      : unknown('not-offered'),
  };
}

/** Whether a stage is open, won or lost stands in the layout alone. */
function stageFact(row: Row, found: ZohoStage | undefined, stages: StagesKnown): Fact<Stage> {
  const fallback = fact(row, 'Stage', lineOf);
  if (fallback.is !== 'value') return fallback;
  if (!found) return unknown('reason' in stages ? stages.reason : 'not-readable', fallback.value);
  const { id, label, state, order } = found;
  return known({ id, label, state, ...(order === undefined ? {} : { order }) }, 'api');
}

/** The deal's own category, where the organisation has that column; or else its stage's. */
function categoryFact(row: Row, stage: ZohoStage | undefined): Fact<Category> {
  const column = 'Forecast_Category__s';
  if (Object.hasOwn(row, column))
    return fact(row, column, (value) => categoryOf(labelOf(value), stage?.state));
  return stage?.category === undefined ? unknown('not-readable') : known(stage.category, 'api');
}

/** The currency is named where an organisation has several; else its symbol says it, if it is one currency's alone. */
function moneyOf(value: unknown, row: Row): Money | undefined {
  const amount = decimalOf(value);
  if (amount === undefined) return undefined;
  const named = typeof row.Currency === 'string' ? codeOfSymbol(row.Currency) : undefined;
  const symbol = row.$currency_symbol;
  const currency = named ?? (typeof symbol === 'string' ? codeOfSymbol(symbol) : undefined);
  return currency === undefined ? { amount } : { amount, currency };
}

const percentOf = (value: unknown): number | undefined =>
  typeof value === 'number' && value >= 0 && value <= 100 ? value : undefined;
