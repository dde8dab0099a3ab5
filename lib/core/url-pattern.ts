/**
 * Patterns for the addresses of an admin's own CRM. They are literal text but for three signs: `:id` is the deal's id,
 * `*` is any text within one part of the address, `**` any text at all. No expression of a user's is ever run as a
 * regular expression, and a match takes time in proportion to the lengths of the address and the pattern.
 */

/** What ends a part of an address, and so an id. */
const ENDS = new Set(['/', '?', '#', '&', ';', '=']);

/** An address longer than this is nobody's deal. */
const ADDRESS_LIMIT = 4000;

type Token = { readonly text: string } | { readonly any: 'part' | 'all' };

/** A pattern that was understood: what stands before the id, and what behind it. */
export interface UrlPattern {
  readonly before: readonly Token[];
  /** Undefined for a pattern without an id: a list's or a board's. */
  readonly after: readonly Token[] | undefined;
}

/** What is wrong with a pattern. */
export type PatternFault = 'start' | 'two-ids' | 'id-apart' | 'too-wide';

function tokensOf(text: string): readonly Token[] {
  return text
    .split(/(\*+)/)
    .filter((part) => part !== '')
    .map((part) => {
      if (!part.startsWith('*')) return { text: part };
      return { any: part.length === 1 ? 'part' : 'all' };
    });
}

/**
 * Understands a pattern, or says what is wrong with it: it must start with "/", hold `:id` once at the most, and have
 * something definite on both sides of it, so that where an id starts and ends is never a matter of choice.
 */
export function compilePattern(pattern: string): UrlPattern | PatternFault {
  if (!pattern.startsWith('/')) return 'start';
  const [before = '', after, more] = pattern.split(':id');
  if (more !== undefined) return 'two-ids';
  if (after !== undefined && !(ENDS.has(before.at(-1) ?? '') && endsId(after))) return 'id-apart';
  if (/^\/?\**$/.test(before) && after === undefined) return 'too-wide';
  return {
    before: tokensOf(before),
    after: after === undefined ? undefined : tokensOf(after),
  };
}

const endsId = (after: string): boolean => after === '' || ENDS.has(after.charAt(0));

/** The part of an address that patterns speak of: all behind the host. */
export const pathOf = ({ pathname, search, hash }: AddressParts): string =>
  `${pathname}${search}${hash}`;

/** What is used of a URL. */
export interface AddressParts {
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;
}

/**
 * Matches an address's path. Gives the id as it is written there, decoded; `true` for a pattern without an id; and
 * undefined where it does not fit, or where two ids would.
 */
export function matchPattern(
  { before, after }: UrlPattern,
  path: string,
): { readonly id: string } | true | undefined {
  if (path.length > ADDRESS_LIMIT) return undefined;
  const starts = reach(before, path);
  if (!after) return starts[path.length] === true ? true : undefined;
  const ends = reachBack(after, path);
  const ids = new Set<string>();
  for (let start = 0; start < path.length; start += 1) {
    if (starts[start] !== true || !startsPart(path, start)) continue;
    const end = endOfPart(path, start);
    if (end > start && ends[end] === true) ids.add(path.slice(start, end));
  }
  const [id] = ids;
  return id === undefined || ids.size > 1 ? undefined : decoded(id);
}

const startsPart = (path: string, at: number): boolean => ENDS.has(path.charAt(at - 1));

function endOfPart(path: string, from: number): number {
  let at = from;
  while (at < path.length && !ENDS.has(path.charAt(at))) at += 1;
  return at;
}

function decoded(id: string): { readonly id: string } | undefined {
  try {
    return { id: decodeURIComponent(id) };
  } catch {
    return undefined;
  }
}

/** From which places on the rest can follow, once the tokens have been read from the start. */
function reach(tokens: readonly Token[], path: string): readonly boolean[] {
  let now = new Array<boolean>(path.length + 1).fill(false);
  now[0] = true;
  for (const token of tokens) now = step(token, path, now);
  return now;
}

function step(token: Token, path: string, now: readonly boolean[]): boolean[] {
  const next = new Array<boolean>(path.length + 1).fill(false);
  if ('text' in token) {
    now.forEach((here, at) => {
      if (here && path.startsWith(token.text, at)) next[at + token.text.length] = true;
    });
    return next;
  }
  let open = false;
  for (let at = 0; at <= path.length; at += 1) {
    const stopped = token.any === 'part' && at > 0 && ENDS.has(path.charAt(at - 1));
    open = now[at] === true || (open && !stopped);
    next[at] = open;
  }
  return next;
}

/** The same, read from the end: at which places the tokens fit up to the end of the path. It is the way there, mirrored. */
function reachBack(tokens: readonly Token[], path: string): readonly boolean[] {
  const mirrored = tokens
    .map((token) => ('text' in token ? { text: mirror(token.text) } : token))
    .toReversed();
  return reach(mirrored, mirror(path)).toReversed();
}

/** The text from back to front, by its code units: places must stay places. */
const mirror = (text: string): string => text.split('').reverse().join('');
