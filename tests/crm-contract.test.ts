// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { unknownFields, type DealRef, type Fields } from '../lib/core/deal.ts';
import { FIELD_NAMES } from '../lib/core/fields.ts';
import type { PageReading, PageRef } from '../lib/crm/adapter.ts';
import { crmPages, recogniseCrm, recognisePage } from '../lib/crm/pages.ts';
import { adapterOf, adapters } from '../lib/crm/registry.ts';
import {
  captureOf,
  crmFolders as crms,
  fixturesOf,
  hasCaptures,
  KINDS,
  kindsOf,
  savedOf,
  showPage,
  type Fixture,
} from './crm-fixtures.ts';

/** What every CRM must keep to. An adapter without fixtures fails. */

type Example = readonly [url: string, what: PageRef | undefined];
const examples = Object.entries(
  import.meta.glob<readonly Example[]>('../lib/crm/*/examples.ts', {
    eager: true,
    import: 'examples',
  }),
).map(([path, list]) => ({ crm: path.split('/').at(-2) ?? '', list }));

const fixtures = crms.flatMap(fixturesOf);

const titleOf = ({ crm, name }: Fixture): string => `${crm} ${name}`;
const each = fixtures.map((fixture) => [titleOf(fixture), fixture] as const);
const show = ({ html, url, session }: Fixture): void => {
  showPage(html, url, session);
};
const refOf = (fixture: Fixture): DealRef | undefined =>
  fixture.expected?.page?.kind === 'deal' ? fixture.expected.page.ref : undefined;

function readOf(fixture: Fixture): PageReading | undefined {
  const ref = refOf(fixture);
  return ref && adapterOf(fixture.crm)?.read(document, ref, { saved: savedOf(fixture, ref) });
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('every CRM', () => {
  it('is found by its folder, in the registry and among the pages', () => {
    expect(adapters.map(({ meta }) => meta.id).sort()).toEqual([...crms].sort());
    expect(crmPages.map(({ id }) => id).sort()).toEqual([...crms].sort());
    expect(new Set(adapters.map(({ meta }) => meta.label)).size).toBe(crms.length);
  });
  it.each(crms)('%s has pages, fixtures with a baseline, and example URLs', (crm) => {
    const own = fixturesOf(crm);
    expect(own.filter(({ expected }) => expected?.reading).length).toBeGreaterThan(0);
    expect(own.filter(({ expected }) => expected === undefined).map(titleOf)).toEqual([]);
    const list = examples.find((one) => one.crm === crm)?.list ?? [];
    for (const kind of ['deal', undefined]) {
      expect(list.some(([, what]) => what?.kind === kind)).toBe(true);
    }
  });
});

describe('every CRM’s fixtures', () => {
  it.each(crms)('%s has one for each kind of page, or says why there is no such page', (crm) => {
    const kinds = kindsOf(crm);
    const names = fixturesOf(crm).map(({ name }) => name);
    for (const kind of KINDS) {
      const what = kinds?.[kind];
      const fine = typeof what === 'string' ? names.includes(what) : (what?.none ?? '') !== '';
      expect([kind, what, fine]).toEqual([kind, what, true]);
    }
  });
});

describe('URLs', () => {
  const urls = examples.flatMap(({ crm, list }) =>
    list.map(([url, what]) => [url, crm, what] as const),
  );
  it.each(urls)('%s of %s', (url, crm, what) => {
    for (const { id, match } of crmPages) {
      expect(match(new URL(url))).toEqual(id === crm ? what : undefined);
    }
  });
});

describe('fixtures', () => {
  it.each(each)('%s reads as its baseline says', (_, fixture) => {
    show(fixture);
    const { page, reading } = fixture.expected!;
    const url = new URL(fixture.url);
    expect(recognisePage(document, url) ?? null).toEqual(page);
    expect(recogniseCrm(document)?.id).toBe(fixture.crm);
    const found = readOf(fixture);
    if (!reading) {
      expect(found).toBeUndefined();
      return;
    }
    const fields: Fields = { ...unknownFields('not-offered'), ...reading.fields };
    expect(found?.state).toBe(reading.state);
    expect(found?.ref).toEqual(refOf(fixture));
    expect(found?.custom).toEqual(reading.custom ?? {});
    expect(found?.fields).toEqual(fields);
    // The deal's own address leads back to it.
    expect(adapterOf(fixture.crm)?.match(new URL(found?.url ?? ''))).toEqual(page);
  });

  it.each(each)('%s has the rows that its baseline names', (_, fixture) => {
    show(fixture);
    const { page, rows } = fixture.expected!;
    const adapter = adapterOf(fixture.crm)!;
    if (!adapter.rows || !page || page.kind === 'deal') return;
    const found = adapter.rows(document, page.ref);
    const said = found.map(({ id, name, fields }) => ({
      ...(id === undefined ? {} : { id }),
      ...(name === undefined ? {} : { name }),
      fields,
    }));
    expect(said).toEqual(rows);
    for (const { element, at } of found) expect(element.contains(at)).toBe(true);
    expect(new Set(found.map(({ element }) => element)).size).toBe(found.length);
  });

  it.each(each)('%s belongs to one CRM alone', (_, fixture) => {
    show(fixture);
    const ref = { id: '7', ...refOf(fixture) };
    for (const adapter of adapters.filter(({ meta }) => meta.id !== fixture.crm)) {
      expect(adapter.recognise(document)).toBe(false);
      expect(adapter.match(new URL(fixture.url))).toBeUndefined();
      const other = { ...ref, crm: adapter.meta.id };
      expect(adapter.read(document, other, { saved: savedOf(fixture, other) })).toBeUndefined();
      for (const field of FIELD_NAMES)
        expect(adapter.fieldElement(document, field)).toBeUndefined();
      expect(adapter.saveBar?.(document)).toBeUndefined();
    }
  });

  it.each(each)('%s is not read as another deal', (_, fixture) => {
    show(fixture);
    const ref = refOf(fixture);
    if (!ref) return;
    const other = { ...ref, id: '4711' };
    const saved = savedOf(fixture, ref);
    expect(adapterOf(fixture.crm)?.read(document, other, { saved })).toBeUndefined();
    expect(adapterOf(fixture.crm)?.read(document, other)).toBeUndefined();
  });

  it.each(each)('%s is not changed by being read, and reads the same twice', async (_, fixture) => {
    show(fixture);
    vi.stubGlobal('fetch', () => {
      throw new Error('a reader asks nobody');
    });
    const state = (): unknown => [
      document.documentElement.outerHTML,
      [...document.querySelectorAll('input, textarea, select')].map(
        (e) => (e as HTMLInputElement).value,
      ),
      document.activeElement?.outerHTML,
      location.href,
    ];
    const before = state();
    const seen = vi.fn();
    const observer = new MutationObserver(seen);
    observer.observe(document, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
    const first = readOf(fixture);
    expect(readOf(fixture)).toEqual(first);
    for (const { recognise, fieldElement, saveBar } of adapters) {
      recognise(document);
      for (const field of FIELD_NAMES) fieldElement(document, field);
      saveBar?.(document);
    }
    await Promise.resolve();
    observer.disconnect();
    expect(state()).toEqual(before);
    expect(seen).not.toHaveBeenCalled();
  });

  it.each(each.filter(([, { expected }]) => expected?.reading))(
    '%s is not read while it is hidden',
    (_, fixture) => {
      show(fixture);
      for (const part of document.querySelectorAll<HTMLElement>('body > *, .tab-pane')) {
        part.style.display = 'none';
        part.classList.remove('active');
      }
      expect(readOf(fixture)).toBeUndefined();
    },
  );

  it.each(each.filter(([, { expected }]) => expected?.reading))(
    '%s leads to the elements of the fields that it read',
    (_, fixture) => {
      show(fixture);
      const { fieldElement } = adapterOf(fixture.crm)!;
      const { fields } = readOf(fixture)!;
      for (const field of FIELD_NAMES) {
        const element = fieldElement(document, field);
        // Atomic's company and people stand in more than one place, or nowhere
        if (field === 'account' || field === 'contacts') continue;
        const absent = fields[field].is === 'unknown' && fields[field].reason.startsWith('not-o');
        expect([field, element !== undefined]).toEqual([field, !absent]);
      }
    },
  );
});

describe('foreign pages', () => {
  const huge = `<body>${'<div class="form"><input name="amount" value="1"></div>'.repeat(400)}</body>`;
  it.each([
    ['a word', '<div>Hello</div>'],
    ['nothing', ''],
    ['many inputs', huge],
    [
      'a dialog',
      '<div role="dialog"><h5 class="MuiTypography-h5">Deal</h5><form><input name="amount"></form></div>',
    ],
    [
      'a pane',
      '<div id="tabcontent"><div class="tab-pane active"><div class="form"></div></div></div>',
    ],
  ])('%s is nobody’s', (_, html) => {
    for (const { crm, list } of examples) {
      for (const [url, what] of list) {
        showPage(html, url);
        expect(recognisePage(document, new URL(url))).toBeUndefined();
        expect(recogniseCrm(document)).toBeUndefined();
        if (what?.kind !== 'deal') continue;
        const adapter = adapterOf(crm)!;
        expect(adapter.read(document, what.ref)).toBeUndefined();
        for (const field of FIELD_NAMES)
          expect(adapter.fieldElement(document, field)).toBeUndefined();
      }
    }
  });
});

describe.skipIf(!hasCaptures)('captures of real pages', () => {
  const at = (path: string, url: string): void => {
    showPage(captureOf(path), url);
  };
  const atomic = (id: string): PageReading | undefined =>
    adapterOf('atomic')?.read(document, { crm: 'atomic', id });
  const known = (value: unknown, source: string) => ({ is: 'value', value, source });

  it.each([
    ['atomic-crm-0.0.2', '1', 'Fugiat nihil quia', '67700', 'USD', '2026-11-23', 2],
    ['atomic-crm-current', '13', 'Reiciendis quaerat et', '23200', undefined, '2027-01-16', 2],
  ])('%s', (folder, id, name, amount, currency, date, people) => {
    const code = currency === undefined ? {} : { currency };
    at(`${folder}/a-show.html`, `http://127.0.0.1/#/deals/${id}/show`);
    expect(recogniseCrm(document)?.id).toBe('atomic');
    expect(atomic(id)?.fields).toMatchObject({
      name: known(name, 'page'),
      amount: known({ amount, margin: '50', ...code }, 'page'),
      closeDate: known(date, 'page'),
      stage: { value: { id: 'opportunity', state: 'open' } },
      contacts: known(people, 'page'),
    });
    expect(atomic('2')).toBeUndefined();
    at(`${folder}/b-edit.html`, `http://127.0.0.1/#/deals/${id}`);
    expect(atomic(id)?.fields).toMatchObject({
      name: known(name, 'typed'),
      amount: known({ amount, ...code }, 'typed'),
      closeDate: known(date, 'typed'),
      stage: { value: { id: 'opportunity', state: 'open' } },
      contacts: known(people, 'typed'),
    });
    at(`${folder}/d-board.html`, 'http://127.0.0.1/#/deals');
    expect(recognisePage(document, new URL(location.href))?.kind).toBe('board');
    expect(atomic(id)).toBeUndefined();
  });

  it.each(['a-form', 'b-form-dirty', 'c-list'])('tryton-6.0 %s', (page) => {
    at(`tryton-6.0/${page}.html`, 'http://127.0.0.1/#demo/model/sale.opportunity/1');
    expect(recogniseCrm(document)?.id).toBe('tryton');
    const adapter = adapterOf('tryton')!;
    expect(adapter.fieldElement(document, 'amount') === undefined).toBe(page === 'c-list');
    expect(adapter.read(document, { crm: 'tryton', id: '1', org: 'demo' })).toBeUndefined();
  });
});
