import { describe, expect, it } from 'vitest';
import { change, deal } from '../../tests/builders.ts';
import { empty, known, unknown } from './fact.ts';
import { deriveFromHistory } from './history.ts';
import { feedAnswers, mergeReadings } from './merge.ts';
import type { AnswerRule } from './playbook.ts';

const exact = { amount: '23150', currency: 'USD' };
const rounded = { amount: '23200', currency: 'USD', margin: '50' };

describe('laying the page over what is saved', () => {
  const amount = (saved: Parameters<typeof deal>[0], page: Parameters<typeof deal>[0]) =>
    mergeReadings(deal(saved), deal(page)).fields.amount;
  it('takes what is typed, and what was emptied', () => {
    const typed = known({ amount: '5' }, 'typed');
    expect(amount({ amount: exact }, { amount: typed })).toEqual(typed);
    expect(amount({ amount: exact }, { amount: empty('typed') })).toEqual(empty('typed'));
  });
  it('fills in only what this page does not carry', () => {
    expect(amount({ amount: exact }, { amount: unknown('not-on-page') })).toEqual(
      known(exact, 'api'),
    );
    expect(amount({ amount: exact }, { amount: unknown('not-readable', '12x') })).toEqual(
      unknown('not-readable', '12x'),
    );
    expect(amount({}, { amount: unknown('not-on-page') })).toEqual(unknown('not-on-page'));
  });
  it('keeps the exact amount that the page shows rounded, and takes the page where they disagree', () => {
    expect(amount({ amount: exact }, { amount: rounded })).toEqual(known(exact, 'api'));
    const other = { ...rounded, amount: '23300' };
    expect(amount({ amount: exact }, { amount: other })).toEqual(known(other, 'api'));
    const euros = { ...rounded, currency: 'EUR' };
    expect(amount({ amount: exact }, { amount: euros })).toEqual(known(euros, 'api'));
  });
});

describe('answers that stand in for facts', () => {
  const rule = (key: string, feeds: 'nextStep' | 'lastContact'): AnswerRule => ({
    key,
    label: { en: key },
    hint: { en: key },
    feeds,
  });
  const rules = [rule('step', 'nextStep'), rule('heard', 'lastContact')];
  const answer = (key: string, date?: string) => ({
    [key]: { key, text: 'Jan will sign', day: '2026-06-01', ...(date && { date }) },
  });
  it('give the next step its text and date, where the CRM has none', () => {
    expect(feedAnswers(deal().fields, rules, answer('step', '2026-06-20'))).toMatchObject({
      nextStep: known('Jan will sign', 'answer'),
      nextStepDate: known('2026-06-20', 'answer'),
    });
    const own = deal({ nextStep: 'Demo', nextStepDate: '2026-06-12' }).fields;
    expect(feedAnswers(own, rules, answer('step', '2026-06-20')).nextStep).toEqual(
      known('Demo', 'api'),
    );
  });
  it('are missing only where they could be read', () => {
    expect(feedAnswers(deal().fields, rules, {}).nextStep).toEqual(empty('answer'));
    expect(feedAnswers(deal().fields, rules, undefined).nextStep).toEqual(unknown('not-readable'));
    const hidden = deal({ nextStep: unknown('no-access') }).fields;
    expect(feedAnswers(hidden, rules, {}).nextStep).toEqual(unknown('no-access'));
  });
  it('move the buyer’s last contact later, never earlier', () => {
    const crm = deal({ lastContact: '2026-06-05', lastContactBy: 'buyer' }).fields;
    expect(feedAnswers(crm, rules, answer('heard', '2026-06-08')).lastContact).toEqual(
      known('2026-06-08', 'answer'),
    );
    expect(feedAnswers(crm, rules, answer('heard', '2026-06-02')).lastContact).toEqual(
      known('2026-06-05', 'api'),
    );
    const ours = deal({ lastContact: '2026-06-09', lastContactBy: 'us' }).fields;
    expect(feedAnswers(ours, rules, answer('heard', '2026-06-02'))).toMatchObject({
      lastContact: known('2026-06-02', 'answer'),
      lastContactBy: known('buyer', 'answer'),
    });
  });
});

describe('what history tells', () => {
  const moves = [
    change('closeDate', '2026-05-01', '2026-06-01'),
    change('closeDate', '2026-06-01', '2026-05-20'),
    change('closeDate', null, '2026-06-30'),
    change('closeDate', '2026-05-20', '2026-06-30'),
    change('stage', 'talk', 'proposal', { day: '2026-05-30' }),
  ];
  it('counts the moves to a later date, and dates the stage', () => {
    expect(deriveFromHistory(deal().fields, moves, '2026-01-01')).toMatchObject({
      pushes: known(2, 'history'),
      stageEntered: known('2026-05-30', 'history'),
    });
  });
  it('tells nothing of a time that it does not cover', () => {
    expect(deriveFromHistory(deal().fields, moves, undefined).pushes).toEqual(
      unknown('not-offered'),
    );
    const old = deal({ created: '2025-01-01' }).fields;
    expect(deriveFromHistory(old, [], '2026-01-01').stageEntered).toEqual(unknown('not-offered'));
    expect(deriveFromHistory(old, [], '2025-01-01').stageEntered).toEqual(
      known('2025-01-01', 'history'),
    );
  });
  it('does not overrule the CRM, nor a stage that was typed and not saved', () => {
    expect(deriveFromHistory(deal({ pushes: 5 }).fields, moves, '2026-01-01').pushes).toEqual(
      known(5, 'api'),
    );
    const stage = { id: 'signing', label: 'Signing', state: 'open' as const };
    expect(deriveFromHistory(deal({ stage }).fields, moves, '2026-01-01').stageEntered.is).toBe(
      'unknown',
    );
  });
});
