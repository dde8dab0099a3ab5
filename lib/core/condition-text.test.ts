import { describe, expect, it } from 'vitest';
import {
  ask,
  at,
  factsOf,
  judge,
  NO,
  UNKNOWN,
  YES,
  type Given,
} from '../../tests/condition-kit.ts';
import { isoOfDay } from './calendar.ts';
import { compileCondition } from './condition.ts';
import type { Leaf } from './condition-schema.ts';
import type { Fields } from './deal.ts';
import { empty, known, unknown } from './fact.ts';
import type { CustomValue } from './fields.ts';
import type { Answer } from './records.ts';

const fields = (some: Partial<Fields>): Given => ({ fields: some });

describe('choices', () => {
  const stage = fields({
    stage: known({ id: 'in-negociation', label: 'In Negotiation', state: 'open' }, 'api'),
  });
  it.each<[string, string]>([
    ['in-negociation', YES],
    ['In Negotiation', YES],
    [' in negotiation ', YES],
    ['IN-NEGOCIATION', NO], // an id is what the CRM says it is
    ['proposal', NO],
  ])('a stage by its id or label: %s', (value, expected) => {
    const opposite = expected === YES ? NO : YES;
    expect(judge({ field: 'stage', op: 'is', value }, stage)).toBe(expected);
    expect(judge({ field: 'stage', op: 'is-not', value }, stage)).toBe(opposite);
    expect(judge({ field: 'stage', op: 'one-of', value: ['x', value] }, stage)).toBe(expected);
    expect(judge({ field: 'stage', op: 'none-of', value: ['x', value] }, stage)).toBe(opposite);
  });

  it('compares categories, sides and texts', () => {
    const deal = fields({
      forecastCategory: known('commit', 'api'),
      lastContactBy: known('us', 'api'),
      owner: known('Zoë Söhne', 'api'),
    });
    expect(
      judge({ field: 'forecastCategory', op: 'one-of', value: ['forecast', 'commit'] }, deal),
    ).toBe(YES);
    expect(judge({ field: 'lastContactBy', op: 'is', value: 'buyer' }, deal)).toBe(NO);
    expect(judge({ field: 'owner', op: 'is', value: 'zoe\u0308 so\u0308hne' }, deal)).toBe(YES);
    expect(judge({ field: 'owner', op: 'contains', value: 'SÖH' }, deal)).toBe(YES);
    expect(judge({ field: 'owner', op: 'contains', value: 'sohn' }, deal)).toBe(NO);
  });

  it('gives the same answer when asked again, also beyond what it keeps', () => {
    const test = compileCondition({ field: 'account', op: 'is', value: 'Account 99' });
    const ask = (i: number) =>
      test(factsOf(fields({ account: known(`account ${i}`, 'api') })), at).truth;
    const first = Array.from({ length: 200 }, (_, i) => ask(i));
    expect(first.indexOf('yes')).toBe(99);
    expect(Array.from({ length: 200 }, (_, i) => ask(i))).toEqual(first);
  });
});

describe('sets', () => {
  const regions = { custom: { x: known<CustomValue>(['North', ' south'], 'page') } };
  it.each<[Leaf, string]>([
    [{ field: 'custom.x', op: 'includes', value: 'NORTH' }, YES],
    [{ field: 'custom.x', op: 'includes', value: 'East' }, NO],
    [{ field: 'custom.x', op: 'includes-any', value: ['East', 'South'] }, YES],
    [{ field: 'custom.x', op: 'includes-any', value: ['East', 'West'] }, NO],
    [{ field: 'custom.x', op: 'includes-all', value: ['South', 'North'] }, YES],
    [{ field: 'custom.x', op: 'includes-all', value: ['South', 'East'] }, NO],
    [{ field: 'custom.x', op: 'count-at-least', value: 2 }, YES],
    [{ field: 'custom.x', op: 'count-at-least', value: 3 }, NO],
    [{ field: 'custom.x', op: 'count-at-most', value: 2 }, YES],
    [{ field: 'custom.x', op: 'count-at-most', value: 1 }, NO],
  ])('%j: %s', (leaf, expected) => {
    expect(judge(leaf, regions)).toBe(expected);
  });
});

describe('evidence', () => {
  const step = (text: string) => fields({ nextStep: known(text, 'page') });
  it.each<[string, number | undefined, string]>([
    ['Marloes sends the terms', undefined, YES],
    ['TBD', undefined, 'no: placeholder'],
    ['tbd.', 3, 'no: placeholder'],
    ['Demo', undefined, YES],
    ['Demo', 1, YES],
    ['Demo', 2, 'no: too-short'],
    ['Demo - - ...', 2, 'no: too-short'],
    ['Demo Friday', 2, YES],
    ['Démo vendredi', 2, YES],
    ['Démo – —', 2, 'no: too-short'],
    ['Demo\u00a0Friday', 2, YES],
    ['12 hours', 2, YES],
  ])('"%s" of at least %s words: %s', (text, minWords, expected) => {
    const leaf: Leaf = {
      field: 'nextStep',
      op: 'evidence',
      ...(minWords !== undefined && { minWords }),
    };
    expect(judge(leaf, step(text))).toBe(expected);
  });

  it('says how many words it wants', () => {
    const leaf: Leaf = { field: 'nextStep', op: 'evidence', minWords: 3 };
    expect(ask(leaf, step('Demo')).findings[0]?.limit).toBe('3');
  });
});

describe('answers', () => {
  const answer = (daysAgo: number, more: Partial<Answer> = {}): Given => ({
    answers: {
      pain: {
        key: 'pain',
        text: 'They lose 12 hours a week',
        day: isoOfDay(at.today - daysAgo),
        ...more,
      },
    },
  });
  const evidence: Leaf = { field: 'answer.pain', op: 'evidence', maxAge: 'playbook' };

  it.each<[number, number | 'playbook', string]>([
    [0, 'playbook', YES],
    [30, 'playbook', YES],
    [31, 'playbook', 'no: too-old'],
    [31, 60, YES],
    [14, 14, YES],
    [15, 14, 'no: too-old'],
    [-1, 14, YES], // a clock that was set back
  ])('written %s days ago, %s allowed: %s', (daysAgo, maxAge, expected) => {
    expect(judge({ ...evidence, maxAge }, answer(daysAgo))).toBe(expected);
  });

  it('asks the playbook of the moment how old an answer may be', () => {
    const test = compileCondition(evidence);
    const facts = factsOf(answer(20));
    expect(test(facts, at).truth).toBe('yes');
    expect(test(facts, { ...at, answerAge: 14 }).findings[0]).toMatchObject({
      truth: 'no',
      because: 'too-old',
      limit: '14',
    });
    expect(test(facts, at).truth).toBe('yes');
  });

  it('looks for a placeholder first', () => {
    expect(judge(evidence, answer(99, { text: 'tbd' }))).toBe('no: placeholder');
  });

  it('tells no answer from answers that could not be read', () => {
    expect(ask(evidence).findings[0]).toMatchObject({
      truth: 'no',
      because: 'empty',
      read: empty('answer'),
    });
    expect(ask(evidence, { answers: undefined }).findings[0]).toMatchObject({
      truth: 'unknown',
      read: unknown('not-readable'),
    });
  });

  it('reads the date that an answer speaks of', () => {
    const leaf: Leaf = {
      field: 'answer.pain.date',
      op: 'on-or-after',
      day: { days: 0, unit: 'calendar' },
    };
    expect(judge(leaf, answer(0, { date: '2026-03-10' }))).toBe(YES);
    expect(judge(leaf, answer(0, { date: '2026-03-09' }))).toBe(NO);
    expect(judge(leaf, answer(0))).toBe('no: empty');
    expect(judge(leaf, { answers: undefined })).toBe(UNKNOWN);
  });

  it('cannot tell the age of an answer without a day', () => {
    expect(judge(evidence, answer(0, { day: 'long ago' }))).toBe(UNKNOWN);
  });
});

describe('a value of another kind', () => {
  it.each<[Leaf, CustomValue]>([
    [{ field: 'custom.x', op: 'more-than', value: '1' }, '5'],
    [{ field: 'custom.x', op: 'more-than', value: '1' }, ['5']],
    [{ field: 'custom.x', op: 'is', value: '5' }, 5],
    [{ field: 'custom.x', op: 'contains', value: '5' }, 5],
    [{ field: 'custom.x', op: 'evidence' }, 5],
    [{ field: 'custom.x', op: 'before', day: 'window-end' }, 20260310],
    [{ field: 'custom.x', op: 'currency-in', value: [] }, 5],
    [{ field: 'custom.x', op: 'includes', value: 'a' }, 'a'],
    [{ field: 'custom.x', op: 'count-at-most', value: 3 }, 3],
  ])('%j cannot be told of %j', (leaf, value) => {
    const [finding] = ask(leaf, { custom: { x: known(value, 'page') } }).findings;
    expect(finding).toMatchObject({ truth: 'unknown', because: 'unknown' });
    expect(finding?.read).toMatchObject({ is: 'unknown', reason: 'not-readable' });
  });
});
