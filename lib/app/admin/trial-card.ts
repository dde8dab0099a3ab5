import { assess } from '../../core/assess.ts';
import { explainGates } from '../../core/gate.ts';
import { storyCards } from '../../core/story.ts';
import type { CardView } from '../card-model.ts';
import type { Rival, TriedDeal } from './trial-tally.ts';

/** What the card of a tried deal would show by one of the two playbooks on a day (YYYY-MM-DD). It is only to be looked at. */
export function lookAt(
  { deal, rivals }: TriedDeal,
  rival: Rival,
  day: string,
  crmLabel: string,
): CardView {
  const playbook = rivals[rival];
  const assessed = assess(deal, playbook, day);
  return {
    deal,
    assessment: explainGates(assessed),
    playbook,
    disputes: [],
    readOnly: true,
    stories: storyCards(assessed, playbook, day),
    prompt: null,
    fault: null,
    today: day,
    crmLabel,
    canShare: false,
    reachable: new Set(),
    place: { right: 0, bottom: 0, collapsed: false },
    focusRequests: 0,
  };
}
