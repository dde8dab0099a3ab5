import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Condition } from '../../../lib/core/condition-schema.ts';
import type { Gate } from '../../../lib/core/playbook.ts';
import { condition } from '../../../tests/condition-arbitraries.ts';
import {
  amount,
  booked,
  buyer,
  dutch,
  english,
  playbook,
  RAW,
  says,
  today,
} from '../../../tests/sentence-kit.ts';
import { gateSentence } from './sentence.ts';

describe('a gate as a sentence', () => {
  const gate: Gate = {
    ...playbook.gates[0]!,
    need: { forecast: 'off', commit: 'required' },
    when: { field: 'amount', op: 'more-than', value: '50000' },
    test: { all: [says, { field: 'answer.security.date', op: 'on-or-after', day: today }] },
  };
  const inBoth = (of: Gate) => [
    gateSentence(of, playbook, english),
    gateSentence(of, playbook, dutch),
  ];

  it('says for which deals, for which categories, and what must be true', () => {
    expect(inBoth({ ...gate, test: booked })).toEqual([
      'For deals in commit with an amount above 50,000, this has to be true: the date of “Security review” is filled in.',
      'Voor deals in commit met een bedrag boven 50.000 moet dit kloppen: de datum van ‘Security-check’ is ingevuld.',
    ]);
  });

  it('has a sentence for each category where they differ', () => {
    const [first, second] = inBoth({
      ...gate,
      need: { forecast: 'advised', commit: 'required' },
      test: booked,
    });
    expect(first).toBe(
      'For deals in the forecast that are not in commit yet with an amount above 50,000, this is advised: the date of “Security review” is filled in. For deals in commit with an amount above 50,000, this has to be true: the date of “Security review” is filled in.',
    );
    expect(second).toContain('is dit aangeraden: de datum');
  });

  it('has one where they are alike, and one where it is asked of nobody', () => {
    const always: Gate = { ...gate };
    delete always.when;
    const need = { forecast: 'required', commit: 'required' } as const;
    expect(gateSentence({ ...always, need, test: amount }, playbook, english)).toBe(
      'For every deal in the forecast, this has to be true: the amount is at least 50,000.',
    );
    const stricter = { ...always, need, test: amount, commitTest: booked };
    expect(gateSentence(stricter, playbook, english)).toMatch(
      /^For deals in the forecast .*commit, /,
    );
    expect(
      gateSentence({ ...gate, need: { forecast: 'off', commit: 'off' } }, playbook, dutch),
    ).toBe('Deze voorwaarde wordt bij geen enkele deal gevraagd.');
  });

  it('names the deals by what they are', () => {
    const when: Condition = {
      all: [
        { field: 'amount', op: 'at-least', value: '10000' },
        { field: 'amount', op: 'at-most', value: '50000' },
        { field: 'stage', op: 'is', value: 'Proposal' },
        { field: 'custom.dealType', op: 'is', value: 'Renewal' },
        { field: 'custom.product', op: 'includes-any', value: ['A', 'B'] },
      ],
    };
    expect(inBoth({ ...gate, when, test: booked })).toEqual([
      'For deals in commit with an amount from 10,000 to 50,000, in the stage “Proposal”, where “New or renewal” is “Renewal”, and where “Product” includes one of “A” and “B”, this has to be true: the date of “Security review” is filled in.',
      'Voor deals in commit met een bedrag van 10.000 tot en met 50.000, in de fase ‘Proposal’, waar ‘Nieuw of verlenging’ ‘Renewal’ is en waar ‘Product’ een van ‘A’ en ‘B’ bevat moet dit kloppen: de datum van ‘Security-check’ is ingevuld.',
    ]);
  });

  it('puts what cannot be said so in brackets', () => {
    expect(
      gateSentence({ ...gate, when: { any: [amount, buyer] }, test: booked }, playbook, english),
    ).toBe(
      'For deals in commit for which this is so (either the amount is at least 50,000, or the side that moved last is the buyer), this has to be true: the date of “Security review” is filled in.',
    );
  });

  it('is whole for every condition', () => {
    fc.assert(
      fc.property(condition, condition, (when, test) => {
        for (const told of inBoth({ ...gate, when, test })) expect(told).not.toMatch(RAW);
      }),
      { numRuns: 500 },
    );
  });
});
