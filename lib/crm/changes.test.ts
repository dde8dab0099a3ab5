import { describe, expect, it } from 'vitest';
import { changeOf, ordersOf, plainText } from './changes.ts';
import { notOffered } from './offered.ts';

const day = '2026-11-20';
const stages = [
  { id: 'a', order: 0 },
  { id: 'b', order: 1 },
  { id: 'both', order: 1 },
  { id: 'both', order: 2 },
  { id: 'lost' },
];

describe('a change', () => {
  it('has its values and its day, and of stages their places', () => {
    expect(changeOf({ field: 'stage', from: 'a', to: 'b', day }, stages)).toEqual([
      { field: 'stage', from: 'a', to: 'b', fromOrder: 0, toOrder: 1, day, source: 'history' },
    ]);
    expect(changeOf({ field: 'nextStep', from: 'a', to: null, day }, stages)).toEqual([
      { field: 'nextStep', from: 'a', to: null, day, source: 'history' },
    ]);
  });

  it('is none where nothing changed, or where a value cannot be read', () => {
    expect(changeOf({ field: 'amount', from: '1', to: '1', day })).toEqual([]);
    expect(changeOf({ field: 'amount', from: null, to: null, day })).toEqual([]);
    expect(changeOf({ field: 'amount', from: undefined, to: '1', day })).toEqual([]);
    expect(changeOf({ field: 'amount', from: '1', to: undefined, day })).toEqual([]);
  });

  it('has no place for a stage that has none, or several', () => {
    expect(ordersOf('lost', 'both', stages)).toEqual({});
    expect(ordersOf(null, 'gone', stages)).toEqual({});
    expect(ordersOf('b', 'b', [...stages, { id: 'b', order: 1 }])).toEqual({
      fromOrder: 1,
      toOrder: 1,
    });
  });
});

it('a value of a history is a text, empty, or not readable', () => {
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
  expect([null, undefined, '', 'x', 3].map((value) => plainText(value, text))).toEqual([
    null,
    null,
    null,
    'x',
    undefined,
  ]);
});

it('fields that a CRM has no place for say so', () => {
  expect(notOffered('pushes', 'pipeline')).toEqual({
    pushes: { is: 'unknown', reason: 'not-offered' },
    pipeline: { is: 'unknown', reason: 'not-offered' },
  });
});
