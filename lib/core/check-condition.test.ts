import { describe, expect, it } from 'vitest';
import { close, days, inTest, owner, SET } from '../../tests/raw-playbook.ts';

describe('the form of a condition', () => {
  it.each<[string, unknown, string[]]>([
    ['no condition', null, ['shape']],
    ['a list', [SET], ['shape']],
    ['neither leaf nor group', { some: [] }, ['shape']],
    ['a group with a leaf in it', { all: [SET], field: 'amount' }, ['shape']],
    ['two groups in one', { all: [SET], any: [SET] }, ['shape']],
    ['a group that is no list', { any: SET }, ['shape any']],
    [
      'an empty any, deep inside',
      { not: { all: [SET, { any: [] }] } },
      ['empty-group not all 1 any'],
    ],
    ['a leaf without a field', { op: 'is-set' }, ['missing']],
    [
      'two faults',
      {
        all: [
          { field: 'amount', op: 'x' },
          { field: '', op: 'is-set' },
        ],
      },
      ['unknown-operator all 0 op', 'shape all 1 field'],
    ],
    [
      'an operator that is inherited',
      { field: 'amount', op: 'constructor' },
      ['unknown-operator op'],
    ],
    [
      'a part of a day that is not one',
      close('before', { days: 1.5, unit: 'calendar' }),
      ['shape day'],
    ],
    ['a date that does not exist', close('before', { date: '2027-02-29' }), ['shape day']],
    ['an empty list', owner('one-of', []), ['shape value']],
    ['a part too many', { ...SET, value: 'x' }, ['unknown-part value']],
  ])('%s', (_, test, expected) => {
    expect(inTest(test)).toEqual(expected);
  });

  it('does not follow groups without an end', () => {
    let deep: unknown = SET;
    for (let i = 0; i < 20_000; i++) deep = { not: deep };
    expect(inTest(deep)).toEqual([expect.stringMatching(/^too-deep/)]);
    let fair: unknown = SET;
    for (let i = 0; i < 8; i++) fair = { not: fair };
    expect(inTest(fair)).toEqual([]);
  });
});

describe('what a condition asks', () => {
  it.each<[string, unknown, string]>([
    ['a field of every object', { field: 'constructor', op: 'is-set' }, 'unknown-field field'],
    ['a part of a field', { field: 'amount.currency', op: 'is-set' }, 'unknown-field field'],
    [
      'a date where none is asked for',
      { field: 'answer.pain.date', op: 'is-set' },
      'answer-without-date field',
    ],
    [
      'a date compared as text',
      { field: 'answer.event.date', op: 'contains', value: '2027' },
      'operator-kind op',
    ],
    [
      'text compared as a date',
      { field: 'answer.event', op: 'before', day: days(1) },
      'operator-kind op',
    ],
    [
      'the age of a field',
      { field: 'nextStep', op: 'evidence', maxAge: 30 },
      'operator-kind maxAge',
    ],
    ['no words', { field: 'nextStep', op: 'evidence', minWords: 0 }, 'impossible minWords'],
    ['a book', { field: 'nextStep', op: 'evidence', minWords: 201 }, 'impossible minWords'],
    ['no age', { field: 'answer.pain', op: 'evidence', maxAge: 0 }, 'impossible maxAge'],
    [
      'the age of Methuselah',
      { field: 'answer.pain', op: 'evidence', maxAge: 3651 },
      'impossible maxAge',
    ],
    ['a day too far', close('before', days(3651)), 'impossible day'],
    ['a day too long ago', close('after', days(-3651, 'working')), 'impossible day'],
    [
      'a probability over 100',
      { field: 'probability', op: 'at-least', value: '101' },
      'impossible value',
    ],
    [
      'a probability below 0',
      { field: 'probability', op: 'between', low: '-1', high: '50' },
      'impossible low',
    ],
    ['fewer than no pushes', { field: 'pushes', op: 'at-least', value: '-1' }, 'impossible value'],
    ['half a contact', { field: 'contacts', op: 'equals', value: '1.5' }, 'contradiction'],
    ['more than all', { field: 'probability', op: 'more-than', value: '100' }, 'contradiction'],
    ['spaces', owner('is', '  '), 'impossible value'],
    ['spaces in a list', owner('one-of', ['Ann', ' ']), 'impossible value'],
    [
      'a category of another CRM',
      { field: 'forecastCategory', op: 'is', value: 'Commit!' },
      'impossible value',
    ],
    [
      'a third side',
      { field: 'lastContactBy', op: 'one-of', value: ['buyer', 'them'] },
      'impossible value',
    ],
    [
      'a count of nothing',
      { field: 'custom.x', op: 'count-at-least', value: 0 },
      'impossible value',
    ],
    [
      'a range upside down',
      { field: 'amount', op: 'between', low: '10', high: '9.5' },
      'contradiction low',
    ],
  ])('%s', (_, test, expected) => {
    expect(inTest(test)).toEqual([expected]);
  });
});
