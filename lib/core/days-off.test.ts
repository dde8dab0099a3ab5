import { expect, it } from 'vitest';
import { holidaysWith } from './days-off.ts';

it('joins the country’s holidays with the team’s own days off', () => {
  const holidays = ['2026-12-25'];
  expect(holidaysWith({ daysOff: ['2026-12-25', '2026-12-31'] }, holidays)).toEqual([
    '2026-12-25',
    '2026-12-31',
  ]);
  expect(holidaysWith({}, holidays)).toBe(holidays);
});
