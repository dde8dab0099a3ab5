import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { madeUpDeals } from '../../tests/made-up-deals.ts';
import {
  answerSchema,
  changeSchema,
  disputeSchema,
  exceptionSchema,
  parkedSchema,
  shownPromptSchema,
} from '../core/records.ts';
import { asItIs } from './as-it-is.ts';
import { dealSchema } from './deals.ts';

const made = madeUpDeals(200, '2026-11-20');
const ofDeal = ['deal', 'seq'];
const TABLES: readonly [string, z.ZodType, readonly string[], readonly object[]][] = [
  ['deals', dealSchema, ['cycle'], made.deals],
  ['changes', changeSchema, ofDeal, made.changes],
  ['answers', answerSchema, ofDeal, made.answers],
  ['exceptions', exceptionSchema, ofDeal, made.exceptions],
  ['parked', parkedSchema, ofDeal, made.parked],
  ['shown', shownPromptSchema, [], made.shown],
  ['disputes', disputeSchema, ofDeal, made.disputes],
];

/** Values that stand where others should: of each sort one that may pass and one that does not. */
const odd = fc.oneof(
  fc.constantFrom<unknown>(undefined, null, '', ' padded ', 'x'.repeat(10_001), 0, -1, 1.5, NaN),
  fc.constantFrom<unknown>('2026-02-30', '2024-02-29', 'G1', 'gate:G1', 'won', 'api', '12.50'),
  fc.constantFrom<unknown>({}, [], ['a'], [1], { is: 'empty', source: 'api' }, { is: 'value' }),
  fc.constantFrom<unknown>({ is: 'unknown', reason: 'no-access', saw: undefined }, new Date(0)),
  fc.constantFrom<unknown>({ amount: '1.5', currency: 'EUR' }, { amount: '1', more: 1 }),
  fc.anything(),
);

/** The paths of all properties and elements in a value. */
const pathsIn = (value: unknown, path: readonly string[] = []): (readonly string[])[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, part]) => [
        [...path, key],
        ...pathsIn(part, [...path, key]),
      ])
    : [];

/** `alike` is what stands in the same place of another row. */
type Change = (owner: object, key: string, value: unknown, alike: unknown) => void;
const set = (owner: object, key: string, value: unknown): void => {
  const flags = { enumerable: true, configurable: true, writable: true };
  Object.defineProperty(owner, key, { value, ...flags });
};
const CHANGES: readonly Change[] = [
  set,
  (owner, key, _, alike) => {
    set(owner, key, alike);
  },
  (owner, key) => Reflect.deleteProperty(owner, key),
  (owner, key, value) => {
    set(owner, `${key}x`, value);
  },
  (owner, _, value) => {
    set(owner, '__proto__', value);
  },
];

const at = (row: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((part, key) => (part as Record<string, unknown> | undefined)?.[key], row);

/** A row with one to three of its parts changed, taken away, or set beside it. */
function changed(rows: readonly object[]): fc.Arbitrary<unknown> {
  const row = fc.constantFrom(...rows);
  const edit = fc.tuple(fc.nat(), fc.constantFrom(...CHANGES), odd, row);
  return fc.tuple(row, fc.array(edit, { minLength: 1, maxLength: 3 })).map(([given, edits]) => {
    const copy = structuredClone(given);
    for (const [nth, change, value, other] of edits) {
      const paths = pathsIn(copy);
      const path = paths[nth % Math.max(1, paths.length)];
      if (!path) continue;
      const owner = at(copy, path.slice(0, -1)) as object;
      change(owner, path.at(-1)!, structuredClone(value), structuredClone(at(other, path)));
    }
    return copy;
  });
}

const without = (row: unknown, keys: readonly string[]): unknown =>
  Object.fromEntries(Object.entries(row as object).filter(([key]) => !keys.includes(key)));

describe.each(TABLES)('a row of %s', (_, schema, beside, rows) => {
  const isGood = asItIs(schema, beside);

  test('as the product writes it needs no other check', () => {
    expect(rows.length).toBeGreaterThan(2);
    expect(rows.filter((row) => !isGood(row))).toEqual([]);
  });

  test('that is taken as it is, zod takes and hands back the same', () => {
    let taken = 0;
    fc.assert(
      fc.property(fc.oneof({ weight: 9, arbitrary: changed(rows) }, odd), (row) => {
        if (!isGood(row)) return;
        taken += 1;
        expect(schema.safeParse(row)).toStrictEqual({ success: true, data: without(row, beside) });
      }),
      { numRuns: 800 },
    );
    expect(taken).toBeGreaterThan(5);
  });
});

describe('what zod would change, or is not understood here, is left to zod', () => {
  const sub = z.object({ a: z.string() });
  const strip = z.union([sub, z.object({ a: z.string(), b: z.number() })]);
  test.each<[string, z.ZodType, unknown]>([
    ['a text that is trimmed', z.string().trim(), ' a '],
    ['a default', z.object({ a: z.string().default('x') }), {}],
    ['a property beside', sub, { a: 'x', b: 1 }],
    ['a form that fits after one that would leave something out', strip, { a: 'x', b: 1 }],
    ['a transformation', z.string().transform(Number), '1'],
    ['an object with a condition of its own', sub.refine(() => false), { a: 'x' }],
    ['a whole number', z.int(), 1.5],
    ['a strict object', z.strictObject({ a: z.string() }), { a: 'x', b: 1 }],
    ['a class', sub, Object.create({}, { a: { value: 'x', enumerable: true } })],
  ])('%s', (_, schema, value) => {
    expect(asItIs(schema)(value)).toBe(false);
  });

  test.each<[string, z.ZodType, unknown]>([
    [
      'a set after a text, a number and an object',
      z.union([z.string(), z.number(), sub, z.array(z.string())]),
      ['x'],
    ],
    ['null', z.string().nullable(), null],
    ['a condition that holds', z.string().refine((text) => text === 'x'), 'x'],
    ['a whole number', z.number().int().nonnegative(), 3],
    ['an optional property that is left out', z.object({ a: z.string().optional() }), {}],
  ])('but not %s', (_, schema, value) => {
    const isGood = asItIs(schema);
    expect([isGood(value), isGood(value)]).toEqual([true, true]);
  });
});
