import type { Deal } from '../../core/deal.ts';
import type { Playbook } from '../../core/playbook.ts';
import type { PlaybookFault, StorageFault } from '../../messaging/protocol.ts';
import type { Store } from '../../storage/db.ts';
import { faultOf } from '../../storage/fault.ts';
import { readRecords } from '../../storage/records.ts';
import { today } from '../clock.ts';
import { asText } from '../options-draft.ts';
import { nextVersion, readKept } from '../options-kept.ts';
import { activate, activePlaybook } from '../playbook-store.ts';
import { checkText } from '../playbook-text.ts';
import { readDraft } from './draft-kept.ts';
import type { DraftActions } from './draft-model.ts';
import { eachKept, type Progress } from './trial-deals.ts';
import {
  newTally,
  tryDeal,
  type ChangedDeal,
  type Rival,
  type Rivals,
  type TrialResult,
  type TriedDeal,
} from './trial-tally.ts';
import { triable } from './triable.ts';

export type Trial =
  | { readonly is: 'done'; readonly result: TrialResult }
  | { readonly is: 'stopped' }
  /** There is no draft to try. */
  | { readonly is: 'no-draft' }
  /** A playbook cannot be used; without a fault it could not be read. */
  | { readonly is: 'invalid'; readonly which: Rival; readonly fault: PlaybookFault | null }
  | { readonly is: 'fault'; readonly fault: StorageFault };

export interface TrialActions {
  /** Tries the draft on every deal that is kept here. Never rejects; ends early with the signal. */
  readonly run: (signal: AbortSignal, progress: (progress: Progress) => void) => Promise<Trial>;
  /** A deal of a result as it is kept now; null where it is gone or cannot be read. */
  readonly look: (changed: ChangedDeal, result: TrialResult) => Promise<TriedDeal | null>;
}

/** What tries the draft. What decides in it is checked as it would be for its publication; words may still be missing. */
export const createTrial = (store: Store, flush: DraftActions['flush']): TrialActions => ({
  run: async (signal, progress) => {
    try {
      // What is still on its way to the store belongs to it.
      await flush();
      const kept = await store.use(readDraft);
      if (kept.kind !== 'draft') return { is: 'no-draft' };
      // Its card says the number that it would get, and not that of the version it was started from.
      const version = nextVersion(await readKept(store));
      const numbered = { ...triable(kept.draft.playbook, await today()), version };
      const { playbook: draft, playbookFault: fault } = checkText(asText(numbered));
      if (!draft) return { is: 'invalid', which: 'draft', fault };
      return await tryDraft(store, draft, signal, progress);
    } catch (error) {
      console.warn('[dealside] the draft could not be tried', error);
      return { is: 'fault', fault: faultOf(error) };
    }
  },
  look: async ({ key, site }, { rivals, day }) => {
    const both = rivals.get(site);
    try {
      const kept = await store.use((db) => readRecords(db, key));
      const { remembered } = kept;
      if (!remembered || !both) return null;
      const deal: Deal = {
        ...remembered,
        answers: kept.answers,
        exceptions: kept.exceptions,
        parked: kept.parked ?? undefined,
        history: kept.history,
        historySince: kept.since ?? undefined,
      };
      return tryDeal(key, site, deal, both, day);
    } catch {
      return null;
    }
  },
});

/** Tries one playbook beside the one in force. Rejects when the database cannot be read. */
export async function tryDraft(
  store: Store,
  draft: Playbook,
  signal: AbortSignal,
  progress: (progress: Progress) => void,
): Promise<Trial> {
  const started = performance.now();
  const { playbook: inForce, playbookFault: fault } = await activePlaybook(store, '');
  if (!inForce) return { is: 'invalid', which: 'inForce', fault };
  const playbooks = { inForce, draft };
  const sites = new Map<string, Rivals>();
  const day = await today();
  const tally = newTally(playbooks, day);
  const broken = await eachKept(store, {
    signal,
    progress,
    begin: async (site) => {
      const [now, then] = await Promise.all([
        activate(store, inForce, site),
        activate(store, draft, site),
      ]);
      sites.set(site, { inForce: now, draft: then });
    },
    work: (kept) => {
      const rivals = sites.get(kept.site);
      if (rivals) tally.add(kept, rivals);
    },
  });
  if (signal.aborted) return { is: 'stopped' };
  const took = performance.now() - started;
  return { is: 'done', result: { ...tally.result(), rivals: sites, broken, took } };
}
