import type { Fields, Reading } from '../core/deal.ts';
import type { Fact } from '../core/fact.ts';
import { FIELD_NAMES, FIELDS, type FieldName, type Stage } from '../core/fields.ts';
import { bounds, compareDecimal, type Money } from '../core/money.ts';
import type { SeenRow } from '../messaging/protocol.ts';

/** Which known deal a row of a list is, and what row and deal say together. */

/** A deal that is kept, under its key. */
export interface KnownDeal {
  readonly key: string;
  readonly reading: Reading;
}

/** A name as it is compared: on one line, whatever its case. */
export const plainName = (name: string): string =>
  name.replace(/\s+/g, ' ').trim().toLocaleLowerCase();

const nameOf = ({ reading }: KnownDeal): string | undefined => {
  const { name } = reading.fields;
  return name.is === 'value' ? plainName(name.value) : undefined;
};

/**
 * The known deal that a row without an id is: the one of its name that agrees with everything that the row shows.
 * Undefined for none, and for two: a row is never taken for a deal that it may not be.
 */
export function dealOfRow(
  row: SeenRow,
  named: ReadonlyMap<string, readonly KnownDeal[]>,
): KnownDeal | undefined {
  const deals = row.name === undefined ? undefined : named.get(plainName(row.name));
  const agreeing = (deals ?? []).filter(({ reading }) => isLike(reading.fields, row.fields));
  return agreeing.length === 1 ? agreeing[0] : undefined;
}

/** The known deals by their names. */
export function byName(deals: readonly KnownDeal[]): ReadonlyMap<string, readonly KnownDeal[]> {
  const named = new Map<string, KnownDeal[]>();
  for (const deal of deals) {
    const name = nameOf(deal);
    if (name === undefined) continue;
    const list = named.get(name);
    if (list) list.push(deal);
    else named.set(name, [deal]);
  }
  return named;
}

/** True where row and deal contradict each other nowhere. */
function isLike(deal: Fields, row: SeenRow['fields']): boolean {
  return FIELD_NAMES.every((name) => {
    const shown: Fact<unknown> | undefined = row[name];
    const known: Fact<unknown> = deal[name];
    if (!shown || shown.is === 'unknown' || known.is === 'unknown') return true;
    return isSame(name, known, shown);
  });
}

function isSame(name: FieldName, known: Fact<unknown>, shown: Fact<unknown>): boolean {
  if (known.is !== 'value' || shown.is !== 'value') return known.is === shown.is;
  if (FIELDS[name] === 'money') return isSameMoney(known.value as Money, shown.value as Money);
  if (name === 'stage') return isSameStage(known.value as Stage, shown.value as Stage);
  return plainName(String(known.value)) === plainName(String(shown.value));
}

/** Amounts that can stand for the same one: a list may round, and leave out the currency. */
function isSameMoney(known: Money, shown: Money): boolean {
  const { currency } = shown;
  if (currency !== undefined && known.currency !== undefined && currency !== known.currency) {
    return false;
  }
  const [one, other] = [bounds(known), bounds(shown)];
  return compareDecimal(one.low, other.high) <= 0 && compareDecimal(other.low, one.high) <= 0;
}

const isSameStage = (known: Stage, shown: Stage): boolean =>
  known.id === shown.id || plainName(known.label) === plainName(shown.label);

/**
 * Lays what a row shows over what is known. Where both say the same the known fact stays: it is the exact one. A
 * stage that the row only names stays the known one of that name.
 */
export function overlay(known: Fields, row: SeenRow['fields']): Fields {
  const laid: Partial<Record<FieldName, Fact<unknown>>> = { ...known };
  for (const name of FIELD_NAMES) {
    const shown: Fact<unknown> | undefined = row[name];
    if (shown) laid[name] = laidFact(name, known[name], shown);
  }
  return laid as unknown as Fields;
}

function laidFact(name: FieldName, known: Fact<unknown>, shown: Fact<unknown>): Fact<unknown> {
  if (shown.is !== 'unknown') {
    return known.is !== 'unknown' && isSame(name, known, shown) ? known : shown;
  }
  if (shown.reason === 'not-on-page' || shown.reason === 'not-offered') return known;
  const named = name === 'stage' && known.is === 'value' && shown.saw !== undefined;
  const label = named ? plainName((known.value as Stage).label) : undefined;
  return label !== undefined && label === plainName(shown.saw ?? '') ? known : shown;
}
