import { describe, expect, it } from 'vitest';
import type { Because, Truth } from './assessment.ts';
import { dayNumber, workCalendar } from './calendar.ts';
import { compileCondition, type Facts, type Moment } from './condition.ts';
import type { Condition, Leaf } from './condition-schema.ts';
import { unknownFields, type Fields } from './deal.ts';
import { empty, known, unknown, type Fact } from './fact.ts';
import type { CustomValue, Stage } from './fields.ts';
import type { Money } from './money.ts';
import type { Answer } from './records.ts';

const at: Moment = {
  today: dayNumber('2026-03-10'), // a Tuesday
  windowEnd: dayNumber('2026-04-09'),
  calendar: workCalendar(['2026-03-13']),
  currencies: ['EUR', 'GBP'],
  answerAge: 30,
};

interface Given {
  fields?: Partial<Fields>;
  custom?: Record<string, Fact<CustomValue>>;
  answers?: Record<string, Answer> | 'unreadable';
}

const factsOf = ({ fields = {}, custom = {}, answers = {} }: Given): Facts => ({
  fields: { ...unknownFields('not-on-page'), ...fields },
  custom,
  answers: answers === 'unreadable' ? undefined : answers,
});

const ask = (condition: Condition, given: Given = {}, moment = at) =>
  compileCondition(condition)(factsOf(given), moment);

/** The truth and reason of a single leaf, as "no: empty". */
function judge(leaf: Leaf, given: Given = {}, moment = at): string {
  const { truth, findings } = ask(leaf, given, moment);
  expect(findings).toHaveLength(1);
  expect(findings[0]?.leaf).toBe(leaf);
  expect(findings[0]?.truth).toBe(truth);
  return `${truth}: ${findings[0]!.because}`;
}

const limitOf = (leaf: Leaf, given: Given = {}) => ask(leaf, given).findings[0]!.limit;
const amount = (money: Money): Given => ({ fields: { amount: known(money, 'page') } });
const closing = (iso: string): Given => ({ fields: { closeDate: known(iso, 'api') } });
const step = (text: string): Given => ({ fields: { nextStep: known(text, 'page') } });
const custom = (value: CustomValue): Given => ({ custom: { x: known(value, 'page') } });
const YES = 'yes: holds';
const NO = 'no: does-not-hold';
const ROUNDED = 'unknown: rounded';
const UNKNOWN = 'unknown: unknown';

const ONE_OF_EACH: readonly Leaf[] = [
  { field: 'custom.x', op: 'is-set' },
  { field: 'custom.x', op: 'is-empty' },
  { field: 'custom.x', op: 'evidence', minWords: 2 },
  { field: 'custom.x', op: 'is', value: 'a' },
  { field: 'custom.x', op: 'is-not', value: 'a' },
  { field: 'custom.x', op: 'contains', value: 'a' },
  { field: 'custom.x', op: 'one-of', value: ['a'] },
  { field: 'custom.x', op: 'none-of', value: ['a'] },
  { field: 'custom.x', op: 'equals', value: '1' },
  { field: 'custom.x', op: 'differs', value: '1' },
  { field: 'custom.x', op: 'more-than', value: '1' },
  { field: 'custom.x', op: 'at-least', value: '1' },
  { field: 'custom.x', op: 'less-than', value: '1' },
  { field: 'custom.x', op: 'at-most', value: '1' },
  { field: 'custom.x', op: 'between', low: '1', high: '2' },
  { field: 'custom.x', op: 'currency-in', value: [] },
  { field: 'custom.x', op: 'before', day: 'window-end' },
  { field: 'custom.x', op: 'on-or-before', day: { date: '2026-03-10' } },
  { field: 'custom.x', op: 'after', day: { days: 3, unit: 'working' } },
  { field: 'custom.x', op: 'on-or-after', day: { days: 3, unit: 'calendar' } },
  { field: 'custom.x', op: 'includes', value: 'a' },
  { field: 'custom.x', op: 'includes-any', value: ['a'] },
  { field: 'custom.x', op: 'includes-all', value: ['a'] },
  { field: 'custom.x', op: 'count-at-least', value: 1 },
  { field: 'custom.x', op: 'count-at-most', value: 1 },
];

describe('what is not there', () => {
  it.each(ONE_OF_EACH)('an unknown fact is unknown to $op', (leaf) => {
    expect(judge(leaf, { custom: { x: unknown('no-access') } })).toBe(UNKNOWN);
    expect(judge(leaf)).toBe(UNKNOWN);
  });

  it.each(ONE_OF_EACH)('an empty fact is no to $op, and never unknown', (leaf) => {
    const expected = leaf.op === 'is-empty' ? YES : 'no: empty';
    expect(judge(leaf, { custom: { x: empty('page') } })).toBe(expected);
    expect(judge(leaf, custom('  \u200b '))).toBe(expected);
    expect(judge(leaf, custom([]))).toBe(expected);
  });

  it('says what was read: the reason that it is unknown, and the source that it is empty in', () => {
    const leaf: Leaf = { field: 'custom.x', op: 'is-set' };
    expect(ask(leaf).findings[0]?.read).toEqual(unknown('not-offered'));
    expect(ask(leaf, custom(' ')).findings[0]?.read).toEqual(empty('page'));
    expect(ask({ ...leaf, field: 'owner' }).findings[0]?.read).toEqual(unknown('not-on-page'));
  });

  it('does not take an inherited property for a fact', () => {
    for (const field of ['custom.constructor', 'custom.__proto__', 'constructor', 'answer', 'a.b']) {
      expect(judge({ field, op: 'is-set' })).toBe(UNKNOWN);
    }
    expect(judge({ field: 'answer.constructor', op: 'is-set' })).toBe('no: empty');
  });
});

describe('groups', () => {
  const leaf: Record<Truth, Condition> = {
    yes: { field: 'custom.set', op: 'is-set' },
    no: { field: 'custom.empty', op: 'is-set' },
    unknown: { field: 'custom.gone', op: 'is-set' },
  };
  const given: Given = { custom: { set: known('a', 'page'), empty: empty('page') } };

  it.each<[Truth, Truth, Truth, Truth]>([
    ['yes', 'yes', 'yes', 'yes'],
    ['yes', 'no', 'no', 'yes'],
    ['yes', 'unknown', 'unknown', 'yes'],
    ['no', 'no', 'no', 'no'],
    ['no', 'unknown', 'no', 'unknown'],
    ['unknown', 'unknown', 'unknown', 'unknown'],
  ])('%s with %s: all is %s, any is %s', (a, b, all, any) => {
    for (const parts of [[leaf[a], leaf[b]], [leaf[b], leaf[a]]]) {
      expect(ask({ all: parts }, given).truth).toBe(all);
      expect(ask({ any: parts }, given).truth).toBe(any);
    }
  });

  it('turns yes and no round, and leaves unknown', () => {
    expect(ask({ not: leaf.yes }, given).truth).toBe('no');
    expect(ask({ not: leaf.no }, given).truth).toBe('yes');
    expect(ask({ not: leaf.unknown }, given).truth).toBe('unknown');
  });

  it('takes an empty group for neither met nor open', () => {
    expect(ask({ all: [] }).truth).toBe('unknown');
    expect(ask({ any: [] }).truth).toBe('unknown');
  });

  it('finds out about every leaf, in order, though the first one decides', () => {
    const condition: Condition = { all: [leaf.no, { any: [leaf.yes, { not: leaf.unknown }] }, leaf.no] };
    const { truth, findings } = ask(condition, given);
    expect(truth).toBe('no');
    expect(findings.map((finding) => finding.truth)).toEqual(['no', 'yes', 'unknown', 'no']);
  });
});

describe('amounts', () => {
  const shown = { amount: '23200', margin: '50', currency: 'USD' };
  it.each<[Leaf['op'], string, string]>([
    ['more-than', '23149', YES],
    ['more-than', '23150', ROUNDED],
    ['more-than', '23249.99', ROUNDED],
    ['more-than', '23250', NO],
    ['at-least', '23150', YES],
    ['at-least', '23150.01', ROUNDED],
    ['at-least', '23250', ROUNDED],
    ['at-least', '23250.01', NO],
    ['less-than', '23250.01', YES],
    ['less-than', '23250', ROUNDED],
    ['less-than', '23150', NO],
    ['at-most', '23250', YES],
    ['at-most', '23200', ROUNDED],
    ['at-most', '23149.99', NO],
    ['equals', '23200', ROUNDED],
    ['equals', '23250', ROUNDED],
    ['equals', '23250.01', NO],
    ['differs', '23200', ROUNDED],
    ['differs', '23149', YES],
  ])('"$23.2K" %s %s: %s', (op, value, expected) => {
    const leaf = { field: 'amount', op, value } as Leaf;
    expect(judge(leaf, amount(shown))).toBe(expected);
    // The same, beyond what doubles hold.
    const long = (text: string) => `${text}${text.includes('.') ? '' : '.'}0000000000000000`;
    expect(judge({ ...leaf, value: long(value) } as Leaf, amount(shown))).toBe(expected);
    expect(judge(leaf, amount({ amount: long('23200'), margin: long('50') }))).toBe(expected);
  });

  it('is sure of a rounded zero margin, and of an exact amount', () => {
    const leaf: Leaf = { field: 'amount', op: 'equals', value: '23150.50' };
    expect(judge(leaf, amount({ amount: '23150.5' }))).toBe(YES);
    expect(judge(leaf, amount({ amount: '23150.5', margin: '0' }))).toBe(YES);
    expect(judge(leaf, amount({ amount: '23150.51' }))).toBe(NO);
    expect(limitOf(leaf, amount({ amount: '1' }))).toBe('23150.50');
  });

  it('keeps apart what a double cannot', () => {
    const leaf: Leaf = { field: 'amount', op: 'more-than', value: '9007199254740992' };
    expect(judge(leaf, amount({ amount: '9007199254740993' }))).toBe(YES);
    expect(judge(leaf, amount({ amount: '9007199254740992.000' }))).toBe(NO);
  });

  it.each([
    ['5', 'no: does-not-hold', '10'],
    ['10', YES, undefined],
    ['20', YES, undefined],
    ['20.01', 'no: does-not-hold', '20'],
  ])('%s between 10 and 20: %s', (value, expected, limit) => {
    const leaf: Leaf = { field: 'amount', op: 'between', low: '10', high: '20' };
    expect(judge(leaf, amount({ amount: value }))).toBe(expected);
    expect(limitOf(leaf, amount({ amount: value }))).toBe(limit);
  });

  it('does not fail a range on a rounding, at either end', () => {
    const leaf: Leaf = { field: 'amount', op: 'between', low: '10', high: '20' };
    expect(judge(leaf, amount({ amount: '9', margin: '1' }))).toBe(ROUNDED);
    expect(limitOf(leaf, amount({ amount: '9', margin: '1' }))).toBe('10');
    expect(judge(leaf, amount({ amount: '20', margin: '1' }))).toBe(ROUNDED);
    expect(limitOf(leaf, amount({ amount: '20', margin: '1' }))).toBe('20');
    expect(judge(leaf, amount({ amount: '15', margin: '5' }))).toBe(YES);
    expect(judge(leaf, amount({ amount: '8', margin: '1' }))).toBe(NO);
    expect(judge(leaf, amount({ amount: '22', margin: '1' }))).toBe(NO);
  });

  it.each(['1e3', '', ' 5', '0x10', '1.', '.5', '-', '1,000', 'NaN', '١'])('cannot tell the amount "%s"', (text) => {
    expect(judge({ field: 'amount', op: 'at-least', value: '1' }, amount({ amount: text }))).toBe(UNKNOWN);
    expect(judge({ field: 'amount', op: 'at-least', value: '1' }, amount({ amount: '9', margin: text }))).toBe(UNKNOWN);
  });

  it('cannot tell from a margin below 0', () => {
    expect(judge({ field: 'amount', op: 'at-least', value: '1' }, amount({ amount: '9', margin: '-1' }))).toBe(UNKNOWN);
    expect(judge({ field: 'amount', op: 'at-least', value: '1' }, amount({ amount: '9', margin: '-1.5' }))).toBe(UNKNOWN);
  });
});

describe('currencies', () => {
  const leaf = (...value: string[]): Leaf => ({ field: 'amount', op: 'currency-in', value });
  it.each<[string, Leaf, string | undefined, string]>([
    ['one of those listed', leaf('USD'), 'USD', YES],
    ['none of those listed', leaf('USD'), 'EUR', 'no: other-currency'],
    ['one of the playbook', leaf(), 'GBP', YES],
    ['none of the playbook', leaf(), 'USD', 'no: other-currency'],
    ['not shown', leaf(), undefined, 'unknown: no-currency'],
  ])('%s', (_, condition, currency, expected) => {
    expect(judge(condition, amount({ amount: '1', ...(currency && { currency }) }))).toBe(expected);
  });

  it('takes any where the playbook names none', () => {
    expect(judge(leaf(), amount({ amount: '1' }), { ...at, currencies: [] })).toBe(YES);
  });

  it('does not look at the currency when it compares amounts', () => {
    expect(judge({ field: 'amount', op: 'more-than', value: '0' }, amount({ amount: '1' }))).toBe(YES);
  });
});

describe('numbers', () => {
  it.each<[number, string]>([
    [1, NO],
    [2, YES],
    [Number.NaN, UNKNOWN],
    [Number.POSITIVE_INFINITY, UNKNOWN],
  ])('%s contacts', (count, expected) => {
    const given: Given = { fields: { contacts: known(count, 'api') } };
    expect(judge({ field: 'contacts', op: 'at-least', value: '2' }, given)).toBe(expected);
  });
});

describe('days', () => {
  it.each<[Leaf['op'], string, string, string]>([
    ['before', NO, NO, YES],
    ['on-or-before', NO, YES, YES],
    ['after', YES, NO, NO],
    ['on-or-after', YES, YES, NO],
  ])('%s', (op, later, same, earlier) => {
    const leaf = { field: 'closeDate', op, day: { date: '2026-03-31' } } as Leaf;
    expect(judge(leaf, closing('2026-04-01'))).toBe(later);
    expect(judge(leaf, closing('2026-03-31'))).toBe(same);
    expect(judge(leaf, closing('2026-03-30'))).toBe(earlier);
    expect(judge(leaf, closing('2025-12-31'))).toBe(earlier);
    expect(judge(leaf, closing('2027-01-01'))).toBe(later);
  });

  it.each<[Extract<Leaf, { day: unknown }>['day'], string]>([
    [{ days: 0, unit: 'calendar' }, '2026-03-10'],
    [{ days: 0, unit: 'working' }, '2026-03-10'],
    [{ days: 5, unit: 'calendar' }, '2026-03-15'],
    [{ days: 5, unit: 'working' }, '2026-03-18'], // Friday the 13th is a holiday
    [{ days: -2, unit: 'working' }, '2026-03-06'],
    [{ date: '2028-02-29' }, '2028-02-29'],
    ['window-end', '2026-04-09'],
  ])('%j is %s', (day, limit) => {
    const leaf: Leaf = { field: 'closeDate', op: 'on-or-before', day };
    expect(limitOf(leaf, closing('2026-03-10'))).toBe(limit);
    expect(limitOf(leaf)).toBe(limit);
    expect(judge(leaf, closing(limit))).toBe(YES);
  });

  it('counts anew on another day, with other holidays and for another window', () => {
    const test = compileCondition({ field: 'closeDate', op: 'before', day: { days: 1, unit: 'working' } });
    const end = compileCondition({ field: 'closeDate', op: 'before', day: 'window-end' });
    const facts = factsOf({});
    const limit = (compiled: typeof test, moment: Moment) => compiled(facts, moment).findings[0]?.limit;
    expect(limit(test, at)).toBe('2026-03-11');
    expect(limit(test, { ...at, today: at.today + 1 })).toBe('2026-03-12');
    expect(limit(test, { ...at, calendar: workCalendar(['2026-03-11']) })).toBe('2026-03-12');
    expect(limit(test, at)).toBe('2026-03-11');
    expect(limit(end, { ...at, windowEnd: at.today })).toBe('2026-03-10');
  });

  it.each(['2026-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-01-00', '26-01-01', '2026-1-011', '2026/01/01', 'tomorrow', '2026-01-1x', '2026-01-32'])(
    'cannot tell the date "%s"',
    (text) => {
      const { truth, findings } = ask({ field: 'closeDate', op: 'before', day: 'window-end' }, closing(text));
      expect(truth).toBe('unknown');
      expect(findings[0]?.read).toEqual(unknown('not-readable', text));
    },
  );

  it('cannot tell without a day of today', () => {
    const lost: Moment = { ...at, today: Number.NaN, windowEnd: Number.NaN };
    for (const day of ['window-end', { days: 3, unit: 'working' }, { days: 3, unit: 'calendar' }] as const) {
      expect(judge({ field: 'closeDate', op: 'before', day }, closing('2026-03-10'), lost)).toBe(UNKNOWN);
    }
  });
});
