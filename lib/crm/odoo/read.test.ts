// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { fixturesOf, savedOf, showPage, type Fixture } from '../../../tests/crm-fixtures.ts';
import type { PageReading } from '../adapter.ts';
import { adapter } from './index.ts';

const ref = { crm: 'odoo', id: '12' };
const fixtures = fixturesOf('odoo');
const named = (name: string): Fixture => fixtures.find((fixture) => fixture.name === name)!;
const show = (name: string, url?: string): Fixture => {
  const fixture = named(name);
  showPage(fixture.html, url ?? fixture.url);
  return fixture;
};
const widget = (name: string): HTMLElement =>
  document.querySelector<HTMLElement>(`.o_field_widget[name="${name}"]`)!;
const read = (fixture: Fixture, id = '12'): PageReading | undefined =>
  adapter.read(document, ref, { saved: savedOf(fixture, { ...ref, id }) });

describe('a form', () => {
  it('is not read with what is saved of another deal, whatever the address says', () => {
    const fixture = show('18/form', 'https://acme.odoo.com/odoo/discuss');
    expect(read(fixture)?.ref).toEqual(ref);
    expect(read(fixture, '13')).toBeUndefined();
  });

  it('is not read under the address of another deal', () => {
    expect(read(show('18/form', 'https://acme.odoo.com/odoo/crm.lead/13'))).toBeUndefined();
  });

  it('is not read while the name is not known, or the API has not answered', () => {
    const fixture = show('18/form');
    const saved = savedOf(fixture, ref)!;
    const fields = { ...saved.fields, name: { is: 'unknown', reason: 'no-access' } as const };
    expect(adapter.read(document, ref, { saved: { ...saved, fields } })).toBeUndefined();
    expect(adapter.read(document, ref)).toBeUndefined();
  });
});

describe('a field', () => {
  let fixture: Fixture;
  beforeEach(() => {
    fixture = show('18/form');
  });

  it('that Odoo marks as wrong is not read, unless it is empty', () => {
    widget('probability').classList.add('o_field_invalid');
    expect(read(fixture)?.fields.probability).toEqual({
      is: 'unknown',
      reason: 'not-readable',
      saw: '60.00',
    });
    widget('probability').querySelector('input')!.value = '';
    expect(read(fixture)?.fields.probability).toEqual({ is: 'empty', source: 'typed' });
  });

  it('that stands twice is read where it can be seen', () => {
    const hidden = widget('probability').cloneNode(true) as HTMLElement;
    hidden.querySelector('input')!.value = '10.00';
    hidden.style.display = 'none';
    widget('probability').before(hidden);
    expect(read(fixture)?.fields.probability).toMatchObject({ value: 60, source: 'api' });
  });

  it('is never markup: a name with angle brackets stays text', () => {
    const saved = savedOf(fixture, ref)!;
    const name = '<img src=x onerror=alert(1)>';
    document.querySelector('.o_last_breadcrumb_item span')!.textContent = name;
    widget('name').querySelector('textarea')!.value = name;
    const fields = { ...saved.fields, name: { is: 'value', value: name, source: 'api' } as const };
    const found = adapter.read(document, ref, { saved: { ...saved, fields } });
    expect(found?.fields.name).toMatchObject({ value: name });
    expect(document.querySelector('img[src="x"]')).toBeNull();
  });
});

it('a date without a year is the saved one on its own day alone', () => {
  const fixture = show('19/form');
  expect(read(fixture)?.fields.closeDate).toMatchObject({ value: '2026-12-21', source: 'api' });
  widget('date_deadline').querySelector('button')!.textContent = 'Dec 22';
  expect(read(fixture)?.fields.closeDate).toEqual({
    is: 'unknown',
    reason: 'ambiguous',
    saw: 'Dec 22',
  });
});

it.each([
  ['$\u00a0', 'USD', undefined],
  ['€\u00a0', undefined, 'EUR'],
  ['$\u00a0', undefined, undefined],
])('the currency is the company’s, and else what a clear sign says: %s', (sign, kept, code) => {
  const fixture = show('18/form');
  for (const span of widget('expected_revenue').querySelectorAll('span span')) {
    if (!span.matches('.o_monetary_ghost_value')) span.textContent = sign;
  }
  const saved = savedOf(fixture, ref)!;
  const custom = { ...saved.custom };
  Reflect.deleteProperty(custom, 'currency');
  const known = kept && ({ is: 'value', value: kept, source: 'api' } as const);
  const found = adapter.read(document, ref, {
    saved: { ...saved, custom: known ? { ...custom, currency: known } : custom },
  });
  const amount = { amount: '48000', ...((kept ?? code) && { currency: kept ?? code }) };
  expect(found?.fields.amount).toMatchObject({ value: amount });
});
