// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { expectOwn, takeOwn } from './own-requests.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const here = 'https://crm.example.com/api/deals/7';

it('takes each request of ours once, and nobody else’s', () => {
  expectOwn(window, here);
  expectOwn(window, here);
  expect(takeOwn(window, `${here}1`)).toBe(false);
  expect([1, 2, 3].map(() => takeOwn(window, here))).toEqual([true, true, false]);
});

it('does not wait for ever for one that was never sent', () => {
  expectOwn(window, here);
  vi.advanceTimersByTime(60_000);
  expect(takeOwn(window, here)).toBe(false);
  expectOwn(window, here);
  expect([1, 2].map(() => takeOwn(window, here))).toEqual([true, false]);
});
