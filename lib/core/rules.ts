import { workCalendar, type WorkCalendar } from './calendar.ts';
import { compileCondition, type Compiled } from './condition.ts';
import { compileGate, type CompiledGate } from './gate.ts';
import type { ActivePlaybook, Gate, PromptRule, SignalRule } from './playbook.ts';
import { signals } from './signals/index.ts';
import type { SignalKind } from './signals/signal.ts';

/** A playbook's rules, compiled. A rule that cannot be compiled keeps its error, and costs itself alone. */
export interface Rules {
  readonly gates: readonly { readonly gate: Gate; readonly compiled: CompiledGate | Error }[];
  readonly prompts: readonly { readonly rule: PromptRule; readonly when: Compiled | Error }[];
  readonly signals: readonly { readonly rule: SignalRule; readonly kind: SignalKind }[];
  readonly calendar: WorkCalendar;
}

const compiledRules = new WeakMap<ActivePlaybook, Rules>();

/** The compiled rules of a playbook; compiled the first time that the playbook is seen. */
export function rulesOf(playbook: ActivePlaybook): Rules {
  const cached = compiledRules.get(playbook);
  if (cached) return cached;
  const rules: Rules = {
    gates: playbook.gates.map((gate) => ({ gate, compiled: attempt(() => compileGate(gate)) })),
    prompts: playbook.prompts.map((rule) => ({
      rule,
      when: attempt(() => compileCondition(rule.when)),
    })),
    signals: playbook.signals.flatMap((rule) => {
      const kind = rule.on ? signals.find(({ id }) => id === rule.id) : undefined;
      return kind ? [{ rule, kind }] : [];
    }),
    calendar: workCalendar(playbook.holidays),
  };
  compiledRules.set(playbook, rules);
  return rules;
}

function attempt<T>(run: () => T): T | Error {
  try {
    return run();
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
