import 'fake-indexeddb/auto';
import type { ServerResponse } from 'node:http';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from '../../tests/fake-browser.ts';
import {
  answerWith,
  check,
  follow,
  following,
  inForce,
  other,
  requests,
  serve,
  signed,
  state,
  store,
  text,
  testFeedServer,
} from '../../tests/feed-kit.ts';
import { checkFeed } from './playbook-feed.ts';
import { createFeed } from './playbook-feed-page.ts';

vi.mock('wxt/browser', async () => ({
  browser: (await import('../../tests/fake-browser.ts')).fakeBrowser,
}));

testFeedServer();

describe('a redirect', () => {
  test('within the site is followed', async () => {
    await follow();
    const file = await signed(text(5));
    answerWith((response, _, path) => {
      if (path === '/playbook.json') response.writeHead(301, { location: '/moved.json' }).end();
      else response.writeHead(200).end(file);
    });
    expect(await check()).toBe('taken');
  });
});

describe('no answer', () => {
  test('changes nothing and is no refusal', async () => {
    await following();
    await follow({ url: 'http://127.0.0.1:1/playbook.json' });
    const before = await state();
    expect(await check()).toBe('unheard');
    const { good, refusal, heardAt } = await state();
    expect({ good, refusal, heardAt }).toEqual({
      good: before.good,
      refusal: null,
      heardAt: before.heardAt,
    });
    expect(await inForce()).toMatchObject({ source: 'url', playbook: { version: 5 } });
  });

  test('halfway is none', async () => {
    await following();
    answerWith((response) => {
      response.writeHead(200, { 'content-length': '100000' });
      response.write('{"dealside":', () => response.destroy());
    });
    expect(await check()).toBe('unheard');
    expect((await state()).refusal).toBeNull();
  });

  test('to one who gave up waiting is none', async () => {
    await following();
    const stopped = new AbortController();
    answerWith(() => {
      stopped.abort();
    });
    expect(await checkFeed(store, stopped.signal)).toBe('unheard');
  });
});

describe('without the host’s permission', () => {
  beforeEach(() => {
    fakeBrowser.world.granted.clear();
  });
  /** What a browser does with an answer that other sites may not read. */
  const closedTo = (real: typeof fetch): void => {
    vi.stubGlobal('fetch', (address: string, options: RequestInit) =>
      options.mode === 'no-cors' ? real(address) : Promise.reject(new TypeError('Failed to fetch')),
    );
  };

  test('it works where the server lets others read it, and sends no header of ours', async () => {
    await following();
    expect(await check()).toBe('same');
    expect(requests.every((headers) => headers['if-none-match'] === undefined)).toBe(true);
  });

  test('it is said where the server does not', async () => {
    await follow();
    serve('{}');
    closedTo(fetch);
    expect(await check()).toBe('refused');
    expect((await state()).refusal?.kind).toBe('permission');
    // A server that is down is something else.
    await follow({ url: 'http://127.0.0.1:1/' });
    expect(await check()).toBe('unheard');
  });
});

describe('another key', () => {
  test('starts the numbers anew; until one comes the old one stays', async () => {
    await following();
    await follow({ key: other.publicKey });
    expect((await inForce()).playbook?.version).toBe(5);
    serve(await signed(text(9)));
    expect(await check()).toBe('refused');
    expect(await createFeed(store).look()).toMatchObject({ good: { version: 5, otherKey: true } });
    serve(await signed(text(2), other));
    expect(await check()).toBe('taken');
    expect((await inForce()).playbook?.version).toBe(2);
  });
});

describe('two checks at once', () => {
  test('leave the newer one, whichever ends last', async () => {
    await following();
    const [sixth, seventh] = await Promise.all([signed(text(6)), signed(text(7))]);
    const slow = Promise.withResolvers<ServerResponse>();
    answerWith((response) => {
      slow.resolve(response);
    });
    const first = check();
    const held = await slow.promise;
    serve(seventh);
    expect(await check()).toBe('taken');
    held.writeHead(200).end(sixth);
    expect(await first).toBe('refused');
    expect((await inForce()).playbook?.version).toBe(7);
  });

  test('what was fetched for a URL that is not followed any more is dropped', async () => {
    await follow();
    const slow = Promise.withResolvers<ServerResponse>();
    answerWith((response) => {
      slow.resolve(response);
    });
    const first = check();
    const held = await slow.promise;
    await createFeed(store).stop();
    held.writeHead(200).end(await signed(text(6)));
    expect(await first).toBe('none');
    expect((await inForce()).source).toBe('starter');
  });
});
