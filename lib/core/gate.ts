import type { Assessment, Explained, GateState, GateVerdict, Truth } from './assessment.ts';
import { compileJudgement, findingsOf, type Facts, type Moment } from './condition.ts';
import type { Gate } from './playbook.ts';
import type { Exception } from './records.ts';

/** Which of a gate's two tests counts: `commit` for deals in commit, `forecast` for all others. */
export type Bar = 'forecast' | 'commit';

/** A gate's verdict on one deal, or undefined where the gate does not stand. */
export type CompiledGate = (facts: Facts, at: Moment) => GateVerdict | undefined;

const STATE: Readonly<Record<Truth, GateState>> = { yes: 'met', no: 'open', unknown: 'cannot-tell' };

/**
 * Compiles a gate for one bar. Throws on a condition that check-playbook.ts would have refused. When it
 * cannot be told whether the gate stands, only a met test is sure; anything else is *can't tell*.
 */
export function compileGate(gate: Gate, bar: Bar): CompiledGate {
  const need = gate.need[bar];
  if (need === 'off') return () => undefined;
  const condition = bar === 'commit' ? (gate.commitTest ?? gate.test) : gate.test;
  const test = compileJudgement(condition, ({ truth, reasons }): GateVerdict => {
    return { gate, need, state: STATE[truth], reasons };
  });
  if (!gate.when) return test;
  const when = compileJudgement(gate.when);
  return (facts, at) => {
    const stands = when(facts, at);
    if (stands.truth === 'no') return undefined;
    const verdict = test(facts, at);
    if (stands.truth === 'yes' || verdict.state === 'met') return verdict;
    const reasons = [...stands.reasons, ...verdict.reasons];
    return { gate, need, state: 'cannot-tell', reasons };
  };
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
