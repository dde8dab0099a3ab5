import { describe, expect, it } from 'vitest';
import {
  amount,
  close,
  days,
  gate,
  inTest,
  owner,
  playbook,
  problemsOf,
  SET,
  text,
} from '../../tests/raw-playbook.ts';

describe('what no deal can meet', () => {
  const both = (...all: unknown[]) => ({ all });
  it.each<[string, unknown]>([
    ['more and less', both(amount('more-than', '10'), amount('less-than', '5'))],
    [
      'more and less, with no room between',
      both(amount('more-than', '10'), amount('at-most', '10')),
    ],
    ['two amounts', both(amount('equals', '10'), amount('equals', '10.01'))],
    ['an amount and not that amount', both(amount('equals', '10'), amount('differs', '10.0'))],
    [
      'between two pushes',
      both(
        { field: 'pushes', op: 'more-than', value: '1' },
        { field: 'pushes', op: 'less-than', value: '2' },
      ),
    ],
    ['set and empty', both({ field: 'owner', op: 'is-set' }, { field: 'owner', op: 'is-empty' })],
    ['empty and compared', both({ field: 'owner', op: 'is-empty' }, owner('is-not', 'Ann'))],
    ['two owners', both(owner('is', 'Ann'), owner('is', 'Bob'))],
    [
      'two stages',
      both(
        { field: 'stage', op: 'is', value: 'a' },
        { field: 'stage', op: 'one-of', value: ['b', 'c'] },
      ),
    ],
    [
      'lists with nothing in common',
      both(owner('one-of', ['Ann', 'Bob']), owner('one-of', ['Cy', 'Di'])),
    ],
    [
      'one of those that it must not be',
      both(owner('one-of', ['Ann']), owner('none-of', ['ann', 'Bob'])),
    ],
    [
      'a text and not a part of it',
      both(owner('is', 'Ann Lee'), { not: owner('contains', 'Lee') }),
    ],
    ['two words in one', both(owner('is', 'Ann'), { field: 'owner', op: 'evidence', minWords: 2 })],
    [
      'currencies apart',
      both(
        { field: 'amount', op: 'currency-in', value: ['USD'] },
        { field: 'amount', op: 'currency-in', value: [] },
      ),
    ],
    ['days that cross', both(close('before', days(-5)), close('after', days(5)))],
    [
      'working days that cross',
      both(close('before', days(-5, 'working')), close('after', days(5, 'working'))),
    ],
    [
      'dates that cross',
      both(close('before', { date: '2027-01-01' }), close('on-or-after', { date: '2027-01-01' })),
    ],
    ['no day between two days', both(close('after', days(1)), close('before', days(2)))],
    [
      'before today and past the window',
      both(close('before', days(0)), close('after', 'window-end')),
    ],
    [
      'a condition and its opposite',
      both(amount('more-than', '1'), { not: amount('more-than', '1') }),
    ],
    [
      'a group and its opposite',
      both({ any: [SET, owner('is', 'Ann')] }, { not: { any: [SET, owner('is', 'Ann')] } }),
    ],
    [
      'through groups in groups',
      both(amount('more-than', '10'), both(owner('is', 'Ann'), both(amount('less-than', '5')))),
    ],
    [
      'every way out closed',
      both(amount('more-than', '10'), { any: [amount('less-than', '5'), amount('equals', '7')] }),
    ],
    [
      'two categories',
      both(
        { field: 'forecastCategory', op: 'is', value: 'commit' },
        { field: 'forecastCategory', op: 'is', value: 'forecast' },
      ),
    ],
    [
      'fresh and stale',
      both(
        { field: 'answer.pain', op: 'evidence', maxAge: 10 },
        { not: { field: 'answer.pain', op: 'evidence', maxAge: 20 } },
      ),
    ],
    [
      'more members than allowed',
      both(
        { field: 'custom.x', op: 'count-at-most', value: 1 },
        { field: 'custom.x', op: 'includes-all', value: ['a', 'b'] },
      ),
    ],
    [
      'a member and not',
      both(
        { field: 'custom.x', op: 'includes', value: 'a' },
        { not: { field: 'custom.x', op: 'includes-any', value: ['A', 'b'] } },
      ),
    ],
    [
      'a number and a text',
      both(
        { field: 'custom.x', op: 'more-than', value: '1' },
        { field: 'custom.x', op: 'contains', value: 'a' },
      ),
    ],
  ])('%s', (_, test) => {
    const found = inTest(test);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^contradiction/);
    // Every deal meets its opposite, or nothing at all does; either way it asks nothing.
    expect(inTest({ not: test })).toHaveLength(1);
  });

  it('names the smallest group', () => {
    const clash = both(amount('more-than', '10'), amount('less-than', '5'));
    expect(inTest(both(SET, { any: [SET, clash] }))).toEqual(['contradiction all 1 any 1']);
  });

  it('finds a gate that stands only on deals that cannot meet it', () => {
    const gates = [
      gate('G3', amount('less-than', '5'), { when: amount('more-than', '10'), commitTest: SET }),
    ];
    expect(problemsOf(playbook({ gates }))).toMatchObject([
      { rule: 'G3', code: 'contradiction', path: ['gates', 0, 'test'] },
    ]);
  });

  it('looks at prompts and at commit tests, too', () => {
    const clash = both(amount('more-than', '10'), amount('less-than', '5'));
    const prompts = [{ id: 'p1', text: text('What?'), why: text('Why'), when: clash }];
    const gates = [gate('G1', SET, { commitTest: clash }), gate('G2', SET, { when: clash })];
    expect(
      problemsOf(playbook({ gates, prompts })).map(({ rule: id, path }) => [id, path.join('.')]),
    ).toEqual([
      ['G1', 'gates.0.commitTest'],
      ['G2', 'gates.1.when'],
      ['p1', 'prompts.0.when'],
    ]);
  });
});

describe('what every deal meets', () => {
  it.each<[string, unknown]>([
    [
      'set or empty',
      {
        any: [
          { field: 'owner', op: 'is-set' },
          { field: 'owner', op: 'is-empty' },
        ],
      },
    ],
    ['so or not so', { any: [owner('is', 'Ann'), { not: owner('is', 'Ann') }] }],
    [
      'so or not so, apart',
      { any: [{ any: [owner('is', 'Ann'), SET] }, { not: owner('is', 'Ann') }] },
    ],
    [
      'not both at once',
      {
        not: {
          all: [
            { field: 'owner', op: 'is-set' },
            { field: 'owner', op: 'is-empty' },
          ],
        },
      },
    ],
    [
      'one side or the other, or none',
      {
        any: [
          { field: 'lastContactBy', op: 'is-empty' },
          { field: 'lastContactBy', op: 'one-of', value: ['buyer', 'us'] },
        ],
      },
    ],
    [
      'in any place, or empty',
      {
        any: [
          close('before', days(3)),
          close('on-or-after', days(3)),
          { field: 'closeDate', op: 'is-empty' },
        ],
      },
    ],
  ])('%s', (_, test) => {
    expect(inTest(test)).toEqual([expect.stringMatching(/^(always-true|contradiction)/)]);
  });
});
