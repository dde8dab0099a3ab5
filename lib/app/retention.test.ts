import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import { DAY, dealRow, everything, freshStore, put } from '../../tests/data-world.ts';
import { fakeBrowser, resetFakeBrowser } from '../../tests/fake-browser.ts';
import type { Store } from '../storage/db.ts';
import { countExpired, readRetention, RETENTION_KEY, tidy } from './retention.ts';

vi.mock('wxt/browser', async () => ({
  browser: (await import('../../tests/fake-browser.ts')).fakeBrowser,
}));

let store: Store;
beforeEach(async () => {
  resetFakeBrowser();
  vi.stubEnv('MODE', 'demo');
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  await fakeBrowser.storage.local.set({ clock: DAY });
  store = freshStore();
  const sent = ['2026-03-11', '2026-03-12'].map((day) => ({
    day,
    host: 'a.example',
    kind: 'read',
    count: 1,
    last: `${day}T09:00:00Z`,
  }));
  const deals = ['2025-06-09', '2026-03-11', '2026-03-12', DAY].map((lastSeen) =>
    dealRow(lastSeen, { lastSeen, firstSeen: '2025-01-01' }),
  );
  await put(store, { deals, sent });
});

const seen = async (): Promise<string[]> =>
  (await everything(store)).deals.map((row) => (row as { lastSeen: string }).lastSeen);

test('keeps deals for ever where nothing was chosen, and what was sent for 90 days', async () => {
  await tidy(store);
  expect(await seen()).toHaveLength(4);
  expect((await everything(store)).sent).toHaveLength(1);
});

test.each([
  [90, ['2026-03-12', DAY]],
  [365, ['2026-03-11', '2026-03-12', DAY]],
  [730, ['2025-06-09', '2026-03-11', '2026-03-12', DAY]],
] as const)('keeps deals for %i days', async (days, left) => {
  await put(store, { settings: [{ key: RETENTION_KEY, value: days }] });
  expect(await countExpired(store, days)).toBe(4 - left.length);
  await tidy(store);
  expect(await seen()).toEqual(left);
});

test('takes what it cannot make out for ever', async () => {
  await put(store, { settings: [{ key: RETENTION_KEY, value: 1 }] });
  expect(await readRetention(store)).toBeNull();
  await tidy(store);
  expect(await seen()).toHaveLength(4);
});
