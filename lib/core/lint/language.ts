import { dutch } from './wording/dutch.ts';
import { english } from './wording/english.ts';
import { german } from './wording/german.ts';
import type { Lexicon } from './wording/lexicon.ts';

/** The languages whose wording is looked at. Texts of a playbook are in English and Dutch; a team may write German in either place. */
export type Language = 'en' | 'nl' | 'de';

/** The words that the wording rules know, by language. */
export const LEXICONS: Readonly<Record<Language, Lexicon>> = { en: english, nl: dutch, de: german };

const LANGUAGES = Object.keys(LEXICONS) as Language[];

/**
 * The language that a text is most likely in, by the little words that it has. Where it has none, or as many of one
 * language as of another, it is in the language of its place.
 */
export function guessLanguage(text: string, place: Language): Language {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  let best = place;
  let most = countIn(place, words);
  for (const language of LANGUAGES) {
    const count = countIn(language, words);
    if (count <= most) continue;
    best = language;
    most = count;
  }
  return best;
}

const countIn = (language: Language, words: readonly string[]): number =>
  words.filter((word) => LEXICONS[language].functionWords.has(word)).length;
