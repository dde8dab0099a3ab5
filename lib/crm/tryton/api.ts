import type { DealRef, Reading } from '../../core/deal.ts';
import { empty, known, unknown, type Fact } from '../../core/fact.ts';
import type { CustomValue } from '../../core/fields.ts';
import type { Access } from '../access.ts';
import { isRow, lineOf, percentOfFraction, type Row } from '../answer-values.ts';
import { oneLine } from '../dom.ts';
import type { SomeFields } from '../form-facts.ts';
import { savedReading } from '../saved-reading.ts';
import { MAPPED, NOT_OFFERED } from './offered.ts';
import { callerOf, TrytonRefused, type Call } from './rpc.ts';
import { stageOf } from './stages.ts';
import { urlOf } from './url.ts';
import { dateOf, decimalOf, localDayOf, relatedOf } from './values.ts';

export const MODEL = 'model.sale.opportunity';

export const FIELDS = [
  'number',
  'description',
  'party.rec_name',
  'employee.rec_name',
  'amount',
  'currency.code',
  'state',
  'conversion_probability',
  'end_date',
  'create_date',
  'write_date',
] as const;
type Asked = (typeof FIELDS)[number];

/** Why a field is missing from the server's answer. */
type Missing = Readonly<Partial<Record<Asked, 'no-access' | 'not-offered'>>>;

/** Reads what is saved. Throws SessionExpired. */
export async function fetchDeal(access: Access, ref: DealRef): Promise<Reading> {
  const call = callerOf(access, ref.org ?? '');
  const [{ row, missing }, labels] = await Promise.all([
    readRow(call, Number(ref.id)),
    stateLabels(call),
  ]);
  return readingOf(access.view.location.href, ref, row, labels, missing);
}

/** One record of the server as a reading; `page` is any address of the client. */
export function readingOf(
  page: string,
  ref: DealRef,
  row: Row,
  labels: ReadonlyMap<string, string>,
  missing: Missing = {},
): Reading {
  const { fields, custom } = factsOf(row, missing, labels);
  return savedReading(ref, urlOf(page, ref), { ...NOT_OFFERED, ...fields }, custom);
}

/** Reads all fields at once; if the server refuses one of them, each by itself, to learn which. */
async function readRow(call: Call, id: number): Promise<{ row: Row; missing: Missing }> {
  try {
    return { row: await readFields(call, id, FIELDS), missing: {} };
  } catch (error) {
    if (!(error instanceof TrytonRefused)) throw error;
    return readEach(call, id, error);
  }
}

async function readEach(call: Call, id: number, refused: TrytonRefused) {
  const missing: Partial<Record<Asked, 'no-access' | 'not-offered'>> = {};
  const rows = await Promise.all(
    FIELDS.map(async (field) => {
      try {
        return await readFields(call, id, [field]);
      } catch (error) {
        if (!(error instanceof TrytonRefused)) throw error;
        missing[field] = error.kind === 'UserError' ? 'no-access' : 'not-offered';
        return {};
      }
    }),
  );
  if (Object.keys(missing).length === FIELDS.length) throw refused;
  return { row: Object.assign({}, ...rows) as Row, missing };
}

export async function readFields(
  call: Call,
  id: number,
  fields: readonly string[],
  context?: Readonly<Record<string, unknown>>,
): Promise<Row> {
  const result = await call(`${MODEL}.read`, [[id], fields], context);
  const row: unknown = Array.isArray(result) ? result[0] : undefined;
  if (!isRow(row)) throw new Error('Tryton gave no record.');
  return row;
}

/** The states' names in the user's language; none where they cannot be had: then a state is called by its id. */
export async function stateLabels(call: Call): Promise<ReadonlyMap<string, string>> {
  try {
    const result = await call(`${MODEL}.fields_get`, [['state']]);
    const state = isRow(result) ? result.state : undefined;
    const selection = isRow(state) && Array.isArray(state.selection) ? state.selection : [];
    return new Map(selection as [string, string][]);
  } catch (error) {
    if (error instanceof TrytonRefused) return new Map();
    throw error;
  }
}

function factsOf(row: Row, missing: Missing, labels: ReadonlyMap<string, string>) {
  /** The field's fact; `value` is null for empty, and undefined for what nobody can read. */
  const fact = <T>(field: Asked, value: T | null | undefined): Fact<T> => {
    const reason = missing[field];
    if (reason !== undefined) return unknown(reason);
    if (value === undefined) return unknown('not-readable');
    return value === null || value === '' ? empty('api') : known(value, 'api');
  };
  const at = <T>(field: Asked, parse: (value: unknown) => T | undefined): T | null | undefined =>
    row[field] === null ? null : parse(row[field]);
  const currency = relatedOf(row, 'currency', 'code');
  const money = (value: unknown) => {
    const amount = decimalOf(value);
    return amount === undefined ? undefined : { amount, ...(currency ? { currency } : {}) };
  };
  const fields: SomeFields = {
    name: fact('description', at('description', lineOf)),
    account: fact('party.rec_name', related(row, 'party')),
    owner: fact('employee.rec_name', related(row, 'employee')),
    amount: fact('amount', at('amount', money)),
    stage: fact(
      'state',
      at('state', (id) => (typeof id === 'string' ? stageOf(id, labels.get(id) ?? id) : undefined)),
    ),
    probability: fact('conversion_probability', at('conversion_probability', percentOfFraction)),
    closeDate: fact('end_date', at('end_date', dateOf)),
    created: fact('create_date', at('create_date', localDayOf)),
    // Never written since it was created
    modified: fact('write_date', at('write_date', localDayOf) ?? at('create_date', localDayOf)),
  };
  const custom: Record<string, Fact<CustomValue>> = {
    [MAPPED.number]: fact('number', at('number', lineOf)),
    [MAPPED.currency]: fact('currency.code', currency),
  };
  return { fields, custom };
}

function related(row: Row, field: string): string | null | undefined {
  const name = relatedOf(row, field, 'rec_name');
  return typeof name === 'string' ? oneLine(name) : name;
}
