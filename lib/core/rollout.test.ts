import { describe, expect, it } from 'vitest';
import { isHeldBack } from './rollout.ts';

const staged = { rollout: { from: '2026-06-01', managersFirst: 14 } };

describe('a staged start', () => {
  it.each<['rep' | 'manager' | 'admin', string, boolean]>([
    ['rep', '2026-05-20', true],
    ['rep', '2026-06-01', true],
    ['rep', '2026-06-14', true],
    ['rep', '2026-06-15', false],
    ['manager', '2026-05-20', false],
    ['admin', '2026-06-01', false],
  ])('holds back a %s on %s: %s', (role, today, expected) => {
    expect(isHeldBack(staged, role, today)).toBe(expected);
  });
  it('holds nobody back without one', () => {
    expect(isHeldBack({}, 'rep', '2026-06-01')).toBe(false);
  });
});
