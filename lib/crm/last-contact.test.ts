import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoOfDay } from '../core/calendar.ts';
import { lastContact, nextMeeting, unknownContact, type Move } from './last-contact.ts';

const buyer = (day: string): Move => ({ by: 'buyer', day });
const us = (day: string): Move => ({ by: 'us', day });
const unsure = (day: string): Move => ({ by: 'unsure', day });
const on = (day: string, by: 'buyer' | 'us') => ({
  lastContact: { is: 'value', value: day, source: 'api' },
  lastContactBy: { is: 'value', value: by, source: 'api' },
});

const days = fc.integer({ min: 20_000, max: 20_020 }).map(isoOfDay);
const move = fc.record({ by: fc.constantFrom<Move['by'][]>('buyer', 'us', 'unsure'), day: days });
const moves = fc.array(move, { maxLength: 8 });

describe('last contact', () => {
  it('is the buyer’s newest move, whatever we did since', () => {
    const all = [buyer('2026-11-03'), buyer('2026-11-05'), buyer('2026-11-04'), us('2026-11-20')];
    expect(lastContact(all, true)).toEqual(on('2026-11-05', 'buyer'));
    expect(lastContact(all, false)).toEqual(on('2026-11-05', 'buyer'));
  });

  it('is ambiguous where a move on a later day may be the buyer’s', () => {
    const at = (day: string) => lastContact([buyer('2026-11-05'), unsure(day)], true);
    expect(at('2026-11-06')).toEqual(unknownContact('ambiguous', '2026-11-06'));
    expect(at('2026-11-05')).toEqual(on('2026-11-05', 'buyer'));
    expect(at('2026-11-04')).toEqual(on('2026-11-05', 'buyer'));
    const earlier = [unsure('2026-11-01'), unsure('2026-11-04'), unsure('2026-11-02')];
    expect(lastContact([...earlier, us('2026-11-20')], true)).toEqual(
      unknownContact('ambiguous', '2026-11-04'),
    );
  });

  it('is ours where the buyer never moved, and not known where the list has no end', () => {
    const all = [us('2026-11-03'), us('2026-11-05')];
    expect(lastContact(all, true)).toEqual(on('2026-11-05', 'us'));
    expect(lastContact(all, false)).toEqual(unknownContact('not-readable'));
  });

  it('is empty where nobody moved, and not known where the list has no end', () => {
    const empty = { is: 'empty', source: 'api' };
    expect(lastContact([], true)).toEqual({ lastContact: empty, lastContactBy: empty });
    expect(lastContact([], false)).toEqual(unknownContact('not-readable'));
  });

  it('does not depend on the order of the moves', () => {
    const shuffled = moves.chain((all) =>
      fc.tuple(
        fc.constant(all),
        fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, fc.boolean(), ([all, other], complete) => {
        expect(lastContact(other, complete)).toEqual(lastContact(all, complete));
      }),
    );
  });

  it('a move of ours never hides the buyer’s', () => {
    fc.assert(
      fc.property(moves, days, fc.boolean(), (all, day, complete) => {
        fc.pre(all.some(({ by }) => by !== 'us'));
        expect(lastContact([...all, us(day)], complete)).toEqual(lastContact(all, complete));
      }),
    );
  });

  it('is the buyer’s newest move, or nothing that is said to be theirs', () => {
    fc.assert(
      fc.property(moves, fc.boolean(), (all, complete) => {
        const theirs = all.filter(({ by }) => by === 'buyer').map(({ day }) => day);
        const { lastContact: at, lastContactBy: by } = lastContact(all, complete);
        if (by.is !== 'value' || by.value !== 'buyer') return;
        expect(at).toMatchObject({ is: 'value', value: theirs.sort().at(-1) });
      }),
    );
  });

  it('unknown never becomes empty, nor ours', () => {
    fc.assert(
      fc.property(moves, fc.boolean(), (all, complete) => {
        const { lastContact: at, lastContactBy: by } = lastContact(all, complete);
        expect(at.is).toBe(by.is);
        expect(at.is === 'empty').toBe(complete && all.length === 0);
        if (by.is === 'value' && by.value === 'us')
          expect(complete && all.every((one) => one.by === 'us')).toBe(true);
      }),
    );
  });
});

describe('next meeting', () => {
  const [first, second] = [{ day: '2026-12-01' }, { day: '2026-12-02' }];
  const doubt = { day: '2026-11-30', unsure: true };

  it('is the first of those that are booked, whatever their order', () => {
    const known = { is: 'value', value: '2026-12-01', source: 'api' };
    expect(nextMeeting([second, first], true)).toEqual(known);
    expect(nextMeeting([first, second, doubt], true)).toEqual(known);
  });

  it('is ambiguous where what is booked may be none', () => {
    const later = { ...doubt, day: '2026-12-09' };
    expect(nextMeeting([later, doubt], true)).toEqual({
      is: 'unknown',
      reason: 'ambiguous',
      saw: '2026-11-30',
    });
  });

  it('is empty where nothing is booked, and not known where the list has no end', () => {
    expect(nextMeeting([], true)).toEqual({ is: 'empty', source: 'api' });
    expect(nextMeeting([first], false)).toEqual({ is: 'unknown', reason: 'not-readable' });
    expect(nextMeeting([], false)).toEqual({ is: 'unknown', reason: 'not-readable' });
  });
});
