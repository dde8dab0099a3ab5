import { dayNumber, workCalendar, type WorkCalendar } from './calendar.ts';
import { compileJudgement, type Compiled, type Judgement, type Moment } from './condition.ts';
import { compileGate, type Bar, type CompiledGate } from './gate.ts';
import type { ActivePlaybook, Gate, PromptRule, SignalRule } from './playbook.ts';
import { signals } from './signals/index.ts';
import type { SignalKind } from './signals/signal.ts';
import { windowFrom, type WindowSpan } from './window.ts';

/** A playbook's rules as they come to on one day and for one bar. A rule that cannot be compiled keeps its error, and costs itself alone. */
export interface Rules {
  readonly bar: Bar;
  readonly moment: Moment;
  readonly window: WindowSpan;
  readonly gates: readonly { readonly gate: Gate; readonly compiled: CompiledGate | Error }[];
  readonly prompts: readonly { readonly rule: PromptRule; readonly when: Compiled<Judgement> | Error }[];
  readonly signals: readonly { readonly rule: SignalRule; readonly kind: SignalKind }[];
}

interface Day {
  readonly now: string;
  readonly rules: Readonly<Record<Bar, Rules>>;
}

/** The day that was assessed last: lists of deals are assessed on one and the same day. */
const lastDay = new WeakMap<ActivePlaybook, Day>();

/** A playbook's rules on the day `now` (YYYY-MM-DD), compiled when the playbook or the day is a new one. */
export function rulesOn(playbook: ActivePlaybook, now: string): Readonly<Record<Bar, Rules>> {
  const known = lastDay.get(playbook);
  if (known?.now === now) return known.rules;
  const calendar = workCalendar(playbook.holidays);
  const rules = {
    forecast: compileRules(playbook, 'forecast', now, calendar),
    commit: compileRules(playbook, 'commit', now, calendar),
  };
  lastDay.set(playbook, { now, rules });
  return rules;
}

function compileRules(
  playbook: ActivePlaybook,
  bar: Bar,
  now: string,
  calendar: WorkCalendar,
): Rules {
  const today = dayNumber(now);
  const window = windowFrom(playbook, today);
  return {
    bar,
    window,
    moment: {
      today,
      windowEnd: today + window.days,
      calendar,
      currencies: playbook.currencies,
      answerAge: playbook.answerAge[bar],
    },
    gates: playbook.gates.map((gate) => ({ gate, compiled: attempt(() => compileGate(gate, bar)) })),
    prompts: playbook.prompts.map((rule) => ({
      rule,
      when: attempt(() => compileJudgement(rule.when)),
    })),
    signals: playbook.signals.flatMap((rule) => {
      const kind = rule.on ? signals.find(({ id }) => id === rule.id) : undefined;
      return kind ? [{ rule, kind }] : [];
    }),
  };
}

function attempt<T>(run: () => T): T | Error {
  try {
    return run();
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
