import type { Reading } from '../../core/deal.ts';
import { empty, known, unknown, valueOf, type Fact, type Source } from '../../core/fact.ts';
import type { Stage } from '../../core/fields.ts';
import type { Money } from '../../core/money.ts';
import { dayOf, decimalOfNumber, percentOf } from '../answer-values.ts';
import { oneLine } from '../dom.ts';
import type { SomeFields } from '../form-facts.ts';
import { categoryOf, stateOf } from './facts.ts';
import type { FormValue } from './page-script.ts';
import type { Form } from './xrm.ts';

/** What the form holds, as the client's own interface gave it: typed by the user, or as it was loaded. */
export function fromForm({ values, stage, process }: Form, saved: Reading | undefined): SomeFields {
  const { parentaccountid: parent, customerid: customer } = values;
  const company = parent?.value === null && customer ? customer : (parent ?? customer);
  const fields: SomeFields = {
    ...put('name', values.name, lineOf),
    ...put('amount', values.estimatedvalue, (value) => moneyOf(value, values, saved)),
    ...put('closeDate', values.estimatedclosedate, dayOf),
    ...put('probability', values.closeprobability, percentOf),
    ...put('forecastCategory', values.msdyn_forecastcategory, categoryOf),
    ...put('owner', values.ownerid, lineOf),
    ...put('account', company, lineOf),
    ...put('created', values.createdon, dayOf),
    ...put('modified', values.modifiedon, dayOf),
  };
  return {
    ...fields,
    ...(stage ? { stage: stageFact(stage, values.statecode, saved) } : {}),
    ...(process === undefined ? {} : { pipeline: known(oneLine(process), 'page') }),
  };
}

/** A field with its fact; nothing for a column that the form does not have. */
function put<K extends string, T>(
  field: K,
  found: FormValue | undefined,
  read: (value: unknown) => T | undefined,
): Readonly<Partial<Record<K, Fact<T>>>> {
  return (found ? { [field]: factOf(found, read) } : {}) as Partial<Record<K, Fact<T>>>;
}

function factOf<T>(
  { value, dirty, fault }: FormValue,
  read: (value: unknown) => T | undefined,
): Fact<T> {
  if (fault) return unknown(fault);
  const source: Source = dirty === true ? 'typed' : 'page';
  if (value === null || value === undefined) return empty(source);
  const found = read(value);
  if (found === undefined) return unknown('not-readable', String(value).slice(0, 200));
  return found === '' ? empty(source) : known(found, source);
}

const lineOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? oneLine(value) : undefined;

/** The form names the currency and not its code: the saved code counts as long as the currency was not changed. */
function moneyOf(
  value: unknown,
  { transactioncurrencyid: chosen }: Form['values'],
  saved: Reading | undefined,
): Money | undefined {
  const amount = decimalOfNumber(value);
  if (amount === undefined) return undefined;
  const code = saved && valueOf(saved.fields.amount)?.currency;
  return code === undefined || chosen?.dirty === true ? { amount } : { amount, currency: code };
}

/** A stage that was entered just now is not the saved one yet. Whether the deal is open is the deal's own state. */
function stageFact(
  { id, name }: { readonly id: string; readonly name: string },
  state: FormValue | undefined,
  saved: Reading | undefined,
): Fact<Stage> {
  const before = saved && valueOf(saved.fields.stage);
  const open = stateOf(state?.value) ?? before?.state;
  if (open === undefined) return unknown('not-readable', name.slice(0, 200));
  const order = before?.id === id ? before.order : undefined;
  return known(
    { id, label: oneLine(name), state: open, ...(order === undefined ? {} : { order }) },
    'page',
  );
}
