// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openSession } from '../lib/app/card-session.ts';
import { turnApi } from '../lib/app/salesforce-setting.ts';
import { sendOf } from '../lib/app/send-of.ts';
import { createHandlers } from '../lib/app/handlers.ts';
import { createOptions } from '../lib/app/options.ts';
import type { Access } from '../lib/crm/access.ts';
import { adapters } from '../lib/crm/registry.ts';
import { client } from '../lib/messaging/client.ts';
import { serve } from '../lib/messaging/server.ts';
import type { Store } from '../lib/storage/db.ts';
import { createStore } from '../lib/storage/store.ts';
import { apiFixtureOf, clearCookies, stubApi, type ApiFixture, type Fault } from './crm-api.ts';
import { fakeBrowser, resetFakeBrowser } from './fake-browser.ts';
import { askAll, echo, textOf, type Case } from './secrets.ts';

vi.mock('wxt/browser', async () => ({
  browser: (await import('./fake-browser.ts')).fakeBrowser,
}));

/**
 * The tokens of a user's session go to the CRM and nowhere else. Marked ones are planted in each CRM's page (`secrets` in its
 * api.json), and servers that send back all that they were sent; everything is done that an adapter can do; then everything that
 * was kept, written, said or thrown is searched for them.
 */

const withApi = adapters.filter(({ fetch }) => fetch !== undefined);
const cases = withApi.flatMap((adapter) => {
  const fixture = apiFixtureOf(adapter.meta.id);
  return fixture ? [[adapter.meta.id, { adapter, fixture }] as const] : [];
});

/** What a page holds beside the CRM's own tokens: other extensions' and other products'. None of it is ours to read. */
const PLANTED = [
  'MARKED-other-cookie',
  'MARKED-other-local',
  'MARKED-other-session',
  'MARKED-meta',
];

/** Everything that left the code in some way. */
let said: unknown[];
let store: Store;
let end: AbortController;

beforeEach(() => {
  resetFakeBrowser();
  Object.assign(fakeBrowser.runtime, { getManifest: () => ({}) });
  vi.stubGlobal('chrome', fakeBrowser);
  globalThis.indexedDB = new IDBFactory();
  Dexie.dependencies.indexedDB = globalThis.indexedDB;
  said = [];
  const note = (...words: unknown[]): void => void said.push(...words);
  for (const level of ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const)
    vi.spyOn(console, level).mockImplementation(note);
  const { local, session } = fakeBrowser.storage;
  for (const area of [local, session]) {
    const { set } = area;
    area.set = (items) => {
      note(items);
      return set(items);
    };
  }
  const { sendMessage } = fakeBrowser.runtime;
  fakeBrowser.runtime.sendMessage = (message, callback) => {
    note(message);
    sendMessage(message, (answer) => {
      note(answer);
      callback(answer);
    });
  };
  store = createStore();
  end = new AbortController();
  serve(createHandlers(store), end.signal);
});
afterEach(() => {
  end.abort();
  store.close();
  for (const [, { fixture }] of cases) clearCookies(fixture);
  document.cookie = 'other=; path=/; expires=Thu, 01 Jan 1970 00:00:00 GMT';
});

async function database(): Promise<unknown> {
  return await store.use(async (db) =>
    Promise.all(db.tables.map(async (table) => [table.name, await table.toArray()])),
  );
}

/** What somebody can save to a file, and what the options page shows. */
async function shownToAdmins(): Promise<unknown> {
  vi.stubGlobal('fetch', () => Promise.reject(new Error('no holidays here')));
  return await createOptions(store).look();
}

/** The CRM's page with its tokens in it, and others that are none of our business. */
function openPage(fixture: ApiFixture, fault?: Fault) {
  const world = stubApi(fixture, [], fault);
  document.cookie = `other=${PLANTED[0] ?? ''}; path=/`;
  localStorage.setItem('other', PLANTED[1] ?? '');
  sessionStorage.setItem('other', PLANTED[2] ?? '');
  const meta = document.createElement('meta');
  meta.name = 'csrf-token';
  meta.content = PLANTED[3] ?? '';
  document.head.append(meta);
  const { origin } = new URL(fixture.page.url);
  fakeBrowser.world.sender = { ...fakeBrowser.world.sender, url: fixture.page.url };
  fakeBrowser.world.granted.add(`${origin}/*`);
  fakeBrowser.world.tabs = [{ id: 1, url: fixture.page.url, listens: true }];
  return world;
}

/** Opens the deal as the card does, and waits until the CRM's answer was kept or given up. */
async function openDeal({ adapter, fixture }: Case, access: (s: AbortSignal) => Access) {
  const changed = vi.fn<() => void>();
  const world = { view: window, adapter, access, client, changed };
  const session = openSession(fixture.ref, world, end.signal);
  await vi.waitFor(() => {
    expect(session.context()).toBeDefined();
  });
  await vi.waitFor(async () => {
    const { crm, expired, page } = session.trouble();
    const kept = await store.use((db) => db.deals.count());
    expect(kept > 0 || crm !== undefined || expired || page).toBe(true);
  });
  return session;
}

/** Fails where a mark stands in anything that was kept, written, said or thrown: as it is, encoded, or in base 64. */
async function searchFor(marks: readonly string[], more: readonly unknown[]): Promise<void> {
  const kept = await database();
  const admins = await shownToAdmins();
  const { announced, scripts, injected } = fakeBrowser.world;
  const all = [kept, admins, announced, scripts, injected, ...said, ...more];
  const texts = all.map((value) => textOf(value));
  for (const mark of marks) {
    for (const form of [mark, encodeURIComponent(mark), btoa(mark)])
      expect(texts.filter((text) => text.includes(form))).toEqual([]);
  }
}

describe('the search', () => {
  const MARK = 'MARKED-search/1';
  it.each<[string, () => unknown]>([
    [
      'the log',
      () => {
        console.warn('failed', { token: MARK });
      },
    ],
    [
      'an error’s cause',
      () => {
        console.error(new Error('no', { cause: new Error(MARK) }));
      },
    ],
    [
      'an address',
      () => {
        console.debug(`/api?token=${encodeURIComponent(MARK)}`);
      },
    ],
    [
      'a header in base 64',
      () => {
        console.info(`Basic ${btoa(MARK)}`);
      },
    ],
    ['the browser’s storage', () => fakeBrowser.storage.session.set({ token: MARK })],
    ['the database', () => store.use((db) => db.settings.put({ key: 'x', value: [MARK] }))],
    ['a message', () => client.savePlace({ crm: MARK } as never)],
  ])('finds a token in %s', async (_, leak) => {
    await leak();
    await expect(searchFor([MARK], [])).rejects.toThrow();
  });
  it('finds nothing where nothing is', async () => {
    await expect(searchFor([MARK], ['MARKED-other'])).resolves.toBeUndefined();
  });
});

it('every CRM that has an API has marked tokens where its page has any', () => {
  expect(cases.map(([id]) => id)).toEqual(withApi.map(({ meta }) => meta.id));
  for (const [id, { fixture }] of cases) {
    const { page, exchange, variants, secrets } = fixture;
    const marks = JSON.stringify([page, exchange, variants]).match(/MARKED-[\w.-]+/g) ?? [];
    const isHeld = Object.keys(page.cookies ?? {}).length > 0 || marks.length > 0;
    expect([id, secrets.length > 0 || !isHeld]).toEqual([id, true]);
    for (const mark of marks)
      expect([id, mark, secrets.some((secret) => secret.includes(mark))]).toEqual([id, mark, true]);
    for (const secret of secrets) expect(secret.length).toBeGreaterThan(7);
  }
});

describe.each(cases)('the tokens of %s', (_, one) => {
  const { fixture } = one;
  const marks = [...fixture.secrets, ...PLANTED];

  const search = (more: readonly unknown[]): Promise<void> => searchFor(marks, more);

  it('stay with it when all goes well', async () => {
    const { access, sent, strangers } = openPage(fixture);
    const session = await openDeal(one, access);
    const results = await askAll(one, access(end.signal));
    expect(strangers).toEqual([]);
    expect(sent.length).toBeGreaterThan(1);
    expect(await store.use((db) => db.deals.count())).toBe(1);
    await search([results, session.deal(), session.context(), session.trouble()]);
  });

  it.each([
    ['refuses', echo(403)],
    ['forgets who it is', echo(401)],
    ['does not know the request', echo(400)],
    ['has too much to do', echo(429)],
    ['fails', echo(500)],
    ['fails with a page', echo(502, 'text/html')],
    ['answers with something else', echo(200)],
    ['answers with a page', echo(200, 'text/html')],
  ])('stay with it when it %s and sends all of them back', async (__, fault) => {
    const { access, sent } = openPage(fixture, fault);
    await openDeal(one, access).catch(() => undefined);
    const results = await askAll(one, access(end.signal));
    expect(sent.length).toBeGreaterThan(0);
    await search(results);
  });

  it('stay with it when there is no network', async () => {
    const { access } = openPage(fixture, ({ url, headers }) =>
      Promise.reject(new TypeError(`cannot reach ${url.href} ${JSON.stringify([...headers])}`)),
    );
    const session = await openDeal(one, access);
    await search([await askAll(one, access(end.signal)), session.trouble()]);
  });
});

describe('a session that the background reads', () => {
  const salesforce = cases.filter(([, { adapter }]) => adapter.meta.api === 'background');
  const SID = '00D000000000001!MARKED-SID.Zz_9';
  const OWN = '00D000000000001!MARKED-SID-page';

  /** Salesforce's page with the user's cookies, its API turned on, and the way to it that the card takes. */
  async function openBehind({ adapter, fixture }: Case, fault?: Fault) {
    const { sent } = openPage(fixture, fault);
    const { hostname, origin } = new URL(fixture.page.url);
    const apiHost = hostname.replace('.lightning.force.com', '.my.salesforce.com');
    const cookie = { name: 'sid', secure: true, storeId: '0' };
    fakeBrowser.world.cookies = [
      { ...cookie, value: OWN, domain: hostname },
      { ...cookie, value: SID, domain: apiHost },
    ];
    const page = window.fetch.bind(window);
    // The file has its answers under the page's own host.
    vi.stubGlobal('fetch', (address: string, init?: RequestInit) => {
      const { pathname, search } = new URL(address, origin);
      return page(`${origin}${pathname}${search}`, init);
    });
    await turnApi(apiHost, true);
    const send = sendOf(adapter.meta, window, client);
    return { sent, access: (signal: AbortSignal): Access => ({ view: window, signal, send }) };
  }

  it.each(salesforce)('of %s stays there when all goes well', async (_, one) => {
    const { access, sent } = await openBehind(one);
    const session = await openDeal(one, access);
    const results = await askAll(one, access(end.signal));
    expect(sent.some(({ headers }) => headers.get('Authorization') === `Bearer ${SID}`)).toBe(true);
    await searchFor([SID, OWN, 'MARKED-SID'], [results, session.deal()]);
  });

  it.each(
    salesforce.flatMap(([id, one]) =>
      [200, 400, 401, 403, 429, 500].map((status) => [id, status, one] as const),
    ),
  )(
    'of %s stays there when a server answers %i and sends all of it back',
    async (_, status, one) => {
      const { access, sent } = await openBehind(one, echo(status));
      await openDeal(one, access).catch(() => undefined);
      const results = await askAll(one, access(end.signal));
      expect(sent.length).toBeGreaterThan(0);
      await searchFor([SID, OWN, 'MARKED-SID'], results);
    },
  );
});
