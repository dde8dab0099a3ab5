import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Dexie from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import { afterAll, beforeAll, beforeEach, expect, vi } from 'vitest';
import { packFor } from '../lib/app/options-draft.ts';
import { checkFeed, type Checked } from '../lib/app/playbook-feed.ts';
import { readFeed, saveFeed, type FeedState } from '../lib/app/playbook-feed-kept.ts';
import { playbookInForce, type PlaybookInForce } from '../lib/app/playbook-store.ts';
import { makeKeys, signPlaybook, type KeyPair } from '../lib/app/signing.ts';
import type { Store } from '../lib/storage/db.ts';
import { createStore } from '../lib/storage/store.ts';
import { fakeBrowser, resetFakeBrowser } from './fake-browser.ts';

/** For tests of a playbook by URL: a real server on this machine. The test mocks `wxt/browser`. */

export let store: Store;
export let origin = '';
export let keys: KeyPair;
export let other: KeyPair;
/** The headers of the requests of one test. */
export let requests: IncomingHttpHeaders[] = [];

/** How the server answers. */
type Answer = (response: ServerResponse, headers: IncomingHttpHeaders, path: string) => void;
let answer: Answer;
export const answerWith = (next: Answer): void => {
  answer = next;
};
export const forgetRequests = (): void => {
  requests = [];
};

/** Starts the server for a test file, and gives each of its tests a fresh browser and database. */
export function testFeedServer(): void {
  const server = createServer((request, response) => {
    requests.push(request.headers);
    answer(response, request.headers, request.url ?? '');
  });
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    [keys, other] = await Promise.all([makeKeys(), makeKeys()]);
  });
  afterAll(() => server.close());
  beforeEach(() => {
    resetFakeBrowser();
    fakeBrowser.world.granted.add('http://127.0.0.1/*');
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    globalThis.indexedDB = new IDBFactory();
    Dexie.dependencies.indexedDB = globalThis.indexedDB;
    store = createStore();
    requests = [];
    return () => {
      store.close();
    };
  });
}

export const pack = packFor('spiced', null);
export const text = (version: number, more: object = {}): string =>
  JSON.stringify({ ...pack, id: 'team', version, ...more });
export const signed = async (playbook: string, by: KeyPair = keys): Promise<string> =>
  (await signPlaybook(playbook, by.pem))!.file;
export const serve = (body: string | Buffer, headers: Record<string, string> = {}): void => {
  answerWith((response) => {
    response.writeHead(200, { 'content-type': 'application/json', ...headers }).end(body);
  });
};
export const url = (): string => `${origin}/playbook.json`;
export const follow = (change: { url?: string; key?: string } = {}): Promise<void> =>
  store.use((db) => saveFeed(db, { url: url(), key: keys.publicKey, ...change }));
export const check = (): Promise<Checked> => checkFeed(store, new AbortController().signal);
export const state = async (): Promise<FeedState> => (await store.use(readFeed)).state;
export const inForce = (): Promise<PlaybookInForce> => playbookInForce(store);

/** Follows the server, with version 5 taken. */
export async function following(): Promise<void> {
  await follow();
  serve(await signed(text(5)), { etag: '"five"' });
  expect(await check()).toBe('taken');
}
