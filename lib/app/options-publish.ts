import { z } from 'zod';
import type { Playbook } from '../core/playbook.ts';
import type { PackId } from '../playbooks/index.ts';
import type { DealsideDb, Store } from '../storage/db.ts';
import { faultOf } from '../storage/fault.ts';
import { NAME_MOST, NOTE_MOST, type PublishedHow } from '../storage/playbooks.ts';
import { readSetting } from '../storage/settings.ts';
import { NAME } from './admin/roles.ts';
import { today } from './clock.ts';
import { asText, packFor } from './options-draft.ts';
import { nextVersion, readKept, type Kept } from './options-kept.ts';
import { playbookOf, type Published } from './options-model.ts';
import { tellOpenDeals } from './options-sites.ts';
import { checkText, publishPlaybook, type Loaded } from './playbook-store.ts';
import { lockedBy, readPolicy } from './policy.ts';

/** The text of the next version, made from what is in force just now, which another page may have published. */
export type Make = (
  kept: Kept,
  next: number,
) => Loaded<Playbook> & {
  readonly text?: string;
  /** The version whose rules come back. */
  readonly back?: number;
};

/** A playbook that was made here, and so needs no reading. */
export const made = (playbook: Playbook): Loaded<Playbook> => ({ playbook, playbookFault: null });

/** What an admin tells of a publication, and what belongs to it. */
export interface PublishWith {
  readonly note?: string;
  /** It is remembered; without it, the one that is remembered is taken. */
  readonly by?: string;
  /** What changes in the settings in the same transaction. */
  readonly settle?: (db: DealsideDb) => Promise<void>;
}

/** The name that this browser remembers; "" for none. */
const nameHere = (store: Store): Promise<string> =>
  store.use(async (db) => (await readSetting(db, NAME, z.string())) ?? '').catch(() => '');

const instant = (): string => Temporal.Now.instant().toString({ smallestUnit: 'millisecond' });

async function howOf(store: Store, given: PublishWith, back?: number): Promise<PublishedHow> {
  const note = (given.note ?? '').trim().slice(0, NOTE_MOST);
  const by = (given.by ?? (await nameHere(store))).trim().slice(0, NAME_MOST);
  return {
    at: instant(),
    ...(note === '' ? {} : { note }),
    ...(by === '' ? {} : { by }),
    ...(back === undefined ? {} : { back }),
  };
}

const lastSeq = (db: DealsideDb): Promise<number | undefined> =>
  db.playbooks.orderBy(':id').lastKey() as Promise<number | undefined>;

/** How often it is tried again when another page published at the same moment. */
const TRIES = 3;

/**
 * Publishes the next version and tells the open pages of the CRMs. One transaction: where it is not ok, nothing
 * changed. A number is given out once, even where two pages publish at the same moment.
 */
export async function publishNext(
  store: Store,
  make: Make,
  given: PublishWith = {},
): Promise<Published> {
  if (lockedBy(await readPolicy(), 'playbook')) return { ok: false, fault: 'locked' };
  try {
    let done = await publishOnce(store, make, given);
    for (let turn = 1; done === 'raced' && turn < TRIES; turn += 1)
      done = await publishOnce(store, make, given);
    return done === 'raced' ? { ok: false, fault: 'refused' } : done;
  } catch (error) {
    console.warn('[dealside] not published', error);
    return { ok: false, fault: faultOf(error) };
  }
}

/** What comes from a URL is in force whatever is published here: nothing is published that would decide nothing. */
const isFollowing = ({ inForce }: Kept): boolean =>
  inForce.kind === 'broken'
    ? inForce.source === 'url'
    : inForce.kind === 'set' && inForce.by === 'url';

async function publishOnce(
  store: Store,
  make: Make,
  given: PublishWith,
): Promise<Published | 'raced'> {
  const seen = await store.use(lastSeq);
  const kept = await readKept(store);
  if (isFollowing(kept)) return { ok: false, fault: 'follows' };
  const { playbook, playbookFault, text, back } = make(kept, nextVersion(kept));
  if (!playbook) return { ok: false, fault: playbookFault ?? 'invalid' };
  const written = text ?? asText(playbook);
  // What was put together from two playbooks is checked as one.
  const { playbookFault: fault } = checkText(written);
  if (fault) return { ok: false, fault };
  let raced = false as boolean;
  const how = await howOf(store, given, back);
  const result = await publishPlaybook(store, written, await today(), how, async (db) => {
    raced = (await lastSeq(db)) !== seen;
    if (raced) throw new Error('another page published at the same moment');
    if (given.by !== undefined) await db.settings.put({ key: NAME, value: how.by ?? '' });
    await given.settle?.(db);
  });
  if (!result.ok) return raced ? 'raced' : result;
  // Not waited for: a tab that does not answer must not hold up the page.
  tellOpenDeals(store).catch(() => undefined);
  return { ok: true, version: playbook.version };
}

/** Publishes a starter pack, for the country and the currencies of the playbook in force. */
export const publishPack = (store: Store, id: PackId): Promise<Published> =>
  publishNext(store, ({ inForce }, version) =>
    made({ ...packFor(id, playbookOf(inForce)), version }),
  );
