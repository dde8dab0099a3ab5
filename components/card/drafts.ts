import { useState } from 'react';
import type { DealRef } from '../../lib/core/deal.ts';

/** What is typed in one form and not yet saved. `open`: the form is on the card. */
export interface Draft {
  readonly text: string;
  readonly date: string;
  readonly open: boolean;
}

/** The drafts of one deal, by form ("answer:G5", "exception:G1", "prompt:gate:G5", "park"). */
export type DealDrafts = Map<string, Draft>;

/** The drafts of every deal since the page was loaded. In memory alone: an unsaved thought is nobody's record. */
export interface DraftStore {
  /** The drafts of one deal, and of no other. */
  readonly of: (deal: string) => DealDrafts;
}

export function createDrafts(): DraftStore {
  const deals = new Map<string, DealDrafts>();
  return {
    of: (deal) => {
      const drafts = deals.get(deal) ?? new Map<string, Draft>();
      deals.set(deal, drafts);
      return drafts;
    },
  };
}

/** One key for one deal of one CRM. */
export const draftKey = ({ crm, id, org }: DealRef): string => JSON.stringify([crm, org ?? '', id]);

export interface DraftHandle {
  readonly draft: Draft;
  readonly set: (change: Partial<Draft>) => void;
  /** Forgets the draft and closes its form; false where something was typed since `saved`, which stays. */
  readonly settle: (saved: Draft) => boolean;
}

const sameText = (a: Draft, b: Draft): boolean => a.text === b.text && a.date === b.date;

/**
 * One form's draft. It lives in the deal's drafts, so that folding the card or opening another deal loses
 * nothing; components that use it are keyed by deal. `first` is what an untouched form starts with.
 */
export function useDraft(
  drafts: DealDrafts,
  form: string,
  first: Omit<Draft, 'open'>,
): DraftHandle {
  const [, redraw] = useState(0);
  const untouched: Draft = { ...first, open: false };
  const current = (): Draft => drafts.get(form) ?? untouched;
  return {
    draft: current(),
    set: (change) => {
      const next = { ...current(), ...change };
      if (next.open || !sameText(next, untouched)) drafts.set(form, next);
      else drafts.delete(form);
      redraw((count) => count + 1);
    },
    settle: (saved) => {
      if (!sameText(current(), saved)) return false;
      drafts.delete(form);
      redraw((count) => count + 1);
      return true;
    },
  };
}
