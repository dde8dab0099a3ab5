/**
 * Looks over a JSON text before anything parses it: how deep it goes, how much it holds, and names that no honest file
 * has. It walks the text once, in time in proportion to its length, and without recursion.
 */

/** How far a text may go. */
export interface JsonLimits {
  /** UTF-16 code units. */
  readonly characters: number;
  /** Objects and lists inside each other. */
  readonly depth: number;
  /** Texts, numbers, objects and lists, names included. */
  readonly values: number;
}

/** For a file of playbook size: the deepest honest one has about 25 levels. */
export const FILE_LIMITS: JsonLimits = { characters: 1_000_000, depth: 60, values: 150_000 };

/** What is wrong with a text, for the end of a sentence such as "The file …", and where. */
export interface JsonExcess {
  readonly what: 'too-long' | 'too-deep' | 'too-much' | 'double-name' | 'reserved-name';
  readonly message: string;
  /** Where it shows, in code units from the start. */
  readonly offset: number;
}

/** The names on the way to what is being read: those of the objects around it; undefined for a list. */
type Names = Set<string> | undefined;

const excess = (what: JsonExcess['what'], offset: number, message: string): JsonExcess => ({
  what,
  offset,
  message,
});

/**
 * The first thing that goes too far, or undefined. Whether the text is JSON at all is not settled here: a text that is
 * none goes to the parser, which says so.
 */
export function jsonExcess(text: string, limits: JsonLimits = FILE_LIMITS): JsonExcess | undefined {
  if (text.length > limits.characters) {
    const most = limits.characters.toLocaleString('en');
    return excess('too-long', 0, `is too long: at most ${most} characters are read.`);
  }
  const open: Names[] = [];
  let values = 0;
  let at = 0;
  while (at < text.length) {
    const letter = text.charAt(at);
    let end = at + 1;
    if (letter === '"') end = endOfString(text, at);
    else if (letter === '{' || letter === '[') open.push(letter === '{' ? new Set() : undefined);
    else if (letter === '}' || letter === ']') open.pop();
    if (open.length > limits.depth)
      return excess('too-deep', at, `goes more than ${limits.depth} levels deep: make it flatter.`);
    if (letter === '"' || letter === ',' || letter === '{' || letter === '[') values += 1;
    if (values > limits.values)
      return excess('too-much', at, 'holds far more parts than a file of this kind has.');
    if (letter === '"') {
      const wrong = wrongName(text, at, end, open.at(-1));
      if (wrong) return wrong;
    }
    at = end;
  }
  return undefined;
}

/** Behind the closing quote, or the end of the text. */
function endOfString(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) return at + 1;
    at += code === BACKSLASH ? 2 : 1;
  }
  return text.length;
}

const QUOTE = 34;
const BACKSLASH = 92;

/** A name that stands twice in one object, of which the parser would drop the first; or one that no object of ours may have. */
function wrongName(text: string, from: number, end: number, names: Names): JsonExcess | undefined {
  if (!names || !/^\s*:/.test(text.slice(end, end + SPACES))) return undefined;
  const name = decoded(text.slice(from, end));
  if (name === '__proto__')
    return excess(
      'reserved-name',
      from,
      `has a part "${name}", which no file may have. Remove it.`,
    );
  if (names.has(name))
    return excess('double-name', from, `has the part ${short(name)} twice in one place. Keep one.`);
  names.add(name);
  return undefined;
}

/** White space between a name and its colon that is looked over. */
const SPACES = 64;
const SHOWN = 60;

const short = (name: string): string =>
  JSON.stringify(name.length > SHOWN ? `${name.slice(0, SHOWN)}…` : name);

/** The same name written with escapes is the same name. */
function decoded(literal: string): string {
  if (!literal.includes('\\')) return literal.slice(1, -1);
  try {
    return JSON.parse(literal) as string;
  } catch {
    return literal;
  }
}
