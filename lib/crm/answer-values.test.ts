import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import {
  countOf,
  dateOf,
  dayAt,
  dayOf,
  decimalOf,
  decimalOfNumber,
  isRow,
  lineOf,
  listOf,
  localDayOf,
  momentOf,
  moneyOf,
  percentOf,
  percentOfFraction,
  textIn,
  todayAt,
  utcMomentOf,
} from './answer-values.ts';
import { columnFact, factOf } from './answer-facts.ts';

const NOTHING = [undefined, null, true, false, {}, [], ['48000'], { value: 1 }, NaN, Infinity];

describe('types', () => {
  it('nothing but a value of the type and the form is taken', () => {
    for (const value of NOTHING) {
      const read = [textIn, lineOf, decimalOf, countOf, percentOf, percentOfFraction];
      for (const parse of [...read, dateOf, momentOf, utcMomentOf, dayOf, localDayOf])
        expect(parse(value)).toBeUndefined();
    }
  });

  it('never throws, whatever an answer holds', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        for (const parse of [isRow, listOf, lineOf, decimalOf, dayOf, utcMomentOf, percentOf])
          expect(() => parse(value)).not.toThrow();
        expect(() => factOf(value, dayOf)).not.toThrow();
      }),
    );
  });

  it('a list keeps its objects, and what is no list is none', () => {
    expect(listOf([{ id: 1 }, null, 'x', [2], { id: 3 }])).toEqual([{ id: 1 }, { id: 3 }]);
    expect(listOf([])).toEqual([]);
    expect(listOf({ length: 1, 0: {} })).toBeUndefined();
    expect(isRow([])).toBe(false);
    expect(isRow(null)).toBe(false);
  });

  it('a line is one line', () => {
    expect(lineOf(' Blume\u00a0\n GmbH ')).toBe('Blume GmbH');
    expect(textIn(' Blume\n')).toBe(' Blume\n');
  });
});

describe('decimals', () => {
  it.each([
    [48000.5, '48000.5'],
    [-0, '0'],
    [Number.MAX_SAFE_INTEGER, '9007199254740991'],
    [-Number.MAX_SAFE_INTEGER, '-9007199254740991'],
    [Number.MAX_SAFE_INTEGER + 1, undefined],
    [-Number.MAX_SAFE_INTEGER - 1, undefined],
    [1e21, undefined],
    [1e-7, undefined],
    ['48000.50', '48000.5'],
    ['9007199254740993.01', '9007199254740993.01'],
    ['1e6', undefined],
    ['48,000', undefined],
    ['0x10', undefined],
    ['', undefined],
  ])('%s is %s', (value, amount) => {
    expect(decimalOf(value)).toBe(amount);
  });

  it('of a number alone, where a CRM writes no texts', () => {
    expect(decimalOfNumber(7)).toBe('7');
    expect(decimalOfNumber('7')).toBeUndefined();
  });

  it('money has a currency where its code is one', () => {
    expect(moneyOf('7', 'EUR')).toEqual({ amount: '7', currency: 'EUR' });
    for (const code of ['eur', 'Euro', '', null, 978])
      expect(moneyOf('7', code)).toEqual({ amount: '7' });
    expect(moneyOf(undefined, 'EUR')).toBeUndefined();
  });
});

it('counts are whole and from 0 on', () => {
  expect([0, 3, -1, 1.5, 2 ** 53, '3'].map(countOf)).toEqual([
    0,
    3,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

it('percentages are from 0 to 100, and fractions from 0 to 1', () => {
  expect([0, 7.5, 100, -1, 100.1, '7'].map(percentOf)).toEqual([
    0,
    7.5,
    100,
    undefined,
    undefined,
    undefined,
  ]);
  expect([0, 0.07, 1, -0.1, 1.1, '1'].map(percentOfFraction)).toEqual([
    0,
    7,
    100,
    undefined,
    undefined,
    undefined,
  ]);
});

describe('days', () => {
  const zone = process.env.TZ;
  afterEach(() => {
    process.env.TZ = zone;
  });

  it.each(['2026-02-28', '2028-02-29', '2026-12-31'])('%s is a date', (day) => {
    expect(dateOf(day)).toBe(day);
    expect(dayOf(day)).toBe(day);
  });

  it.each([
    '2026-02-31',
    '2027-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '2026-12-21 ',
    '20261221',
  ])('%s is none', (text) => {
    expect(dateOf(text)).toBeUndefined();
    expect(dayOf(text)).toBeUndefined();
    expect(momentOf(`${text}T12:00:00Z`)).toBeUndefined();
    expect(utcMomentOf(`${text} 12:00:00`)).toBeUndefined();
  });

  it.each([
    ['America/Los_Angeles', '2026-12-31'],
    ['Europe/Amsterdam', '2027-01-01'],
    ['Asia/Tokyo', '2027-01-01'],
  ])('a moment is on its day in %s', (name, day) => {
    process.env.TZ = name;
    expect(dayOf('2027-01-01T02:30:00.000Z')).toBe(day);
    expect(localDayOf('2027-01-01T03:30:00+0100')).toBe(day);
    expect(dayAt(utcMomentOf('2027-01-01 02:30:00'))).toBe(day);
    expect(todayAt(Date.UTC(2027, 0, 1, 2, 30))).toBe(day);
    expect(dayOf('2027-01-01')).toBe('2027-01-01');
  });

  it.each([
    ['2026-12-21T12:00:00Z', 12],
    ['2026-12-21T12:00Z', 12],
    ['2026-12-21T12:00:00.000+02:00', 10],
    ['2026-12-21T12:00:00-0130', 13.5],
  ])('reads the moment %s', (text, hour) => {
    expect(momentOf(text)).toBe(Date.UTC(2026, 11, 21) + hour * 3_600_000);
  });

  it('a moment names its zone, or is known to be in UTC', () => {
    expect(momentOf('2026-12-21T12:00:00')).toBeUndefined();
    expect(momentOf('2026-12-21 12:00:00')).toBeUndefined();
    expect(momentOf('21 December 2026')).toBeUndefined();
    expect(momentOf('2026-12-21T25:00:00Z')).toBeUndefined();
    expect(utcMomentOf('2026-12-21T12:00:00Z')).toBeUndefined();
    expect(utcMomentOf('2026-12-21 12:00')).toBe(Date.UTC(2026, 11, 21, 12));
    expect(utcMomentOf('2026-12-21 12:00:00.5')).toBe(Date.UTC(2026, 11, 21, 12) + 500);
    expect(localDayOf('2026-12-21')).toBeUndefined();
  });

  it('has years of four digits', () => {
    process.env.TZ = 'UTC';
    expect(dayAt(Date.UTC(1000, 0, 1))).toBe('1000-01-01');
    expect(dayAt(Date.UTC(1000, 0, 1) - 1)).toBeUndefined();
    expect(dayAt(Date.UTC(9999, 11, 31))).toBe('9999-12-31');
    expect(dayAt(Date.UTC(10_000, 0, 1))).toBeUndefined();
    expect(dayAt(NaN)).toBeUndefined();
    expect(dayAt(undefined)).toBeUndefined();
    expect(() => todayAt(NaN)).toThrow(RangeError);
  });
});

describe('facts', () => {
  it('tell empty, unreadable, and not there', () => {
    const row = { a: null, b: '', c: '  ', d: 3, e: 'text' };
    expect(columnFact(row, 'a', lineOf)).toEqual({ is: 'empty', source: 'api' });
    expect(columnFact(row, 'b', lineOf)).toEqual({ is: 'empty', source: 'api' });
    expect(columnFact(row, 'c', lineOf)).toEqual({ is: 'empty', source: 'api' });
    expect(columnFact(row, 'd', lineOf)).toEqual({ is: 'unknown', reason: 'not-readable' });
    expect(columnFact(row, 'e', lineOf)).toEqual({ is: 'value', value: 'text', source: 'api' });
    expect(columnFact(row, 'e', () => null)).toEqual({ is: 'empty', source: 'api' });
    expect(columnFact(row, 'f', lineOf)).toEqual({ is: 'unknown', reason: 'no-access' });
    expect(columnFact(row, 'f', lineOf, 'not-offered')).toMatchObject({ reason: 'not-offered' });
    expect(factOf(undefined, lineOf)).toEqual({ is: 'unknown', reason: 'not-readable' });
    expect(factOf(0, percentOf)).toEqual({ is: 'value', value: 0, source: 'api' });
  });

  it.each(['constructor', '__proto__', 'toString'])(
    'a record has no column %s by itself',
    (name) => {
      expect(columnFact({}, name, () => 'read')).toEqual({ is: 'unknown', reason: 'no-access' });
    },
  );

  it('unknown never becomes empty', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const fact = columnFact({ value }, 'value', () => undefined);
        expect(fact.is === 'empty').toBe(value === null || value === '');
        expect(columnFact({}, 'value', () => null).is).toBe('unknown');
      }),
    );
  });
});
