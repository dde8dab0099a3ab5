// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { apiFixtureOf, stubApi, type Exchange } from '../../../tests/crm-api.ts';
import { CrmTrouble } from '../trouble.ts';
import { adapter } from './index.ts';

const fixture = apiFixtureOf('dynamics')!;
const { signal } = new AbortController();
const REF = fixture.ref;
const LIST = { crm: 'dynamics' };
const HISTORY = `/api/data/v9.2/opportunities(${REF.id})/Microsoft.Dynamics.CRM.RetrieveRecordChangeHistory()`;
const ATTRIBUTES = "/api/data/v9.2/EntityDefinitions(LogicalName='opportunity')/Attributes";

const world = (...more: Exchange[]) => {
  const stub = stubApi(fixture, more);
  return { ...stub, ask: stub.access(signal) };
};
const page = (link: unknown): Exchange => ({
  request: { path: '/api/data/v9.2/opportunities' },
  answer: { json: { value: [{ opportunityid: REF.id, statecode: 0 }], '@odata.nextLink': link } },
});
async function all(ask: Parameters<NonNullable<typeof adapter.deals>>[0]): Promise<number> {
  let pages = 0;
  for await (const one of adapter.deals!(ask, LIST)) pages += one.readings.length > 0 ? 1 : 0;
  return pages;
}

beforeEach(() => {
  document.body.replaceChildren();
});

describe('the next page', () => {
  it.each([
    ['on another host', 'https://evil.example/api/data/v9.2/opportunities?$skiptoken=2'],
    ['on another organisation', 'https://other.crm4.dynamics.com/api/data/v9.2/opportunities?p=2'],
    ['outside of the Web API', 'https://lindhaven.crm4.dynamics.com/tools/logout.aspx'],
    ['over another scheme', 'http://lindhaven.crm4.dynamics.com/api/data/v9.2/opportunities?p=2'],
    ['that is no address', '/api/data/v9.2/opportunities?p=2'],
    ['that is no text', { href: 'x' }],
  ])('%s is not asked for', async (_, link) => {
    const { ask, sent, strangers } = world(page(link));
    await expect(all(ask)).rejects.toMatchObject({ name: 'CrmTrouble', kind: 'refused' });
    expect(strangers).toEqual([]);
    expect(sent.filter(({ url }) => url.pathname.endsWith('/opportunities'))).toHaveLength(1);
  });

  it('that leads back to itself ends', async () => {
    const link = 'https://lindhaven.crm4.dynamics.com/api/data/v9.2/opportunities?$skiptoken=1';
    const { ask, sent } = world(page(link));
    await expect(all(ask)).rejects.toThrow(CrmTrouble);
    expect(sent.filter(({ url }) => url.pathname.endsWith('/opportunities'))).toHaveLength(2);
  });
});

describe('the open deals', () => {
  it('carry the stage of their own process, and their own currency', async () => {
    const { ask } = world();
    const fields = [];
    for await (const { readings } of adapter.deals!(ask, LIST))
      fields.push(...readings.map((reading) => reading.fields));
    expect(fields.map(({ stage }) => stage.is === 'value' && stage.value.label)).toEqual([
      'Propose',
      'Qualify',
      'Develop',
    ]);
    expect(fields.map(({ amount }) => amount.is === 'value' && amount.value.currency)).toEqual([
      'EUR',
      'EUR',
      'SEK',
    ]);
  });

  it('are read without the forecasts’ column where there is none', async () => {
    const refused: Exchange = {
      request: {
        path: '/api/data/v9.2/opportunities',
        query: {
          $select:
            'opportunityid,name,estimatedvalue,estimatedclosedate,closeprobability,_ownerid_value,_parentaccountid_value,_customerid_value,createdon,modifiedon,statecode,stepname,msdyn_forecastcategory',
        },
      },
      answer: { status: 400, json: { error: {} } },
    };
    const { ask, strangers } = world(refused);
    expect(await all(ask)).toBe(2);
    expect(strangers).toEqual([]);
  });

  it('have no total where the server stopped counting', async () => {
    const many: Exchange = {
      request: { path: '/api/data/v9.2/opportunities' },
      answer: { json: { value: [], '@odata.count': 5000 } },
    };
    const { ask } = world(many);
    for await (const one of adapter.deals!(ask, LIST)) expect(one).toEqual({ readings: [] });
    expect.assertions(1);
  });
});

describe('history', () => {
  const details = (list: unknown): Exchange => ({
    request: { path: HISTORY },
    answer: { json: { AuditDetailCollection: { AuditDetails: list } } },
  });
  const audit = (enabled: boolean): Exchange => ({
    request: { path: ATTRIBUTES, query: { $filter: "LogicalName eq 'estimatedclosedate'" } },
    answer: { json: { value: [{ IsAuditEnabled: { Value: enabled } }] } },
  });
  it.each([
    ['nothing was audited', [details([])]],
    ['the close date is not audited', [audit(false)]],
  ])('is none where %s: silence is not a date that never moved', async (_, more) => {
    const { ask } = world(...more);
    await expect(adapter.history!(ask, REF)).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('has the deal’s own changes where its process is not audited', async () => {
    const off: Exchange = {
      request: {
        path: '/api/data/v9.2/opportunitysalesprocesses(dddddddd-0000-4000-8000-000000000001)/Microsoft.Dynamics.CRM.RetrieveRecordChangeHistory()',
      },
      answer: { status: 403, json: {} },
    };
    const { ask } = world(off);
    const { changes } = await adapter.history!(ask, REF);
    expect(changes.map(({ field }) => field)).toEqual(['probability', 'amount', 'closeDate']);
  });

  it('passes over details of other shapes, and takes a cleared column for empty', async () => {
    const { ask } = world(
      details([
        null,
        'x',
        { AuditRecord: 7 },
        { AuditRecord: { createdon: 'yesterday' }, OldValue: {}, NewValue: {} },
        {
          AuditRecord: { createdon: '2026-11-02T09:00:00Z' },
          OldValue: { estimatedclosedate: '2026-11-30' },
          NewValue: {},
        },
      ]),
    );
    const { changes, since } = await adapter.history!(ask, REF);
    expect(since).toBe('2026-11-02');
    expect(changes.filter(({ field }) => field === 'closeDate')).toEqual([
      { field: 'closeDate', from: '2026-11-30', to: null, day: '2026-11-02', source: 'history' },
    ]);
  });
});

it('a record of another id is not taken for the deal', async () => {
  const other: Exchange = {
    request: { path: `/api/data/v9.2/opportunities(${REF.id})` },
    answer: { json: { opportunityid: '3f2504e0-4f89-41d3-9a0c-0305e82c3399' } },
  };
  await expect(adapter.fetch!(world(other).ask, REF)).rejects.toMatchObject({ kind: 'not-found' });
});
