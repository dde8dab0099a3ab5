import { dayNumber, workCalendar, type WorkCalendar } from './calendar.ts';
import type { Assessment, Prompt } from './assessment.ts';
import { compileJudgement, compileOrThrow } from './condition.ts';
import { newColumns, type Columns } from './condition-columns.ts';
import type { Moment } from './condition-facts.ts';
import type { Ways } from './condition-steps.ts';
import { compileGate, type Bar, type CompiledGate } from './gate.ts';
import type { ActivePlaybook, SignalRule } from './playbook.ts';
import { promptOfRule } from './prompts.ts';
import { signals } from './signals/index.ts';
import type { SignalKind } from './signals/signal.ts';
import { windowFrom, type WindowSpan } from './window.ts';

/** A playbook's rules as they come to on one day and for one bar. A rule that cannot be compiled throws when it is asked, and costs itself alone. */
export interface Rules {
  readonly playbook: Assessment['playbook'];
  readonly moment: Moment;
  readonly window: WindowSpan;
  /** What is looked at of a deal before the gates and prompts are asked. */
  readonly columns: Columns;
  /** The gates that stand at this bar. */
  readonly gates: readonly CompiledGate[];
  readonly prompts: readonly CompiledPrompt[];
  readonly signals: readonly { readonly rule: SignalRule; readonly kind: SignalKind }[];
}

interface CompiledPrompt {
  readonly id: string;
  readonly prompt: Prompt;
  readonly isRaised: Ways<boolean>;
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
  const moment: Moment = {
    today,
    windowEnd: today + window.days,
    calendar,
    currencies: playbook.currencies,
    answerAge: playbook.answerAge[bar],
  };
  const columns = newColumns();
  return {
    playbook: { id: playbook.id, version: playbook.version },
    moment,
    window,
    columns,
    gates: playbook.gates.flatMap((gate) => compileGate(gate, bar, moment, columns) ?? []),
    prompts: playbook.prompts.map((rule) => ({
      id: rule.id,
      prompt: promptOfRule(rule),
      isRaised: compileOrThrow(columns, () =>
        compileJudgement(rule.when, moment, columns, ({ truth }) => truth === 'yes'),
      ),
    })),
    signals: playbook.signals.flatMap((rule) => {
      const kind = rule.on ? signals.find(({ id }) => id === rule.id) : undefined;
      return kind ? [{ rule, kind }] : [];
    }),
  };
}
