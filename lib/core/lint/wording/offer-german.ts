import { offerBy, type Pattern } from './offers.ts';

const DET =
  '(?:der|die|das|den|dem|ihr|ihre|ihren|ihrem|ihrer|unser|unsere|unserem|unseren|unserer)';
const WORD =
  "(?!(?:über|auf|in|an|für|mit|von|die|das|und|oder|um|zu|noch|schon|nicht|bei|als|nach|aus|dass)\\b)[\\p{L}'-]+";
const NOUN = `${DET} ${WORD}(?: ${WORD}){0,2}`;
const THING = '(?<thing>[\\p{L}-]+(?: [\\p{L}-]+)?)';
const STATE =
  'freigegeben|genehmigt|unterschrieben|klar|bestätigt|vereinbart|bekannt|eingebunden|realistisch|geplant|bereit|verfügbar|interessiert|überzeugt|festgelegt|sicher|endgültig|reserviert|fertig|begeistert|echt';
const DONE =
  'zugesagt|entschieden|genehmigt|bestätigt|versprochen|unterschrieben|vereinbart|gesagt|freigegeben';
const FINITE = 'unterschreibt|entscheidet|bezahlt|zahlt|kauft|führt|genehmigt';

/** The article that goes with "über" or "ihr", by the one that was there. */
const DEFINITE: Readonly<Record<string, string>> = { ein: 'das', eine: 'die', einen: 'den' };
const THEIRS: Readonly<Record<string, string>> = { ein: 'ihr', eine: 'ihre', einen: 'ihren' };

const INFINITIVES: Readonly<Record<string, string>> = {
  angerufen: 'anzurufen',
  gesprochen: 'zu sprechen',
  gefragt: 'zu fragen',
  geschickt: 'zu schicken',
  gesendet: 'zu senden',
  geplant: 'zu planen',
  gebucht: 'zu buchen',
  vereinbart: 'zu vereinbaren',
  gemacht: 'zu machen',
  geschrieben: 'zu schreiben',
  gefunden: 'zu finden',
  kontaktiert: 'zu kontaktieren',
  nachgefragt: 'nachzufragen',
  eingebunden: 'einzubinden',
  bestätigt: 'zu bestätigen',
  besprochen: 'zu besprechen',
  getroffen: 'zu treffen',
};
/** Verbs that may come apart: "zu" would stand inside them. */
const APART =
  /^(?:an|auf|ab|aus|ein|mit|nach|vor|zu|her|hin|weg|fest|teil|um|bei|los|dar|über|unter|durch|wieder)/i;
const PREFIX = 'an|auf|ab|aus|ein|mit|nach|vor|zu|fest|bei';

const needed = (object: string | undefined, verb: string | undefined): string | undefined =>
  verb === undefined ? undefined : `was braucht es, um ${object ? `${object.trim()} ` : ''}${verb}`;

const objectOf = (before = '', no = '', after = ''): string => {
  const article = no.toLowerCase().startsWith('k') ? `${no.slice(1)} ` : '';
  return [before, `${article}${after}`]
    .map((text) => text.trim())
    .join(' ')
    .trim();
};

const patterns: readonly Pattern[] = (
  [
    [
      `^(?:hast du|haben sie|habt ihr|haben wir) (?:schon |bereits )?mit (?<who>${NOUN}) (?:schon |bereits )?(?:gesprochen|geredet|telefoniert)$`,
      ({ who }) => `was haben wir von ${who ?? ''} gehört, und wann`,
    ],
    [
      `^(?:hast du|haben sie|habt ihr|haben wir) (?:schon |bereits )?(?:etwas )?von (?<who>${NOUN}) gehört$`,
      ({ who }) => `was haben wir zuletzt von ${who ?? ''} gehört`,
    ],
    [
      `^(?:gibt es|haben wir|es gibt)(?: schon| bereits)? (?<one>ein|eine|einen) ${THING}$`,
      ({ one = '', thing }) =>
        `was wissen wir über ${DEFINITE[one.toLowerCase()] ?? ''} ${thing ?? ''}`,
    ],
    [
      `^(?:gibt es|es gibt)(?: schon| bereits)? (?!genug\\b|mehr\\b|noch\\b|etwas\\b|jemand|keine?\\b|andere)${THING}$`,
      ({ thing }) => `was wissen wir über ${thing ?? ''}`,
    ],
    [
      `^(?:haben sie|hat der kunde|hat die kundin)(?: schon| bereits)? (?<one>ein|eine|einen) ${THING}$`,
      ({ one = '', thing }) =>
        `was wissen wir über ${THEIRS[one.toLowerCase()] ?? ''} ${thing ?? ''}`,
    ],
    [
      `^(?:weißt du|wissen wir|wissen sie|wisst ihr),? wer (?<who>${NOUN}) ist$`,
      ({ who }) => `wer ist ${who ?? ''}`,
    ],
    [
      `^(?:weißt du|wissen wir|wissen sie|wisst ihr),? wer(?<rest>(?: ${NOUN})?) (?<verb>${FINITE})$`,
      ({ rest, verb }) => `wer ${verb ?? ''}${rest ?? ''}`,
    ],
    [
      `^(?:kennst du|kennen wir|kennen sie) (?<who>${NOUN})$`,
      ({ who }) => `was wissen wir über ${who ?? ''}`,
    ],
    [
      `^(?<verb>hat|haben) (?<who>wir|(?:der|die|das|unser|unsere) ${WORD})(?: schon| bereits| das| dies| etwas)* (?<did>${DONE})$`,
      ({ verb, who, did }) => `was ${verb ?? ''} ${who ?? ''} ${did ?? ''}, und wann`,
    ],
    [
      `^(?<verb>ist|sind) (?<who>${NOUN}) (?:schon |wirklich |bereits )?(?<state>${STATE})$`,
      ({ verb, who, state }) => `woher wissen wir, dass ${who ?? ''} ${state ?? ''} ${verb ?? ''}`,
    ],
    [
      '^(?:warum|wieso|weshalb) (?:hast|haben|habt) (?:du|sie|ihr|wir) (?<before>.*?) ?(?:noch )?\\b(?<no>nicht|keine|keinen|kein)\\b ?(?<after>.*?) ?(?<done>\\p{L}+)$',
      ({ before, no, after, done = '' }) =>
        needed(objectOf(before, no, after), INFINITIVES[done.toLowerCase()]),
    ],
    [
      '^(?:du|sie|ihr) (?:musst|müssen|müsst|solltest|sollten|solltet) (?<object>(?!nicht\\b).+ )(?<verb>\\p{L}+en)$',
      ({ object, verb = '' }) => (APART.test(verb) ? undefined : needed(object, `zu ${verb}`)),
    ],
    [
      `^(?:bitte )?(?<verb>\\p{L}+en) sie (?:bitte )?(?<object>${NOUN})(?: (?<prefix>${PREFIX}))?$`,
      ({ verb = '', object, prefix }) =>
        needed(
          object,
          prefix === undefined ? `zu ${verb.toLowerCase()}` : `${prefix}zu${verb.toLowerCase()}`,
        ),
    ],
  ] as const satisfies readonly (readonly [string, Pattern[1]])[]
).map(([pattern, make]) => [new RegExp(pattern, 'iu'), make]);

/** A question that leads ends in one of these: without it, it is a plain sentence. */
const TAG =
  /,? (?:oder(?: nicht)?|richtig|stimmt's|stimmt das|nicht wahr|ja|gell|korrekt|okay|ok)$/i;

export const offerGerman = (sentence: string): string | undefined =>
  offerBy(patterns, sentence.replace(TAG, ''));
