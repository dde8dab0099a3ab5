import { describe, expect, it } from 'vitest';
import { amount, close, days, inTest, owner, SET } from '../../tests/raw-playbook.ts';

describe('what some deal can meet', () => {
  it.each<[string, unknown]>([
    ['a narrow range', { all: [amount('more-than', '10'), amount('less-than', '10.01')] }],
    [
      'any place, but not empty',
      { any: [close('before', days(3)), close('on-or-after', days(3))] },
    ],
    [
      'a weekend between two working days',
      { all: [close('after', days(1, 'working')), close('before', days(2, 'working'))] },
    ],
    [
      'a holiday that moves working days',
      { all: [close('after', days(6)), close('before', days(4, 'working'))] },
    ],
    [
      'a fixed date that will come',
      { all: [close('before', days(-5)), close('after', { date: '2027-01-01' })] },
    ],
    [
      'a window that may be short',
      { all: [close('on-or-after', 'window-end'), close('before', days(4))] },
    ],
    [
      'a window that may be long',
      { all: [close('on-or-before', 'window-end'), close('after', days(300))] },
    ],
    [
      'a text with many parts',
      {
        all: [
          owner('contains', 'Ann'),
          owner('contains', 'Lee'),
          owner('is-not', 'Ann Lee'),
          { field: 'owner', op: 'evidence', minWords: 9 },
        ],
      },
    ],
    [
      'a placeholder',
      { all: [{ field: 'owner', op: 'is-set' }, { not: { field: 'owner', op: 'evidence' } }] },
    ],
    [
      'a placeholder with a part',
      {
        all: [
          owner('contains', 'n'),
          owner('contains', 'v'),
          { not: { field: 'owner', op: 'evidence' } },
        ],
      },
    ],
    [
      'not too old for one, too old for the other',
      {
        all: [
          { field: 'answer.pain', op: 'evidence', maxAge: 20 },
          { not: { field: 'answer.pain', op: 'evidence', maxAge: 10 } },
        ],
      },
    ],
    [
      'the playbook’s age, whatever it is',
      {
        all: [
          { field: 'answer.pain', op: 'evidence', maxAge: 'playbook' },
          { not: { field: 'answer.pain', op: 'evidence', maxAge: 60 } },
        ],
      },
    ],
    ['not this one, or empty', { not: owner('is', 'Ann') }],
    [
      'a set with this and not that',
      {
        all: [
          { field: 'custom.x', op: 'includes-any', value: ['a', 'b'] },
          { not: { field: 'custom.x', op: 'includes', value: 'a' } },
          { field: 'custom.x', op: 'count-at-least', value: 4 },
        ],
      },
    ],
    [
      'a custom text that may be a date',
      {
        all: [
          { field: 'custom.x', op: 'contains', value: '-03-' },
          { field: 'custom.x', op: 'after', day: { date: '2027-01-01' } },
        ],
      },
    ],
    ['other fields', { all: [SET, { field: 'owner', op: 'is-empty' }] }],
    [
      'one way out',
      {
        all: [
          amount('more-than', '10'),
          { any: [amount('less-than', '5'), amount('less-than', '50')] },
        ],
      },
    ],
  ])('%s', (_, test) => {
    expect(inTest(test)).toEqual([]);
  });

  const choices = Array.from({ length: 14 }, (_, i) => ({
    any: [
      { field: `custom.a${i}`, op: 'is-set' },
      { field: `custom.b${i}`, op: 'is-set' },
    ],
  }));

  it('finds a clash before it tries every choice', () => {
    expect(
      inTest({ all: [...choices, amount('more-than', '10'), amount('less-than', '5')] }),
    ).toEqual(['contradiction']);
  });

  it('lets pass what would take too long to settle', () => {
    const late = [
      { any: [owner('is', 'a'), owner('is', 'b')] },
      { any: [owner('is', 'c'), owner('is', 'd')] },
    ];
    expect(inTest({ all: [...choices, ...late] })).toEqual([]);
    expect(inTest({ all: late })).toEqual(['contradiction']);
  });
});
