import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  draft,
  found,
  gate,
  hasAmount,
  lint,
  say,
  signal,
  test,
  world,
} from '../../../tests/lint-kit.ts';
import type { Condition } from '../condition-schema.ts';
import type { Gate, Playbook } from '../playbook.ts';
import { findingsAt } from './finding.ts';
import { lintPlaybook } from './lint.ts';

it('has nothing to say about a sound draft', () => {
  expect(found({})).toEqual([]);
});

describe('what a draft lacks', () => {
  it.each<[string, Partial<Gate>, string]>([
    ['name', { name: { en: ' ' } }, 'no-name gates 0 name en'],
    ['why', { why: { en: '' } }, 'no-why gates 0 why en'],
    ['question', { question: { en: '' } }, 'no-question gates 0 question en'],
    ['owner', { owner: '' }, 'no-owner gates 0 owner'],
    ['review date', { reviewBy: '' }, 'no-review-date gates 0 reviewBy'],
    ['how to meet it', { how: { en: '' } }, 'no-text gates 0 how en'],
  ])('%s', (_, more, expected) => {
    expect(found({ gates: [gate(more)] })).toEqual([`error ${expected}`]);
  });
  it('is found in signals, prompts, answers, facts and cards', () => {
    const nothing = { en: '' };
    const more: Partial<Playbook> = {
      name: nothing,
      signals: [{ ...signal(1, 2), why: nothing, owner: ' ' }],
      prompts: [{ id: 'p', text: nothing, why: nothing, when: hasAmount }],
      answers: [{ key: 'a', label: nothing, hint: nothing, feeds: 'nextStep', date: nothing }],
      facts: [{ key: 'f', label: nothing, kind: 'text' }],
      cards: [{ id: 'c', kind: 'priority', name: nothing, text: nothing, owner: '', reviewBy: '' }],
    };
    expect(found(more)).toEqual([
      'error no-name name en',
      'error no-text answers 0 date en',
      'error no-text answers 0 hint en',
      'error no-text answers 0 label en',
      'error no-owner signals 0 owner',
      'error no-why signals 0 why en',
      'error no-text prompts 0 text en',
      'error no-why prompts 0 why en',
      'error no-text facts 0 label en',
      'error no-name cards 0 name en',
      'error no-owner cards 0 owner',
      'error no-review-date cards 0 reviewBy',
      'error no-text cards 0 text en',
    ]);
  });
  it('is at least one gate', () => {
    expect(found({ gates: [] })).toEqual(['error no-gates gates']);
  });
  it('is a Dutch text beside the English one: once for each rule', () => {
    const findings = lint({ gates: [gate({ name: { en: 'A' }, why: { en: 'B', nl: '' } })] });
    expect(say(findings)).toEqual(['warning missing-dutch gates 0']);
    expect(findings[0]?.values).toEqual({ parts: 'name\nwhy' });
  });
});

describe('review dates', () => {
  it.each<[string, string[]]>([
    ['2026-11-21', ['warning review-past gates 0 reviewBy']],
    ['2026-11-22', []],
    ['2028-11-22', []],
    ['2028-11-24', ['warning review-far gates 0 reviewBy']],
    ['soon', ['error shape gates 0 reviewBy']],
  ])('%s', (reviewBy, expected) => {
    expect(found({ gates: [gate({ reviewBy })] })).toEqual(expected);
  });
});

describe('conditions', () => {
  it.each<[string, unknown, string]>([
    ['an empty group', { all: [] }, 'empty-group gates 0 test all'],
    [
      'no value yet',
      { field: 'amount', op: 'more-than', value: '' },
      'incomplete gates 0 test value',
    ],
    ['no field yet', { field: '', op: 'is-set' }, 'incomplete gates 0 test field'],
    ['no operator', { field: 'amount' }, 'incomplete gates 0 test'],
    ['another operator', { field: 'amount', op: 'x' }, 'unknown-operator gates 0 test op'],
    ['no such field', { field: 'amuont', op: 'is-set' }, 'unknown-field gates 0 test field'],
    ['no such answer', { field: 'answer.x', op: 'is-set' }, 'unknown-answer gates 0 test field'],
    [
      'a text of an amount',
      { field: 'amount', op: 'contains', value: '1' },
      'operator-kind gates 0 test op',
    ],
    [
      'a contradiction',
      {
        all: [
          { field: 'amount', op: 'more-than', value: '9' },
          { field: 'amount', op: 'less-than', value: '5' },
        ],
      },
      'contradiction gates 0 test',
    ],
    [
      'always true',
      {
        any: [
          { field: 'owner', op: 'is-set' },
          { field: 'owner', op: 'is-empty' },
        ],
      },
      'always-true gates 0 test',
    ],
    [
      'a probability that is none',
      { field: 'probability', op: 'at-least', value: '200' },
      'impossible gates 0 test value',
    ],
  ])('%s', (_, condition, expected) => {
    expect(found(test(condition))).toEqual([`error ${expected}`]);
  });
  it('that are not finished hide nothing in others', () => {
    const clash = {
      all: [
        { field: 'owner', op: 'is-set' },
        { field: 'owner', op: 'is-empty' },
      ],
    };
    const gates = [gate({ owner: '' }, { all: [] }), { ...gate({}, clash as Condition), id: 'G2' }];
    expect(found({ gates })).toEqual([
      'error no-owner gates 0 owner',
      'error empty-group gates 0 test all',
      'error contradiction gates 1 test',
    ]);
  });
  it('are looked at again when what they ask for has changed', () => {
    const gates = [gate({}, { field: 'answer.pain', op: 'is-set' })];
    const answers = [{ key: 'pain', label: { en: 'A', nl: 'A' }, hint: { en: 'B', nl: 'B' } }];
    expect(found({ gates })).toEqual(['error unknown-answer gates 0 test field']);
    expect(found({ gates, answers })).toEqual([]);
    expect(found({ gates })).toEqual(['error unknown-answer gates 0 test field']);
  });
  it('are compared with what the gate stands on', () => {
    const when: Condition = { field: 'amount', op: 'is-empty' };
    expect(found({ gates: [gate({ when })] })).toEqual(['error contradiction gates 0 test']);
    // The same test, as in a draft in which the rest of the gate was changed.
    expect(found({ gates: [gate({})] })).toEqual([]);
    expect(found({ gates: [gate({ when })] })).toEqual(['error contradiction gates 0 test']);
    expect(found({ gates: [gate({ commitTest: { all: [when, hasAmount] } })] })).toEqual([
      'error contradiction gates 0 commitTest',
    ]);
  });
  it('too deep or too many are no reason to stop', () => {
    let deep: unknown = hasAmount;
    for (let i = 0; i < 5000; i++) deep = { not: deep };
    expect(found(test(deep))[0]).toMatch(/^error too-deep/);
    const all = Array.from({ length: 60 }, () => hasAmount);
    expect(found(test({ all }))).toContain('error too-many gates 0 test');
  });
});

it('knows names that stand twice or point nowhere', () => {
  expect(found({ gates: [gate(), gate({ answer: 'x' })] })).toEqual([
    'error unknown-answer gates 1 answer',
    'error duplicate gates 1 id',
  ]);
});

describe('texts that cannot be published', () => {
  it('are too long, or hold what cannot be seen', () => {
    const findings = lint({
      gates: [gate({ why: { en: 'x'.repeat(501), nl: 'x' }, how: { en: 'a\u202Eb', nl: 'a' } })],
    });
    expect(say(findings)).toEqual([
      'error hidden-characters gates 0 how en',
      'error too-long gates 0 why en',
    ]);
    expect(findings[1]?.values).toEqual({ part: 'why', limit: 500, length: 501 });
  });
});

describe('wording', () => {
  it('is looked at in either language, with a better text in the same place', () => {
    const question = { en: 'Is there budget?', nl: 'Hast du mit dem Kunden gesprochen?' };
    const findings = lint({ gates: [gate({ question })] });
    expect(say(findings)).toEqual([
      'warning yes-no gates 0 question en',
      'warning yes-no gates 0 question nl',
    ]);
    expect(findings.map(({ better }) => better)).toEqual([
      { language: 'en', text: 'What do we know about the budget?' },
      { language: 'de', text: 'Was haben wir von dem Kunden gehört, und wann?' },
    ]);
  });
  it('is looked at in whys, names, instructions, hints and cards', () => {
    const loud = { en: 'Do it now!', nl: 'Nu' };
    const findings = lint({
      gates: [gate({ name: loud, why: loud, how: loud })],
      signals: [{ ...signal(1, 2), why: loud }],
      answers: [{ key: 'a', label: loud, hint: loud, feeds: 'nextStep', date: loud }],
      cards: [
        {
          id: 'c',
          kind: 'priority',
          name: loud,
          text: loud,
          owner: 'Ann',
          reviewBy: '2027-06-30',
        },
      ],
    });
    expect(new Set(findings.map(({ code }) => code))).toEqual(new Set(['exclamation']));
    expect(findings).toHaveLength(9);
  });
});

it('puts errors first, each in the order of the playbook', () => {
  const findings = found({
    gates: [gate({ reviewBy: '2020-01-01' }), { ...gate({ owner: '' }), id: 'G2' }],
    signals: [signal(20, 10)],
    name: { en: 'Ours' },
  });
  expect(findings).toEqual([
    'error no-owner gates 1 owner',
    'error threshold-order signals 0 red',
    'warning missing-dutch name',
    'warning review-past gates 0 reviewBy',
  ]);
});

it('gives the findings of one part', () => {
  const findings = lint({ gates: [gate({ owner: '' }), { ...gate(), id: 'G2' }], window: 1 });
  expect(say(findingsAt(findings, ['gates', 0]))).toEqual(['error no-owner gates 0 owner']);
  expect(findingsAt(findings, ['gates', 1])).toEqual([]);
});

describe('a draft that is no playbook', () => {
  it('costs the rules that fail, and no others', () => {
    const broken = { ...draft({ gates: [gate({ owner: '' })] }), answers: undefined };
    const findings = lintPlaybook(broken as unknown as Playbook, world());
    expect(say(findings)).toContain('error missing answers');
  });
  it('never throws', () => {
    const hole = fc.constantFrom<unknown>(undefined, null, '', 0, [], {}, 'x', [null], [{}], {
      all: [],
    });
    const parts = Object.keys(draft({ facts: [], cards: [], mapping: [] }));
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...parts), hole), (holes) => {
        const mangled = { ...draft(), ...holes };
        return Array.isArray(lintPlaybook(mangled, world()));
      }),
      { numRuns: 300 },
    );
  });
});
