import type { Assessment, GateVerdict } from './assessment.ts';
import type { Deal, Fields } from './deal.ts';
import { unknown, type Fact } from './fact.ts';
import type { Category } from './fields.ts';
import { exceptionFor } from './gate.ts';
import { deriveFromHistory } from './history.ts';
import { feedAnswers } from './merge.ts';
import type { ActivePlaybook, PromptRule } from './playbook.ts';
import { rankPrompts } from './prompts.ts';
import { readSignals } from './read-signals.ts';
import { rulesOn } from './rules.ts';
import { guard, isDecided, type Faults, type Run } from './run.ts';
import { categoryOf, standingOf } from './standing.ts';
import { placeInWindow } from './window.ts';

/**
 * Assesses one deal by one playbook on one day (`now`, as YYYY-MM-DD in the user's zone): the standing, every
 * gate with the reasons of its state, the signals with their numbers, and the questions that they raise.
 * All screens use this. It never throws: a gate or signal that fails costs itself alone, and is named in `faults`.
 */
export function assess(deal: Deal, playbook: ActivePlaybook, now: string): Assessment {
  const run = begin(deal, playbook, now);
  const { category, facts, faults, rules } = run;
  const gates = readGates(run, now);
  const parked = deal.parked && deal.parked.until > now ? deal.parked : undefined;
  const signals = parked ? [] : guard('signals', faults, () => readSignals(run), []);
  const asks = !parked && !isDecided(category);
  return {
    ref: deal.ref,
    playbook: { id: playbook.id, version: playbook.version },
    standing: standingOf(category, gates),
    category,
    window: guard(
      'window',
      faults,
      () => placeInWindow(facts.fields.closeDate, rules),
      placeInWindow(unknown('not-readable'), rules),
    ),
    gates,
    facts,
    signals,
    prompts: asks ? rankPrompts(gates, signals, raisedPrompts(run)) : [],
    ...(parked && { parked }),
    faults,
  };
}

function begin(deal: Deal, playbook: ActivePlaybook, now: string): Run {
  const faults: Faults = [];
  const fields = guard('facts', faults, () => prepare(deal, playbook), deal.fields);
  const category = guard(
    'category',
    faults,
    () => categoryOf(deal.ref.crm, fields, playbook),
    unknown('not-readable'),
  );
  const rules = rulesOn(playbook, now)[isCommit(category) ? 'commit' : 'forecast'];
  const facts = { fields, custom: deal.custom, answers: deal.answers };
  return { deal, playbook, rules, facts, category, faults };
}

const prepare = (deal: Deal, playbook: ActivePlaybook): Fields =>
  feedAnswers(
    deriveFromHistory(deal.fields, deal.history, deal.historySince),
    playbook.answers,
    deal.answers,
  );

const isCommit = (category: Fact<Category>): boolean =>
  category.is === 'value' && category.value === 'commit';

function readGates({ rules, facts, deal, faults }: Run, now: string): GateVerdict[] {
  const verdicts: GateVerdict[] = [];
  for (const { gate, compiled } of rules.gates) {
    let verdict: GateVerdict | undefined;
    try {
      if (compiled instanceof Error) throw compiled;
      verdict = compiled(facts, rules.moment);
    } catch (error) {
      const fault = error instanceof Error ? error.message : String(error);
      faults.push({ id: gate.id, message: fault });
      const need = gate.need[rules.bar];
      if (need !== 'off') verdict = { gate, need, state: 'cannot-tell', reasons: [], fault };
    }
    if (!verdict) continue;
    const exception = exceptionFor(gate.id, deal.exceptions, now);
    verdicts.push(exception ? { ...verdict, exception } : verdict);
  }
  return verdicts;
}

function raisedPrompts({ rules, facts, faults }: Run): PromptRule[] {
  return rules.prompts.flatMap(({ rule, when }) => {
    const asked = (): boolean => {
      if (when instanceof Error) throw when;
      return when(facts, rules.moment).truth === 'yes';
    };
    return guard(rule.id, faults, asked, false) ? [rule] : [];
  });
}
