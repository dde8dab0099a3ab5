import { describe, expect, it } from 'vitest';
import {
  ask,
  at,
  factsOf,
  judge,
  limitOf,
  NO,
  UNKNOWN,
  YES,
  type Given,
} from '../../tests/condition-kit.ts';
import { isoOfDay, workCalendar } from './calendar.ts';
import { compileCondition, type Moment } from './condition.ts';
import type { Condition, Leaf } from './condition-schema.ts';
import { known, unknown } from './fact.ts';

const closing = (iso: string): Given => ({ fields: { closeDate: known(iso, 'api') } });

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
    const test = compileCondition({
      field: 'closeDate',
      op: 'before',
      day: { days: 1, unit: 'working' },
    });
    const end = compileCondition({ field: 'closeDate', op: 'before', day: 'window-end' });
    const facts = factsOf({});
    const limit = (compiled: typeof test, moment: Moment) =>
      compiled(facts, moment).findings[0]?.limit;
    expect(limit(test, at)).toBe('2026-03-11');
    expect(limit(test, { ...at, today: at.today + 1 })).toBe('2026-03-12');
    expect(limit(test, { ...at, calendar: workCalendar(['2026-03-11']) })).toBe('2026-03-12');
    expect(limit(test, at)).toBe('2026-03-11');
    expect(limit(end, { ...at, windowEnd: at.today })).toBe('2026-03-10');
  });

  it.each([
    '2026-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '26-01-01',
    '2026-1-011',
    '2026/01/01',
    'tomorrow',
    '2026-01-1x',
    '2026-01-32',
  ])('cannot tell the date "%s"', (text) => {
    const { truth, findings } = ask(
      { field: 'closeDate', op: 'before', day: 'window-end' },
      closing(text),
    );
    expect(truth).toBe('unknown');
    expect(findings[0]?.read).toEqual(unknown('not-readable', text));
  });

  it('cannot tell without a day of today', () => {
    const lost: Moment = { ...at, today: Number.NaN, windowEnd: Number.NaN };
    for (const day of [
      'window-end',
      { days: 3, unit: 'working' },
      { days: 3, unit: 'calendar' },
    ] as const) {
      expect(judge({ field: 'closeDate', op: 'before', day }, closing('2026-03-10'), lost)).toBe(
        UNKNOWN,
      );
    }
  });

  it('does not mix days up, however many it has seen', () => {
    const soon: Condition = {
      all: [
        { field: 'closeDate', op: 'before', day: { days: 3, unit: 'calendar' } },
        { field: 'closeDate', op: 'after', day: { days: -3, unit: 'calendar' } },
      ],
    };
    const kept = compileCondition(soon);
    for (let day = 0; day < 40; day++) {
      const moment: Moment = { ...at, today: at.today + day };
      for (const off of [-4, 0, 4]) {
        const facts = factsOf(closing(isoOfDay(moment.today + off)));
        expect(kept(facts, moment)).toEqual(compileCondition(soon)(facts, moment));
      }
    }
  });
});
