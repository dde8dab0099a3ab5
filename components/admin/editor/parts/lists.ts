/** The list with the entry at `index` made anew. */
export const editedAt = <T>(list: readonly T[], index: number, make: (entry: T) => T): T[] =>
  list.map((entry, at) => (at === index ? make(entry) : entry));

/** The list without the entry at `index`. */
export const withoutAt = <T>(list: readonly T[], index: number): T[] =>
  list.filter((_, at) => at !== index);

/** The object with `part` set, or without it where the value is undefined: a playbook has no empty parts. */
export function withPart<T extends object, K extends keyof T>(
  whole: T,
  part: K,
  value: T[K] | undefined,
): T {
  const next = { ...whole };
  if (value === undefined) Reflect.deleteProperty(next, part);
  else next[part] = value;
  return next;
}

/** "card-3": the first id of this kind that the list does not have, in capitals or not. */
export function freshId(kind: string, taken: readonly string[]): string {
  const used = new Set(taken.map((id) => id.toLowerCase()));
  let number = 1;
  while (used.has(`${kind}-${number}`.toLowerCase())) number += 1;
  return `${kind}-${number}`;
}

const LONGEST_KEY = 64;

/**
 * The key that a label makes: "Economic buyer" becomes "economicBuyer". Letters and digits alone; where nothing of
 * them is left, or the key is taken, a number tells it apart.
 */
export function keyFrom(label: string, kind: string, taken: readonly string[]): string {
  const words = label
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '');
  const joined = words.map((word, at) => cased(word, at === 0)).join('');
  const plain = joined.replace(/^\d+/, '').slice(0, LONGEST_KEY - 4);
  if (plain === '') return freshId(kind, taken);
  const used = new Set(taken.map((key) => key.toLowerCase()));
  return used.has(plain.toLowerCase()) ? freshId(plain, taken) : plain;
}

function cased(word: string, first: boolean): string {
  if (!first) return word.charAt(0).toUpperCase() + word.slice(1);
  return word === word.toUpperCase()
    ? word.toLowerCase()
    : word.charAt(0).toLowerCase() + word.slice(1);
}
