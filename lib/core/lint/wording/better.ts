import type { WordingCode } from '../finding.ts';
import { LEXICONS, type Language } from '../language.ts';
import type { TextKind } from '../texts.ts';
import { offerDutch } from './offer-dutch.ts';
import { offerEnglish } from './offer-english.ts';
import { offerGerman } from './offer-german.ts';
import { isClosed } from './judge.ts';
import type { Lexicon } from './lexicon.ts';
import { asks, plain, sentencesOf } from './sentences.ts';

/** Makes an open question of a sentence where its pattern allows, without its mark; undefined elsewhere. */
export type Offer = (sentence: string) => string | undefined;

const OFFERS: Readonly<Record<Language, Offer>> = {
  en: offerEnglish,
  nl: offerDutch,
  de: offerGerman,
};

/** A better text for what was found, where one can be offered that is sure to be right. */
export function betterText(
  text: string,
  code: WordingCode,
  kind: TextKind,
  language: Language,
): string | undefined {
  if (code === 'exclamation') return calm(text, kind, LEXICONS[language]);
  if (kind !== 'question' || code === 'ranking') return undefined;
  const sentences = sentencesOf(text);
  if (code === 'several-questions') {
    const lexicon = LEXICONS[language];
    const first = sentences.find((sentence) => asks(sentence) && !isClosed(sentence, lexicon));
    return first === undefined ? undefined : capital(first);
  }
  // Of several sentences, nobody can say which one the question is about.
  const [only, ...others] = sentences;
  if (only === undefined || others.length > 0) return undefined;
  const offered = OFFERS[language](only.replace(/[.?!\s]+$/, ''));
  return offered === undefined ? undefined : `${capital(offered)}?`;
}

/** The text without exclamation marks: they become full stops, unless a question mark or nothing is called for. */
function calm(text: string, kind: TextKind, { inverted, open }: Lexicon): string {
  const isTitle = !/[.?]/.test(text) && kind === 'telling' && !/!\s*[^!\s]/.test(text);
  const isAsked =
    kind === 'question' &&
    !text.includes('?') &&
    [inverted, open].some((list) => plain(text).search(list) === 0);
  return plain(text)
    .replace(/[!！‼❗]*\?[!?！‼❗]*/gu, '?')
    .replace(/\s*[!！‼❗]+/gu, isTitle ? '' : isAsked ? '?' : '.')
    .replace(/([?.])\.+/g, '$1')
    .trim();
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
