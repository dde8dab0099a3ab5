// @vitest-environment jsdom
import { beforeEach, describe, expect, test } from 'vitest';
import { showPage } from '../../../tests/crm-fixtures.ts';
import { customDefinition } from '../../../tests/custom-crm.ts';
import { unknownFields, type Reading } from '../../core/deal.ts';
import { FIELD_NAMES } from '../../core/fields.ts';
import type { Adapter } from '../adapter.ts';
import type { Definition } from './definition.ts';
import { makeAdapter } from './make.ts';

const SITE = 'https://crm.example.com';
const view = (fields: Readonly<Record<string, string>>, name = 'Harbour sensors'): string => `
  <h1>${name}</h1>
  <p data-field="stage">${fields.stage ?? 'Proposal'}</p>
  ${fields.amount === undefined ? '' : `<dl><dt>Amount</dt><dd>${fields.amount}</dd></dl>`}
  ${fields.closes === undefined ? '' : `<dl><dt>Closes on:</dt><dd>${fields.closes}</dd></dl>`}`;
const FULL = view({ amount: '€48,000', closes: '21/12/2026' });
const FORM = `
  <form><input name="name" value="Harbour sensors">
  <label>Amount <input name="amount" value="48,000" data-typed="51,000"></label>
  <input name="closes" value="21/12/2026" data-typed="">
  <select name="stage"><option value="1">Proposal</option><option value="2" selected>Sold</option></select></form>`;

let adapter: Adapter;
const make = (change: Partial<Definition> = {}): void => {
  adapter = makeAdapter({ ...customDefinition, ...change });
};
const ref = (id: string) => ({ crm: 'custom-harbour', id });
const read = (html: string, path = '/deals/7', id = '7') => {
  showPage(`<body>${html}</body>`, `${SITE}${path}`);
  return adapter.read(document, ref(id));
};
const known = (value: unknown, source: string) => ({ is: 'value', value, source });
const unknown = (reason: string) => ({ is: 'unknown', reason });

beforeEach(() => {
  make();
});

describe('addresses', () => {
  test.each<[string, unknown]>([
    [`${SITE}/deals/7`, { kind: 'deal', ref: ref('7') }],
    [`${SITE}/deals/7/edit`, { kind: 'deal', ref: ref('7') }],
    [`${SITE}/deals`, { kind: 'list', ref: { crm: 'custom-harbour' } }],
    [`${SITE}/people/7`, undefined],
    [`${SITE}:8443/deals/7`, undefined],
    ['http://crm.example.com/deals/7', undefined],
    ['https://crm.example.com.evil.example/deals/7', undefined],
  ])('%s', (url, page) => {
    expect(adapter.match(new URL(url))).toEqual(page);
  });
});

describe('the view', () => {
  test('is read as what the page shows', () => {
    const found = read(FULL);
    expect(found?.state).toBe('shown');
    expect(found?.url).toBe(`${SITE}/deals/7`);
    expect(found?.fields).toEqual({
      ...unknownFields('not-offered'),
      name: known('Harbour sensors', 'page'),
      amount: known({ amount: '48000', currency: 'EUR' }, 'page'),
      closeDate: known('2026-12-21', 'page'),
      stage: known({ id: 'Proposal', label: 'Proposal', state: 'open' }, 'page'),
    });
  });

  test('a field that is found nowhere is not on this page, and never empty', () => {
    expect(read(view({ closes: '21/12/2026' }))?.fields.amount).toEqual(unknown('not-on-page'));
  });

  test('a field that stands there twice is not chosen between', () => {
    const twice = `${FULL}<dl><dt>Amount</dt><dd>€9</dd></dl>`;
    expect(read(twice)?.fields.amount).toEqual(unknown('ambiguous'));
  });

  test('an empty place is empty; one with something else than text in it is not read', () => {
    expect(read(view({ amount: '' }))?.fields.amount).toEqual({ is: 'empty', source: 'page' });
    expect(read(view({ amount: '<i class="skeleton"></i>' }))?.fields.amount).toEqual(
      unknown('not-readable'),
    );
  });

  test('what is hidden is not read', () => {
    const old = `<div style="display:none">${view({ amount: '€9' }, 'Old')}</div>`;
    expect(read(old + FULL)?.fields.amount).toEqual(
      known({ amount: '48000', currency: 'EUR' }, 'page'),
    );
    expect(read(`<div hidden>${FULL}</div>`)).toBeUndefined();
  });

  test('won and lost are known by their labels, and a list with an open stage is complete', () => {
    expect(read(view({ stage: 'sold' }))?.fields.stage).toMatchObject({ value: { state: 'won' } });
    expect(read(view({ stage: 'Gone' }))?.fields.stage).toMatchObject({ value: { state: 'lost' } });
    make({ stages: [{ label: 'Proposal', id: 'p', state: 'open' }] });
    expect(read(FULL)?.fields.stage).toMatchObject({ value: { id: 'p', order: 0 } });
    expect(read(view({ stage: 'Sold' }))?.fields.stage).toEqual({
      ...unknown('not-readable'),
      saw: 'Sold',
    });
  });
});

describe('the form', () => {
  test('is read as typed, and what is emptied is empty', () => {
    const found = read(FORM, '/deals/7/edit');
    expect(found?.state).toBe('form');
    expect(found?.fields).toMatchObject({
      name: known('Harbour sensors', 'typed'),
      amount: known({ amount: '51000', currency: 'EUR' }, 'typed'),
      closeDate: { is: 'empty', source: 'typed' },
      stage: known({ id: 'Sold', label: 'Sold', state: 'won' }, 'typed'),
    });
  });

  test('what says what is saved is not typed', () => {
    const saved: Reading = {
      ref: ref('7'),
      url: SITE,
      custom: {},
      fields: {
        ...unknownFields('not-on-page'),
        name: { is: 'value', value: 'Harbour sensors', source: 'api' },
      },
    };
    showPage(`<body>${FORM}</body>`, `${SITE}/deals/7/edit`);
    expect(adapter.read(document, ref('7'), { saved })?.fields.name).toBe(saved.fields.name);
  });

  test('a label that is the view’s too is read in each as what it is', () => {
    const both = [{ label: 'Amount' }];
    make({ fields: { name: customDefinition.fields.name!, amount: { shown: both, form: both } } });
    const shown = read(FULL);
    expect([shown?.state, shown?.fields.amount]).toMatchObject(['shown', { source: 'page' }]);
    make({ fields: { name: { shown: ['h1'] }, amount: { shown: both, form: both } } });
    const form = read(`<h1>Harbour sensors</h1>${FORM}`, '/deals/7/edit');
    expect([form?.state, form?.fields.amount]).toMatchObject(['form', { source: 'typed' }]);
  });
});

describe('another deal', () => {
  test('is not read under this one’s id', () => {
    expect(read(FULL, '/deals/7', '8')).toBeUndefined();
  });

  test('an address that is ahead of the page reads nothing until the page follows', () => {
    expect(read(FULL)).toBeDefined();
    expect(read(FULL, '/deals/8', '8')).toBeUndefined();
    expect(read('<h1></h1><p data-field="stage"></p>', '/deals/8', '8')).toBeUndefined();
    expect(read(view({ amount: '€9' }, 'Bakery ovens'), '/deals/8', '8')?.fields.name).toEqual(
      known('Bakery ovens', 'page'),
    );
    expect(read(view({ amount: '€9' }, 'Bakery ovens'), '/deals/7', '7')).toBeUndefined();
    expect(read(FULL)).toBeDefined();
  });

  test('what was typed on the deal before is not the next one’s either', () => {
    read(FORM, '/deals/7/edit');
    expect(read(FORM, '/deals/8/edit', '8')).toBeUndefined();
  });

  test('a page that names its record is believed, and only then', () => {
    make({ identity: { selector: 'a.self', attribute: 'href' } });
    expect(read(`${FULL}<a class="self" href="/deals/7/edit">Edit</a>`)).toBeDefined();
    expect(read(`${FULL}<a class="self" href="/deals/7">x</a>`, '/deals/8', '8')).toBeUndefined();
    expect(read(FULL)).toBeUndefined();
    make({ identity: { selector: '[data-id]', attribute: 'data-id' } });
    expect(read(`${FULL}<i data-id="7">x</i>`)).toBeDefined();
    expect(read(`${FULL}<i data-id="7">x</i><i data-id="8">x</i>`)).toBeUndefined();
  });
});

describe('elsewhere', () => {
  test('a page of another site is never recognised, whatever stands in it', () => {
    showPage(`<body>${FULL}</body>`, 'https://other.example.com/deals/7');
    expect(adapter.recognise(document)).toBe(false);
    expect(adapter.read(document, ref('7'))).toBeUndefined();
    for (const field of FIELD_NAMES) expect(adapter.fieldElement(document, field)).toBeUndefined();
  });

  test('a selector that no browser knows finds nothing, and throws nothing', () => {
    make({ fields: { name: { shown: ['h1:::'] }, amount: { shown: ['['] } } });
    expect(read(FULL)).toBeUndefined();
  });

  test('fields lead to their own elements', () => {
    read(FULL);
    expect(adapter.fieldElement(document, 'amount')?.textContent).toBe('€48,000');
    expect(adapter.fieldElement(document, 'owner')).toBeUndefined();
  });

  test('fields in a dialog are read in the one on top', () => {
    make({ pane: '[role="dialog"]' });
    expect(read(FULL)).toBeUndefined();
    const dialogs = `<div role="dialog">${view({}, 'Under')}</div><div role="dialog">${FULL}</div>`;
    expect(read(dialogs)?.fields.name).toEqual(known('Harbour sensors', 'page'));
  });
});

test('rows are read with their ids, names and facts', () => {
  make({
    rows: {
      row: 'tr.deal',
      name: 'a',
      id: { selector: 'a', attribute: 'href' },
      fields: { amount: ['.money'], closeDate: ['.day'] },
    },
  });
  const row = (id: string, name: string) =>
    `<tr class="deal"><td><a href="/deals/${id}">${name}</a></td><td class="money">€9</td></tr>`;
  showPage(
    `<body><table>${row('7', 'Harbour sensors')}${row('8', 'Bakery ovens')}<tr class="deal" hidden></tr></table></body>`,
    `${SITE}/deals`,
  );
  expect(adapter.recognise(document)).toBe(true);
  const rows = adapter.rows?.(document, { crm: 'custom-harbour' }) ?? [];
  expect(rows.map(({ id, name, at }) => [id, name, at.localName])).toEqual([
    ['7', 'Harbour sensors', 'a'],
    ['8', 'Bakery ovens', 'a'],
  ]);
  expect(rows[0]?.fields).toEqual({
    amount: known({ amount: '9', currency: 'EUR' }, 'page'),
  });
});
