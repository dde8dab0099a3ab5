import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser, resetFakeBrowser } from '../../tests/fake-browser.ts';
import { readingWith, REF, SITE } from '../../tests/readings.ts';
import { known } from '../core/fact.ts';
import { client } from '../messaging/client.ts';
import { serve } from '../messaging/server.ts';
import type { Store } from '../storage/db.ts';
import { createStore } from '../storage/store.ts';
import { createHandlers } from './handlers.ts';

vi.mock('wxt/browser', async () => ({
  browser: (await import('../../tests/fake-browser.ts')).fakeBrowser,
}));

const OK = { ok: true } as const;
const DAY = Temporal.Now.plainDateISO().toString();
const OTHER_SITE = 'https://crm.other.example';
const answer = (text: string) => ({ ref: REF, answer: { key: 'pain', text, day: DAY } });
const open = () => client.openDeal({ ref: REF, url: `${SITE}/deals/7` });
const as = (tabId: number, url = `${SITE}/deals/7`): void => {
  fakeBrowser.world.sender = { id: 'dealside-test', url, tab: { id: tabId }, frameId: 0 };
};

let store: Store;
beforeEach(() => {
  resetFakeBrowser();
  vi.stubGlobal('chrome', fakeBrowser);
  vi.stubGlobal('fetch', () => Promise.reject(new Error('no holidays here')));
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  vi.spyOn(console, 'debug').mockImplementation(() => undefined);
  globalThis.indexedDB = new IDBFactory();
  Dexie.dependencies.indexedDB = globalThis.indexedDB;
  fakeBrowser.world.granted.add('https://crm.example.com/*');
  fakeBrowser.world.tabs = [
    { id: 1, url: `${SITE}/deals/7`, listens: true },
    { id: 2, url: `${SITE}/deals/8`, listens: true },
    { id: 3, url: `${SITE}:8443/deals/7`, listens: true },
    { id: 4, url: `${OTHER_SITE}/deals/7`, listens: true },
  ];
  const stop = new AbortController();
  store = createStore();
  serve(createHandlers(store), stop.signal);
  return () => {
    stop.abort();
    store.close();
  };
});

describe('opening a deal', () => {
  test('gives everything that is kept about it, and a playbook', async () => {
    const exception = { gate: 'G3', reason: 'why', until: '2099-01-01', day: DAY };
    const parked = { reason: 'budget year', until: '2099-01-01', day: DAY };
    const place = { right: 5, bottom: 6, collapsed: true };
    await client.saveAnswer(answer('<i>Slow</i>'));
    await client.saveException({ ref: REF, exception });
    await client.park({ ref: REF, parked });
    await client.savePlace({ crm: REF.crm, place });
    await client.notePrompt({ ref: REF, prompt: 'gate:G3', day: DAY, outcome: 'shown' });
    await client.recordReading({ reading: readingWith() });
    const context = await open();
    expect(context.records).toEqual({
      answers: { pain: { key: 'pain', text: '<i>Slow</i>', day: DAY } },
      exceptions: [exception],
      parked,
      disputes: [],
      history: [],
      since: DAY,
      remembered: readingWith(),
    });
    expect(context).toMatchObject({ place, recordsFault: null, playbookFault: null, clock: null });
    expect(context.shown).toEqual([
      { prompt: 'gate:G3', deal: context.key, day: DAY, outcome: 'shown' },
    ]);
    expect(context.playbook?.gates.length).toBeGreaterThan(0);
  });

  test('what was ended is gone', async () => {
    await client.saveException({
      ref: REF,
      exception: { gate: 'G3', reason: 'why', until: DAY, day: DAY },
    });
    await client.park({ ref: REF, parked: { reason: 'why', until: DAY, day: DAY } });
    await client.endException({ ref: REF, gate: 'G3' });
    await client.wake({ ref: REF });
    expect((await open()).records).toMatchObject({ exceptions: [], parked: null });
  });

  test('a rule that does not fit is noted, told to the other tabs, and taken back', async () => {
    const dispute = { rule: 'gate:G3', reason: 'A renewal has no <b>buyer</b>', day: DAY };
    expect(await client.saveDispute({ ref: REF, dispute })).toEqual(OK);
    expect(
      await client.saveDispute({ ref: REF, dispute: { rule: 'signal:date-moves', day: DAY } }),
    ).toEqual(OK);
    expect((await open()).records?.disputes).toEqual([
      dispute,
      { rule: 'signal:date-moves', day: DAY },
    ]);
    expect(await client.endDispute({ ref: REF, rule: 'gate:G3' })).toEqual(OK);
    expect((await open()).records?.disputes).toEqual([{ rule: 'signal:date-moves', day: DAY }]);
  });

  test('a rule that is no rule is refused, and nothing is kept', async () => {
    for (const rule of ['G3', 'gate:', 'gate:__proto__', 'prompt:G3', `gate:${'x'.repeat(80)}`]) {
      const sent = await client.saveDispute({ ref: REF, dispute: { rule, day: DAY } });
      expect(sent, rule).toEqual({ ok: false, fault: 'invalid' });
    }
    const dispute = { rule: 'gate:G3', reason: 'x'.repeat(20_001), day: DAY };
    expect(await client.saveDispute({ ref: REF, dispute })).toEqual({
      ok: false,
      fault: 'invalid',
    });
    expect((await open()).records?.disputes).toEqual([]);
  });

  test('changes become history, once, whatever tab saw them', async () => {
    await client.recordReading({ reading: readingWith() });
    const moved = { reading: readingWith({ closeDate: known('2027-01-15', 'api') }) };
    as(2);
    const both = [client.recordReading(moved), client.recordReading(moved)];
    expect(await Promise.all(both)).toEqual([OK, OK]);
    expect((await open()).records?.history).toMatchObject([
      { from: '2026-12-01', to: '2027-01-15' },
    ]);
  });

  test('five won deals teach the cycle', async () => {
    const won = known({ id: 'won', label: 'Won', state: 'won' as const }, 'api');
    for (const id of ['1', '2', '3', '4', '5']) {
      expect((await open()).playbook?.norms).toEqual({});
      const fields = { stage: won, created: known(`2026-11-0${id}`, 'api') };
      await client.recordReading({ reading: readingWith(fields, { crm: 'atomic', id }) });
    }
    expect((await open()).playbook?.norms).toEqual({ cycle: { median: 28, p90: 30, deals: 5 } });
  });
});

describe('two sites', () => {
  test('with the same deal id see nothing of each other', async () => {
    await client.saveAnswer(answer('ours'));
    await client.notePrompt({ ref: REF, prompt: 'gate:G3', day: DAY, outcome: 'shown' });
    as(4, `${OTHER_SITE}/deals/7`);
    const context = await open();
    expect(context.records?.answers).toEqual({});
    expect(JSON.stringify(context)).not.toContain(SITE);
    // The rep's day is one budget all the same.
    expect(context.shown).toMatchObject([{ deal: 'elsewhere 1', day: DAY }]);
  });

  test('another port is another site', async () => {
    await client.saveAnswer(answer('ours'));
    as(3, `${SITE}:8443/deals/7`);
    expect((await open()).records?.answers).toEqual({});
  });

  test('a reading from an address of another site is refused', async () => {
    as(4, `${OTHER_SITE}/deals/7`);
    expect(await client.recordReading({ reading: readingWith() })).toEqual({
      ok: false,
      fault: 'invalid',
    });
  });
});

describe('faults', () => {
  const refuse = (name: string) =>
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw Object.assign(new Error(name), { name });
    });

  test.each([
    ['InvalidStateError', 'refused'],
    ['QuotaExceededError', 'full'],
  ] as const)(
    'the database gives %s: "%s", and the card still has a playbook',
    async (name, fault) => {
      refuse(name);
      expect(await client.saveAnswer(answer('x'))).toEqual({ ok: false, fault });
      const context = await open();
      expect(context).toMatchObject({
        records: null,
        recordsFault: fault,
        shown: [],
        playbookFault: null,
      });
      expect(context.playbook).not.toBeNull();
      expect(context.key).not.toBe('');
    },
  );

  test('a failed save is told to nobody else', async () => {
    refuse('InvalidStateError');
    await client.saveAnswer(answer('x'));
    expect(fakeBrowser.world.announced).toEqual([]);
  });
});

describe('the other tabs', () => {
  const told = () => fakeBrowser.world.announced.map(({ tabId, type }) => `${tabId} ${type}`);

  test('of the same site are told of a save; the sender’s own asks by itself', async () => {
    await client.saveAnswer(answer('x'));
    await vi.waitFor(() => {
      expect(told()).toEqual(['2 dealChanged']);
    });
    expect(fakeBrowser.world.announced[0]?.data).toEqual({ crm: 'atomic', id: '7' });
  });

  test('and the sender’s own are told what a reading taught; the same reading again tells nothing', async () => {
    await client.recordReading({ reading: readingWith() });
    await client.recordReading({ reading: readingWith() });
    await vi.waitFor(() => {
      expect(told()).toEqual(['1 dealChanged', '2 dealChanged']);
    });
  });
});

describe('the card and the toolbar button', () => {
  test('the card goes into the frame that asked, and the button becomes its switch', async () => {
    expect(await client.mountCard({ crm: 'atomic' })).toEqual(OK);
    expect(fakeBrowser.world.injected).toEqual([
      { tabId: 1, file: '/content-scripts/card.js', frameIds: [0] },
    ]);
    expect(fakeBrowser.world.popups.get(1)).toBe('');
    await client.leaveDeal({});
    expect(fakeBrowser.world.popups.get(1)).toBe('popup.html');
    await open();
    expect(fakeBrowser.world.popups.get(1)).toBe('');
  });

  test('a CRM with a page script gets that first, into the same frame', async () => {
    expect(await client.mountCard({ crm: 'dynamics' })).toEqual(OK);
    expect(fakeBrowser.world.injected).toEqual([
      { tabId: 1, file: '/xrm.js', frameIds: [0] },
      { tabId: 1, file: '/content-scripts/card.js', frameIds: [0] },
    ]);
  });

  test('a card that cannot be put there is said, so that it can be asked again', async () => {
    fakeBrowser.world.injection = new Error('Cannot access contents of the page');
    expect(await client.mountCard({ crm: 'atomic' })).toEqual({ ok: false, fault: 'refused' });
    expect(fakeBrowser.world.popups.size).toBe(0);
  });

  test('a tab that closed meanwhile is no error', async () => {
    as(99);
    expect(await client.leaveDeal({})).toEqual(OK);
  });
});
