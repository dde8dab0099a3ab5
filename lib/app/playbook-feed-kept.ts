import { z } from 'zod';
import { FILE_LIMITS } from '../core/json-bounds.ts';
import type { DealsideDb } from '../storage/db.ts';
import { readSetting, saveSetting } from '../storage/settings.ts';
import type { Feed } from './policy.ts';

/** What is kept of the playbook that is fetched by its URL: which one is followed, the last good one, and the last check. */

/** Of this browser's own: what was set by hand. */
const FEED = 'playbook-feed';
/** What came of following it, or of following what the policy names. */
const STATE = 'playbook-feed-state';

const instant = z.iso.datetime();
const url = z.string().max(2000);
const key = z.string().max(100);

const feedSchema = z.object({ url, key });

/** Why what the URL gave is not taken. The last good playbook stays in force. */
const REFUSALS = [
  'address',
  'key',
  'permission',
  'status',
  'redirect',
  'html',
  'too-large',
  'not-text',
  'not-json',
  'plain',
  'unsigned',
  'shape',
  'signature',
  'invalid',
  'older',
  'changed',
] as const;
export type RefusalKind = (typeof REFUSALS)[number];

const refusalSchema = z.object({
  kind: z.enum(REFUSALS),
  at: instant,
  /** The status of the answer; or the version that was offered. */
  number: z.number().int().exactOptional(),
  /** What is wrong with a playbook that was signed as it should be, or with a file that is no JSON. */
  fault: z
    .object({
      rule: z.string(),
      line: z.number().int(),
      path: z.string().exactOptional(),
      message: z.string(),
    })
    .exactOptional(),
});
export type Refusal = z.output<typeof refusalSchema>;

const goodSchema = z.object({
  text: z.string().max(FILE_LIMITS.characters),
  version: z.number().int(),
  /** Where it came from, and the key that its signature fits. */
  url,
  key,
  etag: z.string().max(300).nullable(),
  fetchedAt: instant,
});
/** The playbook that was taken last. */
export type Good = z.output<typeof goodSchema>;

const stateSchema = z.object({
  good: goodSchema.nullable(),
  /** The last try, whatever came of it. */
  triedAt: instant.nullable(),
  /** The last time that the server answered. */
  heardAt: instant.nullable(),
  /** What the try was for: another URL or key is tried at once. */
  tried: feedSchema.nullable(),
  /** What came of the last answer, where it was not taken. */
  refusal: refusalSchema.nullable(),
});
export type FeedState = z.output<typeof stateSchema>;

/** What is kept of a URL that was never asked. */
export const NO_STATE: FeedState = {
  good: null,
  triedAt: null,
  heardAt: null,
  tried: null,
  refusal: null,
};

/** What was set by hand, and what came of it, as one moment saw it. */
export interface KeptFeed {
  readonly feed: Feed | null;
  readonly state: FeedState;
}

/** Reads both. A state that is broken throws: a default must not take the place of a playbook that is in force. */
export async function readFeed(db: DealsideDb): Promise<KeptFeed> {
  return await db.transaction('r', db.settings, async () => {
    const feed = (await readSetting(db, FEED, feedSchema)) ?? null;
    const row = await db.settings.get(STATE);
    if (row === undefined) return { feed, state: NO_STATE };
    const state = await readSetting(db, STATE, stateSchema);
    if (!state) throw new TypeError('the stored playbook of the URL is broken');
    return { feed, state };
  });
}

/** Follows another URL, or none. The last good playbook stays until a new one is taken; with nothing followed it goes. */
export async function saveFeed(db: DealsideDb, feed: Feed | null): Promise<void> {
  await db.transaction('rw', db.settings, async () => {
    if (feed) await saveSetting(db, FEED, feed);
    else await db.settings.bulkDelete([FEED, STATE]);
  });
}

/** Changes the state in one transaction. What `change` gives is what was written. */
export async function changeState(
  db: DealsideDb,
  change: (kept: KeptFeed) => FeedState,
): Promise<FeedState> {
  return await db.transaction('rw', db.settings, async () => {
    const state = change(await readFeed(db));
    await saveSetting(db, STATE, state);
    return state;
  });
}
