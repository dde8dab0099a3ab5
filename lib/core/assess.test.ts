import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { change, deal, gate, playbook, signalRule, TODAY } from '../../tests/builders.ts';
import { assess } from './assess.ts';
import { isoOfDay, dayNumber } from './calendar.ts';
import type { Condition } from './condition-schema.ts';
import { empty, unknown, type Fact } from './fact.ts';
import { FIELD_NAMES } from './fields.ts';
import type { SignalRule } from './playbook.ts';

const hasAmount: Condition = { field: 'amount', op: 'more-than', value: '0' };
const hasAccount: Condition = { field: 'account', op: 'is-set' };
const hasOwner: Condition = { field: 'owner', op: 'is-set' };
const threeGates = playbook({
  gates: [gate('amount', hasAmount), gate('account', hasAccount), gate('owner', hasOwner)],
});
const money = { amount: '48000', currency: 'EUR' };
const nothing = empty('api');

describe('the standing', () => {
  it.each([
    ['counts', { amount: money, account: 'Acme', owner: 'Ann' }],
    ['edge', { amount: nothing, account: 'Acme', owner: 'Ann' }],
    ['edge', { amount: nothing, account: nothing, owner: 'Ann' }],
    ['out', { amount: nothing, account: nothing, owner: nothing }],
    ['unknown', { amount: unknown('not-readable'), account: 'Acme', owner: 'Ann' }],
    ['edge', { amount: unknown('not-readable'), account: nothing, owner: 'Ann' }],
  ] as const)('is %s for %j', (standing, values) => {
    expect(assess(deal(values), threeGates, TODAY).standing).toBe(standing);
  });
  it('is none outside the forecast, and the gates are shown all the same', () => {
    const stage = { id: 'talk', label: 'Talk', state: 'open' as const };
    const result = assess(deal({ stage, amount: nothing }), threeGates, TODAY);
    expect(result.standing).toBe('none');
    expect(result.gates[0]?.state).toBe('open');
  });
  it('is unknown for a stage that the playbook does not know, whatever the gates say', () => {
    const stage = { id: 'legal', label: 'Legal', state: 'open' as const };
    const result = assess(
      deal({ stage, amount: money, account: 'A', owner: 'O' }),
      threeGates,
      TODAY,
    );
    expect(result).toMatchObject({
      standing: 'unknown',
      category: { is: 'unknown', reason: 'not-mapped', saw: 'Legal' },
    });
  });
  it('is none for a won deal, which asks and flags nothing', () => {
    const stage = { id: 'proposal', label: 'Won', state: 'won' as const };
    const rules = playbook({ signals: [signalRule('date-passed', 1, 5)] });
    const result = assess(deal({ stage, closeDate: '2026-01-01' }), rules, TODAY);
    expect(result).toMatchObject({ standing: 'none', signals: [], prompts: [] });
  });
  it('takes the category of the CRM before that of the stage', () => {
    const result = assess(deal({ forecastCategory: 'omitted', amount: money }), threeGates, TODAY);
    expect(result.standing).toBe('none');
  });
});

describe('a gate', () => {
  it('that is advised changes nothing', () => {
    const advised = gate('owner', hasOwner, { need: { forecast: 'advised', commit: 'required' } });
    const rules = playbook({ gates: [gate('amount', hasAmount), advised] });
    const result = assess(deal({ amount: money, owner: nothing }), rules, TODAY);
    expect(result.standing).toBe('counts');
    expect(result.gates[1]).toMatchObject({ state: 'open', need: 'advised' });
  });
  it('takes its stricter test in commit', () => {
    const strict = gate('owner', hasOwner, {
      commitTest: { all: [hasOwner, hasAccount] },
    });
    const rules = playbook({ gates: [strict] });
    const values = { owner: 'Ann', account: nothing };
    const signing = { id: 'signing', label: 'Signing', state: 'open' as const };
    expect(assess(deal(values), rules, TODAY).standing).toBe('counts');
    expect(assess(deal({ ...values, stage: signing }), rules, TODAY).standing).toBe('edge');
  });
  it('stands only where its condition is true, and is met or can’t tell where that is not known', () => {
    const big = gate('owner', hasOwner, {
      when: { field: 'amount', op: 'at-least', value: '50000' },
    });
    const rules = playbook({ gates: [big] });
    const state = (amount: Fact<never> | typeof money, owner: Fact<never> | string) =>
      assess(deal({ amount, owner }), rules, TODAY).gates[0]?.state;
    expect(state(money, nothing)).toBeUndefined();
    expect(state({ ...money, amount: '50000' }, nothing)).toBe('open');
    expect(state(unknown('not-readable'), nothing)).toBe('cannot-tell');
    expect(state(unknown('not-readable'), 'Ann')).toBe('met');
  });
  it('is waived by an exception through its last day, and open again on the next', () => {
    const values = { amount: nothing, account: 'Acme', owner: 'Ann' };
    const until = (date: string) =>
      deal(values, {
        exceptions: [{ gate: 'amount', reason: 'Frame contract', until: date, day: '2026-06-01' }],
      });
    expect(assess(until(TODAY), threeGates, TODAY)).toMatchObject({
      standing: 'counts',
      gates: [{ state: 'open', exception: { reason: 'Frame contract' } }, {}, {}],
    });
    expect(assess(until('2026-06-09'), threeGates, TODAY).standing).toBe('edge');
  });
  it('that fails costs itself alone', () => {
    const broken = gate('broken', { field: 'amount', op: 'no-such-op' } as unknown as Condition);
    const rules = playbook({ gates: [broken, gate('amount', hasAmount)] });
    const result = assess(deal({ amount: money }), rules, TODAY);
    expect(result.gates.map(({ state }) => state)).toEqual(['cannot-tell', 'met']);
    expect(result.faults).toMatchObject([{ id: 'broken' }]);
  });
});

describe('signals', () => {
  const rules = playbook({
    signals: [signalRule('date-passed', 1, 5), signalRule('no-next-step', 0, 3)],
  });
  const late = { closeDate: '2026-06-01', nextStep: nothing };
  const ids = (values: Parameters<typeof deal>[0], more?: Parameters<typeof deal>[1]) =>
    assess(deal(values, more), rules, TODAY).signals.map(({ rule }) => rule.id);
  it('come red before amber', () => {
    expect(ids(late)).toEqual(['date-passed', 'no-next-step']);
  });
  it('leave a deal alone for its first three days', () => {
    expect(ids({ ...late, created: '2026-06-08' })).toEqual([]);
    expect(ids({ ...late, created: '2026-06-07' })).toHaveLength(2);
  });
  it('sleep while the deal is parked, and wake on the day', () => {
    const parked = { reason: 'Budget in July', day: '2026-06-01' };
    expect(ids(late, { parked: { ...parked, until: '2026-06-11' } })).toEqual([]);
    expect(ids(late, { parked: { ...parked, until: TODAY } })).toHaveLength(2);
  });
  it('stop their clocks for a meeting ahead within the window, and keep those on dates', () => {
    expect(ids({ ...late, nextMeeting: '2026-06-20' })).toEqual(['date-passed']);
    expect(ids({ ...late, nextMeeting: '2026-06-09' })).toHaveLength(2);
    expect(ids({ ...late, nextMeeting: '2026-09-20' })).toHaveLength(2);
  });
  it('that fail cost themselves alone', () => {
    const poisoned = deal({ ...late, closeDate: null as unknown as string });
    const result = assess(poisoned, rules, TODAY);
    expect(result.signals.map(({ rule }) => rule.id)).toEqual(['no-next-step']);
  });
});

it('fills in answers where the CRM has no field, and tells a missing answer from unread ones', () => {
  const rules = playbook({
    answers: [{ key: 'nextStep', label: { en: 'x' }, hint: { en: 'x' }, feeds: 'nextStep' }],
    gates: [gate('step', { field: 'nextStep', op: 'evidence' })],
  });
  const step = { key: 'nextStep', text: 'Jan sends the terms', day: TODAY };
  expect(assess(deal({}, { answers: { nextStep: step } }), rules, TODAY).standing).toBe('counts');
  expect(assess(deal({}, { answers: {} }), rules, TODAY).standing).toBe('edge');
  expect(assess(deal({}, { answers: undefined }), rules, TODAY).standing).toBe('unknown');
});

it('never throws, and unknown facts never open a gate', () => {
  const anyFact = fc.oneof(
    fc.constant(unknown('not-readable')),
    fc.constant(empty('page')),
    fc.anything().map((value) => ({ is: 'value', value, source: 'page' })),
  );
  const signals: SignalRule[] = [
    'quiet-buyer',
    'stuck-in-stage',
    'older-than-we-win',
    'date-passed',
    'date-moves',
    'no-next-step',
    'month-end-habit',
    'going-backwards',
  ].map((id) => signalRule(id as SignalRule['id'], 1, 2));
  const rules = playbook({ ...threeGates, signals });
  fc.assert(
    fc.property(
      fc.record(Object.fromEntries(FIELD_NAMES.map((name) => [name, anyFact]))),
      fc.array(fc.record({ from: fc.option(fc.string()), to: fc.option(fc.string()) })),
      (fields, moves) => {
        const history = moves.map(({ from, to }) => change('amount', from, to));
        const odd = deal(fields, { history, historySince: '2026-01-01' });
        const result = assess(odd, rules, isoOfDay(dayNumber(TODAY)));
        for (const {
          gate: { id },
          state,
        } of result.gates) {
          const fact = odd.fields[id as 'amount'];
          if (fact.is === 'unknown') expect(state).toBe('cannot-tell');
        }
        expect(['counts', 'edge', 'out', 'unknown', 'none']).toContain(result.standing);
      },
    ),
  );
});
