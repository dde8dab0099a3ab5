import en from '../public/_locales/en/messages.json' with { type: 'json' };
import nl from '../public/_locales/nl/messages.json' with { type: 'json' };
import { createFormat } from '../components/card/format.ts';
import type { Say } from '../components/options/say.ts';
import { wordsOf } from '../lib/app/words.ts';
import type { Leaf } from '../lib/core/condition-schema.ts';
import type { Playbook } from '../lib/core/playbook.ts';
import { playbook as gallery } from './a11y/gallery/playbook.ts';

/** For tests of conditions and gates told as sentences. */
const inLanguage = (locale: 'en' | 'nl'): Say => {
  const t = wordsOf(locale === 'nl' ? nl : en);
  return { t, fmt: createFormat(locale, '', t) };
};
export const english = inLanguage('en');
export const dutch = inLanguage('nl');
const answer = (key: string, label: string, dutchLabel: string) => ({
  key,
  label: { en: label, nl: dutchLabel },
  hint: { en: label },
  date: { en: 'Booked for', nl: 'Gepland op' },
});
export const playbook: Playbook = {
  ...gallery,
  currencies: [],
  answers: [
    answer('security', 'Security review', 'Security-check'),
    answer('pain', 'Pain', 'Pijn'),
  ],
  facts: [
    { key: 'product', label: { en: 'Product', nl: 'Product' }, kind: 'set' },
    { key: 'dealType', label: { en: 'New or renewal', nl: 'Nieuw of verlenging' }, kind: 'choice' },
  ],
};
export const amount = { field: 'amount', op: 'at-least', value: '50000' } satisfies Leaf;
export const stage = {
  field: 'stage',
  op: 'one-of',
  value: ['Proposal', 'Negotiation'],
} satisfies Leaf;
export const booked = { field: 'answer.security.date', op: 'is-set' } satisfies Leaf;
export const says = {
  field: 'answer.security',
  op: 'evidence',
  minWords: 3,
  maxAge: 'playbook',
} satisfies Leaf;
export const buyer = { field: 'lastContactBy', op: 'is', value: 'buyer' } satisfies Leaf;
export const today = { days: 0, unit: 'calendar' } as const;
export const close = (
  op: 'before' | 'on-or-before' | 'after' | 'on-or-after',
  days: number,
): Leaf => ({
  field: 'closeDate',
  op,
  day: { days, unit: 'working' },
});

/** What a sentence must never show: a hole, an object, an operator's own id, a field's path. */
export const RAW =
  /undefined|NaN|\[object|cond_|want_|\$\d|is-set|is-empty|is-not|one-of|none-of|more-than|at-least|less-than|at-most|currency-in|on-or-|includes-|count-at|window-end|closeDate|forecastCategory|stageEntered|lastContact|nextMeeting|nextStep|answer\.|custom\./;
