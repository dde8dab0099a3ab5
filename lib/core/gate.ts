import type { GateResult, GateState, Outcome, Truth } from './assessment.ts';
import { compileCondition, type Compiled, type Facts, type Moment } from './condition.ts';
import type { Gate } from './playbook.ts';
import type { Exception } from './records.ts';

/** Which of a gate's two tests counts: `commit` for deals in commit, `forecast` for all others. */
export type Bar = 'forecast' | 'commit';

/** A gate with its conditions compiled. */
export interface CompiledGate {
  readonly gate: Gate;
  readonly when: Compiled | undefined;
  readonly test: Readonly<Record<Bar, Compiled>>;
}

/** Compiles a gate once. Throws on a condition that check-playbook.ts would have refused. */
export function compileGate(gate: Gate): CompiledGate {
  const forecast = compileCondition(gate.test);
  return {
    gate,
    when: gate.when && compileCondition(gate.when),
    test: { forecast, commit: gate.commitTest ? compileCondition(gate.commitTest) : forecast },
  };
}

const STATE: Readonly<Record<Truth, GateState>> = { yes: 'met', no: 'open', unknown: 'cannot-tell' };

/**
 * A gate's result on one deal, or undefined where the gate does not stand. When it cannot be told whether
 * it stands, only a met test is sure; anything else is *can't tell*.
 */
export function readGate(
  compiled: CompiledGate,
  bar: Bar,
  facts: Facts,
  moment: Moment,
): GateResult | undefined {
  const { gate, when } = compiled;
  const need = gate.need[bar];
  if (need === 'off') return undefined;
  const stands = when?.(facts, moment);
  if (stands?.truth === 'no') return undefined;
  const outcome: Outcome = compiled.test[bar](facts, moment);
  if (stands?.truth === 'unknown' && outcome.truth !== 'yes') {
    const findings = [...stands.findings, ...outcome.findings];
    return { gate, need, state: 'cannot-tell', findings };
  }
  return { gate, need, state: STATE[outcome.truth], findings: outcome.findings };
}

/** The exception that covers a gate today (a date), if there is one. Its end date is the last day that it covers. */
export const exceptionFor = (
  gate: string,
  exceptions: readonly Exception[],
  today: string,
): Exception | undefined =>
  exceptions.find((exception) => exception.gate === gate && exception.until >= today);
