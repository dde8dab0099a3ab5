import { describe, expect, test } from 'vitest';
import { hiddenIn, isFreeName, plainly, visible } from './plain-text.ts';

describe('a plain text', () => {
  test.each([
    'Budget – “agreed”, 100 % (ex. VAT)\n\tyes\r\n',
    '<b>Acme</b> & "Söhne" <script>alert(1)</script>',
    'Δέλτα, 株式会社, 👩‍💻 🇳🇱 🏴󠁧󠁢󠁥󠁮󠁧󠁿',
    // A mark of direction has its place beside letters that are written from right to left.
    'חברה בע"מ\u200f (Ltd.)',
    'شركة\u200e ACME',
    '',
  ])('%j', (text) => {
    expect(hiddenIn(text)).toBeUndefined();
    expect(plainly(text)).toBe(text);
    expect(visible('Amount')).toBe('Amount');
  });

  test.each([
    ['a\u0000b', 'U+0000'],
    ['a\u001bb', 'U+001B'],
    ['a\u007fb', 'U+007F'],
    ['a\u0085b', 'U+0085'],
    ['a\u202eb', 'U+202E'],
    ['a\u202ab', 'U+202A'],
    ['a\u2066b', 'U+2066'],
    ['a\u2069b', 'U+2069'],
    ['pay\u200epal', 'U+200E'],
    ['pay\u200fpal', 'U+200F'],
    ['a\ud83d', 'U+D83D'],
    ['\udc00a', 'U+DC00'],
    // Not even beside letters that are written from right to left.
    ['חברה\u202e', 'U+202E'],
  ])('is not %j: %s', (text, name) => {
    expect(hiddenIn(text)).toContain(name);
    expect(hiddenIn(plainly(text))).toBeUndefined();
    expect(hiddenIn(visible(text))).toBeUndefined();
    expect(visible(text)).toContain(`[${name}]`);
  });
});

test.each([
  ['budget', true],
  ['constructor', false],
  ['toString', false],
  ['hasOwnProperty', false],
  ['__proto__', false],
])('the name %s is free: %s', (name, free) => {
  expect(isFreeName(name)).toBe(free);
});
