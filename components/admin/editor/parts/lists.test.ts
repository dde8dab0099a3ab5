import { describe, expect, test } from 'vitest';
import { freshId, keyFrom, withPart } from './lists.ts';

describe('a key from a label', () => {
  test.each([
    ['Economic buyer', 'economicBuyer'],
    ['Séc — Review: booked?', 'secReviewBooked'],
    ['2nd opinion', 'ndOpinion'],
    ['ROI by spring', 'roiBySpring'],
    ['合同', 'answer-1'],
    ['  ', 'answer-1'],
    ['x'.repeat(90), 'x'.repeat(60)],
  ])('%s', (label, key) => {
    expect(keyFrom(label, 'answer', [])).toBe(key);
    expect(key).toMatch(/^[A-Za-z][A-Za-z0-9-]{0,63}$/);
  });

  test('is nobody else’s, in capitals or not', () => {
    expect(keyFrom('Pain', 'answer', ['PAIN', 'pain-1'])).toBe('pain-2');
    expect(freshId('card', ['Card-1'])).toBe('card-2');
  });
});

test('a part without a value is no part', () => {
  const whole: { a: number; b?: number } = { a: 1, b: 2 };
  expect(withPart(whole, 'b', undefined)).toEqual({ a: 1 });
  expect(Object.keys(withPart(whole, 'b', undefined))).toEqual(['a']);
  expect(whole).toEqual({ a: 1, b: 2 });
});
