import { browser } from 'wxt/browser';
import { wordsFrom, type Words } from './words.ts';

/** The one method that is used of browser.i18n. */
interface Catalogue {
  getMessage(key: string, substitutions: string[]): string;
}

/** The words in the browser's own language, each asked for when it is first needed: a badge needs few of them. */
export function createBadgeWords(): Words {
  const i18n = browser.i18n as unknown as Catalogue;
  const texts = new Map<string, string>();
  return wordsFrom((key, marks) => {
    const known = texts.get(key);
    if (known !== undefined) return known;
    const text = i18n.getMessage(key, marks);
    texts.set(key, text);
    return text;
  });
}
