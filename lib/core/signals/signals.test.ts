import { describe, expect, it } from 'vitest';
import { change, deal, playbook, signalRule, TODAY } from '../../../tests/builders.ts';
import { assess } from '../assess.ts';
import { empty, unknown } from '../fact.ts';
import type { ActivePlaybook } from '../playbook.ts';
import type { Change } from '../records.ts';
import type { SignalId } from './ids.ts';

/** The level of one signal on one deal, and its numbers. */
function raised(
  rule: [SignalId, number, number],
  values: Parameters<typeof deal>[0],
  history: Change[] = [],
  more: Partial<ActivePlaybook> = {},
) {
  const rules = playbook({ signals: [signalRule(...rule)], ...more });
  const facts = deal(values, {
    history,
    historySince: history.length > 0 ? '2026-01-01' : undefined,
  });
  return assess(facts, rules, TODAY).signals[0];
}

describe('quiet buyer', () => {
  const quiet = (lastContact: string, by: 'buyer' | 'us' = 'buyer', holidays: string[] = []) =>
    raised(['quiet-buyer', 10, 20], { lastContact, lastContactBy: by }, [], { holidays });
  it('counts working days since the buyer was heard', () => {
    expect(quiet('2026-05-28')).toBeUndefined();
    expect(quiet('2026-05-27')).toMatchObject({ level: 'amber', numbers: { days: 10, limit: 10 } });
    expect(quiet('2026-05-13')?.level).toBe('red');
  });
  it('leaves out holidays', () => {
    expect(quiet('2026-05-27', 'buyer', ['2026-06-05'])).toBeUndefined();
  });
  it('is not soothed, and not raised, by our own moves', () => {
    expect(quiet('2026-01-05', 'us')).toBeUndefined();
  });
});

describe('stuck in stage', () => {
  it('counts calendar days since the stage was entered', () => {
    expect(raised(['stuck-in-stage', 30, 45], { stageEntered: '2026-05-12' })).toBeUndefined();
    expect(raised(['stuck-in-stage', 30, 45], { stageEntered: '2026-05-11' })?.level).toBe('amber');
    expect(raised(['stuck-in-stage', 30, 45], { stageEntered: '2026-04-26' })?.level).toBe('red');
  });
  it('takes the last move from history', () => {
    const moves = [change('stage', 'talk', 'proposal', { day: '2026-06-01' })];
    expect(raised(['stuck-in-stage', 5, 45], {}, moves)?.numbers.days).toBe(9);
    expect(raised(['stuck-in-stage', 10, 45], {}, moves)).toBeUndefined();
  });
  it('has been there at least since history began, where no move was seen', () => {
    const other = [change('amount', '1', '2')];
    expect(raised(['stuck-in-stage', 30, 45], {}, other)?.numbers.since).toBe('2026-01-01');
  });
});

describe('older than we win', () => {
  const cycle = { median: 40, p90: 70, deals: 12 };
  it('compares with the learned cycle, and says from how many deals', () => {
    const found = raised(['older-than-we-win', 1.5, 2], { created: '2026-04-11' }, [], {
      norms: { cycle },
    });
    expect(found).toMatchObject({
      level: 'amber',
      learnedFrom: 12,
      numbers: { days: 60, limit: 60 },
    });
  });
  it('does not call a default learned', () => {
    const few = { norms: { cycle: { ...cycle, deals: 9 } } };
    const found = raised(['older-than-we-win', 1.5, 2], { created: '2026-01-01' }, [], few);
    expect(found).toMatchObject({ level: 'red' });
    expect(found).not.toHaveProperty('learnedFrom');
  });
});

describe('dates', () => {
  it('passed: amber from the first day, red from the fifth', () => {
    expect(raised(['date-passed', 1, 5], { closeDate: TODAY })).toBeUndefined();
    expect(raised(['date-passed', 1, 5], { closeDate: '2026-06-09' })?.level).toBe('amber');
    expect(raised(['date-passed', 1, 5], { closeDate: '2026-06-05' })?.level).toBe('red');
    expect(raised(['date-passed', 1, 5], { closeDate: unknown('ambiguous') })).toBeUndefined();
  });
  const push = (from: string, to: string) => change('closeDate', from, to);
  it('moved: by number, later moves alone', () => {
    const twice = [push('2026-06-01', '2026-06-10'), push('2026-06-10', '2026-06-20')];
    expect(raised(['date-moves', 2, 3], {}, twice)).toMatchObject({
      level: 'amber',
      numbers: { count: 2 },
    });
    const back = [push('2026-06-10', '2026-06-01'), push('2026-06-01', '2026-06-10')];
    expect(raised(['date-moves', 2, 3], {}, back)).toBeUndefined();
  });
  it('moved: by length, too', () => {
    expect(raised(['date-moves', 2, 3], {}, [push('2026-06-01', '2026-07-01')])).toBeUndefined();
    expect(raised(['date-moves', 2, 3], {}, [push('2026-06-01', '2026-07-02')])?.level).toBe(
      'amber',
    );
    expect(raised(['date-moves', 2, 3], {}, [push('2026-06-01', '2026-07-28')])?.level).toBe('red');
  });
  it('at a month’s end without an event of the buyer’s', () => {
    const rule: [SignalId, number, number] = ['month-end-habit', 2, 0];
    expect(raised(rule, { closeDate: '2026-06-28' })).toBeUndefined();
    expect(raised(rule, { closeDate: '2026-06-29' })).toMatchObject({ level: 'amber' });
    const reason = { criticalEvent: { key: 'criticalEvent', text: 'Lease ends', day: TODAY } };
    const withReason = deal({ closeDate: '2026-06-30' }, { answers: reason });
    const rules = playbook({ signals: [signalRule(...rule)] });
    expect(assess(withReason, rules, TODAY).signals).toEqual([]);
  });
});

describe('no next step', () => {
  const rule: [SignalId, number, number] = ['no-next-step', 0, 3];
  it('is raised by an empty one and by a placeholder, never by an unread one', () => {
    expect(raised(rule, { nextStep: empty('api') })?.level).toBe('amber');
    expect(raised(rule, { nextStep: 'TBD' })?.level).toBe('amber');
    expect(raised(rule, { nextStep: unknown('no-access') })).toBeUndefined();
    expect(raised(rule, { nextStep: 'Jan signs', nextStepDate: TODAY })).toBeUndefined();
  });
  it('turns red when it is three days overdue', () => {
    expect(raised(rule, { nextStep: 'Jan signs', nextStepDate: '2026-06-08' })?.level).toBe(
      'amber',
    );
    expect(raised(rule, { nextStep: 'Jan signs', nextStepDate: '2026-06-07' })?.level).toBe('red');
  });
});

describe('going backwards', () => {
  const rule: [SignalId, number, number] = ['going-backwards', 20, 0];
  it('sees a stage that moved back within ten days', () => {
    const back = { fromOrder: 3, toOrder: 1 };
    expect(raised(rule, {}, [change('stage', 'c', 'a', back)])?.level).toBe('amber');
    expect(
      raised(rule, {}, [change('stage', 'c', 'a', { ...back, day: '2026-05-30' })]),
    ).toBeUndefined();
    expect(
      raised(rule, {}, [change('stage', 'a', 'c', { fromOrder: 1, toOrder: 3 })]),
    ).toBeUndefined();
  });
  it('sees an amount that fell by a fifth', () => {
    expect(raised(rule, {}, [change('amount', '1000', '801')])).toBeUndefined();
    expect(raised(rule, {}, [change('amount', '1000', '800')])).toMatchObject({
      numbers: { percent: 20 },
    });
    expect(
      raised(rule, {}, [change('amount', '1000', '900'), change('amount', '900', '750')]),
    ).toMatchObject({
      numbers: { percent: 25, from: '1000', to: '750' },
    });
  });
});
