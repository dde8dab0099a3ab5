import type { GateVerdict, Prompt, SignalResult } from './assessment.ts';
import { dayNumber } from './calendar.ts';
import type { Gate, Playbook, PromptRule, SignalRule } from './playbook.ts';
import type { ShownPrompt } from './records.ts';

/** How many prompts may be put before a rep: on one deal in seven days, and on all deals in one day. */
export type PromptBudget = NonNullable<Playbook['promptBudget']>;

/** The budget of a playbook without one of its own, and the most that any may ask. */
export const DEFAULT_BUDGET: PromptBudget = { dealWeek: 3, repDay: 6 };
const WEEK = 7;

/** The question that an open gate asks. */
export const promptOfGate = (gate: Gate): Prompt => ({
  id: `gate:${gate.id}`,
  text: gate.question,
  why: gate.why,
  answer: gate.answer ?? gate.id,
});

const promptOfSignal = (rule: SignalRule): Prompt => ({
  id: `signal:${rule.id}`,
  text: rule.question,
  why: rule.why,
  answer: rule.id,
});

/** The question that a prompt of the playbook asks. */
export const promptOfRule = (rule: PromptRule): Prompt => ({
  id: `prompt:${rule.id}`,
  text: rule.text,
  why: rule.why,
  answer: rule.id,
});

/** The questions of the open gates, by the gate's need. A gate with an exception asks nothing. */
export type GatePrompts = Readonly<Record<GateVerdict['need'], Prompt[]>>;

/**
 * The questions that a deal raises, the weightiest first: red signals, required gates, amber signals, the
 * playbook's own, advised gates. The list of the required gates is taken over, and not copied.
 */
export function rankPrompts(
  { required, advised }: GatePrompts,
  signals: readonly SignalResult[],
  raised: readonly Prompt[],
): Prompt[] {
  const red = promptsOf(signals, 'red');
  const prompts = red.length > 0 ? [...red, ...required] : required;
  for (const prompt of promptsOf(signals, 'amber')) prompts.push(prompt);
  for (const prompt of raised) prompts.push(prompt);
  for (const prompt of advised) prompts.push(prompt);
  return prompts;
}

const NO_PROMPTS: readonly Prompt[] = [];

function promptsOf(
  signals: readonly SignalResult[],
  level: SignalResult['level'],
): readonly Prompt[] {
  if (signals.length === 0) return NO_PROMPTS;
  return signals.filter((signal) => signal.level === level).map(({ rule }) => promptOfSignal(rule));
}

/**
 * The one prompt that may be shown now, or undefined when the budget is spent. What was shown today
 * stays; what was answered never comes back on that deal; after "not now" the deal asks nothing more
 * that day, and not the same for a week. `shown` holds every record of this deal and today's of the others. The
 * playbook's budget may ask for less than the usual one, and for no more.
 */
export function choosePrompt(
  prompts: readonly Prompt[],
  shown: readonly ShownPrompt[],
  deal: string,
  today: string,
  budget: PromptBudget = DEFAULT_BUDGET,
): Prompt | undefined {
  const age = (day: string): number => dayNumber(today) - dayNumber(day);
  const here = shown.filter((record) => record.deal === deal);
  // A clock that was set back leaves records in the future; they count as today's, so that no budget is won by it.
  const week = here.filter(({ day }) => age(day) < WEEK);
  const day = shown.filter((record) => age(record.day) < 1);
  const answered = new Set(
    here.filter(({ outcome }) => outcome === 'answered').map(({ prompt }) => prompt),
  );
  const declined = new Set(
    week.filter(({ outcome }) => outcome === 'not-now').map(({ prompt }) => prompt),
  );
  const open = prompts.filter(({ id }) => !answered.has(id) && !declined.has(id));
  const todayHere = new Set(
    day.filter((record) => record.deal === deal).map(({ prompt }) => prompt),
  );
  const standing = open.find(({ id }) => todayHere.has(id));
  if (standing) return standing;
  if (day.some((record) => record.deal === deal && record.outcome === 'not-now')) return undefined;
  const dealWeek = Math.min(budget.dealWeek, DEFAULT_BUDGET.dealWeek);
  const repDay = Math.min(budget.repDay, DEFAULT_BUDGET.repDay);
  return showings(week) < dealWeek && showings(day) < repDay ? open[0] : undefined;
}

/** A prompt counts once a day and deal, whatever became of it. */
const showings = (records: readonly ShownPrompt[]): number =>
  new Set(records.map(({ prompt, deal, day }) => `${prompt}\n${deal}\n${day}`)).size;
