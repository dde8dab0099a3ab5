import { browser } from 'wxt/browser';
// Its type alone: a script in a page must not carry the texts of every screen.
import type catalogue from '../../public/_locales/en/messages.json';

/** Every message that the screens may ask for. */
export type MessageKey = keyof typeof catalogue;

type Substitution = string | number;

/**
 * Puts a message into words: `t('form_save')`, `t('money_about', [amount])`. With a count it takes the
 * right one of "one | many"; $1 is then the count, unless the substitutions say otherwise.
 */
export interface Words {
  (key: MessageKey, substitutions?: readonly Substitution[]): string;
  (key: MessageKey, count: number, substitutions?: readonly Substitution[]): string;
}

/** Gives a message's text with `substitutions` in the place of $1, $2 …; "" when there is none. */
export type Lookup = (key: MessageKey, substitutions: string[]) => string;

const PLURAL = ' | ';

/** Stands for $1, $2 … until the plural is chosen: a deal's name may hold " | " or "$2" itself. */
const mark = (index: number): string => `\u0001${index}\u0002`;
const MARKS = Array.from({ length: 9 }, (_, index) => mark(index));
// Control characters, so that no text holds the marks.
const MARKED = /\u0001(\d)\u0002/g;

/** Makes the words from any lookup; tests take the catalogue itself (see wordsOf). */
export function wordsFrom(lookup: Lookup): Words {
  return (
    key: MessageKey,
    first?: number | readonly Substitution[],
    second?: readonly Substitution[],
  ): string => {
    const count = typeof first === 'number' ? first : undefined;
    const values = typeof first === 'number' ? (second ?? [first]) : (first ?? []);
    const message = choose(lookup(key, MARKS), count);
    // A key is better than a hole: whoever sees it can say what is missing.
    if (message === '') return key;
    return message.replace(MARKED, (_, index: string) => String(values[Number(index)] ?? ''));
  };
}

function choose(message: string, count: number | undefined): string {
  if (count === undefined) return message;
  const forms = message.split(PLURAL);
  return (Math.abs(count) === 1 ? forms[0] : forms.at(-1)) ?? '';
}

/** A message with `substitutions` in the place of $1, $2 … */
const filled = (message: string, substitutions: readonly string[]): string =>
  message.replace(/\$(\d)/g, (_, digit: string) => substitutions[Number(digit) - 1] ?? '');

/** The words of a catalogue in memory, for the extension's own pages in a language of their own, and for tests. */
export function wordsOf(messages: Readonly<Record<string, { readonly message: string }>>): Words {
  return wordsFrom((key, substitutions) => filled(messages[key]?.message ?? '', substitutions));
}

/** The one method that is used of browser.i18n. WXT types it by keys that it generates; ours come from the catalogue. */
interface Catalogue {
  getMessage(key: string, substitutions: string[]): string;
}

/** Texts by their keys, with $1, $2 … in them. */
export type Texts = Readonly<Record<string, string>>;

/**
 * Where the background leaves the words of another language than the browser's, for the scripts in a page (see language.ts):
 * a name in the isolated world, which the page itself cannot see.
 */
export const CHOSEN = 'dealsideWords';

const chosen = (): Texts | undefined =>
  (globalThis as { [CHOSEN]?: Texts | null | undefined })[CHOSEN] ?? undefined;

/** A message in the browser's own language; "" once the extension is gone under the page. */
function fromBrowser(key: string): string {
  try {
    return (browser.i18n as unknown as Catalogue).getMessage(key, MARKS);
  } catch {
    return '';
  }
}

/**
 * The words in the chosen language, or else in the browser's own, from `_locales`. Each is read when it is first needed, and kept:
 * a page that is cut off from the extension can ask for no more. What such a page must still be able to say is read ahead
 * (see readAhead).
 */
export function createWords(): Words {
  const known = new Map<string, string>();
  return wordsFrom((key, marks) => {
    const other = chosen()?.[key];
    if (other !== undefined) return filled(other, marks);
    const text = known.get(key) ?? fromBrowser(key);
    if (text !== '') known.set(key, text);
    return text;
  });
}

/** Reads messages before they are needed. */
export function readAhead(t: Words, keys: readonly MessageKey[]): void {
  for (const key of keys) t(key);
}

/** Messages that are read in one idle moment. */
const SLICE = 40;

/** The parts of a window that are used to wait until it has nothing to do. */
type IdleView = Pick<Window, 'requestIdleCallback' | 'cancelIdleCallback'>;

/** Reads messages ahead while the page has nothing else to do, some at a time, until the signal aborts. */
export function readWhenIdle(
  view: IdleView,
  t: Words,
  keys: readonly MessageKey[],
  signal: AbortSignal,
): void {
  let next = 0;
  let waiting = 0;
  const read = (): void => {
    readAhead(t, keys.slice(next, next + SLICE));
    next += SLICE;
    wait();
  };
  const wait = (): void => {
    if (next < keys.length && !signal.aborted) waiting = view.requestIdleCallback(read);
  };
  signal.addEventListener('abort', () => {
    view.cancelIdleCallback(waiting);
  });
  wait();
}
