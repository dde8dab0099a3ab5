import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderOf, parseDate, type DateOptions } from './parse-date.ts';

const parse = (text: string, options: Partial<DateOptions> = {}) =>
  parseDate(text, { source: 'page', ...options });
const date = (value: string) => ({ is: 'value', value, source: 'page' });

describe('parseDate', () => {
  it.each([
    ['2026-12-31', '2026-12-31'],
    ['2026/12/31', '2026-12-31'],
    ['12/31/2026', '2026-12-31'],
    ['31/12/2026', '2026-12-31'],
    ['31-12-2026', '2026-12-31'],
    ['31.12.2026', '2026-12-31'],
    ['04/04/2026', '2026-04-04'],
    ['Dec 21, 2026', '2026-12-21'],
    ['21 december 2026', '2026-12-21'],
    ['21. Dezember 2026', '2026-12-21'],
    ['21 dec. 2026', '2026-12-21'],
    ['Sept 5, 2026', '2026-09-05'],
    ['5 mei 2026', '2026-05-05'],
    ['1er janvier 2026', '2026-01-01'],
    ['Wednesday, March 4, 2026', '2026-03-04'],
    ['Feb 29, 2028', '2028-02-29'],
    ['21 okt. 2026', '2026-10-21'],
    ['måndag 21 december 2026', '2026-12-21'],
    ['21 दिसंबर 2026', '2026-12-21'],
    ['21 दिस॰ 2026', '2026-12-21'],
    ['सोमवार, 21 दिसंबर 2026', '2026-12-21'],
    ['२१/१२/२०२६', '2026-12-21'],
    ['2026年12月21日', '2026-12-21'],
    ['2026年12月21日月曜日', '2026-12-21'],
    ['2026年12月21日(月)', '2026-12-21'],
    ['２０２６年１２月２１日', '2026-12-21'],
  ])('reads %s', (text, iso) => {
    expect(parse(text)).toEqual(date(iso));
  });

  it.each([
    '12月21日',
    '03/04/2026',
    '3-4-2026',
    '03.04.2026',
    'Dec 21',
    '21 december',
    '3/14/26',
    '31/12/26',
  ])('finds %s ambiguous', (text) => {
    expect(parse(text)).toEqual({ is: 'unknown', reason: 'ambiguous', saw: text });
  });

  it.each([
    'Invalid date',
    'gisteren',
    'Today',
    '31/02/2026',
    '2026-02-29',
    '2026-13-01',
    'Feb 30, 2026',
    '0202-12-31',
    '12/3',
    '12/31/202',
    'Smarch 3, 2026',
    '31.12/2026',
    '2026',
  ])('does not read %s', (text) => {
    expect(parse(text)).toEqual({ is: 'unknown', reason: 'not-readable', saw: text });
  });

  it('tells empty from unreadable', () => {
    expect(parse(' \n')).toEqual({ is: 'empty', source: 'page' });
  });

  it('follows the order of the CRM, else of the locale, and nothing else', () => {
    expect(parse('03/04/2026', { locale: 'en-US' })).toEqual(date('2026-03-04'));
    expect(parse('03/04/2026', { locale: 'en-GB' })).toEqual(date('2026-04-03'));
    expect(parse('03/04/2026', { locale: 'en-US', order: 'dmy' })).toEqual(date('2026-04-03'));
    expect(parse('03/04/2026', { locale: 'en' }).is).toBe('unknown');
    expect(parse('03/04/2026', { locale: 'not a locale' }).is).toBe('unknown');
    // The order is known: what does not fit it is no date, however it could be turned round.
    expect(parse('31/12/2026', { locale: 'en-US' })).toMatchObject({ reason: 'not-readable' });
    expect([orderOf('nl'), orderOf('pt_BR'), orderOf('en'), orderOf('sv')]).toEqual([
      'dmy',
      'dmy',
      undefined,
      'ymd',
    ]);
  });

  it('reads back what Intl writes', () => {
    const day = fc.date({
      min: new Date('1950-01-01'),
      max: new Date('2150-12-31'),
      noInvalidDate: true,
    });
    const locale = fc.constantFrom('en-US', 'en-GB', 'nl', 'de', 'fr');
    const style = fc.constantFrom<Intl.DateTimeFormatOptions>(
      {},
      { dateStyle: 'medium' },
      { dateStyle: 'long' },
      { dateStyle: 'full' },
      { year: 'numeric', month: '2-digit', day: '2-digit' },
    );
    fc.assert(
      fc.property(locale, style, day, (name, options, when) => {
        const text = new Intl.DateTimeFormat(name, { ...options, timeZone: 'UTC' }).format(when);
        expect(parse(text, { locale: name })).toEqual(date(when.toISOString().slice(0, 10)));
      }),
    );
  });

  it('without a locale, reads the same day or none', () => {
    const day = fc.date({
      min: new Date('1950-01-01'),
      max: new Date('2150-12-31'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(fc.constantFrom('en-US', 'en-GB', 'nl', 'de'), day, (name, when) => {
        const text = new Intl.DateTimeFormat(name, { timeZone: 'UTC' }).format(when);
        const read = parse(text);
        if (read.is === 'value') expect(read.value).toBe(when.toISOString().slice(0, 10));
        else expect(read).toMatchObject({ reason: 'ambiguous' });
      }),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (text, locale) => {
        parse(text, { locale });
      }),
    );
  });
});

describe('the locales of our users', () => {
  const locales = ['en-US', 'en-GB', 'nl-NL', 'de-DE', 'fr-FR', 'sv-SE', 'hi-IN', 'ja-JP'] as const;
  const styles: readonly Intl.DateTimeFormatOptions[] = [
    { dateStyle: 'full' },
    { dateStyle: 'long' },
    { year: 'numeric', month: 'short', day: 'numeric' },
    { year: 'numeric', month: '2-digit', day: '2-digit' },
  ];
  it.each(locales)('%s: every day comes back as it was written', (locale) => {
    for (const style of styles) {
      const format = new Intl.DateTimeFormat(locale, { ...style, timeZone: 'UTC' });
      for (let day = 0; day < 366; day += 1) {
        const time = Date.UTC(2028, 0, 1 + day);
        const text = format.format(time);
        const read = parse(text, { locale });
        expect([text, read]).toEqual([text, date(new Date(time).toISOString().slice(0, 10))]);
      }
    }
  });
});
