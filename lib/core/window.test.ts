import { expect, it } from 'vitest';
import { playbook, TODAY } from '../../tests/builders.ts';
import { dayNumber } from './calendar.ts';
import { empty, known, unknown } from './fact.ts';
import { placeInWindow, windowFrom, windowLength } from './window.ts';

const learned = (median: number) =>
  windowLength(playbook({ norms: { cycle: { median, p90: 2 * median, deals: 34 } } }));

it('rounds the median cycle up to five days', () => {
  expect(learned(27)).toEqual({ days: 30, basis: 'learned', deals: 34 });
  expect(learned(30).days).toBe(30);
  expect(learned(30.5).days).toBe(35);
  expect(learned(1).days).toBe(5);
});

it('is 30 days until the cycle is known, or as the team set it', () => {
  expect(windowLength(playbook())).toEqual({ days: 30, basis: 'default', deals: 0 });
  expect(windowLength(playbook({ window: 45 }))).toEqual({ days: 45, basis: 'set', deals: 0 });
});

it('says when the deal closes, or why that cannot be said', () => {
  const today = dayNumber(TODAY);
  const run = { window: windowFrom(playbook(), today), moment: { today } };
  const closesIn = (fact: Parameters<typeof placeInWindow>[0]) => placeInWindow(fact, run).closesIn;
  expect(closesIn(known('2026-06-30', 'typed'))).toEqual(known(20, 'typed'));
  expect(closesIn(known('2026-06-01', 'api'))).toEqual(known(-9, 'api'));
  expect(closesIn(empty('page'))).toEqual(empty('page'));
  expect(closesIn(unknown('ambiguous', '03/04/2027'))).toEqual(unknown('ambiguous', '03/04/2027'));
  expect(closesIn(known('31 June', 'page'))).toEqual(unknown('not-readable', '31 June'));
  expect(placeInWindow(empty('page'), run).end).toBe('2026-07-10');
});
