import type { DayBound, Leaf } from '../../../lib/core/condition-schema.ts';

/** How a day is named: today, so many days from it, a fixed date, or the end of the window. */
export const DAY_WAYS = ['today', 'ahead', 'ago', 'date', 'window-end'] as const;
export type DayWay = (typeof DAY_WAYS)[number];

/** The kinds of days that are counted. */
export const UNITS = ['calendar', 'working'] as const;
export type Unit = (typeof UNITS)[number];

/** How old an answer may be: any age, the playbook's own, or so many days. */
export const AGES = ['any', 'playbook', 'days'] as const;
export type Age = (typeof AGES)[number];

/**
 * What somebody typed beside an operator: every part that any operator asks for, so that nothing is lost while
 * operators are tried. Numbers are the texts that were typed; a decimal is plain ("1500.50") once it was understood.
 */
export interface Typed {
  readonly decimal: string;
  readonly low: string;
  readonly high: string;
  readonly text: string;
  readonly texts: readonly string[];
  /** Currencies; none is those of the playbook. */
  readonly codes: readonly string[];
  readonly way: DayWay;
  readonly days: string;
  readonly unit: Unit;
  /** YYYY-MM-DD, or "". */
  readonly date: string;
  readonly words: string;
  readonly age: Age;
  readonly ageDays: string;
  readonly count: string;
}

/** Nothing typed yet. */
export const BLANK: Typed = {
  decimal: '',
  low: '',
  high: '',
  text: '',
  texts: [],
  codes: [],
  way: 'today',
  days: '',
  unit: 'calendar',
  date: '',
  words: '',
  age: 'any',
  ageDays: '',
  count: '',
};

/** The whole number that a text is, or NaN, which a check of the playbook names. */
export const wholeOf = (text: string): number => {
  const line = text.trim();
  return /^-?\d+$/.test(line) ? Number(line) || 0 : Number.NaN;
};

/** The text of a number that a condition holds; "" for none. A draft may have lost it on its way through a store. */
const textOf = (number: number | null): string =>
  typeof number === 'number' && Number.isFinite(number) ? String(number) : '';

/** What a leaf holds beside its field and operator, as it would be typed. */
export function typedOf(leaf: Leaf): Typed {
  switch (leaf.op) {
    case 'is-set':
    case 'is-empty':
      return BLANK;
    case 'evidence':
      return { ...BLANK, ...ageOf(leaf.maxAge), words: textOf(leaf.minWords ?? null) };
    case 'is':
    case 'is-not':
    case 'contains':
    case 'includes':
      return { ...BLANK, text: leaf.value };
    case 'one-of':
    case 'none-of':
    case 'includes-any':
    case 'includes-all':
      return { ...BLANK, texts: [...leaf.value] };
    case 'equals':
    case 'differs':
    case 'more-than':
    case 'at-least':
    case 'less-than':
    case 'at-most':
      return { ...BLANK, decimal: leaf.value };
    case 'between':
      return { ...BLANK, low: leaf.low, high: leaf.high };
    case 'currency-in':
      return { ...BLANK, codes: [...leaf.value] };
    case 'before':
    case 'on-or-before':
    case 'after':
    case 'on-or-after':
      return { ...BLANK, ...dayTyped(leaf.day) };
    case 'count-at-least':
    case 'count-at-most':
      return { ...BLANK, count: textOf(leaf.value) };
  }
}

function ageOf(maxAge: number | 'playbook' | undefined): Pick<Typed, 'age' | 'ageDays'> {
  if (maxAge === undefined) return { age: 'any', ageDays: '' };
  if (maxAge === 'playbook') return { age: 'playbook', ageDays: '' };
  return { age: 'days', ageDays: textOf(maxAge) };
}

function dayTyped(day: DayBound): Partial<Typed> {
  if (day === 'window-end') return { way: 'window-end' };
  if ('date' in day) return { way: 'date', date: day.date };
  const { days, unit } = day;
  if (days === 0) return { way: 'today', unit };
  return { way: days < 0 ? 'ago' : 'ahead', days: textOf(days).replace('-', ''), unit };
}

/** The leaf that a field, an operator and what was typed beside them make, in the form that types allow. */
export function leafOf(field: string, op: Leaf['op'], typed: Typed): Leaf {
  switch (op) {
    case 'is-set':
    case 'is-empty':
      return { field, op };
    case 'evidence':
      return { field, op, ...evidenceOf(typed) };
    case 'is':
    case 'is-not':
    case 'contains':
    case 'includes':
      return { field, op, value: typed.text };
    case 'one-of':
    case 'none-of':
    case 'includes-any':
    case 'includes-all':
      return { field, op, value: [...typed.texts] };
    case 'equals':
    case 'differs':
    case 'more-than':
    case 'at-least':
    case 'less-than':
    case 'at-most':
      return { field, op, value: typed.decimal };
    case 'between':
      return { field, op, low: typed.low, high: typed.high };
    case 'currency-in':
      return { field, op, value: [...typed.codes] };
    case 'before':
    case 'on-or-before':
    case 'after':
    case 'on-or-after':
      return { field, op, day: dayBound(typed) };
    case 'count-at-least':
    case 'count-at-most':
      return { field, op, value: wholeOf(typed.count) };
  }
}

function evidenceOf({
  words,
  age,
  ageDays,
}: Typed): Pick<Extract<Leaf, { op: 'evidence' }>, 'minWords' | 'maxAge'> {
  const maxAge = age === 'days' ? wholeOf(ageDays) : age;
  return {
    ...(words.trim() === '' ? {} : { minWords: wholeOf(words) }),
    ...(maxAge === 'any' ? {} : { maxAge }),
  };
}

function dayBound({ way, days, unit, date }: Typed): DayBound {
  switch (way) {
    case 'today':
      return { days: 0, unit };
    case 'ahead':
      return { days: wholeOf(days), unit };
    case 'ago':
      return { days: 0 - wholeOf(days), unit };
    case 'date':
      return { date };
    case 'window-end':
      return way;
  }
}
