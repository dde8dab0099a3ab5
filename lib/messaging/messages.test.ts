import { beforeEach, describe, expect, test, vi } from 'vitest';
import { known } from '../core/fact.ts';
import { TEXT_LIMIT } from '../core/limits.ts';
import { fakeBrowser, resetFakeBrowser } from '../../tests/fake-browser.ts';
import { customDefinition, customDraft } from '../../tests/custom-crm.ts';
import { readingWith, REF, SITE } from '../../tests/readings.ts';
import { ANSWER_MS, isCutOff, onAnnouncement } from './asking.ts';
import { client } from './client.ts';
import { dealKey, siteOf } from './deal-key.ts';
import { faultContext } from './fault-context.ts';
import type { ToBackground } from './protocol.ts';
import { announce, serve, type From, type Handlers } from './server.ts';
import { schemas } from './schemas.ts';

vi.mock('wxt/browser', async () => ({
  browser: (await import('../../tests/fake-browser.ts')).fakeBrowser,
}));

const OK = { ok: true } as const;
const DAY = '2026-11-20';
const answer = (text: string) => ({ ref: REF, answer: { key: 'pain', text, day: DAY } });

let stop: AbortController;
let seen: { type: string; data: unknown; from: From }[];

/** Answers everything, and keeps what came in. */
function answering(result: unknown = OK): Handlers {
  const entries = Object.keys(schemas).map((type) => [
    type,
    (data: unknown, from: From) => {
      seen.push({ type, data, from });
      return Promise.resolve(result);
    },
  ]);
  return Object.fromEntries(entries) as Handlers;
}

beforeEach(() => {
  resetFakeBrowser();
  vi.stubGlobal('chrome', fakeBrowser);
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  stop = new AbortController();
  seen = [];
  return () => {
    stop.abort();
  };
});

describe('from the page', () => {
  test('every message arrives with the sender’s site, tab and frame', async () => {
    serve(answering(), stop.signal);
    const { ref } = { ref: REF };
    const exception = { gate: 'G3', reason: 'why', until: DAY, day: DAY };
    const place = { right: 1, bottom: 2, collapsed: false };
    const all: { [K in keyof ToBackground]: Parameters<ToBackground[K]>[0] } = {
      mountCard: { crm: 'atomic' },
      leaveDeal: {},
      openDeal: { ref, url: `${SITE}/deals/7` },
      recordReading: { reading: readingWith() },
      saveAnswer: answer('text'),
      saveException: { ref, exception },
      endException: { ref, gate: 'G3' },
      saveDispute: { ref, dispute: { rule: 'gate:G3', reason: 'why', day: DAY } },
      endDispute: { ref, rule: 'signal:quiet-buyer' },
      park: { ref, parked: { reason: 'why', until: DAY, day: DAY } },
      wake: { ref },
      notePrompt: { ref, prompt: 'gate:G3', day: DAY, outcome: 'shown' },
      reportCheck: { ref, checks: [{ field: 'amount', state: 'shown', result: 'agrees' }] },
      mountBadges: { crm: 'atomic' },
      badges: { crm: 'atomic', rows: [{ id: '7', fields: { closeDate: known(DAY, 'page') } }] },
      recordReadings: { readings: [readingWith()] },
      savePlace: { crm: 'atomic', place },
      customSites: {},
      picking: {},
      keepPicking: { draft: customDraft },
      saveCustom: { definition: customDefinition },
      stopPicking: {},
      noteSent: { reads: 3, notes: 1 },
      crmCall: { crm: 'salesforce', method: 'POST', path: '/services/data', body: '{}' },
    };
    for (const [type, data] of Object.entries(all)) {
      const send = client[type as keyof ToBackground] as (data: unknown) => Promise<unknown>;
      expect(await send(data), type).toEqual(OK);
      expect(seen.at(-1)).toEqual({ type, data, from: { site: SITE, tabId: 1, frameId: 0 } });
    }
  });

  test('markup and 5,000 characters arrive as they were written', async () => {
    serve(answering(), stop.signal);
    const text = `<img src=x onerror="alert(1)">${'x'.repeat(5000)}`;
    expect(await client.saveAnswer(answer(text))).toEqual(OK);
    expect(seen[0]?.data).toMatchObject({ answer: { text } });
  });
});

describe('a sender that is not a page of ours', () => {
  const page = { id: fakeBrowser.runtime.id ?? '', url: `${SITE}/deals/7`, tab: { id: 1 } };
  test.each([
    ['another extension', { ...page, id: 'somebody-else' }],
    ['no tab, such as our own popup', { id: page.id, url: page.url }],
    ['no address', { id: page.id, tab: page.tab }],
    ['an extension page', { ...page, url: 'chrome-extension://dealside-test/options.html' }],
    ['a page without an origin', { ...page, url: 'about:blank' }],
    ['a file', { ...page, url: 'file:///tmp/deal.html' }],
  ])('%s: nothing is done', async (_, sender) => {
    serve(answering(), stop.signal);
    fakeBrowser.world.sender = sender;
    expect(await client.saveAnswer(answer('text'))).toEqual({ ok: false, fault: 'invalid' });
    expect(await client.openDeal({ ref: REF, url: `${SITE}/deals/7` })).toEqual(
      faultContext('invalid'),
    );
    expect(seen).toEqual([]);
  });
});

describe('a bad payload', () => {
  const reading = readingWith();
  test.each<[string, keyof ToBackground, unknown]>([
    ['one character too many', 'saveAnswer', answer('x'.repeat(TEXT_LIMIT + 1))],
    ['white space alone', 'saveAnswer', answer('  \n ')],
    [
      'a day that does not exist',
      'saveAnswer',
      { ref: REF, answer: { key: 'pain', text: 'x', day: '2026-02-30' } },
    ],
    ['no deal', 'wake', {}],
    ['a CRM that is no folder name', 'mountCard', { crm: '../card' }],
    [
      'an amount that is no decimal',
      'recordReading',
      { reading: readingWith({ amount: known({ amount: '1,5' }, 'api') }) },
    ],
    [
      'an address that is a script',
      'recordReading',
      { reading: { ...reading, url: 'javascript:alert(1)' } },
    ],
    ['nothing at all', 'recordReading', undefined],
  ])('%s: "invalid", and one line in the log without its contents', async (_, type, data) => {
    serve(answering(), stop.signal);
    const send = client[type] as (data: unknown) => Promise<unknown>;
    expect(await send(data)).toEqual({ ok: false, fault: 'invalid' });
    expect(seen).toEqual([]);
    expect(console.warn).toHaveBeenCalledTimes(1);
    const line: unknown = vi.mocked(console.warn).mock.calls[0]?.[0];
    expect(line).toMatch(new RegExp(`^\\[dealside\\] ${type}: dropped`));
    expect(String(line).length).toBeLessThan(260);
    expect(line).not.toMatch(/xxx|alert|1,5|2026-02-30/);
  });

  test('a site in the payload is not looked at', async () => {
    serve(answering(), stop.signal);
    await client.wake({ ref: REF, site: 'https://victim.example.com' } as never);
    expect(seen[0]).toMatchObject({ data: { ref: REF }, from: { site: SITE } });
    expect(seen[0]?.data).not.toHaveProperty('site');
  });
});

describe('no answer', () => {
  test('nobody listens: "no-answer"', async () => {
    expect(await client.saveAnswer(answer('x'))).toEqual({ ok: false, fault: 'no-answer' });
    expect(await client.openDeal({ ref: REF, url: SITE })).toEqual(faultContext('no-answer'));
  });

  test('a background that hangs: "no-answer" in time, and sent once', async () => {
    vi.useFakeTimers();
    const send = vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(() => undefined);
    const result = client.saveAnswer(answer('x'));
    await vi.advanceTimersByTimeAsync(ANSWER_MS);
    expect(await result).toEqual({ ok: false, fault: 'no-answer' });
    expect(send).toHaveBeenCalledTimes(1);
    expect(vi.getTimerCount()).toBe(0);
    vi.useRealTimers();
  });

  test('a handler that throws: "refused", and the next message is answered', async () => {
    const handlers = { ...answering(), wake: () => Promise.reject(new Error('broken')) };
    serve(handlers, stop.signal);
    expect(await client.wake({ ref: REF })).toEqual({ ok: false, fault: 'refused' });
    expect(await client.saveAnswer(answer('x'))).toEqual(OK);
  });

  test('the extension was updated under the page: "updated"', async () => {
    serve(answering(), stop.signal);
    fakeBrowser.runtime.id = undefined;
    expect(isCutOff()).toBe(true);
    expect(await client.saveAnswer(answer('x'))).toEqual({ ok: false, fault: 'updated' });
    expect((await client.openDeal({ ref: REF, url: SITE })).recordsFault).toBe('updated');
    expect(seen).toEqual([]);
  });

  test('cut off while the message is under way: "updated"', async () => {
    vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(() => {
      throw new Error('Extension context invalidated.');
    });
    expect(await client.wake({ ref: REF })).toEqual({ ok: false, fault: 'updated' });
  });

  test('nobody is answered after the signal', async () => {
    serve(answering(), stop.signal);
    stop.abort();
    expect(await client.wake({ ref: REF })).toEqual({ ok: false, fault: 'no-answer' });
    expect(fakeBrowser.runtime.onMessage.listeners.size).toBe(0);
  });
});

describe('to the page', () => {
  test('an announcement reaches its listener until the signal aborts', () => {
    const heard: unknown[] = [];
    onAnnouncement('toggleCard', (data) => heard.push(data), stop.signal);
    const message = { id: 1, type: 'toggleCard', data: { focus: true }, timestamp: 1 };
    const fire = () => fakeBrowser.runtime.onMessage.fire(message, {}, () => undefined);
    fire();
    stop.abort();
    fire();
    expect(heard).toEqual([{ focus: true }]);
  });

  test('a tab without a script of ours is no error', async () => {
    fakeBrowser.world.tabs = [
      { id: 1, url: SITE, listens: true },
      { id: 2, url: SITE },
    ];
    expect(await announce(1, 'goQuiet', {})).toBe(true);
    expect(await announce(2, 'goQuiet', {})).toBe(false);
  });
});

describe('the deal’s key', () => {
  test('tells apart what could be mistaken for another deal', () => {
    const keys = [
      dealKey(SITE, { crm: 'a', id: 'b|c' }),
      dealKey(SITE, { crm: 'a', org: 'b', id: 'c' }),
      dealKey(SITE, { crm: 'a', id: 'b%7Cc' }),
      dealKey(SITE, { crm: 'a', org: 'b|c', id: 'd' }),
      dealKey(SITE, { crm: 'a', org: 'b', id: 'c|d' }),
      dealKey(`${SITE}:8443`, { crm: 'a', id: 'b|c' }),
    ];
    expect(new Set(keys).size).toBe(6);
    expect(siteOf(keys[5] ?? '')).toBe(`${SITE}:8443`);
  });
});
