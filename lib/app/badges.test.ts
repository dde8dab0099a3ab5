import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser, resetFakeBrowser } from '../../tests/fake-browser.ts';
import { readingWith, SITE } from '../../tests/readings.ts';
import type { Reading } from '../core/deal.ts';
import { known } from '../core/fact.ts';
import type { FieldName } from '../core/fields.ts';
import type { FieldCheck } from '../core/self-check.ts';
import { client } from '../messaging/client.ts';
import type { Badge, SeenRow } from '../messaging/protocol.ts';
import { serve } from '../messaging/server.ts';
import type { Store } from '../storage/db.ts';
import { keepChecks } from '../storage/health.ts';
import { createStore } from '../storage/store.ts';
import { createHandlers } from './handlers.ts';

vi.mock('wxt/browser', async () => ({
  browser: (await import('../../tests/fake-browser.ts')).fakeBrowser,
}));

const DAY = Temporal.Now.plainDateISO().toString();
const OTHER_SITE = 'https://crm.other.example';
const at = (url: string): void => {
  fakeBrowser.world.sender = { id: 'dealside-test', url, tab: { id: 1 }, frameId: 0 };
};
const stage = (id: string, state: 'open' | 'won' = 'open') =>
  known({ id, label: id, state }, 'page' as const);
const NAME = 'Northwind renewal';
const forecast = (id: string, org?: string): Reading =>
  readingWith(
    { stage: stage('proposal-sent') },
    { crm: 'atomic', id, ...(org === undefined ? {} : { org }) },
  );

let store: Store;
beforeEach(() => {
  resetFakeBrowser();
  vi.stubGlobal('chrome', fakeBrowser);
  vi.stubGlobal('fetch', () => Promise.reject(new Error('no holidays here')));
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  globalThis.indexedDB = new IDBFactory();
  Dexie.dependencies.indexedDB = globalThis.indexedDB;
  at(`${SITE}/deals`);
  const stop = new AbortController();
  store = createStore();
  serve(createHandlers(store), stop.signal);
  return () => {
    stop.abort();
    store.close();
  };
});

async function badges(rows: SeenRow[], org?: string): Promise<readonly (Badge | null)[]> {
  const answer = await client.badges({
    crm: 'atomic',
    ...(org === undefined ? {} : { org }),
    rows,
  });
  if (!answer.ok) throw new Error(answer.fault);
  return answer.badges;
}
const byId = async (id: string, fields: SeenRow['fields'] = {}) =>
  (await badges([{ id, fields }]))[0];

describe('a row with an id', () => {
  test('of a deal that was never seen rests on the row alone, and says so', async () => {
    expect(await byId('7')).toMatchObject({ standing: 'unknown', rowOnly: true });
    expect(await byId('7', { stage: stage('opportunity') })).toMatchObject({ standing: 'none' });
  });

  test('has the standing of what is known, with the row’s own stage over it', async () => {
    await client.recordReading({ reading: forecast('7') });
    expect(await byId('7')).toMatchObject({ standing: 'edge', rowOnly: false });
    expect(await byId('7', { stage: stage('won', 'won') })).toMatchObject({
      standing: 'none',
      decided: 'won',
    });
  });

  test('counts the open gates, names three, and takes out an exception’s', async () => {
    await client.recordReading({ reading: forecast('7') });
    const before = await byId('7');
    expect(before?.gates.length).toBe(Math.min(3, before?.open ?? 0));
    const { playbook } = await client.openDeal({ ref: { crm: 'atomic', id: '7' }, url: SITE });
    const gate = playbook!.gates.find(({ name }) => name.en === before?.gates[0]?.en)!;
    const exception = { gate: gate.id, reason: 'why', until: '2099-01-01', day: DAY };
    await client.saveException({ ref: { crm: 'atomic', id: '7' }, exception });
    const after = await byId('7');
    expect(after?.open).toBe(before!.open - 1);
    expect(after?.gates).not.toContainEqual(gate.name);
  });

  test('of a parked deal says until when, and no signal', async () => {
    await client.recordReading({ reading: forecast('7') });
    const parked = { reason: 'budget', until: '2099-01-01', day: DAY };
    await client.park({ ref: { crm: 'atomic', id: '7' }, parked });
    const badge = await byId('7');
    expect(badge?.parked).toBe('2099-01-01');
    expect(badge?.signal).toBeUndefined();
  });

  test('gives the worst signal with its numbers: red before amber', async () => {
    const past = Temporal.PlainDate.from(DAY).subtract({ days: 40 }).toString();
    await client.recordReading({
      reading: readingWith(
        { stage: stage('proposal-sent'), closeDate: known(past, 'page') },
        { crm: 'atomic', id: '7' },
      ),
    });
    expect((await byId('7'))?.signal).toMatchObject({
      level: 'red',
      rule: { id: 'date-passed' },
      numbers: { days: 40 },
    });
  });
});

describe('a row without an id', () => {
  test('is the deal of its name on this site and in this organisation', async () => {
    await client.recordReading({ reading: forecast('7', 'north') });
    const rows = [{ name: NAME, fields: {} }];
    expect(await badges(rows, 'north')).toMatchObject([{ standing: 'edge', rowOnly: false }]);
    expect(await badges(rows, 'south')).toEqual([null]);
    at(`${OTHER_SITE}/deals`);
    expect(await badges(rows, 'north')).toEqual([null]);
  });

  test('has no badge where two rows could be the same deal', async () => {
    await client.recordReading({ reading: forecast('7') });
    const twin = { name: NAME, fields: {} };
    expect(await badges([twin, twin])).toEqual([null, null]);
    const unlike = { name: NAME, fields: { closeDate: known('2030-01-01', 'page' as const) } };
    expect(await badges([twin, unlike])).toMatchObject([{ standing: 'edge' }, null]);
  });
});

describe('a field that the self-check has switched off', () => {
  const goWrong = async (field: FieldName, org?: string): Promise<void> => {
    const check: FieldCheck = { field, state: 'shown', result: 'disagrees' };
    for (const id of ['1', '2', '3']) {
      const ref = { crm: 'atomic', id, ...(org === undefined ? {} : { org }) };
      await store.use((db) => keepChecks(db, SITE, ref, DAY, [check]));
    }
  };
  const won = { stage: stage('won', 'won') };

  test('is not taken from rows: what is known stays, and nothing else is told', async () => {
    await client.recordReading({ reading: forecast('7') });
    await goWrong('stage');
    expect(await byId('7', won)).toMatchObject({ standing: 'edge', rowOnly: false });
    expect(await byId('8', won)).toMatchObject({ standing: 'unknown', rowOnly: true });
  });

  test('is so on its own site and in its own organisation alone; other fields still count', async () => {
    await goWrong('amount');
    await goWrong('stage', 'south');
    expect(await byId('7', won)).toMatchObject({ decided: 'won' });
    const row = { id: '7', fields: won };
    expect((await badges([row], 'south'))[0]?.decided).toBeUndefined();
    at(`${OTHER_SITE}/deals`);
    expect((await badges([row], 'south'))[0]?.decided).toBe('won');
  });

  test('and is the name, tells no deal by its name', async () => {
    await client.recordReading({ reading: forecast('7') });
    const rows = [{ name: NAME, fields: {} }];
    expect(await badges(rows)).toMatchObject([{ standing: 'edge' }]);
    await goWrong('name');
    expect(await badges(rows)).toEqual([null]);
    expect(await byId('7')).toMatchObject({ standing: 'edge' });
  });
});

describe('what a page may send', () => {
  test('a thousand rows, and not one more', async () => {
    const rows = Array.from({ length: 1001 }, (_, id) => ({ id: String(id), fields: {} }));
    expect((await client.badges({ crm: 'atomic', rows: rows.slice(1) })).ok).toBe(true);
    expect(await client.badges({ crm: 'atomic', rows })).toEqual({ ok: false, fault: 'invalid' });
  });

  test('no fact that is none', async () => {
    const fields = { closeDate: { is: 'value', value: 'soon', source: 'page' } } as never;
    expect(await client.badges({ crm: 'atomic', rows: [{ id: '7', fields }] })).toEqual({
      ok: false,
      fault: 'invalid',
    });
  });

  test('a page of deals, all of them with addresses of its own site', async () => {
    const readings = [forecast('1'), forecast('2')];
    expect(await client.recordReadings({ readings })).toEqual({ ok: true });
    expect(await byId('2')).toMatchObject({ rowOnly: false });
    const foreign = { ...forecast('3'), url: `${OTHER_SITE}/deals/3` };
    expect(await client.recordReadings({ readings: [forecast('4'), foreign] })).toEqual({
      ok: false,
      fault: 'invalid',
    });
    expect(await byId('4')).toMatchObject({ rowOnly: true });
  });

  test('a second page of the same deal makes its changes history', async () => {
    await client.recordReadings({ readings: [forecast('1')] });
    const moved = readingWith(
      { closeDate: known('2027-03-01', 'api') },
      { crm: 'atomic', id: '1' },
    );
    await client.recordReadings({ readings: [moved] });
    const { records } = await client.openDeal({ ref: { crm: 'atomic', id: '1' }, url: SITE });
    expect(records?.history).toMatchObject([{ field: 'closeDate', to: '2027-03-01' }]);
  });
});

test('the badges’ script is put on the page that asks for it', async () => {
  fakeBrowser.world.tabs = [{ id: 1, url: `${SITE}/deals`, listens: true }];
  fakeBrowser.world.granted.add('https://crm.example.com/*');
  expect(await client.mountBadges({ crm: 'atomic' })).toEqual({ ok: true });
  expect(fakeBrowser.world.injected).toMatchObject([
    { tabId: 1, file: '/content-scripts/badges.js', frameIds: [0] },
  ]);
});
