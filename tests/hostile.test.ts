import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { createOptions } from '../lib/app/options.ts';
import { readDraftFile } from '../lib/app/admin/draft-file.ts';
import { asText } from '../lib/app/options-draft.ts';
import { checkFeed } from '../lib/app/playbook-feed.ts';
import { saveFeed } from '../lib/app/playbook-feed-kept.ts';
import { playbookInForce } from '../lib/app/playbook-store.ts';
import { checkText } from '../lib/app/playbook-text.ts';
import { makeKeys, signPlaybook, type KeyPair } from '../lib/app/signing.ts';
import type { Gate } from '../lib/core/playbook.ts';
import type { Store } from '../lib/storage/db.ts';
import { createStore } from '../lib/storage/store.ts';
import { fakeBrowser, resetFakeBrowser } from './fake-browser.ts';
import { file, first, gate, group, leaf, pack, PLAYBOOKS, untouched } from './hostile-files.ts';

vi.mock('wxt/browser', async () => ({
  browser: (await import('./fake-browser.ts')).fakeBrowser,
}));

/**
 * What an ill-meaning or a broken file may hold, thrown at every entrance. Everywhere the same is seen: it is refused with
 * a sentence, nothing changed, and it costs no more than an honest file of its size.
 */

let keys: KeyPair;
let store: Store;
beforeAll(async () => {
  keys = await makeKeys();
});
beforeEach(() => {
  resetFakeBrowser();
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  Object.assign(fakeBrowser.runtime, { getManifest: () => ({}) });
  globalThis.indexedDB = new IDBFactory();
  Dexie.dependencies.indexedDB = globalThis.indexedDB;
  store = createStore();
  return () => {
    store.close();
  };
});
describe.each(PLAYBOOKS)('a playbook with %s', (_, make, reason) => {
  test('is refused as a file with its reason and line, and nothing is published', async () => {
    const text = make();
    const { playbook, playbookFault } = checkText(text);
    expect(playbook).toBeNull();
    expect(playbookFault?.message).toMatch(reason);
    expect(playbookFault!.message.length).toBeLessThanOrEqual(1000);
    expect(playbookFault!.line).toBeGreaterThan(0);
    // What is said shows what cannot be seen.
    expect(playbookFault!.message).not.toMatch(/[\u0000-\u0008\u202a-\u202e\u2066-\u2069]/);
    const options = createOptions(store);
    expect(await options.publish(text)).toMatchObject({ ok: false, fault: { message: reason } });
    expect(await playbookInForce(store)).toMatchObject({ source: 'starter' });
    expect(await store.use((db) => db.playbooks.count())).toBe(0);
    untouched();
  });

  test('is a fault as a policy, and no other playbook takes its place', async () => {
    const text = make();
    fakeBrowser.world.policy = { playbook: text };
    const set = await playbookInForce(store);
    expect(set).toMatchObject({ source: 'policy', playbook: null });
    expect(set.playbookFault?.message).toMatch(reason);
    untouched();
  });

  test('makes no draft, or one that cannot be published for the same reason', () => {
    const { playbook, playbookFault } = readDraftFile(make());
    if (playbook) expect(checkText(asText(playbook)).playbookFault?.message).toMatch(reason);
    else expect(playbookFault?.message.length).toBeGreaterThan(10);
    untouched();
  });

  test('is refused from a URL, signed as it may be, and the last good one stays', async () => {
    await store.use((db) =>
      saveFeed(db, { url: 'https://files.example.com/p.json', key: keys.publicKey }),
    );
    const serve = (body: string): void => {
      vi.stubGlobal('fetch', () => Promise.resolve(answerOf(body)));
    };
    serve((await signPlaybook(file({ version: 7 }), keys.pem))!.file);
    expect(await checkFeed(store, new AbortController().signal)).toBe('taken');
    const text = make();
    const signed = await signPlaybook(text, keys.pem);
    // Halves of characters cannot even be signed.
    serve(signed?.file ?? JSON.stringify({ playbook: text }));
    expect(await checkFeed(store, new AbortController().signal)).toBe('refused');
    expect(await playbookInForce(store)).toMatchObject({
      source: 'url',
      playbook: { version: 7 },
    });
    untouched();
  });
});

/** An answer with the address that it came from. */
function answerOf(body: string): Response {
  const response = new Response(body, { headers: { 'content-type': 'application/json' } });
  return Object.defineProperty(response, 'url', { value: 'https://files.example.com/p.json' });
}

describe('what an honest file may hold', () => {
  test.each([
    ['a byte order mark', (text: string) => `\ufeff${text}`],
    ['the line ends of Windows', (text: string) => text.replaceAll('\n', '\r\n')],
    [
      'markup',
      (text: string) => text.replace(/"en": "[^"]+"/, '"en": "<img src=x onerror=alert(1)>"'),
    ],
    [
      'every kind of letter',
      (text: string) => text.replace(/"en": "[^"]+"/, '"en": "株式会社 👩‍💻 חברה\u200f"'),
    ],
  ])('%s', (_, change) => {
    const { playbook, playbookFault } = checkText(change(JSON.stringify(pack, null, 2)));
    expect(playbookFault).toBeNull();
    expect(playbook?.id).toBe(pack.id);
  });

  test('a fault behind a mark and such line ends is on its own line', () => {
    const text = JSON.stringify({ ...pack, country: 'nl' }, null, 2);
    const line = text.slice(0, text.indexOf('"country"')).split('\n').length;
    expect(checkText(`\ufeff${text.replaceAll('\n', '\r\n')}`).playbookFault).toMatchObject({
      line,
      path: 'country',
    });
  });
});

describe('how much it costs', () => {
  /** The time of one look, as the best of three: what else the machine does is left out. */
  const costOf = (look: () => void): number =>
    Math.min(
      ...[1, 2, 3].map(() => {
        const start = performance.now();
        look();
        return performance.now() - start;
      }),
    );
  /** The largest playbook that is taken, near enough: 200 gates with five comparisons each. */
  const honest = file({
    gates: Array.from({ length: 200 }, (_, i) => ({
      ...first,
      id: `G${i}`,
      why: { en: 'x'.repeat(500), nl: 'y'.repeat(500) },
      test: group('any', 5),
    })),
  });

  let good = 0;
  beforeAll(() => {
    good = costOf(() => checkText(honest));
  });

  test('the worst condition that is taken, as often as it is taken', () => {
    expect(checkText(honest).playbookFault).toBeNull();
    const same = Array.from({ length: 40 }, (_, i) => leaf(`word ${i}`));
    const pairs = {
      all: Array.from({ length: 20 }, (_, i) => ({ any: [leaf(`a ${i}`), leaf(`b ${i}`)] })),
    };
    for (const test of [{ all: same }, { any: same }, pairs, { not: pairs }]) {
      const gates = Array.from({ length: 37 }, (_, i) => ({ ...first, id: `G${i}`, test }));
      expect(costOf(() => checkText(file({ gates })))).toBeLessThan(6 * good + 20);
    }
  });

  test.each(PLAYBOOKS)('%s is refused in the time of an honest file', (_, make) => {
    const text = make();
    expect(costOf(() => checkText(text))).toBeLessThan(2 * good + 20);
  });
});

/** The gate that most of the cases spoil is a good one. */
test('the files are refused for what is in them alone', () => {
  expect(checkText(gate({})).playbookFault).toBeNull();
  expect((first satisfies Gate).id).toBe('G1');
});
