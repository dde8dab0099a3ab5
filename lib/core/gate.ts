import type { Assessment, Explained, GateState, GateVerdict, Prompt, Truth } from './assessment.ts';
import { compileJudgement, compileOrThrow, findingsOf, type Judgement } from './condition.ts';
import type { Columns } from './condition-columns.ts';
import type { Facts, Moment } from './condition-facts.ts';
import type { Condition } from './condition-schema.ts';
import { ask, type Ways } from './condition-steps.ts';
import type { Gate } from './playbook.ts';
import { promptOfGate } from './prompts.ts';
import type { Exception } from './records.ts';

/** Which of a gate's two tests counts: `commit` for deals in commit, `forecast` for all others. */
export type Bar = 'forecast' | 'commit';

/** A gate that stands at a bar, compiled for a day, with the question that it raises where it is open. */
export interface CompiledGate {
  readonly gate: Gate;
  readonly need: GateVerdict['need'];
  readonly prompt: Prompt;
  readonly when: Ways<Judgement> | undefined;
  readonly test: Ways<GateVerdict>;
}

const STATE: Readonly<Record<Truth, GateState>> = {
  yes: 'met',
  no: 'open',
  unknown: 'cannot-tell',
};

/** Compiles a gate for one bar and day; undefined where it is off. One that cannot be compiled throws when it is asked. */
export function compileGate(
  gate: Gate,
  bar: Bar,
  at: Moment,
  columns: Columns,
): CompiledGate | undefined {
  const need = gate.need[bar];
  if (need === 'off') return undefined;
  const { when } = gate;
  const test = bar === 'commit' ? (gate.commitTest ?? gate.test) : gate.test;
  const compile = <T>(condition: Condition, make: (judgement: Judgement) => T): Ways<T> =>
    compileOrThrow(columns, () => compileJudgement(condition, at, columns, make));
  const verdict = ({ truth, reasons }: Judgement): GateVerdict => ({
    gate,
    need,
    state: STATE[truth],
    reasons,
  });
  return {
    gate,
    need,
    prompt: promptOfGate(gate),
    when: when && compile(when, (judgement) => judgement),
    test: compile(test, verdict),
  };
}

/**
 * The gate's verdict on one deal, or undefined where it does not stand. When it cannot be told whether the
 * gate stands, only a met test is sure; anything else is *can't tell*.
 */
export function askGate(
  { gate, need, when, test }: CompiledGate,
  facts: Facts,
  regions: readonly number[],
): GateVerdict | undefined {
  if (!when) return ask(test, facts, regions);
  const stands = ask(when, facts, regions);
  if (stands.truth === 'no') return undefined;
  const verdict = ask(test, facts, regions);
  if (stands.truth === 'yes' || verdict.state === 'met') return verdict;
  const reasons = [...stands.reasons, ...verdict.reasons];
  return { gate, need, state: 'cannot-tell', reasons };
}

/** An assessment with the facts beside every reason. */
export const explainGates = ({ facts, gates, ...rest }: Assessment): Explained => ({
  ...rest,
  gates: gates.map(({ reasons, ...verdict }) => ({
    ...verdict,
    findings: findingsOf(reasons, facts),
  })),
});

/** The exception that covers a gate today (a date), if there is one. Its end date is the last day that it covers. */
export const exceptionFor = (
  gate: string,
  exceptions: readonly Exception[],
  today: string,
): Exception | undefined =>
  exceptions.find((exception) => exception.gate === gate && exception.until >= today);
