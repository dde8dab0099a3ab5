import type { Fact } from '../../core/fact.ts';
import { FIELD_NAMES, FIELDS, type CustomValue, type Kind } from '../../core/fields.ts';
import { compareDecimal, isDecimal, type Money } from '../../core/money.ts';
import type { KnownRow } from './known-rows.ts';

/** As many texts of a field as a list of choices can hold. */
const MOST_CHOICES = 100;
/** Longer texts are no choices. */
const LONGEST = 120;
/** Distinct texts of one field that are counted, and custom fields that are looked at: a page cannot fill the memory. */
const MOST_COUNTED = 20_000;
const MOST_PATHS = 500;

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;
/** Texts that are each deal's own: nobody chooses from them. */
const FREE: ReadonlySet<string> = new Set(['name', 'nextStep']);

interface Span {
  seen: number;
  low: string;
  high: string;
}

/** What is counted under one field path. Numbers and dates apart: two CRMs may use one name for both. */
interface Tally {
  readonly texts: Map<string, number>;
  readonly numbers: Span;
  readonly dates: Span;
}

type Range = Readonly<Pick<Span, 'low' | 'high'>>;

const newSpan = (): Span => ({ seen: 0, low: '', high: '' });
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function widen(span: Span, value: string, compare: (a: string, b: string) => number): void {
  if (span.seen === 0 || compare(value, span.low) < 0) span.low = value;
  if (span.seen === 0 || compare(value, span.high) > 0) span.high = value;
  span.seen += 1;
}

/** Counts what deals have in their fields. */
export interface Tallies {
  readonly add: (row: KnownRow) => void;
  /** The most frequent first; of two that are as frequent, by the alphabet. */
  readonly choices: () => Record<string, readonly string[]>;
  readonly ranges: () => Record<string, Range>;
}

/** Counts the values of each fact; starts with none. */
export function createTallies(): Tallies {
  const tallies = new Map<string, Tally>();
  const tallyOf = (path: string): Tally | undefined => {
    const found = tallies.get(path);
    if (found || tallies.size >= MOST_PATHS) return found;
    const made = { texts: new Map<string, number>(), numbers: newSpan(), dates: newSpan() };
    tallies.set(path, made);
    return made;
  };
  return {
    add: ({ reading: { fields, custom } }) => {
      for (const name of FIELD_NAMES) {
        if (!FREE.has(name)) count(fields[name], FIELDS[name], () => tallyOf(name));
      }
      for (const [key, fact] of Object.entries(custom)) {
        count(fact, kindOf(fact), () => tallyOf(`custom.${key}`));
      }
    },
    choices: () => collect(tallies, choicesOf),
    ranges: () => collect(tallies, rangeOf),
  };
}

function collect<T>(
  tallies: ReadonlyMap<string, Tally>,
  make: (tally: Tally) => T | undefined,
): Record<string, T> {
  const made = [...tallies].map(([path, tally]) => [path, make(tally)] as const);
  return Object.fromEntries(made.filter((entry): entry is [string, T] => entry[1] !== undefined));
}

/** What a custom field's value looks like. */
function kindOf(fact: Fact<CustomValue>): Kind {
  if (fact.is !== 'value') return 'text';
  const { value } = fact;
  if (typeof value === 'number') return 'number';
  if (typeof value === 'string') return ISO_DATE.test(value) ? 'date' : 'text';
  return 'amount' in value ? 'money' : 'set';
}

function count(fact: Fact<unknown>, kind: Kind, tally: () => Tally | undefined): void {
  if (fact.is !== 'value') return;
  const { value } = fact;
  switch (kind) {
    case 'text':
      countText(tally(), String(value));
      return;
    case 'choice':
      countText(tally(), typeof value === 'string' ? value : (value as { label: string }).label);
      return;
    case 'set':
      for (const text of value as readonly string[]) countText(tally(), text);
      return;
    case 'date':
      widenIn(tally()?.dates, String(value), byText);
      return;
    case 'number':
    case 'money': {
      const decimal = kind === 'money' ? (value as Money).amount : String(value);
      // A number as wide as 1e21 is written with an exponent, which is no decimal.
      if (isDecimal(decimal)) widenIn(tally()?.numbers, decimal, compareDecimal);
    }
  }
}

function widenIn(
  span: Span | undefined,
  value: string,
  compare: (a: string, b: string) => number,
): void {
  if (span) widen(span, value, compare);
}

function countText(tally: Tally | undefined, raw: string): void {
  const text = raw.trim();
  if (!tally || text === '' || text.length > LONGEST) return;
  const before = tally.texts.get(text);
  if (before === undefined && tally.texts.size >= MOST_COUNTED) return;
  tally.texts.set(text, (before ?? 0) + 1);
}

function choicesOf({ texts }: Tally): readonly string[] | undefined {
  if (texts.size === 0) return undefined;
  return [...texts]
    .toSorted(([a, often], [b, rarer]) => rarer - often || byText(a, b))
    .slice(0, MOST_CHOICES)
    .map(([text]) => text);
}

function rangeOf({ numbers, dates }: Tally): Range | undefined {
  const { seen, low, high } = numbers.seen >= dates.seen ? numbers : dates;
  return seen === 0 ? undefined : { low, high };
}
