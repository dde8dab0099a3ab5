// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { apiFixtureOf, clearCookies, stubApi, type Exchange } from '../../../tests/crm-api.ts';
import { showPage } from '../../../tests/crm-fixtures.ts';
import { unknownFields, type Reading } from '../../core/deal.ts';
import { FIELD_NAMES } from '../../core/fields.ts';
import { known, unknown } from '../../core/fact.ts';
import { mergeReadings } from '../../core/merge.ts';
import { adapter } from './index.ts';

const fixture = apiFixtureOf('zoho')!;
const REF = fixture.ref;
const LIST = { crm: 'zoho', org: REF.org! };
const { signal } = new AbortController();
const VIEW = fixture.page.url;
const pageOf = (name: string): string =>
  readFileSync(join(import.meta.dirname, `fixtures/record/${name}.html`), 'utf8');
const world = (...more: Exchange[]) => {
  const stub = stubApi(fixture, more);
  return { ...stub, ask: stub.access(signal) };
};
const saved: Reading = {
  ref: REF,
  url: VIEW,
  fields: {
    ...unknownFields('not-on-page'),
    name: known('Harbour sensors', 'api'),
    amount: known({ amount: '48000', currency: 'EUR' }, 'api'),
    closeDate: known('2026-12-21', 'api'),
  },
  custom: {},
};

beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});
afterEach(() => {
  clearCookies(fixture);
  document.cookie = 'crmcsr=; path=/; expires=Thu, 01 Jan 1970 00:00:00 GMT';
});

describe('the request’s token', () => {
  it('is read anew for each request', async () => {
    const { ask, sent } = world();
    await adapter.user!(ask, LIST);
    document.cookie = 'CT_CSRF_TOKEN=rotated; path=/';
    await adapter.user!(ask, LIST);
    expect(sent.map(({ headers }) => headers.get('X-ZCSRF-TOKEN'))).toEqual([
      `crmcsrfparam=${fixture.secrets[0]}`,
      'crmcsrfparam=rotated',
    ]);
  });

  it('is in the other cookie in some data centres', async () => {
    const { ask, sent } = world();
    clearCookies(fixture);
    document.cookie = 'crmcsr=other; path=/';
    await adapter.user!(ask, LIST);
    expect(sent[0]?.headers.get('X-ZCSRF-TOKEN')).toBe('crmcsrfparam=other');
  });

  it('is left out where there is none', async () => {
    const { ask, sent } = world();
    clearCookies(fixture);
    await adapter.user!(ask, LIST);
    expect(sent[0]?.headers.has('X-ZCSRF-TOKEN')).toBe(false);
    expect(sent[0]?.headers.get('X-CRM-ORG')).toBe(REF.org);
  });
});

describe('the API', () => {
  it('an empty answer for the deal is no such deal, and not an empty one', async () => {
    const none: Exchange = {
      request: { path: `/crm/v2.2/Deals/${REF.id}` },
      answer: { status: 204 },
    };
    await expect(adapter.fetch!(world(none).ask, REF)).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('a record of another id is not taken for the deal', async () => {
    const other: Exchange = {
      request: { path: `/crm/v2.2/Deals/${REF.id}` },
      answer: { json: { data: [{ id: '4876876000000331999', Deal_Name: 'Other' }] } },
    };
    await expect(adapter.fetch!(world(other).ask, REF)).rejects.toMatchObject({
      kind: 'not-found',
    });
  });

  it('the time of the last activity is never read: the system moves it', async () => {
    const { ask } = world();
    const reading = await adapter.fetch!(ask, REF);
    expect(JSON.stringify(reading)).not.toContain('2026-11-20');
  });

  it('a list without open deals has an empty page, and goes on', async () => {
    const closed: Exchange = {
      request: { path: '/crm/v2.2/Deals', query: { page: '1' } },
      answer: {
        json: { data: [{ id: '1', Stage: 'Closed Lost' }], info: { more_records: true } },
      },
    };
    const pages = [];
    for await (const { readings } of adapter.deals!(world(closed).ask, LIST))
      pages.push(readings.length);
    expect(pages).toEqual([0, 1]);
  });

  it('a list goes on by its token where it gives one', async () => {
    const first: Exchange = {
      request: { path: '/crm/v2.2/Deals', query: { page: '1' } },
      answer: { json: { data: [], info: { more_records: true, next_page_token: 'tok' } } },
    };
    const second: Exchange = {
      request: { path: '/crm/v2.2/Deals', query: { page_token: 'tok' } },
      answer: { status: 204 },
    };
    const { ask, sent, strangers } = world(first, second);
    for await (const { readings } of adapter.deals!(ask, LIST)) expect(readings).toEqual([]);
    expect(strangers).toEqual([]);
    expect(sent.at(-1)?.url.searchParams.has('page')).toBe(false);
  });

  it('a note that the CRM refuses under a good status is not said to be written', async () => {
    const refused: Exchange = {
      request: { method: 'POST', path: `/crm/v2.2/Deals/${REF.id}/Notes` },
      answer: { status: 202, json: { data: [{ code: 'MANDATORY_NOT_FOUND', status: 'error' }] } },
    };
    await expect(adapter.note!(world(refused).ask, REF, 'x')).rejects.toMatchObject({
      kind: 'refused',
    });
  });

  const timeline = (value: unknown): Exchange => ({
    request: { path: `/crm/v9/Deals/${REF.id}/timelines` },
    answer: {
      json: {
        timelines: [
          {
            audited_time: '2026-11-10T10:00:00+01:00',
            field_history: [{ api_name: 'Closing_Date', _value: value }],
          },
        ],
      },
    },
  });
  it.each([
    ['a date as the user writes it', { old: '30/11/2026', new: '21/12/2026' }],
    ['no values', undefined],
    ['a list', ['2026-11-30']],
  ])(
    'a change of the close date with %s costs the history: a count without it would be wrong',
    async (_, value) => {
      await expect(adapter.history!(world(timeline(value)).ask, REF)).rejects.toMatchObject({
        kind: 'not-json',
      });
    },
  );

  it('a history that cannot be had is none, and not an empty one', async () => {
    const none: Exchange = {
      request: { path: `/crm/v9/Deals/${REF.id}/timelines` },
      answer: { status: 204 },
    };
    await expect(adapter.history!(world(none).ask, REF)).rejects.toMatchObject({
      kind: 'not-found',
    });
  });
});

describe('pages that are not known', () => {
  it('a Canvas view hides nothing of what is saved, and calls nothing empty', () => {
    showPage(pageOf('canvas'), VIEW);
    const page = adapter.read(document, REF, { saved })!;
    expect(FIELD_NAMES.map((name) => page.fields[name].is)).not.toContain('empty');
    expect(mergeReadings(saved, page).fields).toMatchObject({
      amount: saved.fields.amount,
      closeDate: saved.fields.closeDate,
    });
  });

  it('an edit page of a kind that is not known says that it cannot be read: what is saved may be retyped there', () => {
    showPage(pageOf('canvas'), `${VIEW}/edit`);
    const page = adapter.read(document, REF, { saved })!;
    expect(page.state).toBe('form');
    expect(mergeReadings(saved, page).fields).toMatchObject({
      name: unknown('not-readable'),
      amount: unknown('not-readable'),
      closeDate: unknown('not-readable'),
    });
  });

  it('the same deal of another organisation is another deal', () => {
    showPage(pageOf('view'), VIEW);
    expect(adapter.read(document, REF, { saved })).toBeDefined();
    expect(adapter.read(document, { ...REF, org: '5' }, { saved })).toBeUndefined();
  });
});

describe('the save bar', () => {
  it('is the edit form’s own, while it is shown', () => {
    showPage(pageOf('edit'), `${VIEW}/edit`);
    expect(adapter.saveBar!(document)?.id).toBe('crm_create_savebutn');
    document.querySelector('form')!.hidden = true;
    expect(adapter.saveBar!(document)).toBeUndefined();
  });
});
