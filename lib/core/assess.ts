import type { Assessment, GateVerdict, Prompt, SignalResult, WindowResult } from './assessment.ts';
import { findRegions } from './condition-columns.ts';
import { ask } from './condition-steps.ts';
import type { Deal, Fields } from './deal.ts';
import { unknown, type Fact } from './fact.ts';
import type { Category } from './fields.ts';
import { askGate, exceptionFor, type CompiledGate } from './gate.ts';
import { deriveFromHistory } from './history.ts';
import { mapDeal } from './mapping.ts';
import { feedAnswers } from './merge.ts';
import type { ActivePlaybook } from './playbook.ts';
import { rankPrompts, type GatePrompts } from './prompts.ts';
import { readSignals } from './read-signals.ts';
import { rulesOn } from './rules.ts';
import { isCommit, isDecided, noteFault, type Faults, type Run } from './run.ts';
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
  const read = readGates(run, now);
  const standing = standingOf(category, read.required.length, read.unsure);
  const parked = deal.parked && deal.parked.until > now ? deal.parked : undefined;
  const signals = parked ? [] : trySignals(run);
  const asks = !parked && !isDecided(category);
  const assessment = {
    ref: deal.ref,
    playbook: rules.playbook,
    standing,
    category,
    window: tryWindow(run),
    gates: read.gates,
    facts,
    signals,
    prompts: asks ? rankPrompts(read, signals, raisedPrompts(run)) : [],
    faults,
  };
  return parked ? { ...assessment, parked } : assessment;
}

// Each part has a plain `try` of its own: a function that takes parts as functions makes these anew for every deal.

function begin(read: Deal, playbook: ActivePlaybook, now: string): Run {
  const faults: Faults = [];
  const deal = tryMapping(read, playbook, faults);
  const fields = tryFields(deal, playbook, faults);
  const category = tryCategory(deal, fields, playbook, faults);
  const rules = rulesOn(playbook, now)[isCommit(category) ? 'commit' : 'forecast'];
  const facts = { fields, custom: deal.custom, answers: deal.answers };
  const regions = findRegions(rules.columns, facts);
  return { deal, playbook, rules, facts, regions, category, faults };
}

/** The deal with what the playbook takes from elsewhere in its CRM. One that fails leaves the deal as it was read. */
function tryMapping(deal: Deal, playbook: ActivePlaybook, faults: Faults): Deal {
  try {
    return mapDeal(deal, playbook);
  } catch (error) {
    noteFault('mapping', error, faults);
    return deal;
  }
}

/** The deal's fields with history and answers filled in. */
function tryFields(deal: Deal, { answers }: ActivePlaybook, faults: Faults): Fields {
  try {
    const fields = deriveFromHistory(deal.fields, deal.history, deal.historySince);
    return feedAnswers(fields, answers, deal.answers);
  } catch (error) {
    noteFault('facts', error, faults);
    return deal.fields;
  }
}

function tryCategory(
  { ref }: Deal,
  fields: Fields,
  playbook: ActivePlaybook,
  faults: Faults,
): Fact<Category> {
  try {
    return categoryOf(ref.crm, fields, playbook);
  } catch (error) {
    noteFault('category', error, faults);
    return unknown('not-readable');
  }
}

function tryWindow({ facts, rules, faults }: Run): WindowResult {
  try {
    return placeInWindow(facts.fields.closeDate, rules);
  } catch (error) {
    noteFault('window', error, faults);
    return placeInWindow(unknown('not-readable'), rules);
  }
}

function trySignals(run: Run): SignalResult[] {
  try {
    return readSignals(run);
  } catch (error) {
    noteFault('signals', error, run.faults);
    return [];
  }
}

/** The gates of a deal with what the standing and the questions take from them, in one pass. */
interface GatesRead extends GatePrompts {
  readonly gates: GateVerdict[];
  /** Whether a required gate cannot be told. */
  readonly unsure: boolean;
}

function readGates(run: Run, now: string): GatesRead {
  const { exceptions } = run.deal;
  // Made at its full length: to let it grow costs as much as several gates.
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
  return {
    // Cutting an array short by its length costs ten times as much as a copy.
    gates: count < gates.length ? gates.slice(0, count) : gates,
    required,
    advised,
    unsure,
  };
}

function tryGate(compiled: CompiledGate, { facts, regions, faults }: Run): GateVerdict | undefined {
  try {
    return askGate(compiled, facts, regions);
  } catch (error) {
    const { gate, need } = compiled;
    const fault = noteFault(gate.id, error, faults);
    return { gate, need, state: 'cannot-tell', reasons: [], fault };
  }
}

function raisedPrompts({ rules, facts, regions, faults }: Run): Prompt[] {
  const raised: Prompt[] = [];
  for (const { id, prompt, isRaised } of rules.prompts) {
    try {
      if (ask(isRaised, facts, regions)) raised.push(prompt);
    } catch (error) {
      noteFault(id, error, faults);
    }
  }
  return raised;
}
