import type { Assessment, GateVerdict, Prompt, WindowResult } from './assessment.ts';
import { measureFacts } from './condition-facts.ts';
import { ask } from './condition-steps.ts';
import type { Deal, Fields } from './deal.ts';
import { unknown, type Fact } from './fact.ts';
import type { Category } from './fields.ts';
import { askGate, exceptionFor, type CompiledGate } from './gate.ts';
import { deriveFromHistory } from './history.ts';
import { feedAnswers } from './merge.ts';
import type { ActivePlaybook } from './playbook.ts';
import { rankPrompts } from './prompts.ts';
import { readSignals } from './read-signals.ts';
import { rulesOn } from './rules.ts';
import { guard, isDecided, messageOf, type Faults, type Run } from './run.ts';
import { categoryOf, standingOf } from './standing.ts';
import { placeInWindow } from './window.ts';

/**
 * Assesses one deal by one playbook on one day (`now`, as YYYY-MM-DD in the user's zone): the standing, every
 * gate with the reasons of its state, the signals with their numbers, and the questions that they raise.
 * All screens use this. It never throws: a gate or signal that fails costs itself alone, and is named in `faults`.
 */
export function assess(deal: Deal, playbook: ActivePlaybook, now: string): Assessment {
  const run = begin(deal, playbook, now);
  const { category, facts, faults } = run;
  const read = readGates(run, now);
  const parked = deal.parked && deal.parked.until > now ? deal.parked : undefined;
  const signals = parked ? [] : guard('signals', faults, () => readSignals(run), []);
  const asks = !parked && !isDecided(category);
  const assessment = {
    ref: deal.ref,
    playbook: { id: playbook.id, version: playbook.version },
    standing: standingOf(category, read.prompts.required.length, read.unsure),
    category,
    window: readWindow(run),
    gates: read.gates,
    facts,
    signals,
    prompts: asks ? rankPrompts(read.prompts, signals, raisedPrompts(run)) : [],
    faults,
  };
  return parked ? { ...assessment, parked } : assessment;
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
  const numbers = measureFacts(rules.columns, facts);
  return { deal, playbook, rules, facts, numbers, category, faults };
}

const prepare = (deal: Deal, playbook: ActivePlaybook): Fields =>
  feedAnswers(
    deriveFromHistory(deal.fields, deal.history, deal.historySince),
    playbook.answers,
    deal.answers,
  );

const isCommit = (category: Fact<Category>): boolean =>
  category.is === 'value' && category.value === 'commit';

function readWindow({ facts, rules, faults }: Run): WindowResult {
  try {
    return placeInWindow(facts.fields.closeDate, rules);
  } catch (error) {
    faults.push({ id: 'window', message: messageOf(error) });
    return placeInWindow(unknown('not-readable'), rules);
  }
}

/** The gates of a deal with what the standing and the questions take from them, in one pass. */
interface GatesRead {
  readonly gates: GateVerdict[];
  /** The questions of the gates that are open and without an exception. */
  readonly prompts: Record<GateVerdict['need'], Prompt[]>;
  /** Whether a required gate cannot be told. */
  readonly unsure: boolean;
}

function readGates(run: Run, now: string): GatesRead {
  const { exceptions } = run.deal;
  // Made at its full length: growing it costs as much as several gates.
  const gates = new Array<GateVerdict>(run.rules.gates.length);
  let count = 0;
  const required: Prompt[] = [];
  const advised: Prompt[] = [];
  let unsure = false;
  for (const compiled of run.rules.gates) {
    const verdict = tryGate(compiled, run);
    if (!verdict) continue;
    const { gate, need, state } = verdict;
    const exception = exceptions.length > 0 ? exceptionFor(gate.id, exceptions, now) : undefined;
    gates[count] = exception ? { ...verdict, exception } : verdict;
    count += 1;
    if (exception) continue;
    if (state === 'open') (need === 'required' ? required : advised).push(compiled.prompt);
    else if (state === 'cannot-tell' && need === 'required') unsure = true;
  }
  if (count < gates.length) gates.length = count;
  return { gates, prompts: { required, advised }, unsure };
}

function tryGate(compiled: CompiledGate, { facts, numbers, faults }: Run): GateVerdict | undefined {
  try {
    return askGate(compiled, facts, numbers);
  } catch (error) {
    const { gate, need } = compiled;
    const fault = messageOf(error);
    faults.push({ id: gate.id, message: fault });
    return { gate, need, state: 'cannot-tell', reasons: [], fault };
  }
}

function raisedPrompts({ rules, facts, numbers, faults }: Run): Prompt[] {
  const raised: Prompt[] = [];
  for (const { id, prompt, isRaised } of rules.prompts) {
    if (guard(id, faults, () => ask(isRaised, facts, numbers), false)) raised.push(prompt);
  }
  return raised;
}
