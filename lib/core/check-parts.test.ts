import { describe, expect, it } from 'vitest';
import { amount, gate, playbook, problemsOf, rule, SET, text } from '../../tests/raw-playbook.ts';

/** The problems of a playbook with these parts, as "code path". */
const found = (more: object): string[] =>
  problemsOf(playbook(more)).map(({ code, path }) => [code, ...path].join(' '));
const said = (more: object): string[] => problemsOf(playbook(more)).map(({ message }) => message);

const fact = (key: string, kind: string, more: object = {}): object => ({
  key,
  label: text(key),
  kind,
  ...more,
});
const asks = (op: string, more: object = {}): object => ({ field: 'custom.tier', op, ...more });
const withFact = (kind: string, test: object, more: object = {}): string[] =>
  found({ facts: [fact('tier', kind, more)], gates: [gate('G1', test)] });

describe('a fact of the team’s own', () => {
  it('takes the operators of its kind alone', () => {
    expect(withFact('choice', asks('is', { value: 'Gold' }))).toEqual([]);
    expect(withFact('number', asks('more-than', { value: '5' }))).toEqual([]);
    expect(withFact('number', asks('contains', { value: '5' }))).toEqual([
      'operator-kind gates 0 test op',
    ]);
    expect(withFact('text', asks('count-at-least', { value: 2 }))).toEqual([
      'operator-kind gates 0 test op',
    ]);
  });
  it('is only what it can be', () => {
    const choices = { choices: ['Gold', 'Silver'] };
    expect(withFact('choice', asks('is', { value: 'Gold' }), choices)).toEqual([]);
    expect(withFact('choice', asks('one-of', { value: ['Gold', 'Sliver'] }), choices)).toEqual([
      'impossible gates 0 test value',
    ]);
    expect(withFact('text', asks('contains', { value: 'old' }), choices)).toEqual([]);
  });
  it('leaves a custom field without a fact as it was', () => {
    const test = { all: [asks('contains', { value: '5' }), asks('count-at-least', { value: 2 })] };
    expect(found({ gates: [gate('G1', test.all[0])] })).toEqual([]);
    expect(found({ gates: [gate('G1', test.all[1])], facts: [fact('other', 'text')] })).toEqual([]);
  });
  it('stands once', () => {
    expect(said({ facts: [fact('tier', 'text'), fact('Tier', 'number')] })).toEqual([
      'Fact Tier stands in the playbook twice: give one of them another key, or remove it.',
    ]);
  });
});

describe('where facts come from', () => {
  const map = (to: string, from: object, crm = 'odoo'): object => ({ crm, fact: to, from });
  it('is sound', () => {
    const mapping = [
      map('amount', { custom: 'x_studio_total' }),
      map('amount', { custom: 'Total__c' }, 'salesforce'),
      map('custom.tier', { answer: 'pain', part: 'text' }),
      map('closeDate', { answer: 'event', part: 'date' }),
      map('name', { field: 'account' }),
    ];
    expect(found({ mapping, facts: [fact('tier', 'text')] })).toEqual([]);
  });
  it.each<[string, object[], string, string]>([
    [
      'a fact that is none',
      [map('custom.tier', { field: 'name' })],
      'unknown-fact mapping 0 fact',
      'Entry 1 of the playbook\'s "mapping" says where "custom.tier" comes from, and the playbook has no fact "tier". Add it to "facts".',
    ],
    [
      'an answer that is none',
      [map('name', { answer: 'pian', part: 'text' })],
      'unknown-answer mapping 0 from answer',
      'Entry 1 of the playbook\'s "mapping" takes a fact from the answer "pian", which the playbook does not have. Did you mean "pain"?',
    ],
    [
      'a date that nobody is asked for',
      [map('closeDate', { answer: 'pain', part: 'date' })],
      'answer-without-date mapping 0 from part',
      'Entry 1 of the playbook\'s "mapping" takes the date of the answer "pain", which asks reps for no date: give the answer a "date" label.',
    ],
    [
      'two sources for one fact',
      [map('name', { field: 'account' }), map('name', { field: 'owner' })],
      'duplicate mapping 1',
      'Entry 2 of the playbook\'s "mapping" says a second time where "name" comes from in odoo: keep one of the two.',
    ],
    [
      'no source',
      [map('name', {})],
      'shape mapping 0 from',
      'Entry 1 of the playbook\'s "mapping" has {} as its "from", where { "field": … }, { "custom": … } or { "answer": …, "part": "text" or "date" } belongs.',
    ],
    [
      'no fact',
      [map('shoeSize', { field: 'name' })],
      'shape mapping 0 fact',
      'Entry 1 of the playbook\'s "mapping" has "shoeSize" as its "fact", where a field of the deal, or "custom.<key>", belongs.',
    ],
  ])('is not %s', (_, mapping, expected, message) => {
    expect(found({ mapping })).toEqual([expected]);
    expect(said({ mapping })).toEqual([message]);
  });
});

describe('cards and sites', () => {
  const card = (id: string, more: object = {}): object => ({
    id,
    kind: 'priority',
    name: text('Name'),
    text: text('Text'),
    owner: rule.owner,
    reviewBy: rule.reviewBy,
    ...more,
  });
  it('have ids of their own', () => {
    expect(found({ cards: [card('a'), card('A')] })).toEqual(['duplicate cards 1 id']);
    const site = {
      id: 'custom-acme',
      name: 'Acme',
      version: 1,
      sites: ['https://crm.example.com'],
      urls: { deal: ['/deals/:id'] },
      fields: { name: { shown: ['h1'] } },
    };
    expect(found({ sites: [site] })).toEqual([]);
    expect(found({ sites: [site, site] })).toEqual(['duplicate sites 1 id']);
  });
  it('are shown by a condition that is checked like any other', () => {
    const of = (when: unknown): string[] => found({ cards: [card('a', { when })] });
    expect(of(SET)).toEqual([]);
    expect(of({ all: [] })).toEqual(['empty-group cards 0 when all']);
    expect(of({ field: 'answer.pian', op: 'is-set' })).toEqual([
      'unknown-answer cards 0 when field',
    ]);
    expect(of({ all: [amount('more-than', '10'), amount('less-than', '5')] })).toEqual([
      'contradiction cards 0 when',
    ]);
    expect(said({ cards: [card('a', { when: 7 })] })).toEqual([
      'Card a has 7 where a condition belongs, such as { "field": "closeDate", "op": "is-set" }.',
    ]);
  });
});
