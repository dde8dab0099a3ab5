import 'fake-indexeddb/auto';
import { describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from '../../tests/fake-browser.ts';
import {
  answerWith,
  check,
  follow,
  following,
  forgetRequests,
  inForce,
  origin,
  other,
  pack,
  requests,
  serve,
  signed,
  state,
  store,
  text,
  url,
  testFeedServer,
} from '../../tests/feed-kit.ts';
import { SITE } from '../../tests/readings.ts';
import { activePlaybook, publishPlaybook } from './playbook-store.ts';

vi.mock('wxt/browser', async () => ({
  browser: (await import('../../tests/fake-browser.ts')).fakeBrowser,
}));

testFeedServer();

describe('a playbook by URL', () => {
  test('that is signed, valid and newer is in force, before what is published here', async () => {
    await publishPlaybook(store, text(40), '2026-11-20');
    await following();
    expect(await inForce()).toMatchObject({
      source: 'url',
      url: url(),
      playbook: { version: 5, id: 'team' },
    });
    expect((await activePlaybook(store, SITE)).playbook?.version).toBe(5);
    expect(await state()).toMatchObject({ refusal: null, good: { version: 5, etag: '"five"' } });
  });

  test('asks with its ETag and nothing of the user’s, and takes 304 for an answer', async () => {
    await following();
    answerWith((response, headers) => {
      response.writeHead(headers['if-none-match'] === '"five"' ? 304 : 500).end();
    });
    expect(await check()).toBe('same');
    expect(
      requests.every(({ cookie, authorization, referer }) => !cookie && !authorization && !referer),
    ).toBe(true);
    expect((await state()).refusal).toBeNull();
  });

  test('with a higher number takes the place of the one before, and the open deals are told', async () => {
    await following();
    fakeBrowser.world.granted.add('https://app.hubspot.com/*');
    fakeBrowser.world.tabs = [
      { id: 4, url: 'https://app.hubspot.com/contacts/123/record/0-3/456', listens: true },
    ];
    serve(await signed(text(6)));
    expect(await check()).toBe('taken');
    expect((await inForce()).playbook?.version).toBe(6);
    expect(fakeBrowser.world.announced).toMatchObject([{ tabId: 4, type: 'dealChanged' }]);
  });

  test('that is the same again is no news', async () => {
    await following();
    const { good } = await state();
    fakeBrowser.world.announced = [];
    serve(await signed(text(5)), { etag: '"fresh"' });
    expect(await check()).toBe('same');
    expect((await state()).good).toEqual({ ...good, etag: '"fresh"' });
  });
});

describe('what is refused, with the last good one staying', () => {
  const gate = pack.gates[0]!;
  const cases: readonly (readonly [string, object, () => Promise<void> | void])[] = [
    [
      'a plain playbook',
      { kind: 'plain' },
      () => {
        serve(text(9));
      },
    ],
    [
      'no signature',
      { kind: 'unsigned' },
      async () => {
        serve(JSON.stringify({ ...JSON.parse(await signed(text(9))), signature: undefined }));
      },
    ],
    [
      'another signer',
      { kind: 'signature' },
      async () => {
        serve(await signed(text(9), other));
      },
    ],
    [
      'tampered',
      { kind: 'signature' },
      async () => {
        serve((await signed(text(9))).replace('\\"version\\":9', '\\"version\\":8'));
      },
    ],
    [
      'older',
      { kind: 'older', number: 4 },
      async () => {
        serve(await signed(text(4)));
      },
    ],
    [
      'other contents',
      { kind: 'changed', number: 5 },
      async () => {
        serve(await signed(text(5, { country: 'BE' })));
      },
    ],
    [
      'not valid',
      { kind: 'invalid', fault: { rule: gate.id, path: 'gates.0.owner' } },
      async () => {
        serve(await signed(text(9, { gates: [{ ...gate, owner: '' }] })));
      },
    ],
    [
      'no playbook',
      { kind: 'invalid' },
      async () => {
        serve(await signed('{"gates": 1'));
      },
    ],
    [
      'too large',
      { kind: 'too-large' },
      () => {
        serve('x'.repeat(2_000_001));
      },
    ],
    [
      'not JSON',
      { kind: 'not-json', fault: { line: 2 } },
      () => {
        serve('{\n"a": }');
      },
    ],
    [
      'no text',
      { kind: 'not-text' },
      () => {
        serve(Buffer.from([0x7b, 0xff, 0xfe, 0x7d]));
      },
    ],
    [
      'a page',
      { kind: 'html' },
      () => {
        serve('<!doctype html><p>Sign in', { 'content-type': 'text/html; charset=utf-8' });
      },
    ],
    [
      'a page without a type',
      { kind: 'html' },
      () => {
        serve(' \n<html>');
      },
    ],
    [
      'nothing',
      { kind: 'not-json' },
      () => {
        serve('');
      },
    ],
    [
      '404',
      { kind: 'status', number: 404 },
      () => {
        answerWith((r) => r.writeHead(404).end());
      },
    ],
    [
      '500',
      { kind: 'status', number: 500 },
      () => {
        answerWith((r) => r.writeHead(500).end());
      },
    ],
    [
      '204',
      { kind: 'status', number: 204 },
      () => {
        answerWith((r) => r.writeHead(204).end());
      },
    ],
    [
      'elsewhere',
      { kind: 'redirect' },
      () => {
        answerWith((r, _, path) =>
          path === '/playbook.json'
            ? r.writeHead(302, { location: `${origin.replace('127.0.0.1', 'localhost')}/x` }).end()
            : r.writeHead(200).end('{}'),
        );
      },
    ],
  ];
  test.each(cases)('%s', async (_, refusal, act) => {
    await following();
    const { good } = await state();
    await act();
    expect(await check()).toBe('refused');
    expect((await state()).refusal).toMatchObject(refusal);
    expect((await state()).good).toEqual(good);
    expect(await inForce()).toMatchObject({ source: 'url', playbook: { version: 5 } });
  });

  test('and the next good one makes up for it', async () => {
    await following();
    serve(text(9));
    await check();
    serve(await signed(text(6)));
    expect(await check()).toBe('taken');
    expect((await state()).refusal).toBeNull();
  });

  test('a file that is longer than any playbook is not read to its end', async () => {
    await following();
    let sent = 0;
    const closed = Promise.withResolvers<boolean>();
    answerWith((response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const more = (): void => {
        if (response.destroyed) return;
        sent += 1;
        response.write(Buffer.alloc(100_000, 0x20), () => setImmediate(more));
      };
      response.on('close', () => {
        closed.resolve(true);
      });
      more();
    });
    expect(await check()).toBe('refused');
    expect(await closed.promise).toBe(true);
    expect((await state()).refusal?.kind).toBe('too-large');
    expect(sent).toBeLessThan(1000);
  });

  test('a wrong key and a wrong address, without asking anybody', async () => {
    await following();
    forgetRequests();
    await follow({ url: 'http://example.com/playbook.json' });
    expect(await check()).toBe('refused');
    expect((await state()).refusal?.kind).toBe('address');
    expect(requests).toEqual([]);
    await follow({ key: btoa('short') });
    serve(await signed(text(9)));
    await check();
    expect((await state()).refusal?.kind).toBe('key');
    expect((await inForce()).playbook?.version).toBe(5);
  });
});
