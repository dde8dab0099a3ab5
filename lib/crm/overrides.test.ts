// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { deal } from '../../tests/builders.ts';
import { empty, known, unknown } from '../core/fact.ts';
import type { Fields, Reading } from '../core/deal.ts';
import type { Adapter, FieldSelectors, PageState } from './adapter.ts';
import { withOverrides } from './overrides.ts';

const REF = { crm: 'test', id: '7' };
const stage = { id: '4', label: 'Angebot', order: 2, state: 'open' as const };
let state: PageState = 'shown';
let arrived = true;

const adapter: Adapter = {
  id: 'test',
  meta: { id: 'test', label: 'Test', hosts: [] },
  match: () => undefined,
  recognise: () => true,
  selectors: { amount: { shown: ['.old'], form: ['input.old'] }, name: { shown: ['h1'] } },
  read: (root) =>
    arrived
      ? {
          ref: REF,
          url: root.URL,
          custom: {},
          state,
          fields: deal({ name: known('Fleet', 'page') }).fields,
        }
      : undefined,
  fieldElement: (root) => root.querySelector<HTMLElement>('h1') ?? undefined,
  watch: () => undefined,
};
const savedWith = (fields: Partial<Fields>): Reading => ({
  ref: REF,
  url: '',
  custom: {},
  fields: { ...deal().fields, ...fields },
});
const read = (overrides: FieldSelectors, saved?: Reading) =>
  withOverrides(adapter, overrides).read(document, REF, { saved })?.fields;

beforeEach(() => {
  state = 'shown';
  arrived = true;
  document.documentElement.lang = 'de';
  document.body.innerHTML = `<h1>Fleet</h1>
    <p class="old" hidden>7</p><p class="sum">1.234,50 €</p><p class="when">31.12.2026</p>
    <p class="stage">angebot</p><p class="empty"></p><p class="row">A</p><p class="row">B</p>
    <input class="typed" value="9.999,00 €"><p class="odd">a lot</p>`;
});

describe('a shown field', () => {
  it('is read by the page’s own language, and all others as before', () => {
    const fields = read({ amount: { shown: ['.gone', '.sum'] }, closeDate: { shown: ['.when'] } });
    expect(fields?.amount).toEqual(known({ amount: '1234.5', currency: 'EUR' }, 'page'));
    expect(fields?.closeDate).toEqual(known('2026-12-31', 'page'));
    expect(fields?.name).toEqual(known('Fleet', 'page'));
  });
  it.each<[string, string[], unknown]>([
    ['finds nothing', ['.gone'], unknown('not-on-page')],
    ['finds what is hidden', ['.old'], unknown('not-on-page')],
    ['is no selector', ['p[', ':::'], unknown('not-on-page')],
    ['finds an empty element', ['.empty'], empty('page')],
    ['finds several that differ', ['.row'], unknown('ambiguous', 'A')],
    ['finds what is no amount', ['.odd'], unknown('not-readable', 'a lot')],
  ])('whose selector %s', (_, shown, fact) => {
    expect(read({ amount: { shown } })?.amount).toEqual(fact);
  });
  it('is the saved stage where it is called so, and else its label alone', () => {
    const saved = savedWith({ stage: known(stage, 'api') });
    expect(read({ stage: { shown: ['.stage'] } }, saved)?.stage).toEqual(known(stage, 'api'));
    expect(read({ stage: { shown: ['.odd'] } }, saved)?.stage).toMatchObject({
      value: { label: 'a lot' },
    });
  });
  it('in an input is typed, unless it is what is saved', () => {
    const selectors = { amount: { shown: ['input.typed'] } };
    const typed = { amount: '9999', currency: 'EUR' };
    expect(read(selectors)?.amount).toEqual(known(typed, 'typed'));
    const saved = savedWith({ amount: known(typed, 'api') });
    expect(read(selectors, saved)?.amount).toEqual(known(typed, 'api'));
  });
});

it('a form’s selectors are for forms alone', () => {
  const selectors = { amount: { form: ['.typed'] } };
  expect(read(selectors)?.amount).toEqual(unknown('not-offered'));
  state = 'form';
  expect(read(selectors)?.amount).toMatchObject({ is: 'value', source: 'typed' });
});

it('another deal is not read, whatever the selectors find', () => {
  arrived = false;
  expect(read({ amount: { shown: ['.sum'] } })).toBeUndefined();
});

it('leads to the field’s new place, and to the adapter’s where there is none', () => {
  const { fieldElement } = withOverrides(adapter, { amount: { shown: ['p['], form: ['.typed'] } });
  expect(fieldElement(document, 'amount')?.className).toBe('typed');
  expect(fieldElement(document, 'name')?.localName).toBe('h1');
  document.querySelector('.typed')?.remove();
  expect(fieldElement(document, 'amount')?.localName).toBe('h1');
});

it('names the selectors that are in force', () => {
  const { selectors } = withOverrides(adapter, { amount: { shown: ['.sum'] } });
  expect(selectors).toEqual({
    amount: { shown: ['.sum'], form: ['input.old'] },
    name: { shown: ['h1'] },
  });
});

it('is made once for the same selectors, and not at all for none', () => {
  const selectors = { amount: { shown: ['.sum'] } };
  expect(withOverrides(adapter, selectors)).toBe(withOverrides(adapter, selectors));
  expect(withOverrides(adapter, selectors)).not.toBe(withOverrides(adapter, { ...selectors }));
  expect(withOverrides(adapter, {})).toBe(adapter);
  expect(withOverrides(adapter, undefined)).toBe(adapter);
});
