import { describe, expect, it } from 'vitest';
import en from '../../public/_locales/en/messages.json';
import nl from '../../public/_locales/nl/messages.json';
import type { Because } from '../../lib/core/assessment.ts';
import type { Leaf } from '../../lib/core/condition-schema.ts';
import { empty, known, unknown, type Fact } from '../../lib/core/fact.ts';
import { wordsOf } from '../../lib/app/words.ts';
import { deal, found, gates, result, TODAY } from '../../tests/a11y/gallery/deals.ts';
import { playbook } from '../../tests/a11y/gallery/playbook.ts';
import { explain, readLine, unreadLines } from './explain.ts';
import type { Explaining } from './explain-value.ts';
import { createFormat } from './format.ts';

const inLanguage = (locale: 'en-GB' | 'nl'): Explaining => {
  const t = wordsOf(locale === 'nl' ? nl : en);
  return {
    t,
    fmt: createFormat(locale, TODAY, t),
    playbook,
    deal,
    today: TODAY,
    crmLabel: 'Atomic CRM',
  };
};
const english = inLanguage('en-GB');
const dutch = inLanguage('nl');
const money = (amount: string, rest = {}) => known({ amount, currency: 'EUR', ...rest }, 'page');
const says = (leaf: Leaf, because: Because, read: Fact<unknown>, limit?: string): string =>
  explain(found(leaf, because, read, limit), english);

const window: Leaf = { field: 'closeDate', op: 'on-or-before', day: 'window-end' };
const working = (op: 'on-or-before' | 'on-or-after', days: number): Leaf => ({
  field: op === 'on-or-after' ? 'lastContact' : 'nextStepDate',
  op,
  day: { days, unit: 'working' },
});

describe('explain, in English', () => {
  const day = known('2027-02-14', 'typed');
  const cases: readonly (readonly [string, string])[] = [
    [
      "Close date: 14 Feb 2027, past the window's end of 20 Jan 2027",
      says(window, 'does-not-hold', day, '2027-01-20'),
    ],
    [
      'Close date: 14 Dec 2026, within the window',
      says(window, 'holds', known('2026-12-14', 'api'), '2027-01-20'),
    ],
    ['No amount yet', says({ field: 'amount', op: 'is-set' }, 'empty', empty('page'))],
    [
      '“TBD” is a placeholder, not yet evidence',
      says({ field: 'nextStep', op: 'evidence' }, 'placeholder', known('TBD', 'page')),
    ],
    [
      '“call” says little yet; 4 words or more would help',
      says({ field: 'nextStep', op: 'evidence', minWords: 4 }, 'too-short', known('call', 'page')),
    ],
    [
      'Answered 41 days ago; confirm it again',
      says({ field: 'answer.economicBuyer', op: 'evidence' }, 'too-old', known('Petra', 'answer')),
    ],
    [
      'Answered a while ago; confirm it again',
      says({ field: 'answer.pain', op: 'evidence' }, 'too-old', known('x', 'answer')),
    ],
    [
      'Amount: about €23,200, as shown',
      says({ field: 'amount', op: 'is-set' }, 'holds', money('23200', { margin: '50' })),
    ],
    [
      'Amount: about €23,200, as shown; too close to €23,150 to tell',
      says(
        { field: 'amount', op: 'at-least', value: '23150' },
        'rounded',
        money('23200', { margin: '50' }),
        '23150',
      ),
    ],
    [
      'Amount: about €23,200, as shown; too rounded to tell',
      says(
        { field: 'amount', op: 'at-least', value: '23150' },
        'rounded',
        money('23200', { margin: '50' }),
      ),
    ],
    [
      'Amount: US$500; the playbook sells in EUR',
      says(
        { field: 'amount', op: 'currency-in', value: [] },
        'other-currency',
        known({ amount: '500', currency: 'USD' }, 'page'),
      ),
    ],
    [
      'Amount: US$500; the playbook sells in CHF and SEK',
      says(
        { field: 'amount', op: 'currency-in', value: ['CHF', 'SEK'] },
        'other-currency',
        known({ amount: '500', currency: 'USD' }, 'page'),
      ),
    ],
    [
      'Amount: 500; the page does not say in which currency',
      says(
        { field: 'amount', op: 'more-than', value: '0' },
        'no-currency',
        known({ amount: '500' }, 'page'),
      ),
    ],
    [
      'Amount: €0; the gate looks for more than €0',
      says({ field: 'amount', op: 'more-than', value: '0' }, 'does-not-hold', money('0'), '0'),
    ],
    [
      'Last contact: 2 Nov 2026, more than 10 working days ago',
      says(working('on-or-after', -10), 'does-not-hold', known('2026-11-02', 'page'), '2026-11-09'),
    ],
    [
      "Next step's date: 2 Mar 2027, more than 5 working days away",
      says(working('on-or-before', 5), 'does-not-hold', known('2027-03-02', 'page'), '2026-11-27'),
    ],
    [
      'Last contact: 2 Nov 2026, already past',
      says(working('on-or-after', 0), 'does-not-hold', known('2026-11-02', 'page'), TODAY),
    ],
    [
      'Creation date: 2 Nov 2026; the gate looks for 1 Oct or earlier',
      says(
        { field: 'created', op: 'before', day: { date: '2026-10-01' } },
        'does-not-hold',
        known('2026-11-02', 'page'),
        '2026-10-01',
      ),
    ],
    [
      'Contacts: 1; the gate looks for 2 or more',
      says(
        { field: 'contacts', op: 'at-least', value: '2' },
        'does-not-hold',
        known(1, 'page'),
        '2',
      ),
    ],
    [
      'Forecast category: pipeline; the gate looks for commit',
      says(
        { field: 'forecastCategory', op: 'is', value: 'commit' },
        'does-not-hold',
        known('pipeline', 'page'),
      ),
    ],
    [
      'Stage: Lead, which this gate leaves out',
      says(
        { field: 'stage', op: 'none-of', value: ['Lead'] },
        'does-not-hold',
        known({ id: '1', label: 'Lead', state: 'open' }, 'page'),
      ),
    ],
    [
      'Region: “North”; the gate looks for one of “East” and “West”',
      says(
        { field: 'custom.region', op: 'one-of', value: ['East', 'West'] },
        'does-not-hold',
        known('North', 'page'),
      ),
    ],
    [
      'Traits: a and b; the gate looks for 3 or more entries',
      says(
        { field: 'custom.traits', op: 'count-at-least', value: 3 },
        'does-not-hold',
        known(['a', 'b'], 'page'),
      ),
    ],
    [
      'Last move by: us',
      says({ field: 'lastContactBy', op: 'is-set' }, 'holds', known('us', 'page')),
    ],
    [
      'Economic buyer: no answer yet',
      says({ field: 'answer.economicBuyer', op: 'evidence' }, 'empty', empty('answer')),
    ],
    [
      'Spoken to on: no date yet',
      says({ field: 'answer.economicBuyer.date', op: 'is-set' }, 'empty', empty('answer')),
    ],
    [
      'Amount: “1.234” can be read in two ways',
      says({ field: 'amount', op: 'is-set' }, 'unknown', unknown('ambiguous', '1.234')),
    ],
    [
      'Next meeting: Atomic CRM does not keep it',
      says({ field: 'nextMeeting', op: 'is-set' }, 'unknown', unknown('not-offered')),
    ],
  ];
  it.each(cases)('%s', (expected, said) => {
    expect(said).toBe(expected);
  });
});

describe('the line under a gate', () => {
  it('speaks of the finding that decided', () => {
    const two = result('G3', 'open', [...gates.stepMet.findings, ...gates.stepOpen.findings]);
    expect(readLine(two, english)).toBe('“TBD” is a placeholder, not yet evidence');
  });

  it('leaves a label out that only repeats the name', () => {
    expect(readLine(gates.painMet, english)).toBe('“We lose two days a month re-keying orders”');
  });

  it('says that the gate itself failed', () => {
    const failed = result('G3', 'cannot-tell', [], { fault: 'bad date' });
    expect(readLine(failed, english)).toBe('This gate could not be worked out: bad date');
    expect(unreadLines(failed, english)).toEqual(['This gate could not be worked out: bad date']);
  });

  it('cuts a long text at a word', () => {
    const long = result('G3', 'met', [
      found({ field: 'nextStep', op: 'evidence' }, 'holds', known('word '.repeat(40), 'page')),
    ]);
    expect(readLine(long, english).length).toBeLessThan(90);
    expect(readLine(long, english)).toContain('…');
  });

  it('is Dutch in Dutch', () => {
    expect(readLine(gates.windowOpen, dutch)).toBe(
      'Sluitdatum: 14 feb 2027, na het eind van het venster op 20 jan 2027',
    );
    expect(readLine(gates.amountOpen, dutch)).toBe('Nog geen bedrag');
    expect(readLine(gates.buyerOld, dutch)).toBe(
      '41 dagen geleden beantwoord; bevestig het opnieuw',
    );
  });
});
