import type { Condition } from '../lib/core/condition-schema.ts';
import type { LintFinding, LintWorld } from '../lib/core/lint/finding.ts';
import { lintPlaybook } from '../lib/core/lint/lint.ts';
import type { Gate, Playbook } from '../lib/core/playbook.ts';
import { gate as ruleGate, playbook as active, signalRule } from './builders.ts';

/** Drafts for the lint, and what it says of them. */

export const TODAY = '2026-11-22';
export const world = (more: Partial<LintWorld> = {}): LintWorld => ({
  today: TODAY,
  crms: [],
  ranges: {},
  ...more,
});
export const hasAmount: Condition = { field: 'amount', op: 'more-than', value: '0' };
export const gate = (more: Partial<Gate> = {}, test: Condition = hasAmount): Gate =>
  ruleGate('G1', test, { reviewBy: '2027-06-30', ...more });

/** A draft with one sound gate. */
export function draft(more: Partial<Playbook> = {}): Playbook {
  const { id, version, name, currencies, country, window, answerAge, stages } = active();
  const own = { id, version, name, currencies, country, window, answerAge, stages };
  return { ...own, answers: [], gates: [gate()], signals: [], prompts: [], ...more };
}
export const signal = (amber: number, red: number) => ({
  ...signalRule('quiet-buyer', amber, red),
  reviewBy: '2027-06-30',
});

export const lint = (
  more: Partial<Playbook>,
  of: Partial<LintWorld> = {},
): readonly LintFinding[] => lintPlaybook(draft(more), world(of));
/** Findings as "level code path". */
export const say = (findings: readonly LintFinding[]): string[] =>
  findings.map(({ level, code, path }) => [level, code, ...path].join(' '));
export const found = (...asked: Parameters<typeof lint>): string[] => say(lint(...asked));
export const test = (condition: unknown): Partial<Playbook> => ({
  gates: [gate({}, condition as Condition)],
});
