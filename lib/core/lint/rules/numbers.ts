import type { Path } from '../../check-problem.ts';
import type { Playbook } from '../../playbook.ts';
import type { SignalId } from '../../signals/ids.ts';
import type { LintCode, LintFinding } from '../finding.ts';

/**
 * From where to where a signal's thresholds make sense, in its own unit (signals/<id>.ts): from below the first a
 * signal is raised on every deal, or on none; beyond the last nobody waits for it.
 */
const SENSE: Readonly<Record<SignalId, readonly [low: number, high: number]>> = {
  'quiet-buyer': [1, 120],
  'stuck-in-stage': [1, 366],
  'older-than-we-win': [1, 10],
  'date-passed': [0, 120],
  'date-moves': [1, 20],
  'no-next-step': [0, 120],
  'month-end-habit': [1, 15],
  'going-backwards': [1, 100],
};

/** Calendar days that a forecast window lasts: from a week's work to a year. */
const WINDOW = [5, 366] as const;

/** Numbers that a playbook may have and that make no sense in it: of signals, window, ages, scrubs and prompts. */
export function findOddNumbers(draft: Playbook): LintFinding[] {
  const { window, signals, answerAge, cadence, promptBudget } = draft;
  return [
    ...(window === 'learned' ? [] : odd('window', ['window'], 'window', window, WINDOW)),
    ...signals.flatMap(({ id, on, amber, red }, i) => {
      if (!on) return [];
      const path = ['signals', i];
      const range = SENSE[id];
      return [
        ...odd(id, [...path, 'amber'], 'amber', amber, range),
        ...(red === 0 ? [] : odd(id, [...path, 'red'], 'red', red, [0, range[1]])),
        ...(amber === red && red > 0
          ? [warning('never-amber', id, [...path, 'amber'], { amber })]
          : []),
      ];
    }),
    ...looser('answerAge', ['answerAge', 'commit'], answerAge),
    ...(cadence ? looser('cadence', ['cadence', 'scrub', 'commit'], cadence.scrub) : []),
    ...(promptBudget && (promptBudget.dealWeek === 0 || promptBudget.repDay === 0)
      ? [warning('no-prompts', 'promptBudget', ['promptBudget'], {})]
      : []),
  ];
}

function odd(
  rule: string,
  path: Path,
  part: string,
  value: number,
  [low, high]: readonly [number, number],
): LintFinding[] {
  if (value >= low && value <= high) return [];
  return [warning('odd-number', rule, path, { part, value, low, high })];
}

/** Commit is the stricter of the two: what is asked of it is no older, and is looked at no later. */
function looser(
  rule: string,
  path: Path,
  { forecast, commit }: { readonly forecast: number; readonly commit: number },
): LintFinding[] {
  return commit > forecast ? [warning('commit-looser', rule, path, { forecast, commit })] : [];
}

const warning = (
  code: LintCode,
  rule: string,
  path: Path,
  values: LintFinding['values'],
): LintFinding => ({ level: 'warning', code, rule, path, values });
