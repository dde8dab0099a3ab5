import { offerBy, type Pattern } from './offers.ts';

const DET = '(?:de|het|hun|onze|ons|zijn|haar|jouw|je|uw)';
const WORD =
  "(?!(?:over|op|in|aan|voor|met|van|die|dat|en|of|om|te|nog|al|niet|er|bij|als|naar|door|uit|dit|het|iets|ook)\\b)[\\p{L}'-]+";
const NOUN = `${DET} ${WORD}(?: ${WORD}){0,2}`;
const ONE = `${DET} ${WORD}(?: ${WORD})?`;
const STATE =
  'goedgekeurd|getekend|ondertekend|duidelijk|bevestigd|afgesproken|bekend|betrokken|haalbaar|realistisch|gepland|geregeld|klaar|beschikbaar|geïnteresseerd|overtuigd|vastgelegd|vrijgegeven|zeker|definitief|gereserveerd|enthousiast|rond|compleet|echt';
const DONE = 'toegezegd|besloten|goedgekeurd|bevestigd|beloofd|getekend|afgesproken|gezegd';

/** Words with "het"; with the others it is "de". A word that stands in neither list is not guessed at. */
const HET =
  /^(?:budget|contract|project|plan|besluit|bedrag|risico|akkoord|voorstel|probleem|tijdpad|beslismoment|besluitproces|draagvlak)$/i;
const DE =
  /^(?:beslisser|koper|klant|datum|afspraak|concurrent|concurrentie|voorvechter|deadline|volgende stap|business case|reden|planning|tekenbevoegde|einddatum|goedkeuring|urgentie|noodzaak|sponsor|beslissing|offerte)$/i;

const INFINITIVES: Readonly<Record<string, string>> = {
  gebeld: 'bellen',
  gesproken: 'spreken',
  gevraagd: 'vragen',
  gestuurd: 'sturen',
  gemaild: 'mailen',
  gepland: 'plannen',
  geregeld: 'regelen',
  gedaan: 'doen',
  gemaakt: 'maken',
  geschreven: 'schrijven',
  gevonden: 'vinden',
  benaderd: 'benaderen',
  betrokken: 'betrekken',
  bevestigd: 'bevestigen',
  besproken: 'bespreken',
  geboekt: 'boeken',
  gecontroleerd: 'controleren',
  bezocht: 'bezoeken',
};
const IMPERATIVES: Readonly<Record<string, string>> = {
  bel: 'bellen',
  vraag: 'vragen',
  mail: 'mailen',
  stuur: 'sturen',
  regel: 'regelen',
  spreek: 'spreken',
  bevestig: 'bevestigen',
  controleer: 'controleren',
  zoek: 'zoeken',
};
/** Verbs that may come apart: "te" would stand inside them. */
const APART = /^(?:op|aan|af|in|uit|mee|na|voor|door|bij|toe|terug|over|om|weg|vast|tegen|samen)/i;
const FINITE = 'tekent|beslist|betaalt|koopt|is|zijn|wil|kan|leidt|gebruikt';

const withTe = (object: string | undefined, infinitive: string | undefined): string | undefined =>
  infinitive === undefined
    ? undefined
    : `wat is er nodig om ${object ? `${object.trim()} ` : ''}te ${infinitive}`;

const known = (thing: string | undefined): string | undefined => {
  if (thing === undefined) return undefined;
  if (HET.test(thing)) return `wat weten we over het ${thing}`;
  return DE.test(thing) ? `wat weten we over de ${thing}` : undefined;
};

const objectOf = (before = '', article: string | undefined, after = ''): string => {
  const isNone = article?.toLowerCase() === 'geen';
  return [before, isNone ? `een ${after.trim()}` : after].map((text) => text.trim()).join(' ');
};

const patterns: readonly Pattern[] = (
  [
    [
      `^(?:heb je|hebben we|je hebt) (?:al |nog )?met (?<who>${NOUN}) (?:gesproken|gepraat|overlegd|gebeld)$`,
      ({ who }) => `wat zei ${who ?? ''}, en wanneer`,
    ],
    [
      `^(?:heb je|hebben we|je hebt) (?<who>${NOUN}) (?:al |nog )?(?:gesproken|gebeld|ontmoet)$`,
      ({ who }) => `wat zei ${who ?? ''}, en wanneer`,
    ],
    [
      `^(?:heb je|hebben we) (?:al |nog )?(?:iets )?(?:van (?<who>${NOUN}) )gehoord$`,
      ({ who }) => `wat hoorden we als laatste van ${who ?? ''}`,
    ],
    [
      '^(?:is er|er is|heb je|hebben we)(?: al| nog)? (?:(?:een|het|de) )?(?<thing>[\\p{L}-]+(?: [\\p{L}-]+)?)$',
      ({ thing }) => known(thing),
    ],
    [
      `^zijn er(?: al| nog)?(?: ook)? (?<thing>(?!mensen\\b|genoeg\\b|andere\\b|meer\\b)[\\p{L}-]+en)$`,
      ({ thing }) => `wat weten we over de ${thing ?? ''}`,
    ],
    [
      `^(?:hebben ze|heeft de (?:klant|koper)|hebben zij)(?: al)? (?:(?:een|het|de|hun) )(?<thing>[\\p{L}-]+(?: [\\p{L}-]+)?)$`,
      ({ thing }) => `wat weten we over hun ${thing ?? ''}`,
    ],
    [`^(?:weet je|weten we|weet u),? wie (?<who>${ONE}) is$`, ({ who }) => `wie is ${who ?? ''}`],
    [
      `^(?:weet je|weten we|weet u),? (?<word>wie)(?<rest>(?: ${NOUN})?) (?<verb>${FINITE})$`,
      ({ word, rest, verb }) => `${word ?? ''} ${verb ?? ''}${rest ?? ''}`,
    ],
    [`^(?:ken je|kennen we) (?<who>${NOUN})$`, ({ who }) => `wat weten we over ${who ?? ''}`],
    [
      `^(?<verb>heeft|hebben) (?<who>ze|we|${ONE})(?: al| dit| het| dat| iets)* (?<did>${DONE})$`,
      ({ verb, who, did }) => `wat ${verb ?? ''} ${who ?? ''} ${did ?? ''}, en wanneer`,
    ],
    [
      `^(?<verb>is|zijn) (?<who>${NOUN}) (?:al |echt |helemaal )?(?<state>${STATE})$`,
      ({ verb, who, state }) => `hoe weten we dat ${who ?? ''} ${state ?? ''} ${verb ?? ''}`,
    ],
    [
      '^waarom (?:heb|hebben|hebt) (?:je|jij|jullie|u|we) (?<before>.*?) ?(?:nog )?\\b(?<no>niet|geen)\\b ?(?<after>.*?) ?(?<done>\\p{L}+)$',
      ({ before, no, after, done = '' }) =>
        withTe(objectOf(before, no, after), INFINITIVES[done.toLowerCase()]),
    ],
    [
      '^(?:je|jij|jullie|u) (?:moet|moeten|dient|hoort) (?<object>(?!niet\\b).+ )(?:te )?(?<verb>\\p{L}+en)$',
      ({ object, verb = '' }) => (APART.test(verb) ? undefined : withTe(object, verb)),
    ],
    [
      `^(?<verb>${Object.keys(IMPERATIVES).join('|')}) (?<object>${NOUN})$`,
      ({ verb = '', object }) => withTe(object, IMPERATIVES[verb.toLowerCase()]),
    ],
  ] as const satisfies readonly (readonly [string, Pattern[1]])[]
).map(([pattern, make]) => [new RegExp(pattern, 'iu'), make]);

/** A question that leads ends in one of these: without it, it is a plain sentence. */
const TAG = /,? (?:toch|niet waar|nietwaar|of niet|hè|ja|oké|ok|klopt(?: dat| het)?)$/i;

export const offerDutch = (sentence: string): string | undefined =>
  offerBy(patterns, sentence.replace(TAG, ''));
