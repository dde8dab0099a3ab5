// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { fixturesOf, showPage } from '../../../tests/crm-fixtures.ts';
import { unknownFields, type Reading } from '../../core/deal.ts';
import { known, type Fact } from '../../core/fact.ts';
import { adapter } from './index.ts';
import { dealId } from './ids.ts';
import type { PageFormat } from './page-format.ts';
import { amountOf, dateOf, numberOf } from './values.ts';

const ID = '0065g00000LxYzAAAV';
const REF = { crm: 'salesforce', id: ID };
const PAGE = `https://acme.lightning.force.com/lightning/r/Opportunity/${ID}/view`;
const FIELD = (api: string) => `data-target-selection-name="sfdc:RecordField.Opportunity.${api}"`;

const show = (body: string, url = PAGE, head = ''): void => {
  showPage(
    `<!doctype html><html lang="en-US"><head>${head}</head><body>${body}</body></html>`,
    url,
  );
};
const pane = (inside: string): string =>
  `<div class="windowViewMode-normal active">${inside}</div>`;
const box = (api: string, text: string): string =>
  `<records-record-layout-item><div ${FIELD(api)}><div slot="outputField">${text}</div></div></records-record-layout-item>`;
const fields = () => adapter.read(document, REF)?.fields;
const savedWith = (some: Partial<Reading['fields']>, locale?: string): Reading => ({
  ref: REF,
  url: PAGE,
  fields: { ...unknownFields('not-on-page'), ...some },
  custom: locale === undefined ? {} : { locale: known(locale, 'api') },
});

describe('an id', () => {
  it('is the same in its short form, in its long one, and in another case', () => {
    expect(dealId('0065g00000LxYzA')).toBe(ID);
    expect(dealId(ID)).toBe(ID);
    expect(dealId(ID.toLowerCase())).toBe(ID);
    expect(dealId(ID.toUpperCase())).toBe(ID);
  });
  it.each([
    '0065g00000LxYz',
    `${ID}x`,
    '0015g00000LxYzA',
    '0065g00000LxYz/',
    '0065g00000LxYzA555',
    '',
  ])('is not %s', (text) => {
    expect(dealId(text)).toBeUndefined();
  });
});

describe('figures in the user’s own locale, as the API tells it', () => {
  const in_ = (locale: string): PageFormat => ({ locale, order: undefined, decimal: undefined });
  const money = (amount: string, currency: string): Fact<unknown> =>
    known({ amount, currency }, 'page');
  it.each([
    ['en-US', '$48,000.50', money('48000.5', 'USD')],
    ['en-GB', '£48,000.50', money('48000.5', 'GBP')],
    ['en-AU', '$48,000.50', money('48000.5', 'AUD')],
    ['nl-NL', '€ 48.000', money('48000', 'EUR')],
    ['de-DE', '48.000 €', money('48000', 'EUR')],
    ['fr-FR', '48 000,50 €', money('48000.5', 'EUR')],
    ['sv-SE', '48 000,50 kr', money('48000.5', 'SEK')],
    ['hi-IN', '₹48,00,000.00', money('4800000', 'INR')],
    ['ja-JP', '¥48,000', money('48000', 'JPY')],
    ['nl-NL', 'EUR 48.000,50 (USD 52.000,00)', money('48000.5', 'EUR')],
    ['en-US', '($1,200.00)', money('-1200', 'USD')],
  ])('%s %s', (locale, text, fact) => {
    expect(amountOf(text, 'page', in_(locale), undefined)).toEqual(fact);
  });
  it('a percentage is from 0 to 100, and an amount is no percentage', () => {
    expect(numberOf('7,5%', 'page', in_('nl-NL'))).toEqual(known(7.5, 'page'));
    expect(numberOf('€ 7', 'page', in_('nl-NL'))).toMatchObject({ reason: 'not-readable' });
  });
  it.each([
    ['12/5/2026, 9:15 AM', 'mdy', '2026-12-05'],
    ['5-12-2026 09:15', 'dmy', '2026-12-05'],
    ['05.12.2026, 09:15', 'dmy', '2026-12-05'],
    ['2026-12-05 09.15', 'ymd', '2026-12-05'],
    ['2026/12/05', 'ymd', '2026-12-05'],
  ] as const)('the day of %s', (text, order, day) => {
    const format = { locale: undefined, order, decimal: undefined };
    expect(dateOf(text, 'page', format)).toEqual(known(day, 'page'));
  });
});

describe('without the API', () => {
  const dateIn = (lang: string, text: string, beside = ''): unknown => {
    show(pane(box('Name', 'X') + box('CloseDate', text) + beside));
    document.documentElement.lang = lang;
    return fields()?.closeDate;
  };
  const other = (text: string) => `<lightning-formatted-text>${text}</lightning-formatted-text>`;
  const day = (value: string) => known(value, 'page');
  const unsure = expect.objectContaining({ is: 'unknown', reason: 'ambiguous' }) as unknown;
  it.each([
    ['en-US', '12/5/2026', '', unsure],
    ['en-US', '12/5/2026', other('9/14/2026, 9:15 AM'), day('2026-12-05')],
    ['en-US', '12/5/2026', other('14/9/2026, 9:15 AM'), day('2026-05-12')],
    ['en-US', '12/5/2026', other('14/9/2026') + other('9/14/2026'), unsure],
    ['en-US', '5-12-2026', '', day('2026-12-05')],
    ['en-US', '5.12.2026', '', day('2026-12-05')],
    ['en', '12/5/2026', '', unsure],
    ['en-GB', '12/5/2026', '', day('2026-05-12')],
    ['nl-NL', '12/5/2026', '', day('2026-05-12')],
    ['', '12/5/2026', '', unsure],
    ['en-US', '12/31/2026', '', day('2026-12-31')],
  ])('in %s, %s beside %s', (lang, text, beside, expected) => {
    expect(dateIn(lang, text, beside)).toEqual(expected);
  });

  const amountIn = (text: string, beside = ''): unknown => {
    show(pane(box('Name', 'X') + box('Amount', text) + beside));
    return fields()?.amount;
  };
  it.each([
    ['€ 48.000', '', unsure],
    ['€ 48.000', other('€ 1.250,75'), known({ amount: '48000', currency: 'EUR' }, 'page')],
    ['€ 48.000', other('€ 1,250.75'), known({ amount: '48', currency: 'EUR' }, 'page')],
    ['€ 48.000', other('1.5'), unsure],
    ['$48,000.00', '', known({ amount: '48000' }, 'page')],
  ])('%s beside %s', (text, beside, expected) => {
    expect(amountIn(text, beside)).toEqual(expected);
  });

  it('the saved locale comes before everything that the page seems to prove', () => {
    show(pane(box('Name', 'X') + box('CloseDate', '12/5/2026') + other('9/14/2026')));
    const saved = savedWith({ name: known('X', 'api') }, 'en_GB');
    expect(adapter.read(document, REF, { saved })?.fields.closeDate).toEqual(day('2026-05-12'));
  });
});

describe('which deal', () => {
  const named = (name: string, links = '') => pane(box('Name', name) + links);
  const link = (id: string) => `<a href="/lightning/r/Opportunity/${id}/related/Tasks/view">x</a>`;
  it('its own links count before its name: a renamed deal is still this one', () => {
    show(
      named('New name', link(ID.slice(0, 15))),
      PAGE,
      '<title>Old | Opportunity | Salesforce</title>',
    );
    const saved = savedWith({ name: known('Old', 'api') });
    expect(adapter.read(document, REF, { saved })?.fields.name).toEqual(known('New name', 'page'));
  });
  it('another deal’s saved name proves nothing', () => {
    show(named('Harbour'));
    const saved = { ...savedWith({ name: known('Other', 'api') }), ref: { ...REF, id: 'x' } };
    expect(adapter.read(document, REF, { saved })).toBeDefined();
  });
  it('two pages in front are none', () => {
    show(named('Harbour') + named('Harbour'));
    expect(adapter.read(document, REF)).toBeUndefined();
  });
  it('a script or markup in a value stays text', () => {
    show(named('&lt;img src=x onerror=alert(1)&gt;'));
    expect(fields()?.name).toEqual(known('<img src=x onerror=alert(1)>', 'page'));
  });
});

it('a row tells its fields only when it is asked', () => {
  const list = fixturesOf('salesforce').find(({ name }) => name === 'lex/list')!;
  showPage(list.html, list.url);
  const [row] = adapter.rows!(document, { crm: 'salesforce' });
  row!.element.querySelector('[data-label="Amount"]')!.textContent = '$1.00';
  expect(row!.fields.amount).toEqual(known({ amount: '1' }, 'page'));
  expect(adapter.rows!(document, { crm: 'tryton' })).toEqual([]);
});
