import { browser } from 'wxt/browser';
import type { Text } from '../core/playbook.ts';
import type { SaveResult, StorageFault } from '../messaging/protocol.ts';
import type { Store } from '../storage/db.ts';
import { faultOf, keep } from '../storage/fault.ts';
import { hostPattern } from './hosts.ts';
import { tellOpenDeals } from './options-sites.ts';
import { checkFeed, followed, mayAsk, type Checked } from './playbook-feed.ts';
import { feedAddress, type FeedAddress } from './playbook-feed-address.ts';
import { NO_STATE, readFeed, saveFeed, type KeptFeed, type Refusal } from './playbook-feed-kept.ts';
import { markFollowing } from './playbook-store.ts';
import { checkOnce } from './playbook-text.ts';
import { lockedBy, readPolicy, type Feed } from './policy.ts';
import { isPublicKey, makeKeys, signPlaybook, type KeyPair, type Signed } from './signing.ts';

/** What there is to say of the playbook that is fetched by its URL. */
export interface FeedView {
  /** What is followed; null for nothing. */
  readonly feed: Feed | null;
  readonly by: 'policy' | 'hand' | null;
  /** Its host; "" where the address is none. */
  readonly host: string;
  /** It is fetched without encryption. */
  readonly open: boolean;
  /** The browser lets us read this host's answers. */
  readonly permitted: boolean;
  /** The last good playbook, which is in force. */
  readonly good: {
    readonly version: number;
    readonly name: Text | null;
    /** An instant (ISO 8601, UTC). */
    readonly fetchedAt: string;
    /** It came with another key than the one that is set now. */
    readonly otherKey: boolean;
  } | null;
  /** The last try and the last time that the server answered, as instants. */
  readonly triedAt: string | null;
  readonly heardAt: string | null;
  /** Why the last answer was not taken. */
  readonly refusal: Refusal | null;
  /** The policy holds a playbook itself: what the URL gives would not count, and is not fetched. */
  readonly overruled: boolean;
  /** The store could not be read. */
  readonly fault: StorageFault | null;
}

/** What became of setting a URL. */
export type Followed =
  | { readonly ok: true; readonly checked: Checked }
  | { readonly ok: false; readonly wrong: 'key' | (FeedAddress & { ok: false })['wrong'] }
  | { readonly ok: false; readonly fault: StorageFault };

/** What the options page can do with a playbook by URL, and with signing one. No action rejects. */
export interface FeedActions {
  readonly look: () => Promise<FeedView>;
  /** Understands an address, without asking anybody. */
  readonly address: (text: string) => FeedAddress;
  /**
   * Follows a URL whose playbook is signed with this key, asks for its host, and fetches it at once. Call it in the click
   * itself: the browser asks its question only during a user's gesture. Without the permission it is followed all the same.
   */
  readonly follow: (url: string, key: string) => Promise<Followed>;
  /** Follows nothing: what was published here counts again. */
  readonly stop: () => Promise<SaveResult>;
  readonly check: () => Promise<Checked>;
  /** Asks for the host of the URL that is followed. Call it in the click itself. */
  readonly allow: (url: string) => Promise<boolean>;
  /** A new pair of keys, kept nowhere; null where the browser makes none. */
  readonly makeKeys: () => Promise<KeyPair | null>;
  /** Signs a playbook's text with the private key of a file; null where the file holds none. */
  readonly sign: (playbook: string, pem: string) => Promise<Signed | null>;
}

const UNREAD: KeptFeed = { feed: null, state: NO_STATE };

async function look(store: Store): Promise<FeedView> {
  let [kept, fault]: [KeptFeed, StorageFault | null] = [UNREAD, null];
  try {
    kept = await store.use(readFeed);
  } catch (error) {
    fault = faultOf(error);
  }
  const policy = await readPolicy();
  const { feed, by } = await followed(kept);
  const { good, triedAt, heardAt, refusal } = kept.state;
  const address = feedAddress(feed?.url ?? '');
  return {
    feed,
    by,
    host: address.ok ? address.host : '',
    open: address.ok && address.open,
    permitted: address.ok && (await mayAsk(address.url)),
    good: good &&
      feed && {
        version: good.version,
        name: checkOnce(good.text).playbook?.name ?? null,
        fetchedAt: good.fetchedAt,
        otherKey: good.key !== feed.key,
      },
    triedAt,
    heardAt,
    refusal,
    overruled: policy.playbook !== undefined,
    fault,
  };
}

async function allow(url: string): Promise<boolean> {
  const pattern = hostPattern(url);
  if (pattern === undefined) return false;
  try {
    return await browser.permissions.request({ origins: [pattern] });
  } catch {
    return false;
  }
}

const check = (store: Store): Promise<Checked> => checkFeed(store, new AbortController().signal);

async function follow(store: Store, text: string, key: string): Promise<Followed> {
  const address = feedAddress(text);
  if (!address.ok) return { ok: false, wrong: address.wrong };
  if (!isPublicKey(key)) return { ok: false, wrong: 'key' };
  // Nothing is waited for before the browser's question: it must be asked in the click itself.
  await allow(address.url);
  const policy = await readPolicy();
  if (policy.feed || lockedBy(policy, 'playbook')) return { ok: false, fault: 'locked' };
  const result = await keep(store, (db) => saveFeed(db, { url: address.url, key: key.trim() }));
  return result.ok ? { ok: true, checked: await check(store) } : result;
}

async function stop(store: Store): Promise<SaveResult> {
  const policy = await readPolicy();
  if (policy.feed || lockedBy(policy, 'playbook')) return { ok: false, fault: 'locked' };
  const result = await keep(store, (db) => saveFeed(db, null));
  if (!result.ok) return result;
  await markFollowing(false);
  tellOpenDeals(store).catch(() => undefined);
  return result;
}

/** What the section stands on: the store, the browser and its keys. */
export const createFeed = (store: Store): FeedActions => ({
  look: () => look(store),
  address: feedAddress,
  follow: (url, key) => follow(store, url, key),
  stop: () => stop(store),
  check: () => check(store),
  allow,
  makeKeys: () => makeKeys().catch(() => null),
  sign: async (playbook, pem) => (await signPlaybook(playbook, pem)) ?? null,
});
