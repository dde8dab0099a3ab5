import { offerBy, type Pattern } from './offers.ts';

const DET = '(?:the|their|our|his|her|its|your)';
/** No word behind which something else than the same noun begins. */
const WORD =
  "(?!(?:about|on|in|at|for|to|with|of|that|who|which|and|or|before|after|since|when|if|by|from|as|yet|so|really|already|is|are|was|were|not)\\b)[\\p{L}'-]+";
const NOUN = `${DET} ${WORD}(?: ${WORD}){0,2}`;
const HEAD =
  'customers?|clients?|buyers?|champions?|economic buyer|decision makers?|budget|deal|project|date|contract|team|company|board|sponsor|prospect|price|offer|proposal|plan|timeline|deadline|close date|next step|cfo|cio|ceo|procurement|legal';
const SUBJECT = `(?:they|we|it|he|she|${DET} (?:${HEAD}))`;
const TAIL =
  '(?: (?:yet|already|so far|recently|lately|today|this week|last week|this month|again))?';
const STATE =
  'approved|signed|clear|confirmed|agreed|known|involved|aware|real|realistic|booked|planned|ready|available|interested|convinced|committed|decided|fixed|urgent|engaged|funded|reserved|realised|complete|final|firm|safe|on board|happy|motivated|in place|the right one|correct';

/** Verbs whose participle differs: what a question with "haven't" needs them in. */
const BASES: Readonly<Record<string, string>> = {
  spoken: 'speak',
  talked: 'talk',
  called: 'call',
  asked: 'ask',
  sent: 'send',
  met: 'meet',
  booked: 'book',
  updated: 'update',
  written: 'write',
  contacted: 'contact',
  scheduled: 'schedule',
  found: 'find',
  made: 'make',
  done: 'do',
  got: 'get',
  gotten: 'get',
  filled: 'fill',
  closed: 'close',
  agreed: 'agree',
  planned: 'plan',
  followed: 'follow',
  moved: 'move',
  involved: 'involve',
  reached: 'reach',
};

const THING = `(?<thing>(?!(?:a|an|the|any|some|to|enough|more|another|other|others|one|no|not|anyone|anything|someone|something|anybody|somebody|time)\\b)[\\p{L}'-]+(?: [\\p{L}'-]+){0,9})`;
const what = (thing: string | undefined): string => `what do we know about ${thing ?? ''}`;

const said = (who: string | undefined): string | undefined => {
  if (who === undefined) return undefined;
  const pronoun: Readonly<Record<string, string>> = { them: 'they', him: 'he', her: 'she' };
  return `what did ${pronoun[who.toLowerCase()] ?? who} say, and when`;
};

const WHO = `(?<who>them|him|her|${NOUN})`;

const patterns: readonly Pattern[] = (
  [
    [
      `^(?:(?:did|have) you |you(?: have|'ve)? )(?:ever |already |actually )?(?:(?:speak|spoken|spoke|talk|talked) (?:to|with)|met(?: with)?|meet(?: with)?|called|call|phoned) ${WHO}${TAIL}$`,
      ({ who }) => said(who),
    ],
    [
      `^(?:did|have) (?:you|we) (?:hear|heard) (?:back )?from ${WHO}${TAIL}$`,
      ({ who }) => `what did we last hear from ${who ?? ''}`,
    ],
    [
      `^(?:(?:is|are|was|were) there|there (?:is|are))(?: still| already)? (?:(?:a|an|any|some|the) )?${THING}$`,
      ({ thing }) => what(`the ${thing ?? ''}`),
    ],
    [
      `^(?:do|does|did|have|has) (?:they|${DET} (?:${HEAD}))(?: already)? (?:have|got) (?:(?:a|an|any|the|some|their) )?${THING}$`,
      ({ thing }) => what(`their ${thing ?? ''}`),
    ],
    [
      `^(?:do|did|have) (?:we|you)(?: already)? (?:have|got) (?:(?:a|an|any|the|some|our|your) )?${THING}$`,
      ({ thing }) => what(`the ${thing ?? ''}`),
    ],
    [
      `^do (?:you|we|they) know (?<word>who|what|when|where) (?<noun>${NOUN}) (?<verb>is|are|was|were)$`,
      ({ word, noun, verb }) => `${word ?? ''} ${verb ?? ''} ${noun ?? ''}`,
    ],
    [
      `^do (?:you|we|they) know (?<rest>who (?:signs|decides|pays|approves|owns|can|will|has|is|makes|holds|leads|controls|needs|benefits|loses|else)\\b.*)$`,
      ({ rest }) => rest,
    ],
    [`^do (?:you|we) (?:really )?know (?<noun>${NOUN})$`, ({ noun }) => what(noun)],
    [
      `^(?<verb>has|have) (?<who>they|we|you|${DET} (?:${HEAD}))(?: already| actually)? (?<did>agreed|approved|decided|confirmed|promised|committed|signed)\\b.*$`,
      ({ verb, who, did }) => `what ${verb ?? ''} ${who ?? ''} ${to(did)}, and when`,
    ],
    [
      `^did (?<who>they|we|you|${DET} (?:${HEAD})) (?<did>agree|approve|decide|confirm|promise|commit|sign)\\b.*$`,
      ({ who, did }) => `what did ${who ?? ''} ${to(did)}, and when`,
    ],
    [
      `^(?<verb>is|are|was|were) (?<who>${NOUN}) (?:really |fully |already |now )?(?<state>${STATE})${TAIL}$`,
      ({ verb, who, state }) => `how do we know that ${who ?? ''} ${verb ?? ''} ${state ?? ''}`,
    ],
    [
      `^do (?<who>they|we) (?<rest>(?!not\\b)(?!.*\\b(?:any|ever|anyone|anything)\\b)\\p{L}.*?)${TAIL}$`,
      ({ who, rest }) => `how do we know that ${who ?? ''} ${rest ?? ''}`,
    ],
    [
      `^(?<verb>is|are|will|would|can|could|has|have) (?<who>${SUBJECT}) (?<rest>(?!not\\b)(?!.*\\b(?:any|ever|anyone|anything)\\b)\\p{L}.*?)${TAIL}$`,
      ({ verb, who, rest }) => `how do we know that ${who ?? ''} ${verb ?? ''} ${rest ?? ''}`,
    ],
    [
      "^why (?:(?:didn't|don't|couldn't) (?:you|we|they)|(?:did|do|could) (?:you|we|they) not) (?:ever |just |simply )?(?<rest>\\p{L}.*?)(?: yet| earlier| before)?$",
      ({ rest }) => `what would it take to ${rest ?? ''}`,
    ],
    [
      "^why (?:haven't (?:you|we|they)|have (?:you|we|they) not) (?:yet |ever )?(?<done>\\p{L}+)(?<rest>(?: .*?)?)(?: yet| before)?$",
      ({ done = '', rest }) => {
        const base = BASES[done.toLowerCase()];
        return base === undefined ? undefined : `what would it take to ${base}${rest ?? ''}`;
      },
    ],
    [
      '^(?:can|could|would|will) you (?:please )?(?<how>walk|talk|take) (?<me>me|us) through (?<rest>.+)$',
      ({ how, me, rest }) => `${how ?? ''} ${me ?? ''} through ${rest ?? ''}`,
    ],
    [
      '^you(?: really| always| still)? (?:must|should|need to|have to|ought to) (?<rest>(?!have\\b|be\\b|not\\b)\\p{L}.*)$',
      ({ rest }) => `what would it take to ${rest ?? ''}`,
    ],
    [
      '^(?:please )?(?<rest>(?:make|call|email|phone|ask|book|schedule|send|get|find|update|confirm|contact|speak|talk|meet|set|reach|arrange|identify|close) .+)$',
      ({ rest = '' }) => `what would it take to ${lower(rest)}`,
    ],
  ] as const satisfies readonly (readonly [string, Pattern[1]])[]
).map(([pattern, make]) => [new RegExp(pattern, 'iu'), make]);

const to = (verb = ''): string => (/^(?:agree|commit)/i.test(verb) ? `${verb} to` : verb);
const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** A question that leads ends in one of these: without it, it is a plain sentence. */
const TAG =
  /, (?:right|correct|true|yes|no|ok|okay|agreed|eh|(?:is|are|was|were|do|does|did|have|has|can|could|will|wo|would|should)(?:n't)? (?:it|they|you|we|he|she|there))$/i;

export const offerEnglish = (sentence: string): string | undefined =>
  offerBy(patterns, sentence.replace(TAG, ''));
