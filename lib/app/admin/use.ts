import { assess } from '../../core/assess.ts';
import type { ActivePlaybook, Playbook } from '../../core/playbook.ts';
import { isOver } from '../../core/trial/tally.ts';
import { countUse, type Use } from '../../core/trial/use.ts';
import type { PlaybookFault, StorageFault } from '../../messaging/protocol.ts';
import type { Store } from '../../storage/db.ts';
import { faultOf } from '../../storage/fault.ts';
import { today } from '../clock.ts';
import { activate, activePlaybook } from '../playbook-store.ts';
import { eachKept, type Broken, type Progress } from './trial-deals.ts';

/** What each rule of the playbook in force does on the deals that are kept here. */
export type UseFound =
  | {
      readonly is: 'done';
      readonly playbook: Playbook;
      readonly use: Use;
      readonly broken: Broken;
      /** Deals that are won or lost: they are in none of the numbers. */
      readonly over: number;
    }
  | { readonly is: 'stopped' }
  | { readonly is: 'invalid'; readonly fault: PlaybookFault | null }
  | { readonly is: 'fault'; readonly fault: StorageFault };

export interface UseActions {
  /** Counts over every deal that is kept here. Never rejects; ends early with the signal. */
  readonly count: (
    signal: AbortSignal,
    progress: (progress: Progress) => void,
  ) => Promise<UseFound>;
}

/** What counts how rules are used. */
export const createUse = (store: Store): UseActions => ({
  count: async (signal, progress) => {
    try {
      return await countAll(store, signal, progress);
    } catch (error) {
      console.warn('[dealside] the use of the rules could not be counted', error);
      return { is: 'fault', fault: faultOf(error) };
    }
  },
});

async function countAll(
  store: Store,
  signal: AbortSignal,
  progress: (progress: Progress) => void,
): Promise<UseFound> {
  const { playbook, playbookFault: fault } = await activePlaybook(store, '');
  if (!playbook) return { is: 'invalid', fault };
  const sites = new Map<string, ActivePlaybook>();
  const counting = countUse(playbook);
  const day = await today();
  let over = 0;
  const broken = await eachKept(store, {
    signal,
    progress,
    begin: async (site) => {
      sites.set(site, await activate(store, playbook, site));
    },
    work: ({ site, deal, disputes }) => {
      const active = sites.get(site);
      if (!active) return;
      const assessment = assess(deal, active, day);
      if (isOver(assessment)) {
        over += 1;
        return;
      }
      const past = deal.exceptions.filter(({ until }) => until < day);
      counting.add(assessment, {
        pastExceptions: past.map(({ gate }) => gate),
        disputes: disputes.map(({ rule }) => rule),
      });
    },
  });
  if (signal.aborted) return { is: 'stopped' };
  return { is: 'done', playbook, use: counting.use(), broken, over };
}
