import { browser } from 'wxt/browser';
import { holidaysWith } from '../core/days-off.ts';
import type { ActivePlaybook, Playbook } from '../core/playbook.ts';
import type { PlaybookFault, SaveResult } from '../messaging/protocol.ts';
import { defaultPack, packs } from '../playbooks/index.ts';
import { wonCycles } from '../storage/deals.ts';
import { keep } from '../storage/fault.ts';
import { readPlaybook, savePlaybook, type PublishedHow } from '../storage/playbooks.ts';
import type { DealsideDb, PlaybookRow, Store } from '../storage/db.ts';
import { holidaysOf } from './holidays.ts';
import { learnNorms } from './norms.ts';
import { readFeed } from './playbook-feed-kept.ts';
import { checkOnce, checkText, type Loaded } from './playbook-text.ts';
import { readPolicy, type Policy } from './policy.ts';

export { checkText, type Loaded } from './playbook-text.ts';

/** What a team works with until it publishes its own. */
const starter: Playbook = packs[defaultPack];

/** Where the playbook in force comes from, the first of these that there is. */
export type PlaybookSource = 'policy' | 'url' | 'published' | 'starter';

/** The playbook that decides now, with where it comes from. */
export interface PlaybookInForce extends Loaded<Playbook> {
  readonly source: PlaybookSource;
  /** Its JSON as it came; null for the starter pack, and for one that cannot be read. */
  readonly text: string | null;
  /** The day on which it was published here, or fetched, YYYY-MM-DD. */
  readonly day: string | null;
  /** Where it was fetched. */
  readonly url: string | null;
}

const nowhere = { text: null, day: null, url: null };
const STARTER: PlaybookInForce = {
  source: 'starter',
  ...nowhere,
  playbook: starter,
  playbookFault: null,
};

/** Stands in storage.local once a playbook was published: then no other may take its place unseen. */
const PUBLISHED = 'playbookPublished';
/** Likewise once one was taken from a URL. */
const FOLLOWS = 'playbookFollows';

const stands = async (mark: string): Promise<boolean> =>
  (await browser.storage.local.get(mark))[mark] === true;

/** Remembers that this browser's playbook comes from a URL, or that it does so no more. */
export const markFollowing = (follows: boolean): Promise<void> =>
  browser.storage.local.set({ [FOLLOWS]: follows });

/** Forgets both, once the playbooks themselves were erased: nothing is left whose place another one could take. */
export const forgetMarks = (): Promise<void> =>
  browser.storage.local.set({ [PUBLISHED]: false, [FOLLOWS]: false });

/** What the policy sets as the playbook. One that it sets wrongly is a fault, and nothing takes its place. */
function byPolicy(text: string): PlaybookInForce {
  const { playbook, playbookFault: fault } = checkOnce(text);
  const playbookFault: PlaybookFault | null = fault && { ...fault, from: 'policy' };
  return { source: 'policy', ...nowhere, text, playbook, playbookFault };
}

/** What was taken from the URL that is followed now, by policy or by hand. */
async function byUrl(store: Store, policy: Policy): Promise<PlaybookInForce | null> {
  const { feed, state } = await store.use(readFeed);
  const { good } = state;
  if (!good || !(policy.feed ?? feed)) return null;
  const { text, fetchedAt, url } = good;
  return { source: 'url', text, url, day: fetchedAt.slice(0, 10), ...checkOnce(text) };
}

const asPublished = ({ text, day }: PlaybookRow): PlaybookInForce => ({
  source: 'published',
  ...nowhere,
  text,
  day,
  ...checkOnce(text),
});

/**
 * The one place that says which playbook is in force: the policy's own text, then what was taken from a URL, then what
 * was published in this browser, then the starter pack. One that is there and cannot be used is a fault, and no lower
 * one takes its place. Until a first playbook was taken from a URL, what was in force before stays. Never rejects.
 */
export async function playbookInForce(store: Store): Promise<PlaybookInForce> {
  const policy = await readPolicy();
  if (policy.playbook !== undefined) return byPolicy(policy.playbook);
  try {
    const fetched = await byUrl(store, policy);
    if (fetched) return fetched;
    const row = await store.use(readPlaybook);
    return row ? asPublished(row) : STARTER;
  } catch (error) {
    console.warn('[dealside] the playbook could not be read', error);
    const unread = { ...nowhere, playbook: null, playbookFault: null };
    if (await stands(FOLLOWS)) return { source: 'url', ...unread };
    return (await stands(PUBLISHED)) ? { source: 'published', ...unread } : STARTER;
  }
}

async function cyclesOf(store: Store, site: string): Promise<readonly number[]> {
  try {
    return await store.use((db) => wonCycles(db, site));
  } catch {
    // Without them the window is the default one; what failed is told with the deal's records.
    return [];
  }
}

/** The playbook in force, with what the site's own deals taught and with the country's holidays. */
export async function activePlaybook(store: Store, site: string): Promise<Loaded<ActivePlaybook>> {
  const { playbook, playbookFault } = await playbookInForce(store);
  if (!playbook) return { playbook, playbookFault };
  return { playbook: await activate(store, playbook, site), playbookFault };
}

/** Any playbook with what the site's own deals taught and with the country's holidays, as if it were in force. */
export async function activate(
  store: Store,
  playbook: Playbook,
  site: string,
): Promise<ActivePlaybook> {
  const [cycles, holidays] = await Promise.all([
    cyclesOf(store, site),
    holidaysOf(playbook.country),
  ]);
  return { ...playbook, norms: learnNorms(cycles), holidays: holidaysWith(playbook, holidays) };
}

/**
 * Publishes a playbook's text as it is, with what is told of the publication. It must be valid: check it with
 * checkText() first. `settle` does what belongs to it in the settings, in the same transaction.
 */
export async function publishPlaybook(
  store: Store,
  text: string,
  day: string,
  how: PublishedHow = {},
  settle?: (db: DealsideDb) => Promise<void>,
): Promise<SaveResult> {
  const { playbook } = checkText(text);
  if (!playbook) return { ok: false, fault: 'invalid' };
  const { version } = playbook;
  const result = await keep(store, (db) =>
    savePlaybook(db, { text, version, day, ...how }, () => settle?.(db) ?? Promise.resolve()),
  );
  if (result.ok) await browser.storage.local.set({ [PUBLISHED]: true });
  return result;
}
