import { describe, expect, it } from 'vitest';
import en from '../../public/_locales/en/messages.json';
import nl from '../../public/_locales/nl/messages.json';
import type { Because, Finding } from '../../lib/core/assessment.ts';
import { leafSchema, type Leaf, type Op } from '../../lib/core/condition-schema.ts';
import { empty, known, unknown, UNKNOWN_REASONS, type Fact } from '../../lib/core/fact.ts';
import { wordsOf } from '../../lib/app/words.ts';
import { deal, TODAY } from '../../tests/a11y/gallery/deals.ts';
import { playbook } from '../../tests/a11y/gallery/playbook.ts';
import { explain } from './explain.ts';
import type { Explaining } from './explain-value.ts';
import { createFormat } from './format.ts';

const inLanguage = (locale: 'en-GB' | 'nl'): Explaining => {
  const t = wordsOf(locale === 'nl' ? nl : en);
  return {
    t,
    fmt: createFormat(locale, TODAY, t),
    playbook,
    deal,
    today: TODAY,
    crmLabel: 'Atomic CRM',
  };
};
const english = inLanguage('en-GB');
const dutch = inLanguage('nl');
const money = (amount: string) => known({ amount, currency: 'EUR' }, 'page');

/** One leaf of every operator, so that a new operator without words fails here. */
const values: Readonly<Partial<Record<Op, object>>> = {
  between: { low: '1', high: '9' },
  'currency-in': { value: ['EUR'] },
  'one-of': { value: ['a', 'b'] },
  'none-of': { value: ['a'] },
  'includes-any': { value: ['a'] },
  'includes-all': { value: ['a', 'b'] },
  'count-at-least': { value: 2 },
  'count-at-most': { value: 1 },
};
const ops = leafSchema.options.map(({ shape }) => shape.op.value);
const days = [
  { days: -3, unit: 'calendar' },
  { days: 3, unit: 'calendar' },
  { days: 0, unit: 'working' },
  { date: '2026-12-01' },
  'window-end',
];
const leaves = ops.flatMap((op) =>
  [
    'amount',
    'closeDate',
    'stage',
    'nextStep',
    'contacts',
    'answer.pain',
    'answer.gone.date',
    'custom.x',
    'no-such',
  ].flatMap((field) =>
    (['before', 'on-or-before', 'after', 'on-or-after'].includes(op) ? days : [undefined]).map(
      (day) =>
        ({
          field,
          op,
          ...(values[op] ?? { value: '5' }),
          ...(day === undefined ? {} : { day }),
        }) as unknown as Leaf,
    ),
  ),
);
const becauses: readonly Because[] = [
  'holds',
  'does-not-hold',
  'empty',
  'placeholder',
  'too-short',
  'too-old',
  'unknown',
  'rounded',
  'other-currency',
  'no-currency',
];
const reads: readonly Fact<unknown>[] = [
  money('12.50'),
  known('2026-12-01', 'typed'),
  known('some text', 'api'),
  known(3, 'history'),
  known(['a'], 'page'),
  known([], 'page'),
  known({ id: '2', label: 'Proposal', state: 'open' }, 'page'),
  known({ odd: true }, 'page'),
  empty('page'),
  ...UNKNOWN_REASONS.flatMap((reason) => [unknown(reason), unknown(reason, 'seen')]),
];

describe('explain, for every operator, reason and value', () => {
  it('has every operator of the language', () => {
    expect(ops).toHaveLength(25);
  });

  it.each([
    ['English', english],
    ['Dutch', dutch],
  ] as const)('says something whole in %s', (_, on) => {
    for (const leaf of leaves) {
      for (const because of becauses) {
        for (const read of reads) {
          const said = explain(
            { leaf, because, read, truth: 'no', limit: '5' } satisfies Finding,
            on,
          );
          expect(said, `${leaf.op} ${because}`).not.toMatch(
            /undefined|NaN|\[object|read_|want_|\$\d|^\s*$/,
          );
        }
      }
    }
  });
});
