import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser, resetFakeBrowser } from '../../tests/fake-browser.ts';
import { settableClock, today } from './clock.ts';

vi.mock('wxt/browser', async () => ({
  browser: (await import('../../tests/fake-browser.ts')).fakeBrowser,
}));

beforeEach(() => {
  resetFakeBrowser();
  return () => {
    vi.unstubAllEnvs();
  };
});

test.each([
  ['2026-12-24', '2026-12-24'],
  ['2026-12-24T09:30:00Z', '2026-12-24'],
  ['2026-02-30', null],
  ['yesterday', null],
  [5, null],
])('the demo build takes %j for %j', async (clock, day) => {
  vi.stubEnv('MODE', 'demo');
  await fakeBrowser.storage.local.set({ clock });
  expect(await settableClock()).toBe(day);
  if (day !== null) expect(await today()).toBe(day);
});

test('every other build keeps the real time', async () => {
  vi.stubEnv('MODE', 'production');
  await fakeBrowser.storage.local.set({ clock: '2026-12-24' });
  expect(await settableClock()).toBeNull();
  expect(await today()).toBe(Temporal.Now.plainDateISO().toString());
});
