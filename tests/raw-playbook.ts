import { expect } from 'vitest';
import { checkPlaybook, type Problem } from '../lib/core/check-playbook.ts';

/** Playbooks as they come out of a file: nothing about them is sure. */

export const text = (en: string): object => ({ en });

export const rule = {
  name: text('Name'),
  why: text('Why'),
  owner: 'Sales operations',
  reviewBy: '2027-06-30',
  question: text('What?'),
};

export const gate = (id: string, test: unknown, more: object = {}): object => ({
  id,
  ...rule,
  need: { forecast: 'required', commit: 'required' },
  test,
  ...more,
});

export const SET = { field: 'amount', op: 'is-set' };
export const days = (n: number, unit = 'calendar'): object => ({ days: n, unit });
export const amount = (op: string, value: string): object => ({ field: 'amount', op, value });
export const close = (op: string, day: unknown): object => ({ field: 'closeDate', op, day });
export const owner = (op: string, value: unknown): object => ({ field: 'owner', op, value });

export const playbook = (more: object = {}): object => ({
  id: 'ours',
  version: 1,
  name: text('Ours'),
  currencies: ['EUR'],
  country: 'NL',
  window: 'learned',
  answerAge: { forecast: 30, commit: 14 },
  stages: [],
  answers: [
    { key: 'pain', label: text('Pain'), hint: text('Hint') },
    { key: 'event', label: text('Event'), hint: text('Hint'), date: text('Date') },
  ],
  gates: [gate('G1', SET)],
  signals: [],
  prompts: [],
  ...more,
});

export function problemsOf(raw: unknown): readonly Problem[] {
  const checked = checkPlaybook(raw);
  return checked.ok ? [] : checked.problems;
}

/** The problems of a gate G3 with this test, as "code path", the path being that inside the test. */
export const inTest = (test: unknown): string[] =>
  problemsOf(playbook({ gates: [gate('G3', test)] })).map(({ rule: id, code, path }) => {
    expect(id).toBe('G3');
    expect(path.slice(0, 3)).toEqual(['gates', 0, 'test']);
    return [code, ...path.slice(3)].join(' ');
  });
