import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser, resetFakeBrowser, type FakeCookie } from '../../tests/fake-browser.ts';
import type { CrmCall } from '../messaging/protocol.ts';
import type { From } from '../messaging/server.ts';
import { CALL_MS, callSalesforce, type OnSent } from './salesforce-session.ts';
import { turnApi } from './salesforce-setting.ts';

vi.mock('wxt/browser', async () => ({
  browser: (await import('../../tests/fake-browser.ts')).fakeBrowser,
}));

const PAGE = 'https://acme.lightning.force.com';
const API = 'acme.my.salesforce.com';
const MARKED = '00D000000000001!MARKED-SID-api.Zz_9';
const OWN = '00D000000000001!MARKED-SID-page';
const OTHER_ORG = '00D000000000002!MARKED-SID-other';
const from: From = { site: PAGE, tabId: 1, frameId: 0 };
const user: CrmCall = { crm: 'salesforce', method: 'GET', path: '/services/oauth2/userinfo' };

const cookie = (domain: string, value: string, more: Partial<FakeCookie> = {}): FakeCookie => ({
  name: 'sid',
  value,
  domain,
  secure: true,
  storeId: '0',
  ...more,
});

interface Sent {
  readonly url: string;
  readonly init: RequestInit;
}
const hostOf = ({ url }: Sent): string => new URL(url).host;
let sent: Sent[];
let logged: unknown[];
let answer: (sent: Sent) => Response | Promise<Response>;
const noted = vi.fn<OnSent>();

beforeEach(() => {
  resetFakeBrowser();
  noted.mockClear();
  fakeBrowser.world.granted.add(`${PAGE}/*`);
  fakeBrowser.world.cookies = [
    cookie('acme.lightning.force.com', OWN),
    cookie(API, OTHER_ORG),
    cookie(API, MARKED),
    cookie('.salesforce.com', MARKED),
    cookie('globex.my.salesforce.com', OTHER_ORG),
  ];
  sent = [];
  logged = [];
  answer = () => Response.json({ user_id: '005', name: 'Mia' }, { headers: { etag: 'x' } });
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    sent.push({ url, init });
    return await answer(sent.at(-1)!);
  });
  const log = (...words: unknown[]) => void logged.push(...words);
  for (const level of ['log', 'info', 'warn', 'error', 'debug'] as const)
    vi.spyOn(console, level).mockImplementation(log);
});

afterEach(() => {
  expect(noted.mock.calls).toEqual(
    sent.map((each) => [hostOf(each), each.init.method === 'POST' ? 'note' : 'salesforce']),
  );
});

const call = (what: CrmCall, who: From) => callSalesforce(what, who, noted);
const on = () => turnApi(API, true);
const sidIn = ({ init }: Sent): string | undefined =>
  (init.headers as Record<string, string>).Authorization;

/** Everything that is not the one request to the organisation's own host. */
async function expectNoTrace(results: readonly unknown[]): Promise<void> {
  const kept = await Promise.all(
    ['local', 'session'].map(async (area) => {
      const { get } = fakeBrowser.storage[area as 'local'];
      return await get('salesforce-api');
    }),
  );
  const said = [...results, ...logged, ...kept, fakeBrowser.world.announced].map((value) =>
    value instanceof Error
      ? `${value.message} ${value.stack ?? ''} ${String(value.cause)}`
      : JSON.stringify(value),
  );
  expect(said.join('\n')).not.toContain('MARKED-SID');
  for (const { url, init } of sent) {
    expect(new URL(url).origin).toBe(`https://${API}`);
    expect(url + JSON.stringify(init.body ?? '')).not.toContain('MARKED-SID');
  }
}

describe('the session', () => {
  test('goes to the organisation’s own host, as a header, and nowhere else', async () => {
    await on();
    const result = await call(user, from);
    expect(result).toEqual({
      ok: true,
      status: 200,
      headers: { 'content-type': 'application/json', etag: 'x' },
      text: '{"user_id":"005","name":"Mia"}',
      redirected: false,
    });
    expect(sent.map(({ url }) => url)).toEqual([`https://${API}/services/oauth2/userinfo`]);
    expect(sidIn(sent[0]!)).toBe(`Bearer ${MARKED}`);
    expect(sent[0]!.init).toMatchObject({
      method: 'GET',
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
    });
    await expectNoTrace([result]);
  });

  const lost: [string, () => void][] = [
    ['no cookie of the page', () => (fakeBrowser.world.cookies = [cookie(API, MARKED)])],
    [
      'a page of another organisation',
      () =>
        (fakeBrowser.world.cookies = [
          cookie('acme.lightning.force.com', '00D000000000003!x'),
          cookie(API, MARKED),
        ]),
    ],
    [
      'a cookie of a wider domain alone',
      () =>
        (fakeBrowser.world.cookies = [
          cookie('acme.lightning.force.com', OWN),
          cookie('.salesforce.com', MARKED),
        ]),
    ],
    [
      'a cookie that also goes over http',
      () =>
        (fakeBrowser.world.cookies = [
          cookie('acme.lightning.force.com', OWN),
          cookie(API, MARKED, { secure: false }),
        ]),
    ],
    [
      'a cookie that is no session',
      () =>
        (fakeBrowser.world.cookies = [
          cookie('acme.lightning.force.com', OWN),
          cookie(API, `${MARKED}\r\nX-Evil: 1`),
        ]),
    ],
    [
      'a session of another cookie store',
      () =>
        (fakeBrowser.world.cookies = [
          cookie('acme.lightning.force.com', OWN),
          cookie(API, MARKED, { storeId: '1' }),
        ]),
    ],
  ];
  test.each(lost)('%s: nothing is sent, and nobody is logged in', async (_, change) => {
    change();
    await on();
    const result = await call(user, from);
    expect(result).toMatchObject({ ok: true, status: 401 });
    expect(sent).toEqual([]);
    await expectNoTrace([result]);
  });

  test('a private tab has its own', async () => {
    await on();
    expect(await call(user, { ...from, tabId: 9 })).toMatchObject({ status: 401 });
    fakeBrowser.world.cookies = fakeBrowser.world.cookies.map((one) => ({ ...one, storeId: '1' }));
    expect(await call(user, { ...from, tabId: 9 })).toMatchObject({ status: 200 });
    expect(await call(user, { ...from, tabId: 77 })).toMatchObject({ status: 401 });
  });

  test('is not handed on by a server that repeats it, nor by an error that holds it', async () => {
    await on();
    answer = () => new Response(`{"echo":"${MARKED}"}`);
    const echoed = await call(user, from);
    expect(echoed).toEqual({ ok: false, fault: 'refused' });
    answer = () => Promise.reject(new TypeError(`invalid header Bearer ${MARKED}`));
    const failed = await call(user, from);
    expect(failed).toEqual({ ok: false, fault: 'offline' });
    fakeBrowser.cookies.getAll = () => Promise.reject(new Error(MARKED));
    const broken = await call(user, from);
    expect(broken).toEqual({ ok: false, fault: 'refused' });
    await expectNoTrace([echoed, failed, broken]);
  });

  test('an answer that is too long, and one that does not come', async () => {
    await on();
    answer = () => new Response('x'.repeat(8_000_001));
    expect(await call(user, from)).toEqual({ ok: false, fault: 'refused' });
    const timer = new AbortController();
    const waited = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(timer.signal);
    answer = ({ init }) =>
      new Promise((_, reject) => {
        init.signal!.addEventListener('abort', () => {
          reject(new Error('aborted'));
        });
        timer.abort();
      });
    expect(await call(user, from)).toEqual({ ok: false, fault: 'timeout' });
    expect(waited).toHaveBeenCalledWith(CALL_MS);
  });
});

describe('switched off', () => {
  const off: [string, () => unknown][] = [
    ['by default', () => undefined],
    [
      'after it was turned off',
      async () => {
        await on();
        await turnApi(API, false);
      },
    ],
    [
      'where the browser’s question was answered with no',
      async () => {
        fakeBrowser.world.grants = false;
        expect(await on()).toBe(false);
      },
    ],
    [
      'when the cookies were taken away',
      async () => {
        await on();
        fakeBrowser.world.permitted.clear();
      },
    ],
    [
      'when the API’s host was taken away',
      async () => {
        await on();
        fakeBrowser.world.granted.delete(`https://${API}/*`);
      },
    ],
    ['where another organisation is on', () => turnApi('globex.my.salesforce.com', true)],
    [
      'where permissions stand without the setting',
      () => {
        fakeBrowser.world.permitted.add('cookies');
        fakeBrowser.world.granted.add(`https://${API}/*`);
      },
    ],
  ];
  test.each(off)('%s: no cookie is read and nothing is sent', async (_, prepare) => {
    await prepare();
    const read = vi.spyOn(fakeBrowser.cookies, 'get');
    expect(await call(user, from)).toEqual({ ok: false, fault: 'switched-off' });
    expect(read).not.toHaveBeenCalled();
    expect(sent).toEqual([]);
  });

  test('where the API’s host is not known for certain', async () => {
    for (const host of ['acme.lightning.sfcrmapps.cn', 'acme.lightning.force.com.mcas.ms']) {
      const result = await call(user, { ...from, site: `https://${host}` });
      expect(result).toEqual({ ok: false, fault: 'switched-off' });
    }
    expect(sent).toEqual([]);
  });

  test('the cookies are given back with the last organisation', async () => {
    await on();
    await turnApi('globex.my.salesforce.com', true);
    await turnApi(API, false);
    expect(fakeBrowser.world.permitted.has('cookies')).toBe(true);
    await turnApi('globex.my.salesforce.com', false);
    expect(fakeBrowser.world.permitted.has('cookies')).toBe(false);
  });
});

describe('who may ask', () => {
  test.each([
    ['another site', 'https://crm.example.com'],
    ['a name that ends like Salesforce’s', 'https://acme.lightning.force.com.example.com'],
    ['a name without an organisation', 'https://lightning.force.com'],
    ['a page without https', 'http://acme.lightning.force.com'],
  ])('%s may not', async (_, site) => {
    await on();
    const result = await call(user, { ...from, site });
    expect(result).toEqual({ ok: false, fault: 'invalid' });
    expect(sent).toEqual([]);
  });

  test('a sandbox asks its own host', async () => {
    const api = 'acme--uat.sandbox.my.salesforce.com';
    fakeBrowser.world.granted.add('https://acme--uat.sandbox.lightning.force.com/*');
    fakeBrowser.world.cookies = [
      cookie('acme--uat.sandbox.lightning.force.com', OWN),
      cookie(api, MARKED),
    ];
    await turnApi(api, true);
    const site = 'https://acme--uat.sandbox.lightning.force.com';
    expect(await call(user, { ...from, site })).toMatchObject({ ok: true, status: 200 });
    expect(sent.map(hostOf)).toEqual([api]);
  });
});
