// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { apiFixtureOf, stubApi, type Exchange } from '../../../tests/crm-api.ts';
import type { DealPage } from '../adapter.ts';
import { decimalOfNumber } from '../answer-values.ts';
import { CrmTrouble } from '../trouble.ts';
import { deals } from './deals.ts';
import { adapter } from './index.ts';

const fixture = apiFixtureOf('salesforce')!;
const { ref } = fixture;
const { signal } = new AbortController();
const DATA = '/services/data/v60.0';

const queryOf = ({ request }: Exchange): string => request.query?.q ?? '';
const asked = (part: string): Exchange =>
  fixture.exchange.find((exchange) => queryOf(exchange).includes(part))!;
const instead = (part: string, answer: Exchange['answer']): Exchange => ({
  ...asked(part),
  answer,
});

describe('the open deals', () => {
  const refused = { status: 400, json: [{ errorCode: 'INVALID_FIELD' }] };
  const first = (columns: string, answer: Exchange['answer']): Exchange => ({
    request: {
      path: `${DATA}/query`,
      query: {
        q: `SELECT ${columns} FROM Opportunity WHERE IsClosed = false ORDER BY CloseDate, Id`,
      },
    },
    answer,
  });
  const BASIC = 'Id, Name, StageName, CloseDate, IsClosed, IsWon, CreatedDate, LastModifiedDate';
  const MORE =
    'Account.Name, Owner.Name, Amount, Probability, ForecastCategoryName, NextStep, LastStageChangeDate, PushCount';
  const rowsOf = async (...more: Exchange[]) => {
    const { access, strangers } = stubApi(fixture, more);
    const first = await deals(access(signal), { crm: 'salesforce' }).next();
    expect(strangers).toEqual([]);
    return (first.value as DealPage).readings;
  };
  const row = { Id: ref.id, Name: 'X', StageName: 'Proposal', CloseDate: '2026-12-05' };
  const records = (...rows: object[]) => ({
    json: { totalSize: rows.length, done: true, records: rows },
  });

  it('in an organisation with several currencies carry theirs', async () => {
    const [one] = await rowsOf(
      first(
        `${BASIC}, ${MORE}, CurrencyIsoCode`,
        records({ ...row, Amount: 5, CurrencyIsoCode: 'SEK', IsClosed: false }),
      ),
    );
    expect(one?.fields.amount).toEqual({
      is: 'value',
      value: { amount: '5', currency: 'SEK' },
      source: 'api',
    });
  });

  it('are asked for with fewer columns where some are not to be seen: what is not asked for is not empty', async () => {
    const [one] = await rowsOf(
      first(`${BASIC}, ${MORE}, CurrencyIsoCode`, refused),
      first(`${BASIC}, ${MORE}`, refused),
      first(`${BASIC}, Amount, CurrencyIsoCode`, refused),
      first(`${BASIC}, Amount`, refused),
      first(BASIC, records({ ...row, IsClosed: false, IsWon: false })),
    );
    expect(one?.fields).toMatchObject({
      name: { value: 'X' },
      amount: { is: 'unknown', reason: 'no-access' },
      account: { is: 'unknown', reason: 'no-access' },
      nextStep: { is: 'unknown', reason: 'no-access' },
      closeDate: { value: '2026-12-05' },
    });
  });

  it('leave out rows that are no deals, and read nothing into values of another type', async () => {
    const readings = await rowsOf(
      first(
        `${BASIC}, ${MORE}, CurrencyIsoCode`,
        records(
          { ...row, Id: "006' OR Id != '" },
          { ...row, Amount: '5', Probability: {}, CloseDate: '2026-02-30', Account: 'x', Name: 7 },
        ),
      ),
    );
    expect(readings).toHaveLength(1);
    const unread = { is: 'unknown', reason: 'not-readable' };
    expect(readings[0]?.fields).toMatchObject({
      name: unread,
      amount: unread,
      probability: unread,
      closeDate: unread,
      account: unread,
    });
  });

  it.each([
    'https://evil.example.com/services/data/v60.0/query/x-2000',
    '//evil.example.com/services/data/v60.0/query/x-2000',
    '/services/data/v60.0/sobjects/User',
    undefined,
  ])('are not said to be all where the next page cannot be had: %s', async (next) => {
    const answer = { json: { totalSize: 3, done: false, nextRecordsUrl: next, records: [row] } };
    await expect(rowsOf(first(`${BASIC}, ${MORE}, CurrencyIsoCode`, answer))).rejects.toMatchObject(
      { kind: 'not-json' },
    );
  });
});

describe('a deal', () => {
  it('whose id is none is never asked for', async () => {
    const { access, sent } = stubApi(fixture);
    const hostile = { ...ref, id: "006' OR Name != '" };
    for (const run of [
      () => adapter.fetch!(access(signal), hostile),
      () => adapter.history!(access(signal), hostile),
      () => adapter.note!(access(signal), hostile, 'x'),
    ])
      await expect(run()).rejects.toMatchObject({ kind: 'not-found' });
    expect(sent).toEqual([]);
  });

  it.each([
    ['another record', { json: { id: '0065g00000MnOpQAAV', fields: {} } }],
    ['no fields', { json: { id: ref.id } }],
    ['a list', { json: [] }],
    ['nothing', { text: '' }],
  ])('is not read from %s', async (_, answer) => {
    const record = fixture.exchange.find(({ request }) => request.path.includes('ui-api'))!;
    const { access } = stubApi(fixture, [{ ...record, answer }]);
    await expect(adapter.fetch!(access(signal), ref)).rejects.toBeInstanceOf(CrmTrouble);
  });

  it('without the user’s own record goes without the locale, and costs nothing else', async () => {
    const user = { request: { path: '/services/oauth2/userinfo' }, answer: { status: 403 } };
    const { access } = stubApi(fixture, [user]);
    const reading = await adapter.fetch!(access(signal), ref);
    expect(reading.custom).toEqual({});
    expect(reading.fields.name).toEqual(fixture.expected.reading.fields.name);
  });
});

describe('a history', () => {
  const entry = (CloseDate: unknown, CreatedDate: unknown, more: object = {}) => ({
    CloseDate,
    CreatedDate,
    ...more,
  });
  const historyOf = async (rows: object[], ...more: Exchange[]) => {
    const answer = { json: { totalSize: rows.length, done: true, records: rows } };
    const { access } = stubApi(fixture, [instead('FROM OpportunityHistory', answer), ...more]);
    return await adapter.history!(access(signal), ref);
  };
  it('without tracked fields and without stages has the rest', async () => {
    const down = { status: 500 };
    const found = await historyOf(
      [
        entry('2027-01-31', '2026-10-01T12:00:00.000+0000', { StageName: 'B' }),
        entry('2026-12-05', '2026-09-01T12:00:00.000+0000', { StageName: 'A' }),
      ],
      instead('FROM OpportunityFieldHistory', down),
      instead('FROM OpportunityStage', down),
    );
    const day = '2026-10-01';
    expect(found).toEqual({
      since: '2026-09-01',
      changes: [
        { field: 'closeDate', from: '2026-12-05', to: '2027-01-31', day, source: 'history' },
        { field: 'stage', from: 'A', to: 'B', day, source: 'history' },
      ],
    });
  });
  it('skips entries without a time, and says so where none has one', async () => {
    const rows = [
      entry('2027-01-31', 'yesterday'),
      entry('2026-12-05', '2026-09-01T12:00:00.000+0000'),
    ];
    const found = await historyOf(rows, instead('FROM OpportunityFieldHistory', { status: 403 }));
    expect(found).toEqual({ since: '2026-09-01', changes: [] });
    await expect(historyOf([entry('2026-12-05', 7)])).rejects.toBeInstanceOf(CrmTrouble);
  });
});

it.each([
  [48000.5, '48000.5'],
  [-3, '-3'],
  [1e21, undefined],
  [1e-7, undefined],
  [Infinity, undefined],
  ['5', undefined],
  [null, undefined],
])('%s as a decimal is %s', (value, decimal) => {
  expect(decimalOfNumber(value)).toBe(decimal);
});
