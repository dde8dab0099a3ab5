import { liveQuery } from 'dexie';
import type { DealsideDb, Store } from '../../storage/db.ts';
import { faultOf } from '../../storage/fault.ts';
import { StorageError } from '../../storage/storage-error.ts';
import type { StorageFault } from '../../messaging/protocol.ts';
import { draftSchema, type Draft } from './draft-schema.ts';

/** Where the draft stands in the settings. */
export const DRAFT_KEY = 'playbookDraft';

/** What stands there. */
export type KeptDraft =
  | { readonly kind: 'none' }
  | { readonly kind: 'draft'; readonly draft: Draft }
  | { readonly kind: 'broken'; readonly text: string };

/** The draft that a change was made to; null where there was none. */
export type Base = Pick<Draft, 'rev' | 'savedAt'> | null;

/** What became of a change to what is kept. Where another tab was faster, `found` is what stands there now. */
export type Change =
  | { readonly kind: 'kept'; readonly draft: Draft | null }
  | { readonly kind: 'elsewhere'; readonly found: KeptDraft }
  | { readonly kind: 'fault'; readonly fault: StorageFault };

/** What a settings row says, checked. */
export function draftIn(value: unknown): KeptDraft {
  if (value === undefined) return { kind: 'none' };
  try {
    const checked = draftSchema.safeParse(value);
    if (checked.success) return { kind: 'draft', draft: checked.data };
    const issue = checked.error.issues[0];
    console.warn(`[dealside] the stored draft is broken (${issue?.path.join('.')})`);
    return { kind: 'broken', text: `${JSON.stringify(value, null, 2)}\n` };
  } catch (error) {
    // Groups in groups that go on for ever are followed until there is no more room for it.
    console.warn('[dealside] the stored draft cannot be followed', error);
    return { kind: 'broken', text: '' };
  }
}

/** What stands where the draft is kept, unchecked. */
export const rawDraft = (db: DealsideDb): Promise<unknown> =>
  db.settings.get(DRAFT_KEY).then((row) => row?.value);

/** The draft that is kept here. Rejects with the database's error. */
export const readDraft = (db: DealsideDb): Promise<KeptDraft> => rawDraft(db).then(draftIn);

/** True when what stands there is what a change was made to. */
export function isBase(value: unknown, base: Base): boolean {
  if (value === undefined || base === null) return value === undefined && base === null;
  const { rev, savedAt } = (value ?? {}) as Partial<Draft>;
  return rev === base.rev && savedAt === base.savedAt;
}

/** Thrown inside a transaction when the draft is not the one that was expected, so that nothing of it is kept. */
class ChangedElsewhere extends Error {
  override name = 'ChangedElsewhere';
}

/** Takes the draft away, in a transaction on the settings that is under way. Throws when it is another than `base`. */
export async function takeAway(db: DealsideDb, base: Base): Promise<void> {
  const row = await db.settings.get(DRAFT_KEY);
  if (!isBase(row?.value, base)) throw new ChangedElsewhere('the draft was changed elsewhere');
  await db.settings.delete(DRAFT_KEY);
}

/**
 * Keeps a draft, or with null takes it away, in one transaction. `on` is the draft that this builds on, or "any" to
 * take the place of whatever is there.
 */
export async function keepDraft(
  store: Store,
  next: Pick<Draft, 'playbook' | 'basedOn'> | null,
  on: Base | 'any',
): Promise<Change> {
  let found: KeptDraft | undefined;
  try {
    const draft = await store.use((db) =>
      db.transaction('rw', db.settings, async () => {
        const row = await db.settings.get(DRAFT_KEY);
        if (on !== 'any' && !isBase(row?.value, on)) {
          found = draftIn(row?.value);
          throw new ChangedElsewhere('the draft was changed elsewhere');
        }
        if (!next) {
          await db.settings.delete(DRAFT_KEY);
          return null;
        }
        const { playbook, basedOn } = next;
        const draft = { playbook, basedOn, rev: revAfter(row?.value), savedAt: instant() };
        // What could not be read again is not kept: it would lose the draft that is there.
        if (!draftSchema.safeParse(draft).success)
          throw new StorageError('invalid', 'the draft has not the form of a playbook');
        await db.settings.put({ key: DRAFT_KEY, value: draft });
        return draft;
      }),
    );
    return { kind: 'kept', draft };
  } catch (error) {
    if (found) return { kind: 'elsewhere', found };
    const fault = faultOf(error);
    console.warn(`[dealside] the draft was not kept: ${fault}`, error);
    return { kind: 'fault', fault };
  }
}

function revAfter(value: unknown): number {
  const { rev } = (value ?? {}) as Partial<Draft>;
  return Number.isSafeInteger(rev) && rev !== undefined && rev >= 0 ? rev + 1 : 1;
}

const instant = (): string => Temporal.Now.instant().toString({ smallestUnit: 'millisecond' });

/** Hears what stands there, unchecked, at once and whenever any tab changes it, until the returned function is called. */
export function watchDraft(
  store: Store,
  heard: (value: unknown) => void,
  failed: (fault: StorageFault) => void,
): () => void {
  const ending = new AbortController();
  const fail = (error: unknown): void => {
    if (!ending.signal.aborted) failed(faultOf(error));
  };
  store
    .use((db) => {
      if (ending.signal.aborted) return Promise.resolve();
      const subscription = liveQuery(() => rawDraft(db)).subscribe({
        next: (value) => {
          if (!ending.signal.aborted) heard(value);
        },
        error: fail,
      });
      ending.signal.addEventListener('abort', () => {
        subscription.unsubscribe();
      });
      return Promise.resolve();
    })
    .catch(fail);
  return () => {
    ending.abort();
  };
}
