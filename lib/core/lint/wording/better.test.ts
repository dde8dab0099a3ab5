import { describe, expect, it } from 'vitest';
import { LEXICONS, type Language } from '../language.ts';
import { betterText } from './better.ts';
import { judgeWording } from './judge.ts';

const judge = (text: string, language: Language) =>
  judgeWording(text, 'question', LEXICONS[language]);

describe('a better wording', () => {
  it.each<[Language, string, string]>([
    ['en', 'Did you speak to the economic buyer?', 'What did the economic buyer say, and when?'],
    ['en', 'Have you talked to them yet?', 'What did they say, and when?'],
    ['en', 'You spoke to the buyer, right?', 'What did the buyer say, and when?'],
    ['en', 'Have you heard from the champion?', 'What did we last hear from the champion?'],
    ['en', 'Is there budget?', 'What do we know about the budget?'],
    [
      'en',
      'Is there a date by which they decide?',
      'What do we know about the date by which they decide?',
    ],
    ['en', 'Do they have a budget?', 'What do we know about their budget?'],
    ['en', 'Do you know who signs the contract?', 'Who signs the contract?'],
    ['en', 'Do you know who the economic buyer is?', 'Who is the economic buyer?'],
    ['en', 'Has the customer agreed to a next step?', 'What has the customer agreed to, and when?'],
    ['en', 'Did they approve it?', 'What did they approve, and when?'],
    ['en', 'Is the budget approved?', 'How do we know that the budget is approved?'],
    ['en', 'Will they sign this quarter?', 'How do we know that they will sign this quarter?'],
    ['en', 'Do they need this in June?', 'How do we know that they need this in June?'],
    ['en', "Why didn't you call the buyer?", 'What would it take to call the buyer?'],
    ['en', 'Why haven’t you spoken to the buyer yet?', 'What would it take to speak to the buyer?'],
    ['en', 'You must book a meeting.', 'What would it take to book a meeting?'],
    ['en', 'Call the customer.', 'What would it take to call the customer?'],
    ['en', 'Could you walk me through the paper process?', 'Walk me through the paper process?'],
    ['nl', 'Heb je met de koper gesproken?', 'Wat zei de koper, en wanneer?'],
    [
      'nl',
      'Heb je de economische beslisser gesproken?',
      'Wat zei de economische beslisser, en wanneer?',
    ],
    ['nl', 'Is er een budget?', 'Wat weten we over het budget?'],
    ['nl', 'Is er al een beslisser?', 'Wat weten we over de beslisser?'],
    ['nl', 'Zijn er concurrenten?', 'Wat weten we over de concurrenten?'],
    ['nl', 'Hebben ze een deadline?', 'Wat weten we over hun deadline?'],
    ['nl', 'Weet je wie het contract tekent?', 'Wie tekent het contract?'],
    ['nl', 'Weet je wie de beslisser is?', 'Wie is de beslisser?'],
    ['nl', 'Heeft de klant dit toegezegd?', 'Wat heeft de klant toegezegd, en wanneer?'],
    ['nl', 'Is het budget goedgekeurd?', 'Hoe weten we dat het budget goedgekeurd is?'],
    ['nl', 'Waarom heb je de klant niet gebeld?', 'Wat is er nodig om de klant te bellen?'],
    ['nl', 'Waarom heb je geen offerte gestuurd?', 'Wat is er nodig om een offerte te sturen?'],
    [
      'nl',
      'Waarom heb je niet met de koper gesproken?',
      'Wat is er nodig om met de koper te spreken?',
    ],
    ['nl', 'Je moet de klant bellen.', 'Wat is er nodig om de klant te bellen?'],
    ['nl', 'Bel de klant.', 'Wat is er nodig om de klant te bellen?'],
    ['de', 'Hast du mit dem Kunden gesprochen?', 'Was haben wir von dem Kunden gehört, und wann?'],
    ['de', 'Gibt es ein Budget?', 'Was wissen wir über das Budget?'],
    ['de', 'Gibt es einen Entscheider?', 'Was wissen wir über den Entscheider?'],
    ['de', 'Haben sie eine Frist?', 'Was wissen wir über ihre Frist?'],
    ['de', 'Weißt du, wer den Vertrag unterschreibt?', 'Wer unterschreibt den Vertrag?'],
    ['de', 'Weißt du, wer der Entscheider ist?', 'Wer ist der Entscheider?'],
    ['de', 'Ist das Budget freigegeben?', 'Woher wissen wir, dass das Budget freigegeben ist?'],
    ['de', 'Hat der Kunde das zugesagt?', 'Was hat der Kunde zugesagt, und wann?'],
    ['de', 'Warum hast du den Kunden nicht angerufen?', 'Was braucht es, um den Kunden anzurufen?'],
    [
      'de',
      'Warum hast du keinen Termin vereinbart?',
      'Was braucht es, um einen Termin zu vereinbaren?',
    ],
    ['de', 'Fragen Sie den Kunden.', 'Was braucht es, um den Kunden zu fragen?'],
    ['de', 'Rufen Sie den Kunden an.', 'Was braucht es, um den Kunden anzurufen?'],
  ])('%s: %s', (language, text, expected) => {
    const [code] = judge(text, language);
    const better = code && betterText(text, code, 'question', language);
    expect(better).toBe(expected);
    expect(judgeWording(expected, 'question', LEXICONS[language])).toEqual([]);
  });

  it.each<[Language, string]>([
    ['en', 'Is there enough time?'],
    ['en', 'Are there any others?'],
    ['en', 'Did the customer reply?'],
    ['en', 'Does the champion have to ask someone?'],
    ['en', 'Why haven’t you nailed it?'],
    ['en', 'Did you speak to the buyer about the price?'],
    ['nl', 'Is er een gezeefdrukt monster?'],
    ['nl', 'Je moet het veld invullen.'],
    ['nl', 'Kan de klant dit kwartaal kopen?'],
    ['de', 'Du musst den Termin eintragen.'],
    ['de', 'Gibt es genug Zeit?'],
  ])('is not made up where the pattern does not allow it: %s: %s', (language, text) => {
    const [code] = judge(text, language);
    expect(code).toBeDefined();
    expect(code && betterText(text, code, 'question', language)).toBeUndefined();
  });

  it('keeps the first open question of several, and calms exclamation marks', () => {
    const several = 'Is there budget? Who decides? When do they sign off on it?';
    expect(betterText(several, 'several-questions', 'question', 'en')).toBe('Who decides?');
    const calm = (text: string, kind: 'question' | 'telling' = 'telling') =>
      betterText(text, 'exclamation', kind, 'en');
    expect(calm('Real dates only!!')).toBe('Real dates only');
    expect(calm('Silence is news! Always. ')).toBe('Silence is news. Always.');
    expect(calm('What happens next?!', 'question')).toBe('What happens next?');
    expect(calm('What happens next!', 'question')).toBe('What happens next?');
    expect(calm('Call them!', 'question')).toBe('Call them.');
  });
});
