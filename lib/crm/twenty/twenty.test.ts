// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  apiFixtureOf,
  clearCookies,
  stubApi,
  type Exchange,
  type Sent,
} from '../../../tests/crm-api.ts';
import { fixturesOf, savedOf, showPage } from '../../../tests/crm-fixtures.ts';
import type { Adapter } from '../adapter.ts';
import { dayOf } from '../answer-values.ts';
import { moneyOf, unitsOf } from './values.ts';

const api = apiFixtureOf('twenty')!;
const { ref } = api;
const { signal } = new AbortController();
const TOKEN = api.secrets[0]!;

/** What is learned is kept for a page's life: each test begins with a new one. */
let adapter: Adapter;
beforeEach(async () => {
  vi.resetModules();
  ({ adapter } = await import('./index.ts'));
});
afterEach(() => {
  clearCookies(api);
});

const graphql = (operationName: string, json: unknown, more: object = {}): Exchange => ({
  request: { method: 'POST', path: '/graphql', body: { operationName, ...more } },
  answer: { json },
});
const opportunities = (sent: readonly Sent[]): Sent[] =>
  sent.filter(({ url }) => url.pathname.startsWith('/rest/opportunities/'));

describe('the session', () => {
  const withoutToken = (status: number) => (request: Sent) =>
    request.headers.has('Authorization') ? undefined : new Response('{}', { status });
  const fetchIn = (fault?: (request: Sent) => Response | undefined) => {
    const world = stubApi(api, [], fault);
    return { ...world, run: () => adapter.fetch!(world.access(signal), ref) };
  };

  it('is the cookie that no script can read: the older token stays where it is', async () => {
    const { sent, run } = fetchIn();
    await run();
    expect(sent.length).toBeGreaterThan(2);
    expect(sent.filter(({ headers }) => headers.has('Authorization'))).toEqual([]);
  });
  it.each([401, 403])(
    'is the older token where the cookie was turned away with %i',
    async (status) => {
      const { sent, run } = fetchIn(withoutToken(status));
      const reading = await run();
      expect(reading.fields.name).toMatchObject({ is: 'value' });
      expect(JSON.stringify(reading)).not.toContain(TOKEN);
      const first = opportunities(sent).map(({ headers }) => headers.get('Authorization'));
      expect(first).toEqual([null, `Bearer ${TOKEN}`]);
      await run();
      expect(
        opportunities(sent)
          .slice(2)
          .map(({ headers }) => headers.get('Authorization')),
      ).toEqual([`Bearer ${TOKEN}`]);
    },
  );
  it('is the token under its older name too', async () => {
    const older = { accessToken: { token: 'older' } };
    document.cookie = 'tokenPair=; path=/; expires=Thu, 01 Jan 1970 00:00:00 GMT';
    const page = { ...api.page, cookies: { tokenPair: JSON.stringify(older) } };
    const { access, sent } = stubApi({ ...api, page }, [], withoutToken(401));
    await adapter.fetch!(access(signal), ref);
    expect(opportunities(sent).at(-1)?.headers.get('Authorization')).toBe('Bearer older');
  });
  it.each([
    ['no token', undefined],
    ['half a token', '{"accessOrWorkspaceAgnosticToken": {'],
    ['a token of another shape', '{"accessOrWorkspaceAgnosticToken": "x", "accessToken": null}'],
  ])('has ended with %s', async (_, cookie) => {
    const page = { ...api.page, cookies: cookie === undefined ? {} : { tokenPair: cookie } };
    const { access, sent } = stubApi({ ...api, page }, [], withoutToken(401));
    await expect(adapter.fetch!(access(signal), ref)).rejects.toMatchObject({
      name: 'SessionExpired',
    });
    expect(sent.every(({ headers }) => !headers.has('Authorization'))).toBe(true);
  });
  it('has ended where GraphQL says so, and keeps the token to itself', async () => {
    const ended = { errors: [{ message: TOKEN, extensions: { code: 'UNAUTHENTICATED' } }] };
    const { access } = stubApi(api, [graphql('WriteNote', ended)]);
    const error: unknown = await adapter.note!(access(signal), ref, 'x').catch((e: unknown) => e);
    expect(error).toMatchObject({ name: 'SessionExpired' });
    expect(String(error)).not.toContain(TOKEN);
  });
});

describe('a note', () => {
  const refused = { errors: [{ message: 'Field "targetOpportunityId" is not defined' }] };
  const written = (sent: readonly Sent[]) =>
    sent.map(({ body }) => body as { operationName: string; variables: Record<string, unknown> });

  it('is tied to the deal by its older name where the newer one was refused before anything ran', async () => {
    const older = { variables: { target: { opportunityId: ref.id } } };
    const done = { data: { createNote: { id: 'n' }, createNoteTarget: { id: 't' } } };
    const { access, sent } = stubApi(api, [
      graphql('WriteNote', done, older),
      graphql('WriteNote', refused),
    ]);
    await adapter.note!(access(signal), ref, 'Agreed');
    const [first, second, ...more] = written(sent);
    expect(more).toEqual([]);
    expect(first?.variables.target).toHaveProperty('targetOpportunityId');
    expect(second?.variables.target).toHaveProperty('opportunityId');
    const { id } = second?.variables.note as { id: string };
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(second?.variables.target).toMatchObject({ noteId: id });
  });
  it('is taken away again where it could not be tied to the deal', async () => {
    const half = { data: { createNote: { id: 'n' }, createNoteTarget: null }, errors: [{}] };
    const { access, sent } = stubApi(api, [
      graphql('WriteNote', half),
      graphql('UndoNote', { data: { deleteNote: { id: 'n' } } }),
    ]);
    await expect(adapter.note!(access(signal), ref, 'x')).rejects.toMatchObject({
      kind: 'refused',
    });
    const [write, undo, ...more] = written(sent);
    expect(more).toEqual([]);
    expect(undo).toMatchObject({
      operationName: 'UndoNote',
      variables: { id: (write?.variables.note as { id: string }).id },
    });
  });
  it('fails where nothing was made, with nothing to take away', async () => {
    const { access, sent } = stubApi(api, [graphql('WriteNote', { data: { createNote: null } })]);
    await expect(adapter.note!(access(signal), ref, 'x')).rejects.toMatchObject({
      kind: 'refused',
    });
    expect(sent).toHaveLength(1);
  });
});

describe('amounts', () => {
  it.each([
    ['23150500000', '23150.5'],
    [23150500000, '23150.5'],
    ['1', '0.000001'],
    ['-1500000', '-1.5'],
    ['0', '0'],
    ['-0', '0'],
    ['99999999999999999999999', '99999999999999999.999999'],
    ['1500000.5', '1.5000005'],
    [Number.MAX_SAFE_INTEGER, '9007199254.740991'],
    [Number.MAX_SAFE_INTEGER + 1, undefined],
    [1e-7, undefined],
    ['1e6', undefined],
    [true, undefined],
  ])('%s millionths are %s', (micros, units) => {
    expect(unitsOf(micros)).toBe(units);
  });
  it('tells no amount from one that cannot be read', () => {
    expect(moneyOf({ amountMicros: null, currencyCode: 'EUR' })).toBeNull();
    expect(moneyOf({ amountMicros: '0', currencyCode: '' })).toEqual({ amount: '0' });
    expect(moneyOf({})).toBeUndefined();
    expect(moneyOf('48000')).toBeUndefined();
  });
  it('keeps a calendar date, and makes a moment the day that it was here', () => {
    expect(dayOf('2026-12-21')).toBe('2026-12-21');
    const late = new Date(2026, 11, 21, 23, 59);
    expect(dayOf(late.toISOString())).toBe('2026-12-21');
    expect(dayOf('21.12.2026')).toBeUndefined();
  });
});

describe('stages', () => {
  it('are read from the newer shape of the metadata', async () => {
    const data = [
      {
        nameSingular: 'opportunity',
        fields: [{ name: 'stage', options: [{ value: 'CUSTOMER', label: 'Won', position: 0 }, 7] }],
      },
    ];
    const { access } = stubApi(api, [
      { request: { path: '/rest/metadata/objects' }, answer: { json: { data } } },
    ]);
    expect(await adapter.stages!(access(signal), { crm: 'twenty' })).toEqual([
      { id: 'CUSTOMER', label: 'Won', state: 'won', order: 0 },
    ]);
  });
  it('are called by their ids where the metadata cannot be had', async () => {
    const { access } = stubApi(api, [
      { request: { path: '/rest/metadata/objects' }, answer: { status: 403, json: {} } },
    ]);
    const { fields } = await adapter.fetch!(access(signal), ref);
    expect(fields.stage).toMatchObject({
      value: { id: 'PROPOSAL', label: 'PROPOSAL', state: 'open' },
    });
  });
  it('do not go round in circles where a page leads to itself', async () => {
    const json = { data: [], pageInfo: { hasNextPage: true, endCursor: 'x' } };
    const { access, sent } = stubApi(api, [
      { request: { path: '/rest/metadata/objects' }, answer: { json } },
    ]);
    await expect(adapter.stages!(access(signal), { crm: 'twenty' })).rejects.toThrow();
    expect(sent).toHaveLength(2);
  });
});

it('leaves the won deals out by itself where it does not know that the stage exists', async () => {
  const row = { id: ref.id, name: 'Open', stage: 'NEW' };
  const won = { ...row, id: ref.id.replace('1', '2'), stage: 'CUSTOMER' };
  const { access, sent } = stubApi(api, [
    { request: { path: '/rest/metadata/objects' }, answer: { status: 403, json: {} } },
    {
      request: { path: '/rest/opportunities' },
      answer: { json: { data: { opportunities: [won, row] }, totalCount: 2 } },
    },
  ]);
  const pages = [];
  for await (const page of adapter.deals!(access(signal), { crm: 'twenty' })) pages.push(page);
  expect(pages.map(({ readings, total }) => [readings.map((one) => one.ref.id), total])).toEqual([
    [[ref.id], undefined],
  ]);
  const asked = sent.find(({ url }) => url.pathname === '/rest/opportunities');
  expect(asked?.url.searchParams.has('filter')).toBe(false);
});

it('asks an older release beside the data who the user is', async () => {
  const data = { currentUser: { workspaceMember: { id: 'm7', name: { firstName: 'Bo' } } } };
  const unknownField = { errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] };
  const { access } = stubApi(api, [
    { request: { method: 'POST', path: '/metadata' }, answer: { status: 400, json: unknownField } },
    graphql('WhoAmI', { data }),
  ]);
  expect(await adapter.user!(access(signal), { crm: 'twenty' })).toEqual({ id: 'm7', name: 'Bo' });
});

describe('history', () => {
  const updated = (day: string, before: string, after: string) => ({
    name: 'opportunity.updated',
    happensAt: `${day}T12:00:00.000Z`,
    properties: { diff: { stage: { before, after } } },
  });
  const created = { name: 'opportunity.created', happensAt: '2026-10-01T12:00:00.000Z' };
  const historyOf = (rows: readonly unknown[], more: readonly Exchange[] = []) => {
    const json = { data: { timelineActivities: rows } };
    const path = '/rest/timelineActivities';
    const { access } = stubApi(api, [...more, { request: { path }, answer: { json } }]);
    return adapter.history!(access(signal), ref);
  };
  it('is complete only from where no update was lost', async () => {
    const { changes, since } = await historyOf([
      updated('2026-11-09', 'MEETING', 'PROPOSAL'),
      updated('2026-10-20', 'NEW', 'SCREENING'),
      created,
    ]);
    expect(since).toBe('2026-11-09');
    expect(changes).toMatchObject([{ from: 'MEETING', to: 'PROPOSAL', fromOrder: 2, toOrder: 3 }]);
  });
  it('begins with the oldest row where the creation is missing', async () => {
    const { since } = await historyOf([
      updated('2026-10-20', 'NEW', 'SCREENING'),
      { name: 'task.created', happensAt: '2026-10-10T12:00:00.000Z' },
    ]);
    expect(since).toBe('2026-10-10');
  });
  it('asks an older release by its name for the deal', async () => {
    const query = { filter: `targetOpportunityId[eq]:"${ref.id}"` };
    const refused: Exchange = {
      request: { path: '/rest/timelineActivities', query },
      answer: { status: 400, json: { error: 'BadRequestException' } },
    };
    expect((await historyOf([created], [refused])).since).toBe('2026-10-01');
  });
});

describe('the open cell', () => {
  const open = (name: string) => {
    const fixture = fixturesOf('twenty').find((one) => one.name === `2/${name}`)!;
    showPage(fixture.html, fixture.url);
    return savedOf(fixture, ref);
  };
  it('is read once it is the only one', () => {
    const saved = open('open-two-cells');
    const amount = () => adapter.read(document, ref, { saved })?.fields.amount;
    expect(amount()).toEqual({ is: 'unknown', reason: 'not-readable' });
    document.querySelectorAll('main')[1]!.remove();
    expect(amount()).toEqual({ is: 'value', value: { amount: '52500' }, source: 'typed' });
  });
  it('is not confused by what is saved of another deal', () => {
    const saved = open('read')!;
    const other = { ...saved, ref: { ...ref, id: 'x' } };
    expect(adapter.read(document, ref, { saved: other })?.fields.stage).toMatchObject({
      reason: 'not-readable',
    });
  });
});
