// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { money, settled, world } from '../../tests/card-world.ts';
import { freshStore } from '../../tests/data-world.ts';
import { fakeBrowser, resetFakeBrowser } from '../../tests/fake-browser.ts';
import { readingWith } from '../../tests/readings.ts';
import type { Access } from '../crm/access.ts';
import type { Adapter } from '../crm/adapter.ts';
import { crmPages } from '../crm/pages.ts';
import { adapters } from '../crm/registry.ts';
import { client } from '../messaging/client.ts';
import { serve } from '../messaging/server.ts';
import type { Store } from '../storage/db.ts';
import { readSent, type Sent } from '../storage/sent.ts';
import { fetchDeals } from './badge-deals.ts';
import { runCard } from './card-controller.ts';
import { createHandlers } from './handlers.ts';
import { readSuggestedHere } from './options-suggested-page.ts';
import { checkFeed } from './playbook-feed.ts';
import { saveFeed } from './playbook-feed-kept.ts';
import { turnApi } from './salesforce-setting.ts';
import { sendOf } from './send-of.ts';

vi.mock('wxt/browser', async () => ({
  browser: (await import('../../tests/fake-browser.ts')).fakeBrowser,
}));

const PAGE = 'https://crm.example.com:8443/deals/7?secret=MARKED';
const HOST = 'crm.example.com:8443';
let store: Store;
let end: AbortController;
/** What left, as the network saw it. */
let left: string[];

beforeEach(() => {
  resetFakeBrowser();
  vi.stubGlobal('chrome', fakeBrowser);
  fakeBrowser.world.sender = { id: 'dealside-test', url: PAGE, tab: { id: 1 }, frameId: 0 };
  left = [];
  const fetch = (address: string | URL, init: RequestInit = {}): Promise<Response> => {
    if (String(address).startsWith('/')) return Promise.reject(new Error('no file of ours'));
    left.push(`${init.method ?? 'GET'} ${String(address)}`);
    return Promise.resolve(Response.json({ name: 'MARKED' }));
  };
  vi.stubGlobal('fetch', fetch);
  window.fetch = fetch as typeof window.fetch;
  store = freshStore();
  end = new AbortController();
  serve(createHandlers(store), end.signal);
});
afterEach(() => {
  end.abort();
  store.close();
  document.body.replaceChildren();
});

const counted = (): Promise<readonly Sent[]> => store.use(readSent);

/** Waits until so many requests are told of, and gives them by host and kind. */
async function told(count: number): Promise<Record<string, number>> {
  let lines: readonly Sent[] = [];
  await vi.waitFor(
    async () => {
      lines = await counted();
      expect(lines.reduce((sum, line) => sum + line.count, 0)).toBe(count);
    },
    { timeout: 10_000 },
  );
  expect(JSON.stringify(lines)).not.toContain('MARKED');
  return Object.fromEntries(lines.map((line) => [`${line.host} ${line.kind}`, line.count]));
}

const ask = async ({ send, signal }: Access, path: string, method?: 'POST'): Promise<void> => {
  await send(method === undefined ? { path } : { path, method, body: { text: 'MARKED' } }, signal);
};

/** An API that gives nothing that can be read. */
const asking = async (access: Access): Promise<never> => {
  await ask(access, '/api/deal/7');
  throw new Error('no deal');
};

/** The card of a deal, in a CRM with an API. */
function openCard(more: Partial<Adapter>) {
  const made = world();
  const { page, setup } = made;
  page.values = { amount: money('5') };
  page.shows = '7';
  const both = { ...client, ...made.client, noteSent: client.noteSent };
  runCard({ ...setup, client: both, adapter: { ...setup.adapter, ...more } }, end.signal);
  return made;
}

describe('every request that leaves is counted, by its host and kind', () => {
  it('what a deal’s opening asks: the deal and its history', async () => {
    openCard({
      fetch: async (access) => {
        await ask(access, '/api/deal/7?name=MARKED');
        // Some CRMs read by POST.
        await ask(access, '/api/call', 'POST');
        throw new Error('not this one');
      },
    });
    await settled();
    expect(await told(2)).toEqual({ [`${HOST} read`]: 2 });
    expect(left).toHaveLength(2);
  });

  it('the history', async () => {
    const { client: fake } = openCard({
      fetch: () => Promise.resolve(readingWith({}, { crm: 'test', id: '7' })),
      history: async (access) => {
        await ask(access, '/api/history');
        return undefined as never;
      },
    });
    expect(await told(1)).toEqual({ [`${HOST} read`]: 1 });
    expect(fake.openDeal).toHaveBeenCalled();
  });

  it('a note: what it writes as a note, what it asks first as a read', async () => {
    const { views } = openCard({
      note: async (access) => {
        await ask(access, '/api/me');
        await ask(access, '/api/notes', 'POST');
      },
    });
    await settled();
    expect(await views.at(-1)?.actions.share('MARKED')).toBe(true);
    expect(await told(2)).toEqual({ [`${HOST} read`]: 1, [`${HOST} note`]: 1 });
  });

  it('a request that comes to nothing', async () => {
    window.fetch = () => {
      left.push('tried');
      return Promise.reject(new Error('offline'));
    };
    openCard({ fetch: asking });
    expect(await told(1)).toEqual({ [`${HOST} read`]: 1 });
  });

  it('the deals of a list', async () => {
    const { adapter } = world();
    const send = sendOf(adapter.meta, window, client);
    const deals = async function* (access: Access) {
      await ask(access, '/api/deals?page=1');
      yield { readings: [] };
      await ask(access, '/api/deals?page=2');
    };
    const access = { view: window, signal: end.signal, send };
    const rows = [{ row: { id: '7', fields: {} } }] as never;
    fetchDeals({ ...adapter, deals }, { crm: 'test' }, access, client).cover(
      () => rows,
      () => undefined,
    );
    expect(await told(2)).toEqual({ [`${HOST} read`]: 2 });
  });

  it('what the options page has asked of an open tab', async () => {
    const tryton = adapters.find(({ meta }) => meta.id === 'tryton')!;
    for (const pages of crmPages)
      vi.spyOn(pages, 'recognise').mockReturnValue(pages.id === 'tryton');
    window.history.replaceState(null, '', '#sales/model/sale.opportunity/7');
    const suggestedGates = async (access: Access) => {
      await ask(access, '/sales/', 'POST');
      return [];
    };
    await readSuggestedHere(window, client, () => ({ ...tryton, suggestedGates }));
    expect(await told(1)).toEqual({ [`${HOST} read`]: 1 });
  });

  it('what the background asks of Salesforce for a page, once, and under the host that it asks', async () => {
    const [site, api] = ['https://acme.lightning.force.com', 'acme.my.salesforce.com'];
    fakeBrowser.world.sender = { ...fakeBrowser.world.sender, url: `${site}/lightning` };
    fakeBrowser.world.granted.add(`${site}/*`);
    const sid = { name: 'sid', secure: true, storeId: '0', value: '00D000000000001!MARKED' };
    fakeBrowser.world.cookies = ['acme.lightning.force.com', api].map((domain) => ({
      ...sid,
      domain,
    }));
    await turnApi(api, true);
    const meta = { id: 'salesforce', label: '', hosts: [], api: 'background' } as const;
    const read = { view: window, signal: end.signal, send: sendOf(meta, window, client) };
    await ask(read, '/services/oauth2/userinfo');
    const note = { ...read, send: sendOf(meta, window, client, 'note') };
    const body = { ParentId: '0065g00000LxYzAAAV', Body: 'MARKED' };
    await note.send(
      { method: 'POST', path: '/services/data/v60.0/sobjects/FeedItem', body },
      end.signal,
    );
    expect(left).toHaveLength(2);
    expect(await told(2)).toEqual({ [`${api} salesforce`]: 1, [`${api} note`]: 1 });
  });

  it.each([
    ['an answer', () => Promise.resolve(new Response('{}')), 1],
    ['a server that sends on', () => Promise.resolve(new Response('', { status: 302 })), 2],
    ['a host that may not be read', () => Promise.reject(new TypeError('CORS')), 2],
  ] as const)('each request for the playbook: %s', async (_, answer, count) => {
    let asked = 0;
    vi.stubGlobal('fetch', (address: string) => {
      if (address.startsWith('/')) return Promise.reject(new Error('no file of ours'));
      asked += 1;
      return answer();
    });
    const feed = { url: 'https://playbook.example:8443/MARKED.json', key: 'A'.repeat(43) + '=' };
    await store.use((db) => saveFeed(db, feed));
    await checkFeed(store, end.signal);
    expect(asked).toBe(count);
    expect(await told(count)).toEqual({ 'playbook.example:8443 playbook': count });
  });
});

describe('a page', () => {
  it('tells what happened on its own host, whatever it says, and no more than a page can send', async () => {
    expect(
      await client.noteSent({ reads: 3, notes: 0, host: 'evil.example' } as never),
    ).toMatchObject({ ok: false });
    expect(await client.noteSent({ reads: -1, notes: 0 })).toMatchObject({ ok: false });
    expect(await client.noteSent({ reads: 1e9, notes: 0 })).toMatchObject({ ok: false });
    expect(await counted()).toEqual([]);
    await client.noteSent({ reads: 3, notes: 0 });
    expect(await told(3)).toEqual({ [`${HOST} read`]: 3 });
  });

  it('that goes tells before it is gone', async () => {
    openCard({ fetch: asking });
    await vi.waitFor(() => {
      expect(left).toHaveLength(1);
    });
    window.dispatchEvent(new Event('pagehide'));
    await vi.waitFor(async () => {
      expect(await counted()).toHaveLength(1);
    });
  });
});

describe('the sources', () => {
  const sources = ['lib', 'entrypoints', 'components'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
      .map((path) => ({
        path: join(folder, path),
        text: readFileSync(join(folder, path), 'utf8'),
      })),
  );
  const callers = (call: RegExp): string[] =>
    sources.flatMap(({ path, text }) => {
      const own = text.replaceAll(/fetch\((['`])\/(?!\/)/g, '');
      return call.test(own) ? [path] : [];
    });

  it('send from these places alone, each of which is counted above', () => {
    // An adapter's method of that name, and a call of it, sends nothing by itself.
    const sends =
      /(?<![\w.]|adapter\.)fetch\(|(?:view|window|self|globalThis)\.fetch\(|new XMLHttpRequest|sendBeacon|new WebSocket|new EventSource/;
    expect(callers(sends).toSorted()).toEqual([
      'lib/app/playbook-feed-get.ts',
      'lib/app/salesforce-session.ts',
      'lib/crm/page-send.ts',
    ]);
  });

  it('let nobody send from a page without counting', () => {
    const uses = sources.flatMap(({ path, text }) =>
      [...text.matchAll(/.*\bpageSend\(.*/g)].map(([line]) => ({ path, line })),
    );
    expect(uses.map(({ path }) => path).toSorted()).toEqual([
      'lib/app/options-suggested-page.ts',
      'lib/app/send-of.ts',
    ]);
    for (const { line } of uses) expect(line).toContain('counted(pageSend(view), view, client');
  });
});
