// @vitest-environment jsdom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { customDefinition } from '../../tests/custom-crm.ts';
import { fakeBrowser, resetFakeBrowser } from '../../tests/fake-browser.ts';
import type { Definition } from '../core/custom-schema.ts';
import type { CrmPages } from '../crm/adapter.ts';
import type { CustomSites } from '../messaging/protocol.ts';
import { rowsAdapterFor } from './badge-adapter.ts';
import { adapterFor } from './card-adapter.ts';

vi.mock('wxt/browser', async () => ({
  browser: (await import('../../tests/fake-browser.ts')).fakeBrowser,
}));

/** Tryton is known by a mark of this test's own, and has rows. */
const known: readonly CrmPages[] = [
  {
    id: 'tryton',
    match: () => undefined,
    recognise: (root) => root.querySelector('[data-tryton]') !== null,
  },
];

let answer: CustomSites;
const client = { customSites: vi.fn(() => Promise.resolve(answer)) };
const find = () => rowsAdapterFor(window, known, client);

const withoutRows: Definition = {
  ...customDefinition,
  sites: [window.location.origin],
  urls: { deal: ['/#deals/:id'], list: ['/#deals'] },
};
const definition: Definition = {
  ...withoutRows,
  rows: {
    row: 'li',
    name: 'a',
    id: { selector: 'a', attribute: 'href' },
    fields: { amount: ['.amount'] },
  },
};

beforeEach(() => {
  resetFakeBrowser();
  vi.stubGlobal('chrome', fakeBrowser);
  client.customSites.mockClear();
  answer = { ok: true, definitions: [definition] };
  window.location.hash = 'deals';
  document.body.innerHTML =
    '<ul><li><a href="#deals/7">Harbour sensors</a><b class="amount">1,250.00</b></li></ul>';
});

describe("the rows of an admin's own CRM", () => {
  test('are told by its definition', async () => {
    // jsdom lays nothing out.
    Element.prototype.checkVisibility = () => true;
    const found = await find();
    expect(found?.locate()).toEqual({ kind: 'list', ref: { crm: 'custom-harbour' } });
    const rows = found?.adapter.rows?.(document, { crm: 'custom-harbour' }) ?? [];
    expect(rows.map(({ id, name, at }) => [id, name, at.localName])).toEqual([
      ['7', 'Harbour sensors', 'a'],
    ]);
    expect(rows[0]?.fields.amount).toMatchObject({ value: { amount: '1250', currency: 'EUR' } });
  });

  test('may come later than the script: the address alone decides', async () => {
    document.body.replaceChildren();
    const found = await find();
    expect(found?.adapter.meta.id).toBe('custom-harbour');
    expect(found?.locate()).toBeUndefined();
  });

  test('are nobody’s where the definition names none, or another address', async () => {
    answer = { ok: true, definitions: [withoutRows] };
    expect(await find()).toBeUndefined();
    expect((await adapterFor(window, known, client))?.adapter.meta.id).toBe('custom-harbour');
    answer = { ok: true, definitions: [definition] };
    window.location.hash = 'reports';
    expect(await find()).toBeUndefined();
  });

  test('come from the definition that has some, when two have the address', async () => {
    answer = { ok: true, definitions: [withoutRows, { ...definition, id: 'custom-second' }] };
    expect((await find())?.adapter.meta.id).toBe('custom-second');
  });

  test('are not asked for on a page of a CRM that is known', async () => {
    document.body.firstElementChild?.setAttribute('data-tryton', '');
    expect((await find())?.adapter.meta.id).toBe('tryton');
    expect(client.customSites).not.toHaveBeenCalled();
  });

  test('are nobody’s when the definitions cannot be had', async () => {
    answer = { ok: false, fault: 'no-answer' };
    expect(await find()).toBeUndefined();
  });
});
