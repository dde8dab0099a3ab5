import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import { everythingAbout, freshStore, keyOf, put } from '../../../tests/data-world.ts';
import { fakeBrowser, resetFakeBrowser } from '../../../tests/fake-browser.ts';
import type { Store } from '../../storage/db.ts';
import { KINDS, tableOf } from '../../storage/kinds.ts';
import { diagnose } from './diagnostics.ts';

vi.mock('wxt/browser', async () => ({
  browser: (await import('../../../tests/fake-browser.ts')).fakeBrowser,
}));

/** In every text that somebody else wrote. */
const MARK = 'SECRET';
const SITE = `https://${MARK.toLowerCase()}.example`;
const DAY = '2026-06-10';

/** A copy with the mark in every text that is none of our own words. */
function marked(value: unknown): unknown {
  if (typeof value === 'string')
    return /^(\d{4}-|https?:|[a-z-]{2,14}$)/.test(value) ? value : `${value}${MARK}`;
  if (Array.isArray(value)) return value.map(marked);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, marked(part)]));
}

let store: Store;
beforeEach(() => {
  resetFakeBrowser();
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  vi.stubGlobal('fetch', () => Promise.reject(new Error(MARK)));
  Object.assign(fakeBrowser.runtime, {
    getManifest: () => ({
      version: '0.1.0',
      manifest_version: 3,
      permissions: ['storage', 'alarms'],
      optional_permissions: ['cookies'],
    }),
  });
  store = freshStore();
});

async function plant(): Promise<void> {
  const rows = everythingAbout(MARK, SITE);
  await put(store, marked(rows) as typeof rows, rows);
  const run = { field: 'amount', state: 'form', deals: [MARK], since: DAY, result: 'disagrees' };
  const health = (crm: string) => ({
    key: `health|${SITE}|${crm}|${MARK}`,
    value: {
      site: SITE,
      crm,
      org: MARK,
      checked: DAY,
      runs: [{ ...run, selector: MARK, saw: MARK, saved: MARK }],
    },
  });
  await put(store, {
    settings: [
      health('hubspot'),
      health(`own-${MARK.toLowerCase()}`),
      { key: MARK, value: MARK },
      { key: 'name', value: MARK },
      { key: 'adminName', value: MARK },
      { key: 'draft', value: MARK },
      { key: 'custom-crms', value: [{ id: MARK, name: MARK }] },
      { key: 'retention', value: MARK },
      { key: 'playbook-feed', value: { url: `${SITE}/${MARK}`, key: MARK } },
    ],
    playbooks: [{ text: `{"id":"${MARK}"}`, version: 7, day: DAY, note: MARK, by: MARK }],
    sent: [{ day: DAY, host: MARK, kind: 'note', count: 4, last: `${DAY}T10:00:00Z` }],
    answers: [{ deal: keyOf(MARK, SITE), key: MARK, text: MARK, day: DAY }],
  });
  const local = { language: MARK, 'salesforce-api': [MARK], 'alarm-tidy': MARK, clock: MARK };
  await fakeBrowser.storage.local.set(local);
  await fakeBrowser.storage.session.set({ picking: { tabId: 1, draft: MARK } });
  fakeBrowser.world.granted.add(`${SITE}/*`).add('https://app.hubspot.com/*');
  fakeBrowser.world.permitted.add('cookies');
  fakeBrowser.world.tabs = [{ id: 1, url: `${SITE}/${MARK}`, active: true }];
  fakeBrowser.world.policy = {
    playbook: MARK,
    playbookUrl: `${SITE}/${MARK}`,
    playbookKey: MARK,
    [MARK]: MARK,
  };
  fakeBrowser.world.alarms = [{ name: 'tidy', scheduledTime: 0, periodInMinutes: 1440 }];
}

test('tells states and counts, and nothing of anybody’s, whatever is kept anywhere', async () => {
  await plant();
  const kept = await store.use(async (db) => {
    const texts = await Promise.all(
      KINDS.map(async (kind) => [kind, JSON.stringify(await tableOf(db, kind).toArray())] as const),
    );
    return texts.filter(([, text]) => !text.toLowerCase().includes(MARK.toLowerCase()));
  });
  expect(kept.map(([kind]) => kind)).toEqual([]);
  const text = await diagnose(store);
  expect(text.toLowerCase()).not.toContain(MARK.toLowerCase());
  expect(text).not.toContain('.example');
  expect(text).not.toContain('hubspot.com');
  expect(text).toContain('version: 0.1.0');
  expect(text).toContain('granted: cookies, storage');
  expect(text).toContain('hosts: atomic 1, hubspot 1');
  expect(text).toContain('hubspot amount: form disagrees, 1 deals in a row');
  expect(text).toContain('own amount: form disagrees, 1 deals in a row');
  expect(text).toContain('database version: 2');
  expect(text).toMatch(/answers: \d+, \d+ bytes/);
  expect(text).toContain('note: 4');
  expect(text).toContain('tidy: every 1440 minutes, next 1970-01-01T00:00:00.000Z');
  expect(text).toContain('keys that are set: playbook, playbookKey, playbookUrl');
  expect(text).toContain('set by hand: yes');
  expect(text).toMatch(/\[playbook\]\nsource: policy\nusable: no/);
});

test('tells the playbook by its id, its version and counts', async () => {
  const text = await diagnose(store);
  expect(text).toMatch(/\[playbook\]\nsource: starter\nid: bant-light\nversion: \d+\ngates: 7\n/);
  expect(text).not.toContain('In the window');
});

test('says what cannot be read, and tells the rest', async () => {
  const broken: Store = {
    ...store,
    use: () => Promise.reject(new Error(`${MARK} cannot be opened`)),
  };
  const text = await diagnose(broken);
  expect(text).not.toContain(MARK);
  expect(text).toMatch(/\[kept\]\nunreadable: refused/);
  expect(text).toContain('version: 0.1.0');
});
