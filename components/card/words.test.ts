import { describe, expect, it } from 'vitest';
import en from '../../public/_locales/en/messages.json';
import { SIGNAL_IDS } from '../../lib/core/signals/ids.ts';
import { empty, known, unknown } from '../../lib/core/fact.ts';
import { wordsOf } from '../../lib/app/words.ts';
import { assessment, signal, TODAY } from '../../tests/a11y/gallery/deals.ts';
import { playbook } from '../../tests/a11y/gallery/playbook.ts';
import { createFormat } from './format.ts';
import { signalText, thresholdText } from './signal-words.ts';
import { categoryLine, standingText, windowBasis, windowLine } from './window-line.ts';

const t = wordsOf(en);
const fmt = createFormat('en-GB', TODAY, t);
const saying = { t, fmt, currency: 'EUR' };
const closing = (closesIn: ReturnType<typeof assessment>['window']['closesIn']) =>
  windowLine(
    assessment({ window: { days: 60, basis: 'default', deals: 0, end: '2027-01-20', closesIn } }),
    t,
    fmt,
  );

describe('the window line', () => {
  it.each([
    [closing(known(23, 'api')), 'Closes in 23 days; our window is 60'],
    [closing(known(1, 'api')), 'Closes tomorrow; our window is 60'],
    [closing(known(0, 'api')), 'Closes today; our window is 60'],
    [closing(known(-1, 'api')), 'The close date passed yesterday'],
    [closing(known(-5, 'api')), 'The close date passed 5 days ago'],
    [closing(empty('page')), 'No close date yet; our window is 60'],
    [closing(unknown('not-readable')), "Can't read the close date; our window is 60"],
    [
      windowLine(
        assessment({ parked: { reason: 'on leave', until: '2026-12-08', day: TODAY } }),
        t,
        fmt,
      ),
      'Parked until 8 Dec 2026: on leave',
    ],
  ])('%s', (said, expected) => {
    expect(said).toBe(expected);
  });

  it('says where the window comes from', () => {
    const of = (basis: 'default' | 'learned' | 'set') =>
      windowBasis(
        assessment({ window: { days: 60, basis, deals: 34, end: '', closesIn: empty('page') } }),
        t,
      );
    expect([of('learned'), of('default'), of('set')]).toEqual([
      'Learned from 34 won deals',
      'The default, until we know your cycle',
      'Set in the playbook',
    ]);
  });
});

describe('the standing', () => {
  it('says how a decided deal was decided', () => {
    const won = assessment({ standing: 'none', category: known('won', 'page') });
    expect(standingText(won, t)).toBe('Won');
    expect(categoryLine(won, t)).toBe('Decided: nothing to gate any more');
  });

  it('says which category, and why it is not known', () => {
    expect(categoryLine(assessment({ category: known('commit', 'page') }), t)).toContain(
      'stricter',
    );
    expect(
      categoryLine(assessment({ standing: 'none', category: known('pipeline', 'page') }), t),
    ).toBe('In pipeline, not in the forecast');
    expect(categoryLine(assessment({ category: unknown('not-on-page') }), t)).toContain(
      "Can't tell",
    );
    expect(categoryLine(assessment({ category: unknown('not-mapped', 'Legal') }), t)).toContain(
      '“Legal”',
    );
  });
});

describe('signals', () => {
  const said = (...args: Parameters<typeof signal>) => signalText(signal(...args), saying);

  it.each([
    [
      said('quiet-buyer', 'amber', { days: 16, limit: 9 }, 34),
      'Quiet for 16 working days; our won deals hear back within 9',
    ],
    [
      said('quiet-buyer', 'red', { days: 26, limit: 10 }),
      'Quiet for 26 working days; the playbook says 10',
    ],
    [
      said('stuck-in-stage', 'amber', { days: 47, limit: 33, stage: 'Proposal' }, 21),
      'In “Proposal” for 47 days; our won deals move on within 33',
    ],
    [
      said('date-moves', 'amber', { count: 3, limit: 2, longest: 14 }),
      'The close date moved 3 times; the playbook says 2',
    ],
    [
      said('date-moves', 'red', { count: 1, limit: 2, longest: 62 }),
      'The close date moved 62 days at once',
    ],
    [
      said('date-passed', 'red', { days: 5, limit: 1, date: '2026-11-16' }),
      'The close date passed 5 days ago, on 16 Nov 2026',
    ],
    [
      said('going-backwards', 'amber', { within: 10, percent: 24, from: '30500', to: '23200' }),
      'The amount went down 24% in the last 10 days, from €30,500 to €23,200',
    ],
    [
      said('going-backwards', 'amber', { within: 10, stageFrom: '3', stageTo: '2' }),
      'The stage moved back in the last 10 days',
    ],
  ])('%s', (text, expected) => {
    expect(text).toBe(expected);
  });

  it.each(SIGNAL_IDS)('%s has a sentence, even with no numbers', (id) => {
    const rule = { ...playbook.signals[0]!, id };
    for (const learnedFrom of [undefined, 12]) {
      const result = {
        rule,
        level: 'amber' as const,
        numbers: {},
        ...(learnedFrom && { learnedFrom }),
      };
      expect(signalText(result, saying)).not.toMatch(/undefined|NaN|signal_|\$\d|^$/);
    }
  });

  it('says where the threshold comes from', () => {
    expect(thresholdText(signal('quiet-buyer', 'red', {}), t)).toBe(
      'The default, until we know your own numbers',
    );
    expect(thresholdText(signal('quiet-buyer', 'red', {}, 1), t)).toBe('Learned from 1 deal');
  });
});

describe('formats', () => {
  it('shows money as people in that language write it', () => {
    const dutch = createFormat('nl-NL', TODAY, t);
    expect(dutch.money({ amount: '23150.5', currency: 'EUR' }).replace(/\s/g, ' ')).toBe(
      '€ 23.150,50',
    );
    expect(fmt.money({ amount: '12345678901234567890', currency: 'EUR' })).toBe(
      '€12,345,678,901,234,567,890',
    );
  });

  it('keeps what it does not understand as it is', () => {
    expect(fmt.date('soon')).toBe('soon');
    expect(fmt.money({ amount: '5', currency: 'not a code' })).toBe('5');
    expect(createFormat('no such_LOCALE!', TODAY, t).locale).toBe('en');
  });

  it('gives English where a text has no Dutch', () => {
    const dutch = createFormat('nl', TODAY, t);
    expect(dutch.text({ en: 'Amount' })).toBe('Amount');
    expect(dutch.text({ en: 'Amount', nl: 'Bedrag' })).toBe('Bedrag');
  });
});
