import { unknownFields, type DealRef, type Reading } from '../../core/deal.ts';
import { empty, known, unknown, type Fact } from '../../core/fact.ts';
import type { CustomValue, Stage } from '../../core/fields.ts';
import type { Money } from '../../core/money.ts';
import { withQuery, type Access } from '../access.ts';
import type { CrmStage } from '../adapter.ts';
import { factOf } from '../answer-facts.ts';
import {
  countOf,
  dateOf,
  percentOf,
  decimalOfNumber,
  isRow,
  lineOf,
  localDayOf,
  type Row,
} from '../answer-values.ts';
import { ask, attempt } from '../ask.ts';
import type { SomeFields } from '../form-facts.ts';
import { parseAmount } from '../parse-amount.ts';
import { CrmTrouble } from '../trouble.ts';
import { contactFields } from './activities.ts';
import { LOCALE } from './page-format.ts';
import { DATA, idIn, query } from './rows-of.ts';
import { stageOf, stages, stateOf } from './stages.ts';
import { urlOf } from './url.ts';
import { userInfo } from './user.ts';
import { categoryOf } from './values.ts';

/**
 * Asked for as optional fields: a column that the organisation does not have (a currency, in those with one alone), or that the
 * user may not see, is left out of the answer, and costs no error.
 */
const COLUMNS = [
  'Name',
  'Account.Name',
  'Owner.Name',
  'Amount',
  'CurrencyIsoCode',
  'StageName',
  'Probability',
  'ForecastCategoryName',
  'CloseDate',
  'CreatedDate',
  'LastModifiedDate',
  'LastStageChangeDate',
  'NextStep',
  'PushCount',
  'RecordType.Name',
  'IsClosed',
  'IsWon',
].map((column) => `Opportunity.${column}`);

/** Reads what is saved: the record, and from other calls its stages, its activities and its people. */
export async function fetchDeal(access: Access, ref: DealRef): Promise<Reading> {
  const id = idIn(ref.id);
  const [columns, steps, me, contacts, people] = await Promise.all([
    recordOf(access, id),
    attempt(access, () => stages(access)),
    attempt(access, () => userInfo(access)),
    contactFields(access, id, Date.now()),
    attempt(access, () => countPeople(access, id)),
  ]);
  const locale = 'got' in me ? me.got.locale : undefined;
  const custom: Record<string, Fact<CustomValue>> = locale
    ? { [LOCALE]: known(locale, 'api') }
    : {};
  const fields: SomeFields = {
    ...factsOf(columns, 'got' in steps ? steps.got : [], locale),
    ...contacts,
    contacts: 'got' in people ? people.got : unknown(people.reason),
    nextStepDate: unknown('not-offered'),
  };
  return {
    ref,
    url: urlOf(access.view.location.href, ref.id),
    fields: { ...unknownFields('not-on-page'), ...fields },
    custom,
  };
}

/** The record's columns; each is `{ value, displayValue }`. */
async function recordOf(access: Access, id: string): Promise<Row> {
  const path = withQuery(`${DATA}/ui-api/records/${id}`, { optionalFields: COLUMNS.join(',') });
  const answer = await ask(access, { path });
  if (!isRow(answer) || !isRow(answer.fields)) throw new CrmTrouble('not-json');
  // Another record's values are never this one's.
  if (answer.id !== id) throw new CrmTrouble('not-json');
  return answer.fields;
}

async function countPeople(access: Access, id: string): Promise<Fact<number>> {
  const soql = `SELECT COUNT_DISTINCT(ContactId) people FROM OpportunityContactRole WHERE OpportunityId = '${id}'`;
  const { rows } = await query(access, soql);
  return factOf(rows[0]?.people, countOf);
}

function factsOf(columns: Row, steps: readonly CrmStage[], locale: string | undefined): SomeFields {
  const at = (name: string): Row | undefined => {
    const column = columns[name];
    return isRow(column) ? column : undefined;
  };
  const fact = <T>(name: string, parse: (value: unknown) => T | undefined): Fact<T> => {
    const column = at(name);
    return column ? factOf(column.value, parse) : unknown('no-access');
  };
  const related = (name: string): Fact<string> =>
    fact(name, (value) =>
      isRow(value) && isRow(value.fields) && isRow(value.fields.Name)
        ? lineOf(value.fields.Name.value)
        : undefined,
    );
  const category = (value: unknown) => (typeof value === 'string' ? categoryOf(value) : undefined);
  return {
    name: fact('Name', lineOf),
    account: related('Account'),
    owner: related('Owner'),
    amount: amountOf(at('Amount'), at('CurrencyIsoCode'), locale),
    stage: stageFact(at('StageName'), at('IsClosed'), at('IsWon'), steps),
    probability: fact('Probability', percentOf),
    forecastCategory: fact('ForecastCategoryName', category),
    closeDate: fact('CloseDate', dateOf),
    created: fact('CreatedDate', localDayOf),
    modified: fact('LastModifiedDate', localDayOf),
    // Empty in a deal that has not moved since Salesforce began to keep it: the deal's history knows more.
    stageEntered: orElse(fact('LastStageChangeDate', localDayOf), unknown('not-on-page')),
    nextStep: fact('NextStep', lineOf),
    pushes: fact('PushCount', countOf),
    pipeline: at('RecordType') ? related('RecordType') : unknown('not-offered'),
  };
}

const orElse = <T>(fact: Fact<T>, instead: Fact<T>): Fact<T> =>
  fact.is === 'empty' ? instead : fact;

/** In an organisation with one currency it stands in the amount as it is shown alone. */
function amountOf(
  amount: Row | undefined,
  code: Row | undefined,
  locale: string | undefined,
): Fact<Money> {
  if (!amount) return unknown('no-access');
  return factOf(amount.value, (value) => {
    const decimal = decimalOfNumber(value);
    if (decimal === undefined) return undefined;
    const currency = currencyOf(amount, code, locale);
    return { amount: decimal, ...(currency === undefined ? {} : { currency }) };
  });
}

function currencyOf(
  amount: Row,
  code: Row | undefined,
  locale: string | undefined,
): string | undefined {
  if (typeof code?.value === 'string' && /^[A-Z]{3}$/.test(code.value)) return code.value;
  const shown = lineOf(amount.displayValue);
  if (shown === undefined || locale === undefined) return undefined;
  const read = parseAmount(shown, { source: 'api', locale: locale.replaceAll('_', '-') });
  return read.is === 'value' ? read.value.currency : undefined;
}

function stageFact(
  stage: Row | undefined,
  closed: Row | undefined,
  won: Row | undefined,
  steps: readonly CrmStage[],
): Fact<Stage> {
  if (!stage) return unknown('no-access');
  const id = lineOf(stage.value);
  if (id === '' || stage.value === null) return empty('api');
  if (id === undefined) return unknown('not-readable');
  const own = steps.find((step) => step.id === id);
  const state =
    typeof closed?.value === 'boolean'
      ? stateOf({ IsClosed: closed.value, IsWon: won?.value })
      : own?.state;
  if (state === undefined) return unknown('no-access', id);
  return known(stageOf(id, lineOf(stage.displayValue) ?? id, state, steps), 'api');
}
