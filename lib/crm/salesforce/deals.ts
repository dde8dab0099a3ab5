import { unknownFields, type Reading } from '../../core/deal.ts';
import { known, unknown, type Fact } from '../../core/fact.ts';
import type { Stage } from '../../core/fields.ts';
import type { Access } from '../access.ts';
import type { CrmStage, DealPage, ListRef } from '../adapter.ts';
import { columnFact } from '../answer-facts.ts';
import {
  countOf,
  dateOf,
  percentOf,
  decimalOfNumber,
  lineOf,
  moneyOf,
  localDayOf,
  type Row,
} from '../answer-values.ts';
import { attempt } from '../ask.ts';
import type { SomeFields } from '../form-facts.ts';
import { CrmTrouble } from '../trouble.ts';
import { dealId } from './ids.ts';
import { nameIn, query, queryMore, type QueryPage } from './rows-of.ts';
import { stageOf, stages, stateOf } from './stages.ts';
import { urlOf } from './url.ts';
import { categoryOf } from './values.ts';

/** Columns that everybody sees. */
const BASIC = 'Id, Name, StageName, CloseDate, IsClosed, IsWon, CreatedDate, LastModifiedDate';
const MORE =
  'Account.Name, Owner.Name, Amount, Probability, ForecastCategoryName, NextStep, LastStageChangeDate, PushCount';
const CURRENCY = 'CurrencyIsoCode';

/**
 * A query with a column that the organisation does not have, or that the user may not see, fails as a whole, and does not say
 * to us which one it was: so the columns are tried in these sets, the fullest first.
 */
const SETS = [
  [BASIC, MORE, CURRENCY],
  [BASIC, MORE],
  [BASIC, 'Amount', CURRENCY],
  [BASIC, 'Amount'],
  [BASIC],
];

/** The open deals that the user may see, 2000 to a page. */
export async function* deals(access: Access, { crm }: ListRef): AsyncGenerator<DealPage> {
  let page = await firstPage(access);
  const found = await attempt(access, () => stages(access));
  const steps = 'got' in found ? found.got : [];
  for (;;) {
    const { total, next, rows } = page;
    const readings = rows.flatMap((row) => readingOf(row, crm, access, steps) ?? []);
    yield { readings, ...(total === undefined ? {} : { total }) };
    if (next === undefined) return;
    page = await queryMore(access, next);
  }
}

async function firstPage(access: Access): Promise<QueryPage> {
  for (const columns of SETS) {
    const soql = `SELECT ${columns.join(', ')} FROM Opportunity WHERE IsClosed = false ORDER BY CloseDate, Id`;
    try {
      return await query(access, soql);
    } catch (error) {
      if (!(error instanceof CrmTrouble) || error.kind !== 'refused') throw error;
    }
  }
  throw new CrmTrouble('refused');
}

function readingOf(
  row: Row,
  crm: string,
  { view }: Access,
  steps: readonly CrmStage[],
): Reading | undefined {
  const id = dealId(lineOf(row.Id) ?? '');
  if (id === undefined) return undefined;
  return {
    ref: { crm, id },
    url: urlOf(view.location.href, id),
    fields: {
      ...unknownFields('not-on-page'),
      nextStepDate: unknown('not-offered'),
      ...factsOf(row, steps),
    },
    custom: {},
  };
}

function factsOf(row: Row, steps: readonly CrmStage[]): SomeFields {
  const fact = <T>(name: string, parse: (value: unknown) => T | undefined): Fact<T> =>
    columnFact(row, name, parse);
  const entered = fact('LastStageChangeDate', localDayOf);
  return {
    name: fact('Name', lineOf),
    account: nameIn(row, 'Account'),
    owner: nameIn(row, 'Owner'),
    amount: fact('Amount', (value) => moneyOf(decimalOfNumber(value), row.CurrencyIsoCode)),
    stage: stageFact(row, steps),
    probability: fact('Probability', percentOf),
    forecastCategory: fact('ForecastCategoryName', (value) =>
      typeof value === 'string' ? categoryOf(value) : undefined,
    ),
    closeDate: fact('CloseDate', dateOf),
    created: fact('CreatedDate', localDayOf),
    modified: fact('LastModifiedDate', localDayOf),
    stageEntered: entered.is === 'empty' ? unknown('not-on-page') : entered,
    nextStep: fact('NextStep', lineOf),
    pushes: fact('PushCount', countOf),
  };
}

function stageFact(row: Row, steps: readonly CrmStage[]): Fact<Stage> {
  const id = lineOf(row.StageName);
  if (!id) return unknown('not-readable');
  const label = steps.find((step) => step.id === id)?.label ?? id;
  return known(stageOf(id, label, stateOf(row), steps), 'api');
}
