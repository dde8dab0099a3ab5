import { expect, it } from 'vitest';
import { PLACEHOLDERS, isPlaceholder } from './placeholder.ts';

it.each([
  'TBD', 't.b.d.', 'T B D', 'tbd...', ' tbc ', '[tbd]', '<TBA>', 'To be determined!', 'n/a', 'N.A.', 'na', 'nvt',
  'N.v.t.', 'n/v/t', 'unknown', 'Unknown?', 'onbekend', 'unbekannt', '?', '???', '-', '--', '—', '–', '.', '...',
  '…', '*', '/', '( )', 'x', 'X', 'xx', 'xxx', 'XXXXXX', 'x x x', 'none', 'None.', 'geen', 'later', 'test', 'TEST!',
  'asdf', 'todo', 'TO-DO', '0', '00', '0,00', '€ 0,-', '0%', 'aaa', '1', '111', 'q', '', ' ', '\t\n', '\u200b',
  '\u200b \ufeff', 't\u200bbd', 'ＴＢＤ', 'später', 'spater', 'weiß nicht', 'k.A.', 'Keine Ahnung', 'weet ik nog niet',
  'nog te bepalen', 'Oké', "don't know", 'I don’t know', '✓', '👍', 'Ja.', 'yes', 'x'.repeat(300), '-'.repeat(300),
])('"%s" says nothing', (text) => {
  expect(isPlaceholder(text)).toBe(true);
});

it.each([
  'Na Li', 'Xxavier', 'Test & Co procurement', 'TBD Studios B.V.', 'Nan Goldin', 'Unknown Worlds', 'Bo', 'Li', 'Al',
  'JJ', 'AA', 'IT', 'HR', '3M', '5%', '€ 5', '50', '55', '2026-03-10', '李', '佐藤', '김', 'Later this week Priya calls',
  'Testing with the depot leads', 'None of the directors objected', 'Geen bezwaar van juridisch', 'No one signs alone',
  'Open questions go to Ruth', 'Onbekende kosten in kaart brengen', 'Offene Punkte mit Jürgen klären', 'Ó Sé',
  'Dan', 'Demo', 'Nancy', 'TBDX', 'Xavier xxx', 'ab ab ab', `Plan: ${'tbd '.repeat(80)}`, 'x'.repeat(300) + 'y',
])('"%s" says something', (text) => {
  expect(isPlaceholder(text)).toBe(false);
});

it('knows every entry of its list, as it stands and as people write it', () => {
  for (const entry of PLACEHOLDERS) {
    expect(isPlaceholder(entry), entry).toBe(true);
    expect(isPlaceholder(` ${entry.toUpperCase().replaceAll(' ', ' - ')}...`), entry).toBe(true);
    expect(isPlaceholder(`${entry} says Marloes Verhoef`), entry).toBe(false);
  }
});
