import { describe, expect, it } from 'vitest';
import { TODAY } from '../../tests/builders.ts';
import type { Prompt } from './assessment.ts';
import { choosePrompt } from './prompts.ts';
import type { ShownPrompt } from './records.ts';

const prompt = (id: string): Prompt => ({ id, text: { en: id }, why: { en: id }, answer: id });
const prompts = ['a', 'b', 'c', 'd'].map(prompt);
const shown = (
  id: string,
  day = TODAY,
  outcome: ShownPrompt['outcome'] = 'shown',
  deal = 'here',
): ShownPrompt => ({ prompt: id, deal, day, outcome });
const choose = (...records: ShownPrompt[]) => choosePrompt(prompts, records, 'here', TODAY)?.id;

describe('choosing a prompt', () => {
  it('takes the weightiest, and stays with it for the day', () => {
    expect(choose()).toBe('a');
    expect(choose(shown('b'))).toBe('b');
  });
  it('never asks again what was answered on the deal', () => {
    expect(choose(shown('a', '2025-01-01', 'answered'))).toBe('b');
    expect(choose(shown('a', '2026-06-01', 'answered', 'elsewhere'))).toBe('a');
  });
  it('asks nothing more that day after "not now", and not the same for a week', () => {
    expect(choose(shown('a', TODAY, 'not-now'))).toBeUndefined();
    expect(choose(shown('a', '2026-06-04', 'not-now'))).toBe('b');
    expect(choose(shown('a', '2026-06-03', 'not-now'))).toBe('a');
  });
  it('shows three on a deal in seven days', () => {
    const two = [shown('a', '2026-06-04'), shown('b', '2026-06-05')];
    expect(choose(...two)).toBe('a');
    expect(choose(...two, shown('c', '2026-06-09'))).toBeUndefined();
    expect(choose(...two, shown('c', '2026-06-03'))).toBe('a');
  });
  it('shows six to a rep in a day', () => {
    const elsewhere = Array.from({ length: 6 }, (_, n) => shown('x', TODAY, 'shown', `deal ${n}`));
    expect(choose(...elsewhere.slice(1))).toBe('a');
    expect(choose(...elsewhere)).toBeUndefined();
  });
  it('wins no budget from a clock that was set back', () => {
    const ahead = ['a', 'b', 'c'].map((id) => shown(id, '2026-07-01', 'not-now'));
    expect(choose(...ahead)).toBeUndefined();
  });
  it('asks less where the playbook says so, and never more than usual', () => {
    const budgeted = (dealWeek: number, repDay: number, ...records: ShownPrompt[]) =>
      choosePrompt(prompts, records, 'here', TODAY, { dealWeek, repDay })?.id;
    expect(budgeted(0, 6)).toBeUndefined();
    expect(budgeted(3, 0)).toBeUndefined();
    expect(budgeted(1, 6, shown('a', '2026-06-08', 'answered'))).toBeUndefined();
    expect(budgeted(2, 6, shown('a', '2026-06-08', 'answered'))).toBe('b');
    expect(budgeted(3, 1, shown('a', TODAY, 'shown', 'elsewhere'))).toBeUndefined();
    const week = ['2026-06-07', '2026-06-08', '2026-06-09'];
    const spent = week.map((day, i) => shown(`x${i}`, day));
    expect(budgeted(9, 9, ...spent)).toBeUndefined();
    const others = Array.from({ length: 6 }, (_, i) => shown(`x${i}`, TODAY, 'shown', `d${i}`));
    expect(budgeted(9, 9, ...others)).toBeUndefined();
    expect(budgeted(9, 9, ...others.slice(1))).toBe('a');
  });
});
