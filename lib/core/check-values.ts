import { addDays, dayNumber, isoOfDay } from './calendar.ts';
import type { Moment } from './condition-facts.ts';
import type { Leaf } from './condition-schema.ts';
import { CATEGORIES, type FieldName, type Stage } from './fields.ts';
import { addDecimal, type Money } from './money.ts';
import { PLACEHOLDERS } from './placeholder.ts';

/** Words that no condition names, in letters, in digits and in another script. */
const FILLERS = ['zqxj', '7351', 'ωψξφ'];

/** The texts that leaves name, whatever they ask of them. */
function named(leaves: readonly Leaf[]): string[] {
  return leaves.flatMap((leaf) => {
    if (!('value' in leaf) || leaf.op === 'currency-in' || DECIMAL_OPS.has(leaf.op)) return [];
    return typeof leaf.value === 'number' ? [] : leaf.value;
  });
}

/** Texts: each one that is named, all that must be contained, and long and short ones beside them. */
export function textsOf(leaves: readonly Leaf[]): string[] {
  const parts = leaves.flatMap((leaf) => (leaf.op === 'contains' ? [leaf.value] : []));
  const words = Math.max(
    1,
    ...leaves.map((leaf) => (leaf.op === 'evidence' ? (leaf.minWords ?? 1) : 1)),
  );
  const joined = parts.join(' ');
  const long = FILLERS.map((filler) => new Array<string>(words).fill(filler).join(' '));
  const texts = [
    ...named(leaves),
    ...FILLERS,
    ...long,
    joined,
    ...long.map((text) => `${joined} ${text}`),
  ];
  const asksEvidence = leaves.some((leaf) => leaf.op === 'evidence');
  return asksEvidence ? [...texts, ...PLACEHOLDERS, '?'] : texts;
}

/** Stages, categories or sides. A stage is tried with one text as its id and label. */
export function choicesOf(
  leaves: readonly Leaf[],
  name: FieldName | undefined,
): (Stage | string)[] {
  if (name === 'forecastCategory') return [...CATEGORIES];
  if (name === 'lastContactBy') return ['buyer', 'us'];
  return [...named(leaves), ...FILLERS].map((text) => ({ id: text, label: text, state: 'open' }));
}

const DECIMAL_OPS: ReadonlySet<string> = new Set([
  'equals',
  'differs',
  'more-than',
  'at-least',
  'less-than',
  'at-most',
]);

/** Decimals on every threshold, and so near to it on both sides that no other one lies between. */
function decimalsOf(leaves: readonly Leaf[]): string[] {
  const thresholds = leaves.flatMap((leaf) => {
    if (leaf.op === 'between') return [leaf.low, leaf.high];
    return DECIMAL_OPS.has(leaf.op) && 'value' in leaf ? [leaf.value as string] : [];
  });
  const digits = Math.max(0, ...thresholds.map((text) => (text.split('.')[1] ?? '').length));
  const step = `0.${'0'.repeat(digits)}1`;
  return [
    '1',
    ...thresholds.flatMap((text) => [text, addDecimal(text, step), addDecimal(text, `-${step}`)]),
  ];
}

/** Numbers that the field can have: counts are whole and not negative, a probability is a percentage. */
export function numbersOf(leaves: readonly Leaf[], name?: FieldName): number[] {
  const numbers = decimalsOf(leaves).map(Number);
  if (name === 'probability') return [0, 100, ...numbers.filter((n) => n >= 0 && n <= 100)];
  if (name !== 'pushes' && name !== 'contacts') return numbers;
  const whole = numbers.map(Math.floor).flatMap((n) => [n - 1, n, n + 1]);
  return whole.filter((n) => n >= 0);
}

export function moneyOf(leaves: readonly Leaf[], { currencies }: Moment): Money[] {
  const listed = leaves.flatMap((leaf) => (leaf.op === 'currency-in' ? leaf.value : []));
  const tried = [...new Set([...listed, ...currencies, 'XXX'])];
  return decimalsOf(leaves).flatMap((amount) => tried.map((currency) => ({ amount, currency })));
}

/** Dates on every threshold, the day before and the day after. */
export function datesOf(leaves: readonly Leaf[], at: Moment): string[] {
  const days = leaves.flatMap((leaf) => {
    if (!('day' in leaf)) return [];
    const { day } = leaf;
    if (day === 'window-end') return [at.windowEnd];
    return 'date' in day
      ? [dayNumber(day.date)]
      : [addDays(at.today, day.days, day.unit, at.calendar)];
  });
  return [at.today, ...days.flatMap((day) => [day - 1, day, day + 1])].map(isoOfDay);
}

/** More members than a set of a deal has; a count beyond it is not tried. */
const LARGEST = 50;

/** Sets of what is named, and as large as the counts ask for. */
export function setsOf(leaves: readonly Leaf[]): string[][] {
  const texts = [...new Set(named(leaves))];
  const must = leaves.flatMap((leaf) =>
    leaf.op === 'includes' || leaf.op === 'includes-all' ? leaf.value : [],
  );
  const counts = leaves.flatMap((leaf) =>
    leaf.op === 'count-at-least' || leaf.op === 'count-at-most' ? [leaf.value, leaf.value + 1] : [],
  );
  const bases = [
    [],
    must,
    texts,
    ...texts.map((text) => [text]),
    ...texts.map((text) => [...must, text]),
  ];
  return bases.flatMap((base) => {
    const members = [...new Set(base)];
    return [0, 1, ...counts].map((count) => [...members, ...fillersFor(count - members.length)]);
  });
}

const fillersFor = (missing: number): string[] =>
  Array.from({ length: Math.min(LARGEST, Math.max(0, missing)) }, (_, i) => `zqxj ${i}`);
