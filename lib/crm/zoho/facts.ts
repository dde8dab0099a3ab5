import { known, unknown, type Fact } from '../../core/fact.ts';
import type { Category, Stage } from '../../core/fields.ts';
import type { Money } from '../../core/money.ts';
import { columnFact } from '../answer-facts.ts';
import {
  dateOf,
  decimalOfNumber,
  lineOf,
  localDayOf,
  percentOf,
  type Row,
} from '../answer-values.ts';
import { codeOfSymbol } from '../currency.ts';
import type { SomeFields } from '../form-facts.ts';
import { categoryOf, stageCalled, type ZohoStage } from './stages.ts';
import { nameOf } from './values.ts';

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

const labelOf = (value: unknown): string | undefined => lineOf(value) ?? nameOf(value);

/** Everything that stands in the deal's own row. */
export function factsOf(row: Row, stages: StagesKnown): SomeFields {
  const pipeline = labelOf(row.Pipeline);
  const all = 'got' in stages ? stages.got : [];
  const value = lineOf(row.Stage);
  const stage = value === undefined ? undefined : stageCalled(all, value, pipeline);
  return {
    name: columnFact(row, 'Deal_Name', lineOf),
    account: columnFact(row, 'Account_Name', nameOf),
    owner: columnFact(row, 'Owner', nameOf),
    amount: columnFact(row, 'Amount', (amount) => moneyOf(amount, row)),
    stage: stageFact(row, stage, stages),
    probability: columnFact(row, 'Probability', percentOf),
    forecastCategory: categoryFact(row, stage),
    closeDate: columnFact(row, 'Closing_Date', dateOf),
    created: columnFact(row, 'Created_Time', localDayOf),
    modified: columnFact(row, 'Modified_Time', localDayOf),
    nextStep: columnFact(row, 'Next_Step', lineOf),
    pipeline: Object.hasOwn(row, 'Pipeline')
      ? columnFact(row, 'Pipeline', labelOf)
      : unknown('not-offered'),
  };
}

/** Whether a stage is open, won or lost stands in the layout alone. */
function stageFact(row: Row, found: ZohoStage | undefined, stages: StagesKnown): Fact<Stage> {
  const fallback = columnFact(row, 'Stage', lineOf);
  if (fallback.is !== 'value') return fallback;
  if (!found) return unknown('reason' in stages ? stages.reason : 'not-readable', fallback.value);
  const { id, label, state, order } = found;
  return known({ id, label, state, ...(order === undefined ? {} : { order }) }, 'api');
}

/** The deal's own category, where the organisation has that column; or else its stage's. */
function categoryFact(row: Row, stage: ZohoStage | undefined): Fact<Category> {
  const column = 'Forecast_Category__s';
  if (Object.hasOwn(row, column))
    return columnFact(row, column, (value) => categoryOf(labelOf(value), stage?.state));
  return stage?.category === undefined ? unknown('not-readable') : known(stage.category, 'api');
}

/** The currency is named where an organisation has several; else its symbol says it, if it is one currency's alone. */
function moneyOf(value: unknown, row: Row): Money | undefined {
  const amount = decimalOfNumber(value);
  if (amount === undefined) return undefined;
  const named = typeof row.Currency === 'string' ? codeOfSymbol(row.Currency) : undefined;
  const symbol = row.$currency_symbol;
  const currency = named ?? (typeof symbol === 'string' ? codeOfSymbol(symbol) : undefined);
  return currency === undefined ? { amount } : { amount, currency };
}
