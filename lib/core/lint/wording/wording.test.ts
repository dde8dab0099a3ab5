import { describe, expect, it } from 'vitest';
import { BAD, GOOD } from '../../../../tests/questions.ts';
import { guessLanguage, LEXICONS, type Language } from '../language.ts';
import { judgeWording } from './judge.ts';

const PLACES = { en: 'en', nl: 'nl', de: 'en' } as const;

/** What is found in a question that stands where its language would stand: German in the place of English. */
const judge = (text: string, place: Language): string[] => {
  const language = guessLanguage(text, PLACES[place]);
  return judgeWording(text, 'question', LEXICONS[language]);
};

describe.each(['en', 'nl', 'de'] as const)('questions in %s', (language) => {
  it.each(GOOD[language])('has nothing to say about “%s”', (text) => {
    expect(judge(text, language)).toEqual([]);
  });

  it.each(BAD[language])('looks at “%s”: %s', (text, code) => {
    expect(judge(text, language)).toContain(code);
  });

  it('is known by its little words, wherever it stands', () => {
    const texts = [...GOOD[language], ...BAD[language].map(([text]) => text)];
    const missed = texts.filter((text) =>
      (['en', 'nl'] as const).some((place) => guessLanguage(text, place) !== language),
    );
    expect(missed.length / texts.length).toBeLessThan(0.1);
  });
});

describe('other texts than questions', () => {
  it.each<[string, 'instruction' | 'telling', Language, string[]]>([
    ['Write down the name and how you know.', 'instruction', 'en', []],
    ['You must fill in the date.', 'telling', 'en', ['order']],
    ['Someone must be able to say yes.', 'telling', 'en', []],
    ['Did anybody hear from them? Silence is news.', 'telling', 'en', []],
    ['Weak reps forget this, and then it is their own fault.', 'telling', 'en', ['blame']],
    ['Een luie verkoper vergeet dit.', 'telling', 'nl', []],
    ['Dit gaat mis door slordig werk.', 'telling', 'nl', ['blame']],
    ['Vraag wie er tekent, en schrijf de naam op.', 'instruction', 'nl', []],
    ['Real dates only!', 'telling', 'en', ['exclamation']],
    ['Das ist ein Minderleister.', 'telling', 'de', ['ranking']],
  ])('%s', (text, kind, language, codes) => {
    expect(judgeWording(text, kind, LEXICONS[language])).toEqual(codes);
  });
});
