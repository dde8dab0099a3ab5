import { describe, expect, it } from 'vitest';
import { change, deal, gate, playbook, signalRule, TODAY } from '../../../tests/builders.ts';
import { assess } from '../assess.ts';
import { empty, unknown } from '../fact.ts';
import { diffLists, leavesOf, sameValue } from './diff.ts';
import { countPrompts, openQuestions } from './load.ts';
import { countGates, countMoves, isOver, STANDINGS, sumMoves } from './tally.ts';
import { bears, turnOf } from './turn.ts';
import { countUse, FAIR_DEALS, retireGate, retireSignal, type GateUse } from './use.ts';

const isSet = (field: string) => ({ field, op: 'is-set' as const });
const filled = gate('amount', isSet('amount'));
const owned = gate('owner', isSet('owner'));
const advised = gate('account', isSet('account'), {
  need: { forecast: 'advised', commit: 'advised' },
});
const money = { amount: '100', currency: 'EUR' };
const on = (rules: Parameters<typeof playbook>[0], values: Parameters<typeof deal>[0], more = {}) =>
  assess(deal(values, more), playbook(rules), TODAY);

describe('a turn', () => {
  const before = on({ gates: [filled, owned] }, { amount: money, owner: empty('api') });
  it('names the gates that came out differently, those that bear on the standing first', () => {
    const looser = gate('owner', isSet('name'));
    const turn = turnOf(
      before,
      on({ gates: [advised, filled, looser] }, { amount: money, owner: empty('api') }),
    );
    expect([turn.before, turn.after]).toEqual(['edge', 'counts']);
    expect(turn.gates.map(({ id }) => id)).toEqual(['owner', 'account']);
    expect(turn.gates.map(bears)).toEqual([true, false]);
    expect(turn.gates[0]).toMatchObject({ before: { state: 'open' }, after: { state: 'met' } });
    expect(turn.gates[1]?.before).toBeNull();
  });

  it('sees a gate that is gone, one with another need, and one that is excepted', () => {
    const ids = (rules: Parameters<typeof playbook>[0], more = {}) =>
      turnOf(before, on(rules, { amount: money, owner: empty('api') }, more)).gates;
    expect(ids({ gates: [filled] })).toMatchObject([{ id: 'owner', after: null }]);
    const need = { forecast: 'advised' as const, commit: 'required' as const };
    expect(ids({ gates: [filled, { ...owned, need }] })).toMatchObject([{ id: 'owner' }]);
    const exceptions = [{ gate: 'owner', reason: 'why', until: TODAY, day: TODAY }];
    expect(ids({ gates: [filled, owned] }, { exceptions })).toMatchObject([{ id: 'owner' }]);
    expect(ids({ gates: [filled, owned] })).toEqual([]);
  });

  it('says when it is the category that moved', () => {
    const stages = [{ crm: 'test', stage: 'proposal', category: 'pipeline' as const }];
    const turn = turnOf(before, on({ gates: [filled, owned], stages }, { amount: money }));
    expect(turn.category).toMatchObject({
      before: { value: 'forecast' },
      after: { value: 'pipeline' },
    });
    expect(turnOf(before, before).category).toBeUndefined();
  });
});

it('moves add up to the deals, and say how many lose and gain', () => {
  const { add, moves } = countMoves();
  const made = [
    ['counts', 'edge'],
    ['counts', 'none'],
    ['counts', 'counts'],
    ['out', 'counts'],
    ['edge', 'out'],
  ] as const;
  for (const [from, to] of made) add(from, to);
  expect(sumMoves(moves)).toEqual({ deals: 5, changed: 4, lost: 2, gained: 1 });
  const cells = STANDINGS.flatMap((from) => STANDINGS.map((to) => moves[from][to]));
  expect(cells.reduce((sum, cell) => sum + cell, 0)).toBe(5);
});

it('gates are counted by state, and an exception takes the deal out of the other numbers', () => {
  const { add, counts } = countGates();
  const exceptions = [{ gate: 'amount', reason: 'why', until: TODAY, day: TODAY }];
  for (const amount of [money, empty('api'), unknown('not-readable')])
    add(on({ gates: [filled] }, { amount }).gates);
  add(on({ gates: [filled] }, { amount: empty('api') }, { exceptions }).gates);
  expect(counts.get('amount')).toEqual({
    id: 'amount',
    met: 1,
    open: 1,
    cannotTell: 1,
    excepted: 1,
  });
});

it('only won and lost deals are over', () => {
  const stage = (state: 'open' | 'won' | 'lost') => ({ id: 'x', label: 'x', state });
  expect(isOver(on({}, { stage: stage('won') }))).toBe(true);
  expect(isOver(on({}, { stage: stage('lost') }))).toBe(true);
  expect(isOver(on({}, { stage: stage('open') }))).toBe(false);
});

describe('prompts a day', () => {
  const load = (
    deals: readonly (readonly [string | undefined, number])[],
    budget = { dealWeek: 3, repDay: 6 },
  ) => {
    const { add, load: found } = countPrompts(budget);
    for (const [owner, questions] of deals) add(owner, questions);
    return found();
  };
  it('are what a deal has, within its budget for the week', () => {
    expect(load([['ann', 2]])).toEqual({ perRepDay: 2 / 5, reps: 1, ownerless: 0 });
    expect(load([['ann', 9]]).perRepDay).toBe(3 / 5);
  });
  it('are bounded by the day’s budget of a rep, and averaged over the reps', () => {
    const many = Array.from({ length: 50 }, () => ['ann', 3] as const);
    expect(load(many).perRepDay).toBe(6);
    expect(load([...many, ['bram', 0]])).toEqual({ perRepDay: 3, reps: 2, ownerless: 0 });
    expect(load(many, { dealWeek: 3, repDay: 0 }).perRepDay).toBe(0);
  });
  it('leave out deals without an owner, and count them', () => {
    expect(
      load([
        [undefined, 5],
        ['ann', 1],
      ]),
    ).toEqual({ perRepDay: 1 / 5, reps: 1, ownerless: 1 });
    expect(load([])).toEqual({ perRepDay: 0, reps: 0, ownerless: 0 });
  });
  it('do not ask what was answered', () => {
    const { prompts } = on(
      { gates: [filled, owned] },
      { amount: empty('api'), owner: empty('api') },
    );
    expect(openQuestions(prompts, new Set())).toBe(2);
    expect(openQuestions(prompts, new Set(['gate:owner', 'gate:gone']))).toBe(1);
  });
});

describe('the use of rules', () => {
  const rules = { gates: [filled, owned, advised], signals: [signalRule('date-moves', 1, 5)] };
  const count = (deals: readonly Parameters<typeof deal>[0][]) => {
    const counting = countUse(playbook(rules));
    for (const values of deals)
      counting.add(on(rules, values), { pastExceptions: [], disputes: [] });
    return counting.use();
  };
  const none = empty('api');

  it('what a gate decides agrees with assessing each deal again without it', () => {
    const values = [money, none, unknown('not-readable' as const)];
    const people = ['Ann', none, unknown('not-readable' as const)];
    const deals = values.flatMap((amount) => people.map((owner) => ({ amount, owner })));
    const { gates } = count(deals);
    for (const { id, decides } of gates) {
      const without = { ...rules, gates: rules.gates.filter((each) => each.id !== id) };
      const differs = deals.filter(
        (each) => on(rules, each).standing !== on(without, each).standing,
      );
      expect([id, decides]).toEqual([id, differs.length]);
    }
    expect(gates.map(({ decides }) => decides)).not.toEqual([0, 0, 0]);
  });

  it('counts exceptions, disputes and signals, each where it belongs', () => {
    const exceptions = [{ gate: 'amount', reason: 'why', until: TODAY, day: TODAY }];
    const history = [change('closeDate', '2026-06-01', '2026-07-01')];
    const { add, use } = countUse(playbook(rules));
    add(on(rules, { amount: none, owner: 'Ann' }, { exceptions }), {
      pastExceptions: ['owner', 'gone'],
      disputes: ['gate:amount', 'gate:amount', 'signal:date-moves', 'gate:gone'],
    });
    add(on(rules, { amount: money, owner: 'Ann' }, { history, historySince: '2026-01-01' }), {
      pastExceptions: [],
      disputes: [],
    });
    const { deals, gates, signals } = use();
    expect(deals).toBe(2);
    expect(gates[0]).toMatchObject({ stood: 2, met: 1, open: 0, excepted: 1, disputed: 1 });
    expect(gates[1]).toMatchObject({ met: 2, exceptedBefore: 1, disputed: 0 });
    expect(signals).toMatchObject([{ id: 'date-moves', disputed: 1 }]);
    expect(signals[0]!.amber + signals[0]!.red).toBe(1);
  });

  const use = (more: Partial<GateUse>): GateUse => ({
    ...{ id: 'G', stood: 0, met: 0, open: 0, cannotTell: 0, excepted: 0 },
    ...{ exceptedBefore: 0, disputed: 0, could: 0, decides: 0 },
    ...more,
  });
  it.each<[string, Partial<GateUse>, ReturnType<typeof retireGate>]>([
    ['met everywhere', { stood: 30, met: 30, could: 30 }, 'never-open'],
    ['met everywhere, on few deals', { stood: 29, met: 29, could: 29 }, undefined],
    ['told nowhere', { stood: 40, cannotTell: 40, could: 40 }, 'never-told'],
    ['open and deciding nothing', { stood: 40, met: 30, open: 10, could: 40 }, 'decides-nothing'],
    ['open and deciding once', { stood: 40, met: 30, open: 10, could: 40, decides: 1 }, undefined],
    ['advised', { stood: 40, met: 30, open: 10 }, undefined],
    [
      'waived nearly always',
      { stood: 9, open: 1, excepted: 3, exceptedBefore: 2 },
      'always-waived',
    ],
    ['waived a few times', { stood: 9, open: 1, excepted: 4 }, undefined],
    ['disputed often', { stood: 12, open: 10, disputed: 3 }, 'disputed'],
    ['disputed twice', { stood: 12, open: 2, disputed: 2 }, undefined],
    ['disputed seldom', { stood: 99, open: 50, could: 99, decides: 9, disputed: 3 }, undefined],
  ])('a gate that is %s', (_, of, why) => {
    expect(retireGate(use(of))).toBe(why);
  });

  it('a signal is nominated when it is never raised over a fair number of deals, or disputed', () => {
    const signal = (amber: number, disputed = 0) => ({ id: 's', amber, red: 0, disputed });
    expect(retireSignal(signal(0), FAIR_DEALS)).toBe('never-raised');
    expect(retireSignal(signal(0), FAIR_DEALS - 1)).toBeUndefined();
    expect(retireSignal(signal(1), 500)).toBeUndefined();
    expect(retireSignal(signal(9, 3), 20)).toBe('disputed');
  });
});

describe('what changed of a list', () => {
  const keyOf = ({ id }: { readonly id: string }) => id;
  const item = (id: string, n = 0) => ({ id, n });
  it('is what is new, gone and changed, and whether the order of the rest is another', () => {
    const before = [item('a'), item('b'), item('c')];
    const after = [item('c'), item('d'), item('a', 1)];
    expect(diffLists(before, after, keyOf)).toEqual({
      added: [item('d')],
      gone: [item('b')],
      changed: [{ before: item('a'), after: item('a', 1) }],
      reordered: true,
    });
    expect(diffLists(before, before.slice(1), keyOf).reordered).toBe(false);
  });
  it('takes no notice of the order of properties, and does of that of lists', () => {
    expect(sameValue({ a: 1, b: [1, 2] }, { b: [1, 2], a: 1 })).toBe(true);
    expect(sameValue([1, 2], [2, 1])).toBe(false);
    expect(sameValue(undefined, null)).toBe(false);
  });
  it('knows leaves by their paths', () => {
    const leaves = leavesOf({ a: { b: 1 }, c: [1], d: undefined });
    expect([...leaves]).toEqual([
      ['a.b', 1],
      ['c', [1]],
    ]);
  });
});
