import { dayNumber, workCalendar, type WorkCalendar } from './calendar.ts';
import { compileCondition, type Compiled, type Moment } from './condition.ts';
import { compileGate, type Bar, type CompiledGate } from './gate.ts';
import type { ActivePlaybook, Gate, PromptRule, SignalRule } from './playbook.ts';
import { signals } from './signals/index.ts';
import type { SignalKind } from './signals/signal.ts';
import { windowFrom, type WindowSpan } from './window.ts';

/** A playbook's rules, compiled. A rule that cannot be compiled keeps its error, and costs itself alone. */
export interface Rules {
  readonly gates: readonly { readonly gate: Gate; readonly compiled: CompiledGate | Error }[];
  readonly prompts: readonly { readonly rule: PromptRule; readonly when: Compiled | Error }[];
  readonly signals: readonly { readonly rule: SignalRule; readonly kind: SignalKind }[];
  readonly calendar: WorkCalendar;
  /** The day that was assessed last: a list of deals is assessed on one and the same day. */
  day: Day | undefined;
}

/** What the rules come to on one day: thresholds that hang on the date are worked out once for it. */
export interface Day {
  readonly now: string;
  readonly window: WindowSpan;
  readonly moments: Readonly<Record<Bar, Moment>>;
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
    day: undefined,
  };
  compiledRules.set(playbook, rules);
  return rules;
}

/** The rules' day `now` (YYYY-MM-DD). */
export function dayFor(playbook: ActivePlaybook, rules: Rules, now: string): Day {
  if (rules.day?.now === now) return rules.day;
  const today = dayNumber(now);
  const window = windowFrom(playbook, today);
  const moment = (bar: Bar): Moment => ({
    today,
    windowEnd: today + window.days,
    calendar: rules.calendar,
    currencies: playbook.currencies,
    answerAge: playbook.answerAge[bar],
  });
  const moments = { forecast: moment('forecast'), commit: moment('commit') };
  rules.day = { now, window, moments };
  return rules.day;
}

function attempt<T>(run: () => T): T | Error {
  try {
    return run();
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
