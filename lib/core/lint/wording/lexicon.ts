/** The words by which one language's texts are looked at. */
export interface Lexicon {
  /** Little words that every text has: they tell one language from another. */
  readonly functionWords: ReadonlySet<string>;
  /** A word by which an open question asks. */
  readonly open: RegExp;
  /** A sentence that begins with its verb, as a question for yes or no does. */
  readonly inverted: RegExp;
  /** A sentence that begins with whom it speaks of: with a question mark, it is one for yes or no, too. */
  readonly stated: RegExp;
  /** A clause that stands before the question itself: "If this waits, …". */
  readonly before: RegExp;
  /** The form of an order, and open all the same: "Walk me through …". */
  readonly frame: RegExp;
  /** A sentence that begins as an order does. */
  readonly order: RegExp;
  /** "You must …", wherever a clause begins. */
  readonly command: RegExp;
  /** Orders that may end in a question mark: in other languages such a sentence is a question. */
  readonly ordersAsk: boolean;
  readonly blame: RegExp;
  readonly leading: RegExp;
  readonly ranking: RegExp;
}

const EDGE_BEFORE = '(?<![\\p{L}\\p{N}])';
const EDGE_BEHIND = "(?![\\p{L}\\p{N}'])";

const joined = (lines: readonly string[]): string => lines.join('|');

/** Finds any of these, as whole words. Each line is a list with "|" between its entries, which may be patterns. */
export const anyOf = (...lines: readonly string[]): RegExp =>
  new RegExp(`${EDGE_BEFORE}(?:${joined(lines)})${EDGE_BEHIND}`, 'iu');

/** Finds any of these at the beginning. */
export const beginsWith = (...lines: readonly string[]): RegExp =>
  new RegExp(`^(?:${joined(lines)})${EDGE_BEHIND}`, 'iu');

/** Finds any of these where a clause begins. */
export const clauseWith = (...lines: readonly string[]): RegExp =>
  new RegExp(
    `(?:^|[.,;:?!–—] *)(?:(?:and|but|so|then|en|maar|dus|dan|und|aber|also|dann) )?(?:${joined(lines)})${EDGE_BEHIND}`,
    'iu',
  );

/** The words of lines, which are parted by single spaces. */
export const wordSet = (...lines: readonly string[]): ReadonlySet<string> =>
  new Set(lines.flatMap((line) => line.split(' ')));
