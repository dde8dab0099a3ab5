import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compilePattern, matchPattern, type UrlPattern } from './url-pattern.ts';

const compiled = (pattern: string): UrlPattern => {
  const found = compilePattern(pattern);
  if (typeof found === 'string') throw new Error(`${pattern}: ${found}`);
  return found;
};
const match = (pattern: string, path: string) => matchPattern(compiled(pattern), path);

describe('a pattern', () => {
  test.each([
    ['/deals/:id', '/deals/7', { id: '7' }],
    ['/deals/:id', '/deals/a%20b', { id: 'a b' }],
    ['/deals/:id', '/deals/', undefined],
    ['/deals/:id', '/deals/7/notes', undefined],
    ['/deals/:id', '/old/deals/7', undefined],
    ['/deals/:id', '/deals/%E0%A4', undefined],
    ['/#/deals/:id/show', '/#/deals/7/show', { id: '7' }],
    ['/#/deals/:id/show', '/#/deals/7', undefined],
    ['/#crm/model/deal/:id;**', '/#crm/model/deal/7;views=%5B1%5D&x=/', { id: '7' }],
    ['/deal?id=:id', '/deal?id=7', { id: '7' }],
    ['/deal?id=:id', '/deal?id=7&tab=2', undefined],
    ['/deal?id=:id&**', '/deal?id=7&tab=2', { id: '7' }],
    ['/*/deals/:id', '/acme/deals/7', { id: '7' }],
    ['/*/deals/:id', '/acme/north/deals/7', undefined],
    ['/**/deals/:id', '/acme/north/deals/7', { id: '7' }],
    ['/deals', '/deals', true],
    ['/deals', '/deals/7', undefined],
    ['/deals?**', '/deals?page=2', true],
    // A sign of regular expressions is a letter like any other.
    ['/deals.(x)+/:id', '/deals.(x)+/7', { id: '7' }],
    ['/deals.(x)+/:id', '/dealsA(x)(x)/7', undefined],
  ])('%s on %s', (pattern, path, expected) => {
    expect(match(pattern, path)).toEqual(expected);
  });

  test('that would find two ids finds none', () => {
    expect(match('/**/:id/**', '/a/b/c/d')).toBeUndefined();
  });

  test.each([
    ['deals/:id', 'start'],
    ['https://crm.example.com/deals/:id', 'start'],
    ['/:id/:id', 'two-ids'],
    ['/deals:id', 'id-apart'],
    ['/deals/*:id', 'id-apart'],
    ['/deals/:idea', 'id-apart'],
    ['/deals/:id*', 'id-apart'],
    ['/**', 'too-wide'],
    ['/', 'too-wide'],
  ])('%s is refused: %s', (pattern, fault) => {
    expect(compilePattern(pattern)).toBe(fault);
  });
});

test('an id comes back whatever it is', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 40, unit: 'binary' }), (id) => {
      fc.pre(id.isWellFormed());
      expect(match('/deals/:id/show', `/deals/${encodeURIComponent(id)}/show`)).toEqual({ id });
    }),
  );
});

test('literal text fits itself alone', () => {
  const text = fc.string({ maxLength: 20 }).map((part) => part.replaceAll(/[*:]/g, '_'));
  fc.assert(
    fc.property(text, text, (a, b) => {
      const found = matchPattern(compiled(`/x${a}`), `/x${b}`);
      expect(found === true).toBe(a === b);
    }),
  );
});

test('many stars on a long address end soon', () => {
  const pattern = `/${'**a'.repeat(90)}/:id`;
  let steps = 0;
  const path = `/${'a'.repeat(3900)}`;
  const counted = new Proxy(compiled(pattern).before as object[], {
    get: (target, key) => {
      if (key === Symbol.iterator) steps += 1;
      return Reflect.get(target, key) as unknown;
    },
  });
  const { after } = compiled(pattern);
  expect(matchPattern({ before: counted as never, after }, path)).toBeUndefined();
  // One walk through the tokens, and not one for each way in which the stars could be laid.
  expect(steps).toBe(1);
});
