import type { Fields, Reading } from '../core/deal.ts';
import { unknown, type Fact, type Source } from '../core/fact.ts';
import {
  FIELD_NAMES,
  FIELDS,
  type FieldName,
  type FieldValues,
  type Stage,
} from '../core/fields.ts';
import { TEXT_LIMIT } from '../core/limits.ts';
import type { Money } from '../core/money.ts';
import type { Change } from '../core/records.ts';
import { compareMoney, sharperMoney } from './compare-money.ts';

/** Where saved values come from. What is typed, answered or derived is no reading of the CRM. */
const SAVED: ReadonlySet<Source> = new Set(['page', 'api']);

/** `modified` moves with every save and says nothing that the other changes do not say. */
const TRACKED = FIELD_NAMES.filter((name) => name !== 'modified');

const mapFields = (map: (name: FieldName) => Fact<unknown>): Fields =>
  Object.fromEntries(FIELD_NAMES.map((name) => [name, map(name)])) as unknown as Fields;

const savedFact = (fact: Fact<unknown>): Fact<unknown> =>
  fact.is === 'unknown' || SAVED.has(fact.source) ? fact : unknown('not-on-page');

/** The reading with nothing in it but what stands saved in the CRM: only that becomes history. */
export const savedOnly = (reading: Reading): Reading => ({
  ...reading,
  fields: mapFields((name) => savedFact(reading.fields[name])),
  custom: Object.fromEntries(
    Object.entries(reading.custom).map(([name, fact]) => [name, savedFact(fact)]),
  ) as Reading['custom'],
});

function mergeFact(name: FieldName, before: Fact<unknown>, after: Fact<unknown>): Fact<unknown> {
  if (after.is === 'unknown') return before.is === 'unknown' ? after : before;
  if (before.is !== 'value' || after.is !== 'value') return after;
  if (FIELDS[name] !== 'money') return after;
  const old = before.value as Money;
  const fresh = after.value as Money;
  return compareMoney(old, fresh) === 'same'
    ? { ...after, value: sharperMoney(old, fresh) }
    : after;
}

/**
 * Lays a new saved reading over the stored one. What could not be read this time stays as last seen, and
 * a rounded amount does not take the place of the exact one that it stands for.
 */
export const mergeSaved = (before: Reading, after: Reading): Reading => ({
  ...after,
  fields: mapFields((name) => mergeFact(name, before.fields[name], after.fields[name])),
  custom: {
    ...before.custom,
    ...Object.fromEntries(
      Object.entries(after.custom).filter(
        ([name, fact]) => fact.is !== 'unknown' || !(name in before.custom),
      ),
    ),
  },
});

/** A value as the plain text that a change keeps: a date, a decimal, a stage's id. */
function plain(name: FieldName, value: unknown): string {
  if (name === 'stage') return (value as Stage).id;
  if (FIELDS[name] === 'money') return (value as Money).amount;
  return String(value).slice(0, TEXT_LIMIT);
}

const plainOf = (name: FieldName, fact: Fact<unknown>): string | null =>
  fact.is === 'value' ? plain(name, fact.value) : null;

function differ(name: FieldName, before: Fact<unknown>, after: Fact<unknown>): boolean {
  if (before.is === 'value' && after.is === 'value' && FIELDS[name] === 'money') {
    return compareMoney(before.value as Money, after.value as Money) === 'other';
  }
  return plainOf(name, before) !== plainOf(name, after);
}

const orderOf = (fact: Fact<FieldValues['stage']>): number | undefined =>
  fact.is === 'value' ? fact.value.order : undefined;

function stageOrders(before: Fields, after: Fields): Pick<Change, 'fromOrder' | 'toOrder'> {
  const from = orderOf(before.stage);
  const to = orderOf(after.stage);
  return {
    ...(from === undefined ? {} : { fromOrder: from }),
    ...(to === undefined ? {} : { toOrder: to }),
  };
}

/**
 * What changed between two saved readings, field by field. Both sides must be known, as a value or as
 * empty: what could not be read never makes a change. `day` is the day on which the change was seen.
 */
export function changesBetween(before: Reading, after: Reading, day: string): Change[] {
  const changes: Change[] = [];
  for (const field of TRACKED) {
    const old: Fact<unknown> = before.fields[field];
    const fresh: Fact<unknown> = after.fields[field];
    if (old.is === 'unknown' || fresh.is === 'unknown' || !differ(field, old, fresh)) continue;
    changes.push({
      field,
      from: plainOf(field, old),
      to: plainOf(field, fresh),
      ...(field === 'stage' ? stageOrders(before.fields, after.fields) : {}),
      day,
      source: fresh.source,
    });
  }
  return changes;
}
