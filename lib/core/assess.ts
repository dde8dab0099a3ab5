import type { Assessment, GateResult, Prompt } from './assessment.ts';
import type { Facts } from './condition.ts';
import type { Deal, Fields } from './deal.ts';
import { unknown, type Fact } from './fact.ts';
import type { Category } from './fields.ts';
import { exceptionFor, readGate, type Bar } from './gate.ts';
import { deriveFromHistory } from './history.ts';
import { feedAnswers } from './merge.ts';
import type { ActivePlaybook, PromptRule } from './playbook.ts';
import { rankPrompts } from './prompts.ts';
import { readSignals } from './read-signals.ts';
import { dayFor, rulesOf } from './rules.ts';
import { guard, isDecided, type Faults, type Run } from './run.ts';
import { categoryOf, standingOf } from './standing.ts';
import { placeInWindow } from './window.ts';

/**
 * Assesses one deal by one playbook on one day (`now`, as YYYY-MM-DD in the user's zone): the standing, every
 * gate with what was read and why, the signals with their numbers, and the questions that they raise.
 * All screens use this. It never throws: a gate or signal that fails costs itself alone, and is named in `faults`.
 */
export function assess(deal: Deal, playbook: ActivePlaybook, now: string): Assessment {
  const run = begin(deal, playbook, now);
  const { category, faults } = run;
  const gates = readGates(run, now);
  const parked = deal.parked && deal.parked.until > now ? deal.parked : undefined;
  const signals = parked ? [] : guard('signals', faults, () => readSignals(run), []);
  const asks = !parked && !isDecided(category);
  const prompts: Prompt[] = asks ? rankPrompts(gates, signals, raisedPrompts(run)) : [];
  return {
    ref: deal.ref,
    playbook: { id: playbook.id, version: playbook.version },
    standing: standingOf(category, gates),
    category,
    window: guard(
      'window',
      faults,
      () => placeInWindow(run.fields.closeDate, run),
      placeInWindow(unknown('not-readable'), run),
    ),
    gates,
    signals,
    prompts,
    ...(parked && { parked }),
    faults,
  };
}

function begin(deal: Deal, playbook: ActivePlaybook, now: string): Run {
  const rules = rulesOf(playbook);
  const faults: Faults = [];
  const fields = guard('facts', faults, () => prepare(deal, playbook), deal.fields);
  const category = guard(
    'category',
    faults,
    () => categoryOf(deal.ref.crm, fields, playbook),
    unknown('not-readable'),
  );
  const day = dayFor(playbook, rules, now);
  const moment = day.moments[barOf(category)];
  return { deal, playbook, rules, fields, category, moment, window: day.window, faults };
}

const prepare = (deal: Deal, playbook: ActivePlaybook): Fields =>
  feedAnswers(
    deriveFromHistory(deal.fields, deal.history, deal.historySince),
    playbook.answers,
    deal.answers,
  );

const barOf = (category: Fact<Category>): Bar =>
  category.is === 'value' && category.value === 'commit' ? 'commit' : 'forecast';

const factsOf = ({ fields, deal }: Run): Facts => ({
  fields,
  custom: deal.custom,
  answers: deal.answers,
});

function readGates(run: Run, now: string): GateResult[] {
  const bar = barOf(run.category);
  const facts = factsOf(run);
  const results: GateResult[] = [];
  for (const { gate, compiled } of run.rules.gates) {
    let result: GateResult | undefined;
    try {
      if (compiled instanceof Error) throw compiled;
      result = readGate(compiled, bar, facts, run.moment);
    } catch (error) {
      const fault = error instanceof Error ? error.message : String(error);
      run.faults.push({ id: gate.id, message: fault });
      const need = gate.need[bar];
      if (need !== 'off') result = { gate, need, state: 'cannot-tell', findings: [], fault };
    }
    if (!result) continue;
    const exception = exceptionFor(gate.id, run.deal.exceptions, now);
    results.push(exception ? { ...result, exception } : result);
  }
  return results;
}

function raisedPrompts(run: Run): PromptRule[] {
  const facts = factsOf(run);
  return run.rules.prompts.flatMap(({ rule, when }) => {
    const asked = (): boolean => {
      if (when instanceof Error) throw when;
      return when(facts, run.moment).truth === 'yes';
    };
    return guard(rule.id, run.faults, asked, false) ? [rule] : [];
  });
}
