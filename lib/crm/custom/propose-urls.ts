import { compilePattern, matchPattern } from '../../core/url-pattern.ts';

/** What two deals' addresses tell of how a deal is addressed. */
export interface ProposedUrls {
  readonly patterns: readonly string[];
  readonly ids: readonly [string, string];
}

/** The signs that part an address, each by itself. */
const SIGNS = /([/?#&;=])/;

/** Behind these an address says how the page is shown, and no more which record it is. */
const ASIDE = new Set(['?', '&', ';']);

/**
 * Proposes patterns from the addresses (all behind the host) of two deals: the part in which they differ is the id.
 * Undefined where they do not differ, or in nothing that could be an id.
 */
export function proposeUrls(first: string, second: string): ProposedUrls | undefined {
  const [a, b] = [first.split(SIGNS), second.split(SIGNS)];
  const places = a.flatMap((part, i) => (isIdAt(a, b, i) && part !== b[i] ? [i] : []));
  const place = places.find((i) => looksLikeId(a[i] ?? '') && looksLikeId(b[i] ?? '')) ?? places[0];
  if (place === undefined) return undefined;
  const before = a
    .slice(0, place)
    .map((part, i) => (part === b[i] ? literal(part) : '*'))
    .join('');
  const patterns = tails(a, place).map((tail) => `${before}:id${tail}`);
  const ids = idsOf(patterns, first, second);
  return ids && { patterns, ids };
}

/** Both addresses have a part there, not a sign, and the signs before it are the same. */
const isIdAt = (a: readonly string[], b: readonly string[], i: number): boolean =>
  i % 2 === 0 &&
  (a[i] ?? '') !== '' &&
  (b[i] ?? '') !== '' &&
  a.slice(0, i).every((part, at) => at % 2 === 0 || part === b[at]);

/** A number, or long and with digits in it. */
const looksLikeId = (part: string): boolean =>
  /^\d+$/.test(part) || (part.length >= 8 && /\d/.test(part));

/** A star in an address would be a sign in a pattern. */
const literal = (part: string): string => part.replaceAll(/\*+/g, '*');

/** What may stand behind the id: what stands there now, and whatever an aside says. */
function tails(parts: readonly string[], place: number): readonly string[] {
  const rest = parts.slice(place + 1);
  const aside = rest.findIndex((part, i) => i % 2 === 0 && ASIDE.has(part));
  const path = (aside < 0 ? rest : rest.slice(0, aside)).map(literal).join('');
  const sign = aside < 0 ? undefined : rest[aside];
  return sign === undefined ? [path] : [path, `${path}${sign}**`];
}

function idsOf(
  patterns: readonly string[],
  first: string,
  second: string,
): readonly [string, string] | undefined {
  const [a, b] = [first, second].map((path) => idOf(patterns, path));
  return a === undefined || b === undefined || a === b ? undefined : [a, b];
}

/** The id that the first fitting pattern finds. */
export function idOf(patterns: readonly string[], path: string): string | undefined {
  for (const pattern of patterns) {
    const compiled = compilePattern(pattern);
    const found = typeof compiled === 'string' ? undefined : matchPattern(compiled, path);
    if (typeof found === 'object') return found.id;
  }
  return undefined;
}

/**
 * A pattern for another address of a deal whose id is known, such as its form's; undefined where the id stands in it
 * not once, or it is known already.
 */
export function patternFor(path: string, id: string, known: readonly string[]): string | undefined {
  if (idOf(known, path) !== undefined) return undefined;
  const parts = path.split(SIGNS);
  const places = parts.flatMap((part, i) => (i % 2 === 0 && isId(part, id) ? [i] : []));
  const [place] = places;
  if (place === undefined || places.length > 1) return undefined;
  const before = parts.slice(0, place).map(literal).join('');
  const pattern = `${before}:id${tails(parts, place).at(-1) ?? ''}`;
  return idOf([pattern], path) === id ? pattern : undefined;
}

function isId(part: string, id: string): boolean {
  try {
    return decodeURIComponent(part) === id;
  } catch {
    return false;
  }
}
