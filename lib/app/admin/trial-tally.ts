import { assess } from '../../core/assess.ts';
import type { Assessment } from '../../core/assessment.ts';
import type { Facts } from '../../core/condition-facts.ts';
import type { Deal } from '../../core/deal.ts';
import { valueOf, type Fact } from '../../core/fact.ts';
import type { ActivePlaybook, Playbook } from '../../core/playbook.ts';
import { DEFAULT_BUDGET } from '../../core/prompts.ts';
import { countPrompts, openQuestions, type PromptLoad } from '../../core/trial/load.ts';
import {
  countGates,
  countMoves,
  isOver,
  sumMoves,
  type GateCount,
  type Moves,
  type MoveSums,
} from '../../core/trial/tally.ts';
import { turnOf, type Turn } from '../../core/trial/turn.ts';
import type { Broken, KeptDeal } from './trial-deals.ts';

/** The two playbooks of a trial, with what one site's own deals taught. */
export interface Rivals {
  readonly inForce: ActivePlaybook;
  readonly draft: ActivePlaybook;
}
export type Rival = keyof Rivals;

/** A deal that would stand differently: little enough that thousands of them cost nothing to hold. */
export interface ChangedDeal {
  readonly key: string;
  readonly site: string;
  /** Its name, or its id where that is not known. */
  readonly name: string;
  readonly owner: string;
  readonly turn: Turn;
}

/** The same with everything that its card shows, read when somebody looks at it. */
export interface TriedDeal extends ChangedDeal {
  readonly deal: Deal;
  /** What the gates read, by each playbook: history and answers filled in. */
  readonly facts: Readonly<Record<Rival, Facts>>;
  readonly rivals: Rivals;
}

/** What the draft would make of the deals that are kept here. */
export interface TrialResult {
  /** The day that it speaks of, YYYY-MM-DD. */
  readonly day: string;
  readonly playbooks: Readonly<Record<Rival, Playbook>>;
  /** Deals that are won or lost by both: they are in none of the other numbers. */
  readonly over: number;
  readonly moves: Moves;
  readonly sums: MoveSums;
  readonly changed: readonly ChangedDeal[];
  /** By site. */
  readonly rivals: ReadonlyMap<string, Rivals>;
  readonly gates: Readonly<Record<Rival, ReadonlyMap<string, GateCount>>>;
  readonly prompts: Readonly<Record<Rival, PromptLoad>>;
  readonly broken: Broken;
  /** Milliseconds that it took. */
  readonly took: number;
}

interface Tally {
  readonly add: (kept: KeptDeal, rivals: Rivals) => void;
  readonly result: () => Omit<TrialResult, 'broken' | 'took' | 'rivals'>;
}

/** Counts what two playbooks make of deals, one deal after the other, on one day (YYYY-MM-DD). */
export function newTally(playbooks: TrialResult['playbooks'], day: string): Tally {
  const { add: addMove, moves } = countMoves();
  const gates = { inForce: countGates(), draft: countGates() };
  const prompts = {
    inForce: countPrompts(budgetOf(playbooks.inForce)),
    draft: countPrompts(budgetOf(playbooks.draft)),
  };
  const changed: ChangedDeal[] = [];
  let over = 0;
  const count = (rival: Rival, assessment: Assessment, kept: KeptDeal): void => {
    gates[rival].add(assessment.gates);
    const questions = openQuestions(assessment.prompts, kept.answered);
    prompts[rival].add(ownerOf(assessment), questions);
  };
  const add = (kept: KeptDeal, rivals: Rivals): void => {
    const { deal, key, site } = kept;
    const before = assess(deal, rivals.inForce, day);
    const after = assess(deal, rivals.draft, day);
    if (isOver(before) && isOver(after)) {
      over += 1;
      return;
    }
    if (!isOver(before)) count('inForce', before, kept);
    if (!isOver(after)) count('draft', after, kept);
    addMove(before.standing, after.standing);
    if (before.standing === after.standing) return;
    changed.push(changedDeal(key, site, deal, turnOf(before, after)));
  };
  const result: Tally['result'] = () => ({
    day,
    playbooks,
    over,
    moves,
    sums: sumMoves(moves),
    changed,
    gates: { inForce: gates.inForce.counts, draft: gates.draft.counts },
    prompts: { inForce: prompts.inForce.load(), draft: prompts.draft.load() },
  });
  return { add, result };
}

const budgetOf = ({ promptBudget }: Playbook) => promptBudget ?? DEFAULT_BUDGET;

function changedDeal(key: string, site: string, deal: Deal, turn: Turn): ChangedDeal {
  const { name, owner } = deal.fields;
  return {
    ...{ key, site, turn },
    name: textOf(name) || deal.ref.id,
    owner: textOf(owner),
  };
}

const textOf = (fact: Fact<string>): string => valueOf(fact)?.trim() ?? '';

/** A deal on a day by both playbooks, with what the gates read. */
export function tryDeal(
  key: string,
  site: string,
  deal: Deal,
  rivals: Rivals,
  day: string,
): TriedDeal {
  const before = assess(deal, rivals.inForce, day);
  const after = assess(deal, rivals.draft, day);
  const facts = { inForce: before.facts, draft: after.facts };
  return { ...changedDeal(key, site, deal, turnOf(before, after)), deal, facts, rivals };
}

/** Whose deal it is, as one name whatever its capitals; undefined where that is empty or cannot be told. */
function ownerOf({ facts }: Assessment): string | undefined {
  const name = textOf(facts.fields.owner).toLocaleLowerCase();
  return name === '' ? undefined : name;
}
