import { assess } from '../core/assess.ts';
import type { Explained } from '../core/assessment.ts';
import type { Deal, Reading } from '../core/deal.ts';
import { explainGates } from '../core/gate.ts';
import { mergeReadings } from '../core/merge.ts';
import type { StoryCard } from '../core/playbook.ts';
import type { Change } from '../core/records.ts';
import { storyCards } from '../core/story.ts';
import type { PageReading } from '../crm/adapter.ts';
import type { DealContext } from '../messaging/protocol.ts';

/** The CRM's own history of a deal: it goes further back than what Dealside saw itself. */
export interface CrmHistory {
  readonly changes: readonly Change[];
  readonly since: string;
}

/** What is known of an open deal at one moment; `page` is what its page says right now. */
export interface Known {
  readonly context: DealContext;
  readonly page: PageReading;
  readonly saved: Reading | undefined;
  readonly history: CrmHistory | undefined;
}

/** Puts a deal together from its readings and from what is kept about it. */
export function dealOf({ context, page, saved, history }: Known): Deal {
  const { records } = context;
  const reading = mergeReadings(saved ?? records?.remembered ?? undefined, page);
  return {
    ...reading,
    answers: records?.answers,
    exceptions: records?.exceptions ?? [],
    parked: records?.parked ?? undefined,
    history: history?.changes ?? records?.history ?? [],
    historySince: history?.since ?? records?.since ?? undefined,
  };
}

/** What is thought of an open deal. */
export interface Thought {
  readonly assessment: Explained;
  /** The cards of the team's story that belong beside it; worked out when they are asked for. */
  readonly stories: () => readonly StoryCard[];
}

/** Assesses an open deal; undefined while there is no playbook to assess it by. */
export function assessKnown(deal: Deal, context: DealContext, today: string): Thought | undefined {
  const { playbook } = context;
  if (!playbook) return undefined;
  const assessed = assess(deal, playbook, today);
  return {
    assessment: explainGates(assessed),
    stories: () => storyCards(assessed, playbook, today),
  };
}

/** Today in the user's own zone, as YYYY-MM-DD. */
export const localToday = (): string => Temporal.Now.plainDateISO().toString();
