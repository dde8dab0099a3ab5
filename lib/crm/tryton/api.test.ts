import { describe, expect, it, vi } from 'vitest';
import { pageSend } from '../page-send.ts';
import { SessionExpired } from '../trouble.ts';
import { adapter } from './index.ts';

const ref = { crm: 'tryton', id: '7', org: 'my sales' };
const SECRET = '0123456789abcdef';
const signal = new AbortController().signal;

type Answer = (method: string, params: unknown[]) => unknown;
const datetime = (day: number, hour = 12) => ({
  __class__: 'datetime',
  year: 2026,
  month: 10,
  day,
  hour,
  minute: 0,
  second: 0,
  microsecond: 5,
});
const date = (month: number, day: number) => ({ __class__: 'date', year: 2026, month, day });
const decimal = (text: string) => ({ __class__: 'Decimal', decimal: text });

const ROW = {
  id: 7,
  number: '7',
  description: 'Harbour <b>sensors</b>',
  'party.': { id: 4, rec_name: 'Lindhaven Port' },
  'employee.': null,
  amount: decimal('23150.50'),
  'currency.': { id: 2, code: 'EUR' },
  state: 'opportunity',
  conversion_probability: 0.07,
  end_date: date(12, 1),
  create_date: datetime(3),
  write_date: null,
};
const LABELS = {
  state: {
    selection: [
      ['lead', 'Interessent'],
      ['opportunity', 'Chance'],
    ],
  },
};

/** A page whose server answers as Tryton's does. */
function pageWith(answer: Answer, respond?: () => Response | Promise<Response>) {
  const fetch = vi.fn(async (_: string, init: RequestInit): Promise<Response> => {
    init.signal?.throwIfAborted();
    if (respond) return respond();
    const { method, params } = JSON.parse(init.body as string) as {
      method: string;
      params: unknown[];
    };
    return Response.json({ id: 0, ...(answer(method, params) as object) });
  });
  const store = (items: Record<string, unknown>) => ({
    getItem: (key: string) => (key in items ? JSON.stringify(items[key]) : null),
  });
  const view = {
    fetch,
    location: {
      origin: 'https://erp.example.com',
      href: 'https://erp.example.com/#my%20sales/model/sale.opportunity/8',
    },
    localStorage: store({ 'sao_session_my sales': { login: 'zoë', user_id: 3, session: SECRET } }),
    sessionStorage: store({ 'sao_context_my sales': { language: 'de', company: 1 } }),
  };
  const page = view as unknown as Window;
  return { access: { view: page, signal, send: pageSend(page) }, fetch };
}

const refuse = (kind: string, text = '') => ({ error: [kind, [text, '', null]] });
const plain: Answer = (method) => ({ result: method.endsWith('.fields_get') ? LABELS : [ROW] });
const read = (answer: Answer, respond?: () => Response | Promise<Response>) =>
  adapter.fetch!(pageWith(answer, respond).access, ref);

describe('fetch', () => {
  it('reads what is saved', async () => {
    const { fields, custom, url } = await read(plain);
    expect(fields).toMatchObject({
      name: { value: 'Harbour <b>sensors</b>', source: 'api' },
      account: { value: 'Lindhaven Port' },
      owner: { is: 'empty' },
      amount: { value: { amount: '23150.5', currency: 'EUR' } },
      stage: { value: { id: 'opportunity', label: 'Chance', order: 1, state: 'open' } },
      probability: { value: 7 },
      closeDate: { value: '2026-12-01' },
      created: { value: '2026-10-03' },
      modified: { value: '2026-10-03' },
      stageEntered: { reason: 'not-on-page' },
      nextStep: { reason: 'not-offered' },
      contacts: { reason: 'not-offered' },
    });
    expect(custom).toMatchObject({ number: { value: '7' }, currency: { value: 'EUR' } });
    // The page has gone on to the next deal meanwhile: this is the address of the one that was asked for.
    expect(url).toBe('https://erp.example.com/#my%20sales/model/sale.opportunity/7');
  });

  it('asks in the user’s session and context, without credentials', async () => {
    const { access, fetch } = pageWith(plain);
    await adapter.fetch!(access, ref);
    const [address, init] = fetch.mock.calls[0]!;
    expect(address).toBe('https://erp.example.com/my%20sales/');
    expect(init).toMatchObject({ method: 'POST', credentials: 'omit' });
    const { Authorization = '' } = init.headers as Record<string, string>;
    expect(Buffer.from(Authorization.slice('Session '.length), 'base64').toString()).toBe(
      `zoë:3:${SECRET}`,
    );
    expect(JSON.parse(init.body as string)).toMatchObject({
      params: [[7], expect.anything(), { language: 'de', company: 1 }],
    });
  });

  it('tells a field without access from one that the server does not have, and reads the others', async () => {
    const { fields } = await read((method, params) => {
      const names = params[1] as string[];
      if (method.endsWith('.fields_get')) return refuse('UserError');
      if (names.includes('amount')) return refuse('UserError', 'Kein Zugriff auf "Betrag"');
      if (names.includes('employee.rec_name')) return { error: ["'employee'", ''] };
      return { result: [ROW] };
    });
    expect(fields.amount).toEqual({ is: 'unknown', reason: 'no-access' });
    expect(fields.owner).toEqual({ is: 'unknown', reason: 'not-offered' });
    expect(fields).toMatchObject({
      name: { is: 'value' },
      stage: { value: { label: 'opportunity' } },
    });
  });

  it('finds what it does not understand unreadable, not empty', async () => {
    const { fields } = await read((method) => ({
      result: method.endsWith('.fields_get')
        ? LABELS
        : [{ ...ROW, amount: 'many', end_date: 'soon', state: 5, conversion_probability: null }],
    }));
    for (const name of ['amount', 'closeDate', 'stage'] as const) {
      expect(fields[name]).toEqual({ is: 'unknown', reason: 'not-readable' });
    }
    expect(fields.probability).toEqual({ is: 'empty', source: 'api' });
  });

  it('says when the session has ended, or there is none', async () => {
    await expect(read(plain, () => new Response('', { status: 401 }))).rejects.toBeInstanceOf(
      SessionExpired,
    );
    const { access } = pageWith(plain);
    await expect(adapter.fetch!(access, { ...ref, org: 'other' })).rejects.toBeInstanceOf(
      SessionExpired,
    );
  });

  it.each<[string, Answer, (() => Response | Promise<Response>) | undefined]>([
    ['a record that nobody may read', () => refuse('UserError', 'no'), undefined],
    ['no record', () => ({ result: [] }), undefined],
    ['no result', () => ({}), undefined],
    ['HTML', plain, () => new Response('<!doctype html><p>Proxy</p>')],
    ['an error page', plain, () => new Response('oops', { status: 502 })],
    ['null', plain, () => Response.json(null)],
    ['no network', plain, () => Promise.reject(new TypeError('Failed to fetch'))],
  ])('fails on %s, without its token', async (_, answer, respond) => {
    const error = await read(answer, respond).then(
      () => undefined,
      (reason: unknown) => reason as Error,
    );
    expect(error).toBeInstanceOf(Error);
    expect(error).not.toBeInstanceOf(SessionExpired);
    expect(`${error!.message}${error!.stack ?? ''}`).not.toContain(SECRET);
  });

  it('ends when it is aborted', async () => {
    const { access } = pageWith(plain);
    await expect(
      adapter.fetch!({ ...access, signal: AbortSignal.abort() }, ref),
    ).rejects.toMatchObject({
      name: 'AbortError',
    });
  });
});

describe('history', () => {
  const REVISIONS: Record<number, object> = {
    3: { amount: null, end_date: null, state: 'lead', conversion_probability: 0.5 },
    5: {
      amount: decimal('100'),
      end_date: date(11, 1),
      state: 'opportunity',
      conversion_probability: 0.5,
    },
    9: {
      amount: decimal('100.00'),
      end_date: date(12, 1),
      state: 'lost',
      conversion_probability: 0.5,
    },
  };
  const answer: Answer = (method, params) => {
    if (method.endsWith('.history_revisions'))
      return { result: [9, 5, 3].map((day) => [datetime(day), 2, 'Zoë']) };
    const { _datetime: at } = params.at(-1) as { _datetime?: { day: number } };
    const names = params[1] as string[];
    const row = Object.entries(REVISIONS[at?.day ?? 9] ?? {}).filter(([name]) =>
      names.includes(name),
    );
    return { result: [{ id: 7, ...Object.fromEntries(row) }] };
  };

  it('tells the changes, oldest first, and since when', async () => {
    const { access } = pageWith(answer);
    expect(await adapter.history!(access, ref)).toEqual({
      since: '2026-10-03',
      changes: [
        { field: 'amount', from: null, to: '100', day: '2026-10-05', source: 'history' },
        { field: 'closeDate', from: null, to: '2026-11-01', day: '2026-10-05', source: 'history' },
        {
          field: 'stage',
          from: 'lead',
          to: 'opportunity',
          fromOrder: 0,
          toOrder: 1,
          day: '2026-10-05',
          source: 'history',
        },
        {
          field: 'closeDate',
          from: '2026-11-01',
          to: '2026-12-01',
          day: '2026-10-09',
          source: 'history',
        },
        {
          field: 'stage',
          from: 'opportunity',
          to: 'lost',
          fromOrder: 1,
          day: '2026-10-09',
          source: 'history',
        },
      ],
    });
  });

  it('asks for each revision once in a page’s life', async () => {
    const { access, fetch } = pageWith(answer);
    const first = await adapter.history!(access, ref);
    const asked = fetch.mock.calls.length;
    expect(await adapter.history!(access, ref)).toEqual(first);
    expect(fetch.mock.calls.length - asked).toBe(2);
  });

  it('leaves out a field without access', async () => {
    const { access } = pageWith((method, params) =>
      method.endsWith('.read') && (params[1] as string[]).includes('amount')
        ? refuse('UserError')
        : answer(method, params),
    );
    const { changes } = await adapter.history!(access, ref);
    expect(changes.map(({ field }) => field)).toEqual(['closeDate', 'stage', 'closeDate', 'stage']);
  });
});

it('writes a note on the deal', async () => {
  const { access, fetch } = pageWith(() => ({ result: [1] }));
  await adapter.note!(access, ref, 'Asked\nAgreed');
  expect(JSON.parse(fetch.mock.calls[0]![1].body as string)).toMatchObject({
    method: 'model.ir.note.create',
    params: [[{ resource: 'sale.opportunity,7', message: 'Asked\nAgreed' }], expect.anything()],
  });
});
