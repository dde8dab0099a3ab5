import { browser } from 'wxt/browser';
import catalogue from '../../public/_locales/en/messages.json' with { type: 'json' };

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

/** The words of a catalogue in memory, for tests and pages outside the browser's extension. */
export function wordsOf(messages: Readonly<Record<string, { readonly message: string }>>): Words {
  return wordsFrom((key, substitutions) =>
    (messages[key]?.message ?? '').replace(
      /\$(\d)/g,
      (_, digit: string) => substitutions[Number(digit) - 1] ?? '',
    ),
  );
}

/** The one method that is used of browser.i18n. WXT types it by keys that it generates; ours come from the catalogue. */
interface Catalogue {
  getMessage(key: string, substitutions: string[]): string;
}

/**
 * The words in the browser's own language, from `_locales`. All are taken at once: a page that is cut off
 * from the extension can ask for no more, and must still be able to say so.
 */
export function createWords(): Words {
  const i18n = browser.i18n as unknown as Catalogue;
  const keys = Object.keys(catalogue);
  const texts = new Map(keys.map((key) => [key, i18n.getMessage(key, MARKS)]));
  return wordsFrom((key) => texts.get(key) ?? '');
}
