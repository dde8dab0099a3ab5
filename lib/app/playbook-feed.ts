import { browser } from 'wxt/browser';
import { keep } from '../storage/fault.ts';
import type { Store } from '../storage/db.ts';
import { wakeSites } from './custom-kept.ts';
import { hostPattern } from './hosts.ts';
import { tellOpenDeals } from './options-sites.ts';
import { feedAddress } from './playbook-feed-address.ts';
import { getFeed, type Got } from './playbook-feed-get.ts';
import {
  changeState,
  readFeed,
  type FeedState,
  type Good,
  type KeptFeed,
  type Refusal,
} from './playbook-feed-kept.ts';
import { markFollowing } from './playbook-store.ts';
import { checkOnce } from './playbook-text.ts';
import { readPolicy, type Feed } from './policy.ts';
import { noteSentHere } from './sent.ts';
import { openSigned } from './signing.ts';

/** How long what was fetched is taken for the newest, in minutes. */
export const EVERY_MINUTES = 60;

/** The feed that is followed now, and who set it. The policy goes before the hand, and its own playbook before both. */
export async function followed(
  kept: Pick<KeptFeed, 'feed'>,
): Promise<{ readonly feed: Feed | null; readonly by: 'policy' | 'hand' | null }> {
  const policy = await readPolicy();
  if (policy.feed) return { feed: policy.feed, by: 'policy' };
  return kept.feed ? { feed: kept.feed, by: 'hand' } : { feed: null, by: null };
}

/** True where nothing was tried within the hour, something else was, or the clock was set back. */
export function isDue({ triedAt, tried }: FeedState, feed: Feed, now: Temporal.Instant): boolean {
  if (triedAt === null || tried?.url !== feed.url || tried.key !== feed.key) return true;
  const minutes = now.since(Temporal.Instant.from(triedAt)).total('minutes');
  return minutes < 0 || minutes >= EVERY_MINUTES;
}

/** True where the browser lets us read this host's answers. */
export async function mayAsk(url: string): Promise<boolean> {
  const pattern = hostPattern(url);
  if (pattern === undefined) return false;
  try {
    return await browser.permissions.contains({ origins: [pattern] });
  } catch {
    return false;
  }
}

/** A playbook that was fetched, signed and checked; or why there is none. */
type Found =
  | { readonly is: 'good'; readonly good: Omit<Good, 'fetchedAt'> }
  | { readonly is: 'same' }
  | { readonly is: 'unheard' }
  | { readonly is: 'refused'; readonly refusal: Omit<Refusal, 'at'> };

const refused = (refusal: Omit<Refusal, 'at'>): Found => ({ is: 'refused', refusal });

async function find(
  store: Store,
  feed: Feed,
  good: Good | null,
  signal: AbortSignal,
): Promise<Found> {
  const address = feedAddress(feed.url);
  if (!address.ok) return refused({ kind: 'address' });
  const { url } = address;
  // What was taken from elsewhere, or with another key, says nothing about what this URL gives.
  const same = good?.url === feed.url && good.key === feed.key;
  const etag = same ? good.etag : null;
  const { host } = new URL(url);
  const sent = (): void => void noteSentHere(store, host, 'playbook');
  const got = await getFeed({ url, etag, permitted: await mayAsk(url), sent }, signal);
  return got.is === 'file' ? await open(got, feed) : asFound(got);
}

function asFound(got: Exclude<Got, { readonly is: 'file' }>): Found {
  if (got.is !== 'refused') return got;
  const { kind, number } = got;
  return refused(number === undefined ? { kind } : { kind, number });
}

async function open(
  { text: file, etag }: Extract<Got, { readonly is: 'file' }>,
  { url, key }: Feed,
): Promise<Found> {
  const opened = await openSigned(file, key);
  if (!opened.ok) {
    const { fault } = opened;
    if (fault.kind !== 'not-json') return refused({ kind: fault.kind });
    const { kind, line, message } = fault;
    return refused({ kind, fault: { rule: 'file', line, message } });
  }
  const { text } = opened;
  const { playbook, playbookFault } = checkOnce(text);
  if (playbook) return { is: 'good', good: { text, version: playbook.version, url, key, etag } };
  return refused({ kind: 'invalid', ...(playbookFault ? { fault: playbookFault } : {}) });
}

/** What becomes of the state: decided where it is written, so that of two checks at once none undoes the other. */
function next({ state }: KeptFeed, found: Found, feed: Feed, at: string): FeedState {
  const { good } = state;
  const tried = { ...state, triedAt: at, tried: feed };
  if (found.is === 'unheard') return tried;
  const heard = { ...tried, heardAt: at };
  if (found.is === 'same') return { ...heard, refusal: null };
  if (found.is === 'refused') return { ...heard, refusal: { ...found.refusal, at } };
  const { version, text, key } = found.good;
  const fresh = { ...heard, refusal: null };
  // Numbers go on within one key: another key is another publisher, or a new start.
  if (good?.key !== key || version > good.version)
    return { ...fresh, good: { ...found.good, fetchedAt: at } };
  if (version === good.version && text === good.text)
    return { ...fresh, good: { ...found.good, fetchedAt: good.fetchedAt } };
  const kind = version < good.version ? 'older' : 'changed';
  return { ...heard, refusal: { kind, number: version, at } };
}

/** What came of a check. */
export type Checked = 'none' | 'taken' | 'same' | 'unheard' | 'refused' | 'not-kept';

/**
 * Fetches the playbook that is followed, and takes it if it is signed, valid and newer than the last good one; the open
 * cards then follow. Nothing is fetched while the policy holds a playbook itself. Never rejects.
 */
export async function checkFeed(
  store: Store,
  signal: AbortSignal,
  { onlyDue = false } = {},
): Promise<Checked> {
  try {
    const kept = await store.use(readFeed);
    const { feed } = await followed(kept);
    if (!feed || (await readPolicy()).playbook !== undefined) return 'none';
    if (onlyDue && !isDue(kept.state, feed, Temporal.Now.instant())) return 'none';
    const found = await find(store, feed, kept.state.good, signal);
    return await take(store, feed, found);
  } catch (error) {
    console.warn('[dealside] the playbook of the URL could not be checked', error);
    return 'not-kept';
  }
}

async function take(store: Store, feed: Feed, found: Found): Promise<Checked> {
  const at = Temporal.Now.instant().toString({ smallestUnit: 'millisecond' });
  const { feed: now } = await followed(await store.use(readFeed));
  // Another one was set meanwhile: what was fetched is nobody's.
  if (now?.url !== feed.url || now.key !== feed.key) return 'none';
  let before: Good | null = null;
  let after: FeedState | undefined;
  // Before it is in force, so that it is never passed over for another one.
  if (found.is === 'good') await markFollowing(true);
  const result = await keep(store, async (db) => {
    after = await changeState(db, (kept) => {
      before = kept.state.good;
      return next(kept, found, feed, at);
    });
  });
  if (!result.ok || !after) return 'not-kept';
  if (after.refusal && found.is !== 'unheard') return 'refused';
  if (found.is !== 'good') return found.is === 'unheard' ? 'unheard' : 'same';
  const taken = (before as Good | null)?.text !== after.good?.text;
  if (taken) await follow(store, found.good.text);
  return taken ? 'taken' : 'same';
}

/** Lets open pages know: deals ask for their playbook again, and pages of a CRM that came with it are looked at. */
async function follow(store: Store, text: string): Promise<void> {
  const sites = checkOnce(text).playbook?.sites ?? [];
  await Promise.allSettled([
    tellOpenDeals(store),
    sites.length > 0 ? wakeSites(sites.flatMap((one) => one.sites)) : undefined,
  ]);
}
