import { describe, expect, test } from 'vitest';
import { empty, known, unknown } from '../core/fact.ts';
import type { Stage } from '../core/fields.ts';
import type { Money } from '../core/money.ts';
import { compareMoney } from './compare-money.ts';
import { changesBetween, mergeSaved, savedOnly } from './compare.ts';
import { readingWith } from '../../tests/readings.ts';

const DAY = '2026-11-20';
const amount = (value: string, margin?: string): Money =>
  margin === undefined ? { amount: value } : { amount: value, margin };
const stage = (id: string, order: number, label = id): Stage => ({
  id,
  label,
  order,
  state: 'open',
});

describe('what makes a change', () => {
  test('a date that moved, with its day and source', () => {
    const after = readingWith({ closeDate: known('2027-01-15', 'page') });
    expect(changesBetween(readingWith(), after, DAY)).toEqual([
      { field: 'closeDate', from: '2026-12-01', to: '2027-01-15', day: DAY, source: 'page' },
    ]);
  });

  test('from a value to empty and back', () => {
    const full = readingWith({ nextStep: known('Call Ada', 'api') });
    const none = readingWith({ nextStep: empty('api') });
    expect(changesBetween(full, none, DAY)).toMatchObject([{ from: 'Call Ada', to: null }]);
    expect(changesBetween(none, full, DAY)).toMatchObject([{ from: null, to: 'Call Ada' }]);
  });

  test('a stage, by its id and with both orders; another label is no change', () => {
    const before = readingWith({ stage: known(stage('lead', 0), 'api') });
    const moved = readingWith({ stage: known(stage('won', 4), 'api') });
    const renamed = readingWith({ stage: known(stage('lead', 0, 'New name'), 'api') });
    expect(changesBetween(before, moved, DAY)).toMatchObject([
      { field: 'stage', from: 'lead', to: 'won', fromOrder: 0, toOrder: 4 },
    ]);
    expect(changesBetween(before, renamed, DAY)).toEqual([]);
  });

  test.each(['not-on-page', 'not-readable', 'no-access'] as const)(
    'never what is unknown: %s',
    (reason) => {
      const blind = readingWith({ closeDate: unknown(reason), amount: unknown(reason) });
      expect(changesBetween(readingWith(), blind, DAY)).toEqual([]);
      expect(changesBetween(blind, readingWith(), DAY)).toEqual([]);
    },
  );

  test('never the day of the last save', () => {
    const before = readingWith({ modified: known('2026-11-01', 'api') });
    const after = readingWith({ modified: known('2026-11-20', 'api') });
    expect(changesBetween(before, after, DAY)).toEqual([]);
  });
});

describe('money', () => {
  test.each([
    [amount('23150.50'), amount('23150.5'), 'same'],
    [amount('23150.50'), amount('23200', '50'), 'same'],
    [amount('23150'), amount('23200', '50'), 'same'],
    [amount('23149'), amount('23200', '50'), 'other'],
    [amount('23200', '50'), amount('23300', '50'), 'other'],
    [amount('23200', '50'), amount('23000', '500'), 'same'],
    [{ amount: '5', currency: 'EUR' }, { amount: '9', currency: 'USD' }, 'incomparable'],
    [{ amount: '5', currency: 'EUR' }, { amount: '5' }, 'same'],
  ] as const)('%o and %o: %s', (a, b, expected) => {
    expect(compareMoney(a, b)).toBe(expected);
    expect(compareMoney(b, a)).toBe(expected);
  });

  test('a rounded figure makes no change and does not replace the exact one', () => {
    const rounded = readingWith({ amount: known({ amount: '23200', margin: '50' }, 'page') });
    expect(changesBetween(readingWith(), rounded, DAY)).toEqual([]);
    expect(mergeSaved(readingWith(), rounded).fields.amount).toMatchObject({
      value: { amount: '23150.50', currency: 'EUR' },
    });
  });

  test('an exact figure replaces the rounded one, and keeps its currency', () => {
    const rounded = readingWith({
      amount: known({ amount: '23200', margin: '50', currency: 'EUR' }, 'page'),
    });
    const exact = readingWith({ amount: known({ amount: '23150.50' }, 'page') });
    expect(mergeSaved(rounded, exact).fields.amount).toMatchObject({
      value: { amount: '23150.50', currency: 'EUR' },
    });
  });
});

describe('what is stored', () => {
  test('what could not be read this time stays as last seen', () => {
    const merged = mergeSaved(readingWith(), readingWith({ closeDate: unknown('not-readable') }));
    expect(merged.fields.closeDate).toEqual(known('2026-12-01', 'api'));
  });

  test('nothing that was typed, answered or derived', () => {
    const typed = readingWith({
      closeDate: known('2030-01-01', 'typed'),
      nextStep: known('from an answer', 'answer'),
      pushes: known(3, 'history'),
    });
    const { fields } = savedOnly({ ...typed, custom: { budget: known('9', 'typed') } });
    expect([fields.closeDate.is, fields.nextStep.is, fields.pushes.is]).toEqual(
      Array(3).fill('unknown'),
    );
    expect(savedOnly({ ...typed, custom: { budget: known('9', 'typed') } }).custom.budget?.is).toBe(
      'unknown',
    );
  });
});
