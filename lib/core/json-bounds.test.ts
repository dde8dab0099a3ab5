import { describe, expect, test } from 'vitest';
import { jsonExcess, type JsonLimits } from './json-bounds.ts';

const LIMITS: JsonLimits = { characters: 10_000, depth: 4, values: 200 };
const what = (text: string): string | undefined => jsonExcess(text, LIMITS)?.what;

describe('a JSON text', () => {
  test.each([
    ['{"a": {"b": {"c": {"d": 1}}}}', undefined],
    ['[[[[]]]]', undefined],
    ['[[[[[]]]]]', 'too-deep'],
    ['{"a": "[[[[[[[["}', undefined],
    ['{"a": "\\"[[[[[[[["}', undefined],
    ['[[],[],[],[],[],[]]', undefined],
    [`[${'0,'.repeat(300)}0]`, 'too-much'],
    [`"${' '.repeat(10_000)}"`, 'too-long'],
    ['{"a": 1, "a": 2}', 'double-name'],
    ['{"a": 1, "\\u0061": 2}', 'double-name'],
    ['{"a" \n : 1, "a":2}', 'double-name'],
    ['{"a": {"a": [{"a": 1}, {"a": 2}]}}', undefined],
    ['["a", "a", ":"]', undefined],
    ['{"a": "a", "b": "a:"}', undefined],
    ['{"__proto__": {}}', 'reserved-name'],
    ['{"\\u005f_proto__": {}}', 'reserved-name'],
    ['{"a": "__proto__"}', undefined],
    ['{"constructor": 1}', undefined],
    // What is no JSON is the parser's to say.
    ['{"a', undefined],
    ['}}}]]', undefined],
    ['', undefined],
  ])('%s: %s', (text, expected) => {
    expect(what(text)).toBe(expected);
  });

  test('says where it goes too far', () => {
    const text = '{\n  "a": 1,\n  "b": 2,\n  "a": 3\n}';
    expect(jsonExcess(text)).toMatchObject({ offset: text.lastIndexOf('"a"') });
    expect(jsonExcess(text)?.message).toBe('has the part "a" twice in one place. Keep one.');
  });
});
