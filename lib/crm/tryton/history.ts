import type { DealRef } from '../../core/deal.ts';
import type { FieldName } from '../../core/fields.ts';
import type { Change } from '../../core/records.ts';
import type { Access } from '../access.ts';
import { percentOfFraction, textIn, type Row } from '../answer-values.ts';
import { changeOf, plainText, type Text } from '../changes.ts';
import { MODEL, readFields } from './api.ts';
import { callerOf, TrytonRefused, type Call } from './rpc.ts';
import { sessionOf } from './session.ts';
import { PLACES } from './stages.ts';
import { dateOf, decimalOf, localDayOf, timeOf } from './values.ts';

/** The newest revisions that are read: a deal that was written more often is known from a later day on. */
const MOST = 200;
/** How many of them, of all deals, are remembered. */
const MOST_KEPT = 2000;
/** How many are asked for at a time. */
const AT_ONCE = 6;

/** Each field whose changes are kept, and its value as a plain text; null for empty. */
const KEPT: readonly (readonly [field: FieldName, name: string, text: Text])[] = [
  ['amount', 'amount', decimalOf],
  ['closeDate', 'end_date', dateOf],
  ['stage', 'state', textIn],
  ['probability', 'conversion_probability', (value) => percentOfFraction(value)?.toString()],
];

interface Revision {
  readonly moment: unknown;
  readonly time: number;
  readonly day: string;
}

/** The deal's changes, from Tryton's own revisions of it. */
export async function history(
  access: Access,
  ref: DealRef,
): Promise<{ changes: readonly Change[]; since: string }> {
  const { view } = access;
  const call = callerOf(access, ref.org ?? '');
  const id = Number(ref.id);
  const [revisions, names] = await Promise.all([revisionsOf(call, id), readableNames(call, id)]);
  const [first] = revisions;
  if (!first) throw new Error('Tryton keeps no history of this deal.');
  const user = sessionOf(view, ref.org ?? '')?.user_id;
  const rows = await inBatches(revisions, ({ moment, time }) =>
    remembered(view, JSON.stringify([user, ref.org, id, time, names]), () =>
      readFields(call, id, names, { _datetime: moment }),
    ),
  );
  const changes = rows.flatMap((row, index) => {
    const before = rows[index - 1];
    const revision = revisions[index];
    return before && revision ? changesBetween(before, row, revision.day) : [];
  });
  return { changes, since: first.day };
}

/** A revision never changes: each is asked for once in the life of a page. */
const kept = new WeakMap<Window, Map<string, Row>>();

async function remembered(view: Window, key: string, ask: () => Promise<Row>): Promise<Row> {
  const rows = kept.get(view) ?? new Map<string, Row>();
  kept.set(view, rows);
  const row = rows.get(key) ?? (await ask());
  if (rows.size >= MOST_KEPT) rows.clear();
  rows.set(key, row);
  return row;
}

/** The fields that the user may read: one that the server refuses must not cost the others. */
async function readableNames(call: Call, id: number): Promise<string[]> {
  const names = KEPT.map(([, name]) => name);
  const may = async (some: string[]): Promise<boolean> => {
    try {
      await readFields(call, id, some);
      return true;
    } catch (error) {
      if (error instanceof TrytonRefused) return false;
      throw error;
    }
  };
  if (await may(names)) return names;
  const readable = await Promise.all(names.map((name) => may([name])));
  return names.filter((_, index) => readable[index]);
}

/** The newest revisions, oldest first. */
async function revisionsOf(call: Call, id: number): Promise<Revision[]> {
  const result = await call(`${MODEL}.history_revisions`, [[id]]);
  if (!Array.isArray(result)) throw new Error('Tryton gave no revisions.');
  const revisions = (result as unknown[]).flatMap((entry) => {
    const moment: unknown = Array.isArray(entry) ? entry[0] : undefined;
    const [time, day] = [timeOf(moment), localDayOf(moment)];
    return time === undefined || day === undefined ? [] : [{ moment, time, day }];
  });
  return revisions.sort((a, b) => a.time - b.time).slice(-MOST);
}

async function inBatches<T, U>(items: readonly T[], run: (item: T) => Promise<U>): Promise<U[]> {
  const results: U[] = [];
  for (let from = 0; from < items.length; from += AT_ONCE) {
    results.push(...(await Promise.all(items.slice(from, from + AT_ONCE).map(run))));
  }
  return results;
}

const changesBetween = (before: Row, after: Row, day: string): Change[] =>
  KEPT.flatMap(([field, name, text]) => {
    const [from, to] = [plainText(before[name], text), plainText(after[name], text)];
    return changeOf({ field, from, to, day }, PLACES);
  });
