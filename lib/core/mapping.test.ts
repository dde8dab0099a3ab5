import { describe, expect, it } from 'vitest';
import { change, deal, gate, playbook, signalRule, TODAY } from '../../tests/builders.ts';
import { assess } from './assess.ts';
import type { Deal } from './deal.ts';
import { empty, known, unknown, type Fact } from './fact.ts';
import type { CustomValue } from './fields.ts';
import { mapDeal } from './mapping.ts';
import type { FactRule, Mapping } from './playbook.ts';

const money = { amount: '1500.50', currency: 'EUR' };
const map = (fact: Mapping['fact'], from: Mapping['from'], crm = 'test'): Mapping => ({
  crm,
  fact,
  from,
});
const fact = (key: string, kind: FactRule['kind']): FactRule => ({ key, kind, label: { en: key } });

/** The fact that a custom field of this value becomes. */
function become(to: Mapping['fact'], value: CustomValue, facts: FactRule[] = []): Fact<unknown> {
  const mapped = mapDeal(deal({}, { custom: { theirs: known(value, 'api') } }), {
    facts,
    mapping: [map(to, { custom: 'theirs' })],
  });
  return to.startsWith('custom.')
    ? (mapped.custom[to.slice('custom.'.length)] ?? unknown('not-offered'))
    : mapped.fields[to as keyof Deal['fields']];
}
const got = (...asked: Parameters<typeof become>): unknown => {
  const found = become(...asked);
  return found.is === 'value' ? found.value : found.is === 'unknown' ? found.reason : 'empty';
};

describe('where a fact comes from', () => {
  const read = deal(
    { account: 'Acme', nextStep: known('Call Ann', 'typed'), owner: unknown('no-access') },
    {
      custom: { theirs: known('Call Bob', 'page'), none: empty('api') },
      answers: { step: { key: 'step', text: 'Call Cy', date: '2026-06-12', day: TODAY } },
    },
  );
  const mapped = (from: Mapping['from'], one: Deal = read) =>
    mapDeal(one, { mapping: [map('name', from)] }).fields.name;

  it('is another field, typed or saved', () => {
    expect(mapped({ field: 'account' })).toEqual(known('Acme', 'api'));
    expect(mapped({ field: 'nextStep' })).toEqual(known('Call Ann', 'typed'));
  });
  it('is a custom field by the CRM’s own name', () => {
    expect(mapped({ custom: 'theirs' })).toEqual(known('Call Bob', 'page'));
  });
  it('is an answer, its text or its date', () => {
    expect(mapped({ answer: 'step', part: 'text' })).toEqual(known('Call Cy', 'answer'));
    expect(mapped({ answer: 'step', part: 'date' })).toEqual(known('2026-06-12', 'answer'));
  });
  it('stays empty and stays unknown', () => {
    expect(mapped({ custom: 'none' })).toEqual(empty('api'));
    expect(mapped({ field: 'owner' })).toEqual(unknown('no-access'));
    expect(mapped({ custom: 'not there' })).toEqual(unknown('not-on-page'));
    expect(mapped({ custom: 'constructor' })).toEqual(unknown('not-on-page'));
    expect(mapped({ answer: 'other', part: 'text' })).toEqual(empty('answer'));
    expect(mapped({ answer: 'toString', part: 'text' })).toEqual(empty('answer'));
    const unread = { ...read, answers: undefined };
    expect(mapped({ answer: 'step', part: 'text' }, unread)).toEqual(unknown('not-readable'));
  });
  it('is what was read, whatever else is mapped', () => {
    const both = {
      mapping: [map('name', { field: 'account' }), map('account', { field: 'name' })],
    };
    const { fields } = mapDeal(read, both);
    expect([fields.name, fields.account]).toEqual([
      known('Acme', 'api'),
      known('Fleet renewal', 'api'),
    ]);
  });
  it('is left alone in other CRMs, and without a mapping', () => {
    expect(mapDeal(read, {})).toBe(read);
    expect(mapDeal(read, { mapping: [map('name', { field: 'account' }, 'other')] })).toBe(read);
  });
});

describe('a value of one kind as another', () => {
  it.each<[Mapping['fact'], CustomValue, unknown]>([
    ['closeDate', '2026-06-30', '2026-06-30'],
    ['closeDate', ' 2026-06-30 ', '2026-06-30'],
    ['closeDate', '30-06-2026', 'ambiguous'],
    ['closeDate', '2026-06-31', 'ambiguous'],
    ['closeDate', '06/07/2026', 'ambiguous'],
    ['closeDate', '2026-06-30T22:00:00Z', 'ambiguous'],
    ['closeDate', 45000, 'ambiguous'],
    ['closeDate', ' ', 'empty'],
    ['probability', '50', 50],
    ['probability', '50.5', 50.5],
    ['probability', '1,500', 'ambiguous'],
    ['probability', '50 %', 'ambiguous'],
    ['probability', '150', 'ambiguous'],
    ['pushes', '2', 2],
    ['pushes', '2.5', 'ambiguous'],
    ['contacts', '-1', 'ambiguous'],
    ['amount', '1500.50', { amount: '1500.50' }],
    ['amount', 1500, { amount: '1500' }],
    ['amount', money, money],
    ['amount', '€ 1.500', 'ambiguous'],
    ['amount', 1e30, 'ambiguous'],
    ['nextStep', 7, '7'],
    ['nextStep', money, '1500.50 EUR'],
    ['nextStep', { ...money, margin: '50' }, 'ambiguous'],
    ['nextStep', ['a', 'b'], 'a, b'],
    ['nextStep', [], 'empty'],
    ['forecastCategory', 'Best Case', 'best-case'],
    ['forecastCategory', 'COMMIT', 'commit'],
    ['forecastCategory', 'Upside', 'ambiguous'],
    ['lastContactBy', 'Buyer', 'buyer'],
    ['lastContactBy', 'Ann', 'ambiguous'],
  ])('%s of %j', (to, value, expected) => {
    expect(got(to, value)).toEqual(expected);
  });

  it.each<[FactRule['kind'], CustomValue, unknown]>([
    ['text', 7, '7'],
    ['number', '7', 7],
    ['number', money, 1500.5],
    ['number', { ...money, margin: '50' }, 'ambiguous'],
    ['number', 'seven', 'ambiguous'],
    ['money', '7', { amount: '7' }],
    ['date', '2026-01-02', '2026-01-02'],
    ['date', 'Jan 2', 'ambiguous'],
    ['choice', ' Gold ', 'Gold'],
    ['choice', ['Gold'], 'Gold'],
    ['choice', ['Gold', 'Silver'], 'ambiguous'],
    ['choice', money, 'ambiguous'],
    ['set', ['a', 'b'], ['a', 'b']],
    ['set', 'a', ['a']],
    ['set', 'a; b', 'ambiguous'],
    ['set', 'Smith, John', 'ambiguous'],
  ])('a fact of kind %s of %j', (kind, value, expected) => {
    expect(got('custom.ours', value, [fact('ours', kind)])).toEqual(expected);
  });

  it('keeps the text that it could not take', () => {
    expect(become('closeDate', '30-06-2026')).toEqual(unknown('ambiguous', '30-06-2026'));
  });

  it('takes the state of a stage from the CRM’s own', () => {
    const custom = { phase: known('Signing', 'api') };
    const mapping = [map('stage', { custom: 'phase' })];
    const open = mapDeal(deal({}, { custom }), { mapping }).fields.stage;
    expect(open).toEqual(known({ id: 'Signing', label: 'Signing', state: 'open' }, 'api'));
    const won = { id: 'w', label: 'Won', state: 'won' as const };
    expect(mapDeal(deal({ stage: won }, { custom }), { mapping }).fields.stage).toMatchObject({
      value: { label: 'Signing', state: 'won' },
    });
    const unread = deal({ stage: unknown('not-readable') }, { custom });
    expect(mapDeal(unread, { mapping }).fields.stage).toEqual(unknown('ambiguous', 'Signing'));
  });

  it('costs one fact alone when it fails', () => {
    const broken = deal({}, { custom: { theirs: null as unknown as Fact<string> } });
    const mapping = [map('owner', { custom: 'theirs' }), map('account', { field: 'name' })];
    const { fields } = mapDeal(
      { ...broken, fields: { ...broken.fields, probability: null as never } },
      { mapping: [...mapping, map('contacts', { field: 'probability' })] },
    );
    expect(fields.account).toEqual(known('Fleet renewal', 'api'));
    expect(fields.contacts).toEqual(unknown('not-readable'));
  });
});

describe('in an assessment', () => {
  const region = gate('region', { field: 'custom.region', op: 'is', value: 'North' });
  const rules = playbook({
    gates: [region],
    facts: [fact('region', 'choice')],
    mapping: [
      map('custom.region', { custom: 'Region__c' }),
      map('closeDate', { custom: 'Go_live__c' }),
    ],
    signals: [signalRule('date-moves', 1, 3), signalRule('date-passed', 1, 5)],
  });
  const theirs = { Region__c: known('north', 'typed'), Go_live__c: known('2026-06-01', 'api') };
  const one = deal({ closeDate: '2026-06-30' }, { custom: theirs });

  it('gates and signals read the mapped facts', () => {
    const { gates, signals, facts, window } = assess(one, rules, TODAY);
    expect(gates[0]).toMatchObject({ state: 'met', reasons: [{ truth: 'yes' }] });
    expect(facts.fields.closeDate).toEqual(known('2026-06-01', 'api'));
    expect(window.closesIn).toEqual(known(-9, 'api'));
    expect(signals.map(({ rule }) => rule.id)).toEqual(['date-passed']);
  });

  it('leaves history of a replaced field out', () => {
    const history = [change('closeDate', '2026-05-01', '2026-06-30'), change('amount', '1', '2')];
    const moved = { ...one, history, historySince: '2026-01-01' };
    expect(assess(moved, rules, TODAY).facts.fields.pushes).toEqual(unknown('not-offered'));
    expect(mapDeal(moved, rules).history.map(({ field }) => field)).toEqual(['amount']);
    const plain = { ...rules, mapping: [] };
    expect(assess(moved, plain, TODAY).facts.fields.pushes).toEqual(known(1, 'history'));
  });

  it('still lets an answer feed what the mapped field leaves open', () => {
    const fed = playbook({
      gates: [region],
      answers: [
        {
          key: 'step',
          label: { en: 'x' },
          hint: { en: 'x' },
          date: { en: 'x' },
          feeds: 'nextStep',
        },
      ],
      mapping: [map('nextStep', { custom: 'Next__c' })],
    });
    const answers = { step: { key: 'step', text: 'Call Ann', date: TODAY, day: TODAY } };
    const nextOf = (custom: Deal['custom']) =>
      assess(deal({}, { custom, answers }), fed, TODAY).facts.fields.nextStep;
    expect(nextOf({ Next__c: empty('api') })).toEqual(known('Call Ann', 'answer'));
    expect(nextOf({})).toEqual(unknown('not-on-page'));
  });
});
