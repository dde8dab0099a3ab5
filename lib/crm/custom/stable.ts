/** Telling what a developer wrote from what a machine made up, and from what belongs to one deal alone. */

const LONGEST = 60;
const VOWEL = /[aeiouy]/i;
/** No word of a language that names are written in has so many consonants in a row. */
const CONSONANTS = /[bcdfghjklmnpqrstvwxz]{5}/i;
/** A hump of a CamelCase word; shorter ones are made up ("bdVaJa"), but for a prefix. */
const HUMP = 3;

/** True for a name that a person may have given: no digits, and words that could be words. */
export function looksStable(name: string): boolean {
  if (name.length < 2 || name.length > LONGEST) return false;
  if (!/^[\p{L}][\p{L}_.\- ]*$/u.test(name)) return false;
  return name
    .split(/[_.\- ]+/)
    .filter((word) => word !== '')
    .every(looksLikeWord);
}

function looksLikeWord(word: string): boolean {
  const humps = word.split(/(?<=\p{Ll})(?=\p{Lu})/u);
  if (humps.slice(1).some((hump) => hump.length < HUMP)) return false;
  if (/\p{Lu}{2}\p{Ll}+\p{Lu}/u.test(word)) return false;
  return humps.every((hump) => hump.length < 4 || (VOWEL.test(hump) && !CONSONANTS.test(hump)));
}

/** True where an attribute only repeats the value that stands there: for the next deal it is another one. */
export function repeatsValue(attribute: string, value: string): boolean {
  const [a, b] = [attribute.toLowerCase(), value.toLowerCase()].map((text) =>
    text.replace(/[\s_.-]+/g, ' ').trim(),
  );
  if (!a || !b) return false;
  return b.includes(a) || (a.includes(b) && b.length > 2);
}
