import { describe, expect, it } from 'vitest';
import { found, gate, hasAmount, lint, signal, test } from '../../../../tests/lint-kit.ts';
import type { Playbook } from '../../playbook.ts';

describe('numbers', () => {
  it.each<[string, Partial<Playbook>, string[]]>([
    ['red before amber', { signals: [signal(20, 10)] }, ['error threshold-order signals 0 red']],
    ['no amber', { signals: [signal(10, 10)] }, ['warning never-amber signals 0 amber']],
    ['no red', { signals: [signal(10, 0)] }, []],
    ['every deal', { signals: [signal(0, 10)] }, ['warning odd-number signals 0 amber']],
    ['no deal', { signals: [signal(10, 900)] }, ['warning odd-number signals 0 red']],
    ['a signal that is off', { signals: [{ ...signal(0, 900), on: false }] }, []],
    ['a day’s window', { window: 1 }, ['warning odd-number window']],
    ['three years’ window', { window: 1095 }, ['warning odd-number window']],
    ['a quarter', { window: 90 }, []],
    [
      'ages',
      { answerAge: { forecast: 14, commit: 30 } },
      ['warning commit-looser answerAge commit'],
    ],
    [
      'scrubs',
      {
        cadence: {
          scrub: { forecast: 5, commit: 10 },
          weekly: { day: 1, hour: 9 },
          oneOnOne: 10,
        },
      },
      ['warning commit-looser cadence scrub commit'],
    ],
    [
      'no prompts',
      { promptBudget: { dealWeek: 0, repDay: 6 } },
      ['warning no-prompts promptBudget'],
    ],
    ['few prompts', { promptBudget: { dealWeek: 1, repDay: 1 } }, []],
  ])('%s', (_, more, expected) => {
    expect(found(more)).toEqual(expected);
  });
});

describe('what nothing uses', () => {
  it('is a gate that is off everywhere', () => {
    const off = gate({ need: { forecast: 'off', commit: 'off' } });
    expect(found({ gates: [off] })).toEqual(['warning gate-off gates 0 need']);
    expect(found({ gates: [gate({ need: { forecast: 'off', commit: 'advised' } })] })).toEqual([]);
  });
  it('is an answer that nothing asks for', () => {
    const answer = { key: 'pain', label: { en: 'A', nl: 'A' }, hint: { en: 'B', nl: 'B' } };
    const date = { en: 'C', nl: 'C' };
    const unasked = 'warning unasked-answer answers 0';
    expect(found({ answers: [answer] })).toEqual([unasked]);
    expect(found({ answers: [answer], gates: [gate({ answer: 'pain' })] })).toEqual([]);
    expect(found({ answers: [{ ...answer, date, feeds: 'nextStep' }] })).toEqual([]);
    const asked = test({ not: { field: 'answer.pain.date', op: 'is-set' } });
    expect(found({ answers: [{ ...answer, date }], ...asked })).toEqual([]);
    const from = { answer: 'pain', part: 'text' } as const;
    expect(found({ answers: [answer], mapping: [{ crm: 'odoo', fact: 'name', from }] })).toEqual(
      [],
    );
  });
  it('is a trait without a condition', () => {
    const card = {
      id: 'c',
      name: { en: 'A', nl: 'A' },
      text: { en: 'B', nl: 'B' },
      owner: 'Ann',
      reviewBy: '2027-06-30',
    };
    expect(found({ cards: [{ ...card, kind: 'trait' }] })).toEqual(['warning never-shown cards 0']);
    expect(found({ cards: [{ ...card, kind: 'trait', when: hasAmount }] })).toEqual([]);
    expect(found({ cards: [{ ...card, kind: 'priority' }] })).toEqual([]);
  });
});

describe('what no CRM in use tells', () => {
  const odoo = {
    crm: 'odoo',
    name: 'Odoo',
    readable: ['amount', 'stage', 'closeDate'],
    custom: ['Tier'],
  } as const;
  const zoho = { crm: 'zoho', readable: ['amount', 'owner'], custom: [] } as const;
  const asks = (field: string): Partial<Playbook> => test({ field, op: 'is-set' });
  const crms = [odoo, zoho];

  it('is said with the CRMs', () => {
    const [finding, ...others] = lint(asks('owner'), { crms });
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      level: 'warning',
      code: 'unreadable',
      path: ['gates', 0, 'test', 'field'],
      values: { field: 'owner', crms: 'Odoo' },
    });
    expect(lint(asks('probability'), { crms })[0]?.values).toMatchObject({ crms: 'Odoo\nzoho' });
    expect(lint(asks('custom.Tier'), { crms })[0]?.values).toMatchObject({ crms: 'zoho' });
  });
  it('is said once for each rule and fact', () => {
    const twice = {
      all: [
        { field: 'probability', op: 'at-least', value: '10' },
        { field: 'probability', op: 'at-most', value: '90' },
      ],
    };
    expect(found(test(twice), { crms })).toHaveLength(1);
  });
  it('is nothing where no CRM is in use, or nothing of it is known', () => {
    expect(found(asks('owner'))).toEqual([]);
    expect(found(asks('owner'), { crms: [{ crm: 'odoo', readable: [], custom: [] }] })).toEqual([]);
  });
  it('is not what a mapping, history or an answer tells', () => {
    const mapping = [
      { crm: 'odoo', fact: 'owner', from: { custom: 'Tier' } } as const,
      { crm: 'zoho', fact: 'owner', from: { answer: 'step', part: 'text' } } as const,
    ];
    const step = {
      key: 'step',
      label: { en: 'A', nl: 'A' },
      hint: { en: 'B', nl: 'B' },
      date: { en: 'C', nl: 'C' },
      feeds: 'nextStep',
    } as const;
    expect(found({ ...asks('owner'), mapping, answers: [step] }, { crms })).toEqual([]);
    expect(found({ ...asks('nextStepDate'), answers: [step] }, { crms })).toEqual([]);
    expect(found(asks('pushes'), { crms: [odoo] })).toEqual([]);
    expect(found(asks('stageEntered'), { crms })).toEqual([
      'warning unreadable gates 0 test field',
    ]);
  });
  it('is a fact of the team’s own that comes from nowhere', () => {
    const facts = [{ key: 'region', label: { en: 'Region', nl: 'Regio' }, kind: 'text' } as const];
    const [finding] = lint({ facts }, { crms });
    expect(finding).toMatchObject({ code: 'unmapped-fact', path: ['facts', 0] });
    expect(finding?.values).toEqual({
      field: 'custom.region',
      fieldEn: 'Region',
      fieldNl: 'Regio',
      crms: 'Odoo\nzoho',
    });
    const mapping = crms.map(
      ({ crm }) => ({ crm, fact: 'custom.region', from: { field: 'amount' } }) as const,
    );
    expect(found({ facts, mapping }, { crms })).toEqual([]);
  });
  it('is a mapping from where nothing was read', () => {
    const from = (source: 'owner' | 'amount') =>
      found({ mapping: [{ crm: 'odoo', fact: 'account', from: { field: source } }] }, { crms });
    expect(from('owner')).toEqual(['warning mapped-from-unreadable mapping 0 from']);
    expect(from('amount')).toEqual([]);
    const custom = { crm: 'odoo', fact: 'account', from: { custom: 'tier' } } as const;
    expect(found({ mapping: [custom] }, { crms })).toHaveLength(1);
    expect(found({ mapping: [{ ...custom, crm: 'hubspot' }] }, { crms })).toEqual([]);
  });
});

describe('thresholds beyond anything seen', () => {
  const ranges = {
    amount: { low: '1000', high: '40000' },
    contacts: { low: '0', high: '2' },
    closeDate: { low: '2026-10-01', high: '2027-03-01' },
  };
  const beyond = (condition: unknown): string[] =>
    lint(test(condition), { ranges }).map(({ path }) => path.slice(3).join(' '));
  const of = (field: string, op: string, value: string): unknown => ({ field, op, value });
  const on = (op: string, date: string): unknown => ({ field: 'closeDate', op, day: { date } });
  it.each<[unknown, string[]]>([
    [of('amount', 'at-least', '50000'), ['value']],
    [of('amount', 'at-least', '40000'), []],
    [of('amount', 'more-than', '0'), []],
    [of('amount', 'less-than', '500'), ['value']],
    [of('amount', 'less-than', '9000000'), ['value']],
    [of('amount', 'equals', '10'), ['value']],
    [of('contacts', 'at-least', '3'), ['value']],
    [of('contacts', 'at-most', '3'), []],
    [{ not: of('contacts', 'at-most', '3') }, ['not value']],
    [{ not: of('contacts', 'equals', '9') }, []],
    [{ field: 'amount', op: 'between', low: '50000', high: '60000' }, ['high', 'low']],
    [on('after', '2028-01-01'), ['day']],
    [on('before', '2026-01-01'), ['day']],
    [on('before', '2028-01-01'), []],
    [{ field: 'closeDate', op: 'after', day: { days: 900, unit: 'calendar' } }, []],
    [of('probability', 'at-least', '99'), []],
  ])('%j', (condition, expected) => {
    expect(beyond(condition)).toEqual(expected);
  });
  it('come with the numbers', () => {
    const [finding] = lint(test(of('amount', 'at-least', '50000')), { ranges });
    expect(finding).toMatchObject({
      code: 'beyond-seen',
      values: { field: 'amount', value: '50000', low: '1000', high: '40000' },
    });
  });
});
