/**
 * Texts that people put where a field must not stay empty. A text is one of these only as a whole:
 * "later" is, "Later this week Priya calls" is not. They stand here as `normalise` leaves them, so that
 * "N.v.t.", "n/v/t" and "NVT" are one entry.
 */
export const PLACEHOLDERS: ReadonlySet<string> = new Set(
  [
    // English
    'tbd, tba, tbc, to be determined, to be decided, to be defined, to be confirmed, to be announced',
    'to be discussed, to be filled in, to do, todo, to follow, na, not applicable, not available',
    'not known, not known yet, not yet known, not yet, not sure, not sure yet, no idea, no info',
    'i dont know, dont know, dont know yet, idk, dunno, unknown, unknown yet, none, nothing, nil, null',
    'undefined, no, nope, yes, yep, ok, okay, later, soon, pending, in progress, work in progress, wip',
    'open, missing, empty, blank, dummy, placeholder, sample, temp, tmp, fill in, fill in later',
    'fill me in, see later, ask, ask later, check, check later, same, whatever, something, someone',
    // Dutch
    'nvt, niet van toepassing, onbekend, nog onbekend, niet bekend, nog niet bekend, ntb, nnb',
    'nader te bepalen, nog te bepalen, nog bepalen, te bepalen, volgt, volgt nog, volgt later, komt nog',
    'komt later, geen, geen idee, geen info, niets, niks, nog niets, nog niet, weet niet, weet ik niet',
    'weet ik nog niet, leeg, invullen, nog invullen, nog in te vullen, in te vullen, later invullen',
    'nog doen, te doen, nog te doen, binnenkort, straks, ja, nee, oke, misschien, iets, iemand',
    // German
    'unbekannt, noch unbekannt, nicht bekannt, noch nicht bekannt, nicht zutreffend, entfallt, keine',
    'keiner, kein, keine angabe, keine angaben, ka, keine ahnung, weiss nicht, weiss ich nicht, nichts',
    'offen, noch offen, folgt, folgt noch, kommt noch, spater, zu klaren, noch zu klaren',
    'noch zu bestimmen, zu bestimmen, wird nachgereicht, leer, nein, noch nichts, bald',
    // Keyboards and samples
    'test, tests, testing, test test, test 123, test1, test123, tst, foo, bar, foobar, foo bar, bla',
    'blabla, bla bla, bla bla bla, lorem, lorem ipsum, asd, asdf, asdfg, asdfgh, asdfasdf, sdf, sdfg',
    'dfg, fgh, jkl, hjkl, qwe, qwer, qwert, qwerty, azerty, qwertz, zxc, zxcv, xx, xy, xyz, 123, 1234',
    '12345, 123456',
  ].flatMap((line) => line.split(', ')),
);

/** No entry comes near this length, even with spaces or dots between its letters. */
const LONG = 200;

/** Scripts in which one character is a word. */
const WORD_SCRIPT = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]$/u;

/**
 * True for a text that fills a field and says nothing: a word of the list above, nothing but punctuation or
 * spaces, zeros, one letter or digit, or one character three times and more. Capitals, punctuation,
 * accents and characters that do not show make no difference.
 */
export function isPlaceholder(text: string): boolean {
  if (!mayBePlaceholder(text)) return false;
  if (!/[\p{L}\p{N}]/u.test(text)) return true;
  if (text.length > LONG) return isRepetition(text.trim());
  const plain = normalise(text);
  return PLACEHOLDERS.has(plain) || isSingle(plain) || isRepetition(plain);
}

export const SPACE = 0x20;
export const ASCII = 0x7f;

/** For a character code of ASCII alone. */
export const isAlphanumeric = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) ||
  (code >= 0x41 && code <= 0x5a) ||
  (code >= 0x30 && code <= 0x39);

const addToHash = (hash: number, code: number): number => (Math.imul(hash, 31) + code) | 0;

/** So many letters tell nearly every text from all entries. */
const START = 4;

/** Entries by a hash of their letters and digits, the starts of those letters, and the most that an entry has. */
const HASHES = new Set<number>();
const STARTS = new Set<number>();
let longest = 0;
for (const entry of PLACEHOLDERS) {
  const letters = entry.replaceAll(' ', '');
  let hash = 0;
  for (let i = 0; i < letters.length; i++) {
    hash = addToHash(hash, letters.charCodeAt(i));
    if (i === START - 1) STARTS.add(hash);
  }
  HASHES.add(hash);
  longest = Math.max(longest, letters.length);
}

/**
 * False for nearly every real text, after a look at its first letters: this runs at every keystroke, for every
 * gate that asks for evidence. True means that isPlaceholder has to look closely.
 */
function mayBePlaceholder(text: string): boolean {
  let hash = 0;
  let length = 0;
  let first = 0;
  let allAlike = true;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > ASCII) return true;
    if (!isAlphanumeric(code)) continue;
    const lower = code | 0x20; // Digits have this bit set already.
    if (length === 0) first = lower;
    else if (lower !== first) allAlike = false;
    hash = addToHash(hash, lower);
    length += 1;
    if (allAlike || length < START) continue;
    if (length > longest || (length === START && !STARTS.has(hash))) return false;
  }
  return allAlike || HASHES.has(hash);
}

/** Lower case, no accents, one space for punctuation (an amount keeps its sign), and spelt-out abbreviations ("t b d") closed up. */
function normalise(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}'’`]+/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/[^\p{L}\p{N}\p{Sc}%]+/gu, ' ')
    .trim();
  return /^[\p{L}\p{N}]( [\p{L}\p{N}])+$/u.test(plain) ? plain.replaceAll(' ', '') : plain;
}

const isSingle = (plain: string): boolean =>
  /^[\p{L}\p{N}]$/u.test(plain) && !WORD_SCRIPT.test(plain);

/** "xxx" and "a a a a", and zeros in any form. Two letters alike can be a name, two digits a number. */
const isRepetition = (plain: string): boolean =>
  /^\p{Sc}? ?0[0 ]*%?$/u.test(plain) || /^(.)(?: ?\1){2,}$/u.test(plain);
