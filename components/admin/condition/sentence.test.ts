import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Condition, Leaf } from '../../../lib/core/condition-schema.ts';
import { condition, leaf } from '../../../tests/condition-arbitraries.ts';
import {
  amount,
  booked,
  buyer,
  close,
  dutch,
  english,
  playbook,
  RAW,
  says,
  stage,
  today,
} from '../../../tests/sentence-kit.ts';
import { conditionSentence } from './sentence.ts';

const inEnglish = (of: Condition): string => conditionSentence(of, playbook, english);
const inDutch = (of: Condition): string => conditionSentence(of, playbook, dutch);

describe('a condition as a sentence', () => {
  it.each<[Condition, string, string]>([
    [
      { all: [booked, amount] },
      'The date of “Security review” is filled in, and the amount is at least 50,000.',
      'De datum van ‘Security-check’ is ingevuld, en het bedrag is minstens 50.000.',
    ],
    [
      says,
      '“Security review” says something in 3 words or more, and is no placeholder, confirmed as lately as the playbook asks.',
      '‘Security-check’ zegt iets in 3 woorden of meer, en is geen plaatshouder, zo recent bevestigd als het playbook vraagt.',
    ],
    [
      { any: [amount, stage] },
      'Either the amount is at least 50,000, or the stage is one of “Proposal” and “Negotiation”.',
      'Óf het bedrag is minstens 50.000, óf de fase is een van ‘Proposal’ en ‘Negotiation’.',
    ],
    [
      { all: [booked, { any: [amount, buyer] }] },
      'The date of “Security review” is filled in, and either the amount is at least 50,000, or the side that moved last is the buyer.',
      'De datum van ‘Security-check’ is ingevuld, en óf het bedrag is minstens 50.000, óf de kant die de laatste zet deed is de klant.',
    ],
    [
      { all: [{ any: [amount, buyer] }, booked] },
      'At least one of these (the amount is at least 50,000; or the side that moved last is the buyer), and the date of “Security review” is filled in.',
      'Minstens één hiervan (het bedrag is minstens 50.000; of de kant die de laatste zet deed is de klant), en de datum van ‘Security-check’ is ingevuld.',
    ],
    [
      { any: [{ all: [amount, booked] }, buyer, { not: stage }] },
      'At least one of these is true: all of these (the amount is at least 50,000; and the date of “Security review” is filled in); the side that moved last is the buyer; or this is not so (the stage is one of “Proposal” and “Negotiation”).',
      'Minstens één hiervan klopt: dit allemaal (het bedrag is minstens 50.000; en de datum van ‘Security-check’ is ingevuld); de kant die de laatste zet deed is de klant; of dit is niet zo (de fase is een van ‘Proposal’ en ‘Negotiation’).',
    ],
    [
      { not: { any: [amount, booked] } },
      'None of these is true: the amount is at least 50,000; or the date of “Security review” is filled in.',
      'Niets hiervan klopt: het bedrag is minstens 50.000; of de datum van ‘Security-check’ is ingevuld.',
    ],
    [
      { all: [close('on-or-after', 0), close('on-or-before', 10)] },
      'The close date is within the next 10 working days.',
      'De sluitdatum valt binnen 10 werkdagen.',
    ],
    [
      { all: [close('on-or-after', -10), close('on-or-before', 0), buyer] },
      'The close date is within the last 10 working days, and the side that moved last is the buyer.',
      'De sluitdatum valt in de afgelopen 10 werkdagen, en de kant die de laatste zet deed is de klant.',
    ],
    [
      { field: 'closeDate', op: 'on-or-before', day: 'window-end' },
      'The close date is not later than the end of our window.',
      'De sluitdatum is niet later dan het eind van ons venster.',
    ],
    [
      { field: 'lastContact', op: 'on-or-after', day: { days: -14, unit: 'calendar' } },
      'The last contact is at most 14 days ago.',
      'Het laatste contact is hooguit 14 dagen geleden.',
    ],
    [
      { field: 'nextStepDate', op: 'on-or-after', day: today },
      'The date of the next step is not in the past.',
      'De datum van de volgende stap ligt niet in het verleden.',
    ],
    [
      { field: 'forecastCategory', op: 'none-of', value: ['best-case', 'omitted'] },
      'The forecast category is none of best case and omitted.',
      'De forecastcategorie is geen van best case en weggelaten.',
    ],
  ])('%j', (of, wantedEnglish, wantedDutch) => {
    expect(inEnglish(of)).toBe(wantedEnglish);
    expect(inDutch(of)).toBe(wantedDutch);
  });

  it('shows the currency where the playbook sells in one, and a share as one', () => {
    const sold = { ...playbook, currencies: ['EUR'] };
    expect(conditionSentence(amount, sold, english)).toBe('The amount is at least €50,000.');
    expect(inEnglish({ field: 'probability', op: 'less-than', value: '80' })).toBe(
      'The probability is less than 80%.',
    );
  });

  it('leaves a gap where something is still to be filled in', () => {
    expect(inEnglish({ ...amount, value: '' })).toBe('The amount is at least ….');
    expect(inEnglish({ ...amount, value: 'fifty' })).toBe('The amount is at least “fifty”.');
    expect(inEnglish(close('before', Number.NaN))).toContain('… working days');
    expect(inEnglish({ field: 'stage', op: 'one-of', value: [] })).toBe('The stage is one of ….');
    expect(inEnglish({ field: '', op: 'is-set' })).toBe(
      'A fact that is still to be chosen is filled in.',
    );
    expect(inEnglish({ all: [] })).toBe('There is no condition here yet.');
  });

  it('cuts a text of hostile length', () => {
    expect(inEnglish({ field: 'name', op: 'is', value: 'x'.repeat(10_000) }).length).toBeLessThan(
      120,
    );
  });
});

describe('every condition', () => {
  it.each([
    ['English', english],
    ['Dutch', dutch],
  ])('has a sentence without raw parts in %s', (_, say) => {
    fc.assert(
      fc.property(condition, (of) => {
        const told = conditionSentence(of, playbook, say);
        expect(told).not.toMatch(RAW);
        expect(told).toMatch(/^[^a-z].*\.$/s);
      }),
      { numRuns: 1000 },
    );
  });

  /** What a leaf asks, beside its texts' capitals: two that differ in it must be told apart. */
  const asks = ({ ...of }: Leaf): string => {
    if ('day' in of && typeof of.day === 'object' && 'days' in of.day && of.day.days === 0) {
      return JSON.stringify({ ...of, day: today });
    }
    return JSON.stringify(of, (key, value: unknown) =>
      key === 'op' && 'value' in of && Array.isArray(of.value) && of.value.length === 1
        ? String(value).replace(/^(includes).*/, '$1')
        : value,
    );
  };

  it('tells different thresholds apart', () => {
    fc.assert(
      fc.property(leaf, leaf, (one, two) => {
        const other = { ...two, field: one.field };
        if (asks(one) === asks(other) || one.op !== other.op) return;
        expect(inEnglish(other)).not.toBe(inEnglish(one));
        expect(inDutch(other)).not.toBe(inDutch(one));
      }),
      { numRuns: 5000 },
    );
  });

  it('tells operators apart', () => {
    fc.assert(
      fc.property(leaf, leaf, (one, two) => {
        const other = { ...two, field: one.field };
        if (one.op === other.op || ('value' in one && Array.isArray(one.value))) return;
        if ('value' in other && Array.isArray(other.value)) return;
        expect(inEnglish(other)).not.toBe(inEnglish(one));
        expect(inDutch(other)).not.toBe(inDutch(one));
      }),
      { numRuns: 3000 },
    );
  });

  it('tells how its parts are grouped', () => {
    const group = (op: 'all' | 'any', parts: Condition[]): Condition =>
      op === 'all' ? { all: parts } : { any: parts };
    const told = new Map<string, string>();
    const [a, b, c] = [amount, booked, buyer] as const;
    for (const outer of ['all', 'any'] as const) {
      for (const inner of ['all', 'any'] as const) {
        if (outer === inner) continue;
        for (const of of [
          group(outer, [a, group(inner, [b, c])]),
          group(outer, [group(inner, [a, b]), c]),
          group(outer, [a, { not: group(inner, [b, c]) }]),
          { not: group(outer, [a, group(inner, [b, c])]) },
          group(outer, [a, b, c]),
        ]) {
          for (const say of [inEnglish(of), inDutch(of)]) {
            expect(told.get(say) ?? JSON.stringify(of)).toBe(JSON.stringify(of));
            told.set(say, JSON.stringify(of));
          }
        }
      }
    }
    expect(told.size).toBe(20);
  });
});
