import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FieldCheck } from './self-check.ts';
import { carryOn, isOff, mistrustedOf, type FieldRun } from './self-check-runs.ts';

describe('the runs', () => {
  const bad = (more: Partial<FieldCheck> = {}): FieldCheck[] => [
    { field: 'amount', state: 'shown', result: 'disagrees', saw: '5', saved: '6', ...more },
  ];
  const good = bad({ result: 'agrees' });
  const after = (...deals: [deal: string, day: string, checks: FieldCheck[]][]) =>
    deals.reduce<readonly FieldRun[]>(
      (runs, [deal, day, checks]) => carryOn(runs, deal, day, checks),
      [],
    );

  it('three deals in a row switch a field off; two do not', () => {
    const two = after(['a', '2026-01-01', bad()], ['b', '2026-01-02', bad()]);
    expect(two.map(isOff)).toEqual([false]);
    const three = carryOn(two, 'c', '2026-01-03', bad({ saw: '7', selector: '.x' }));
    expect(three).toEqual([
      {
        field: 'amount',
        state: 'shown',
        result: 'disagrees',
        deals: ['a', 'b', 'c'],
        since: '2026-01-01',
        saw: '7',
        saved: '6',
        selector: '.x',
      },
    ]);
    expect(mistrustedOf(three)).toEqual(['amount']);
  });
  it('one deal counts once, however often it is opened', () => {
    const runs = after(
      ['a', '2026-01-01', bad()],
      ['b', '2026-01-01', bad()],
      ['a', '2026-01-02', bad()],
      ['b', '2026-01-03', bad()],
    );
    expect(mistrustedOf(runs)).toEqual([]);
  });
  it('one deal that agrees ends the run, and switches the field on again', () => {
    const off = after(['a', '1', bad()], ['b', '1', bad()], ['c', '1', bad()]);
    expect(carryOn(off, 'd', '2', good)).toEqual([]);
    const again = [
      ['e', '3', bad()],
      ['f', '3', bad()],
    ] as const;
    const runs = again.reduce(
      (all, [deal, day, c]) => carryOn(all, deal, day, c),
      carryOn(off, 'd', '2', good),
    );
    expect(mistrustedOf(runs)).toEqual([]);
    expect(runs[0]?.since).toBe('3');
  });
  it('what could not be compared changes nothing', () => {
    const runs = after(['a', '1', bad()], ['b', '1', bad()]);
    expect(carryOn(runs, 'c', '2', [])).toEqual(runs);
  });
  it('a form and a page have runs of their own', () => {
    const runs = after(['a', '1', bad()], ['b', '1', bad({ state: 'form' })], ['c', '1', bad()]);
    expect(mistrustedOf(runs)).toEqual([]);
    expect(carryOn(runs, 'd', '2', bad({ state: 'form', result: 'agrees' }))).toHaveLength(1);
  });

  const event = fc.record({
    deal: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    result: fc.constantFrom<FieldCheck['result'] | 'none'>(
      'agrees',
      'disagrees',
      'nothing-found',
      'none',
    ),
  });
  it('are off exactly when three different deals went wrong since the last that agreed', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (events) => {
        let runs: readonly FieldRun[] = [];
        let wrong = new Set<string>();
        for (const { deal, result } of events) {
          runs = carryOn(runs, deal, 'day', result === 'none' ? [] : bad({ result }));
          if (result === 'agrees') wrong = new Set();
          else if (result !== 'none') wrong.add(deal);
          expect(mistrustedOf(runs).includes('amount')).toBe(wrong.size >= 3);
          expect(runs[0]?.deals.length ?? 0).toBe(wrong.size);
        }
      }),
    );
  });
  it('never grow without end', () => {
    const days = Array.from({ length: 500 }, (_, i) => String(i));
    const runs = days.reduce<readonly FieldRun[]>((all, id) => carryOn(all, id, id, bad()), []);
    expect(runs[0]?.deals).toHaveLength(20);
  });
});
