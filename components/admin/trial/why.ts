import type { ChangedDeal, Rival, TriedDeal } from '../../../lib/app/admin/trial-tally.ts';
import type { GateState, GateVerdict } from '../../../lib/core/assessment.ts';
import { findingsOf } from '../../../lib/core/condition.ts';
import type { Fact } from '../../../lib/core/fact.ts';
import type { Category } from '../../../lib/core/fields.ts';
import type { GateTurn } from '../../../lib/core/trial/turn.ts';
import type { MessageKey } from '../../../lib/app/words.ts';
import { readLine } from '../../card/explain.ts';
import type { Explaining } from '../../card/explain-value.ts';
import { CATEGORY_KEYS } from '../../card/labels.ts';
import type { Say } from '../../options/say.ts';

/** What a gate's state is called. */
const STATE_KEYS: Readonly<Record<GateState, MessageKey>> = {
  met: 'trial_state_met',
  open: 'trial_state_open',
  'cannot-tell': 'trial_state_cannot_tell',
};

/** A gate's state in a word or two: "open", "open, advised", "excepted", "not asked". */
function stateText(verdict: GateVerdict | null, withNeed: boolean, { t }: Say): string {
  if (verdict === null) return t('trial_state_absent');
  if (verdict.exception) return t('trial_state_excepted');
  const state = t(STATE_KEYS[verdict.state]);
  if (!withNeed) return state;
  const need = t(verdict.need === 'required' ? 'options_need_required' : 'options_need_advised');
  return t('trial_state_need', [state, need]);
}

/** What is said of one gate that came out differently. */
export interface TurnWords {
  readonly id: string;
  readonly name: string;
  readonly before: string;
  readonly after: string;
  /** What was read, and why it comes out so; "" until the deal was read. */
  readonly reason: string;
}

/** Says of each gate that turned how it was, how it would be, and why. `say` formats days as of the trial's day. */
export function turnWords(
  changed: ChangedDeal,
  tried: TriedDeal | null | undefined,
  today: string,
  say: Say,
): readonly TurnWords[] {
  const on = (tried: TriedDeal, rival: Rival): Explaining => ({
    ...say,
    playbook: tried.rivals[rival],
    deal: tried.deal,
    today,
    crmLabel: tried.deal.ref.crm,
  });
  return (tried ?? changed).turn.gates.map((turn) => {
    const rival = turn.after ? 'draft' : 'inForce';
    const verdict = turn.after ?? turn.before;
    return {
      ...wordsOf(turn, verdict, say),
      reason: tried && verdict ? reasonOf(verdict, tried, rival, on(tried, rival)) : '',
    };
  });
}

function reasonOf(
  verdict: GateVerdict,
  { facts }: TriedDeal,
  rival: Rival,
  on: Explaining,
): string {
  return readLine({ ...verdict, findings: findingsOf(verdict.reasons, facts[rival]) }, on);
}

function wordsOf(
  { id, before, after }: GateTurn,
  verdict: GateVerdict | null,
  say: Say,
): Omit<TurnWords, 'reason'> {
  const withNeed = before !== null && after !== null && before.need !== after.need;
  return {
    id,
    name: verdict ? say.fmt.text(verdict.gate.name) : id,
    before: stateText(before, withNeed, say),
    after: stateText(after, withNeed, say),
  };
}

/** What a category that came out differently was, and would be. */
export function categoryWords(
  { turn }: ChangedDeal,
  { t }: Say,
): readonly [string, string] | undefined {
  if (!turn.category) return undefined;
  const name = (fact: Fact<Category>): string =>
    fact.is === 'value' ? t(CATEGORY_KEYS[fact.value]) : t('trial_category_unknown');
  return [name(turn.category.before), name(turn.category.after)];
}
