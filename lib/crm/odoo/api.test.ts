import { describe, expect, it, vi } from 'vitest';
import { pageSend } from '../page-send.ts';
import { CrmTrouble, SessionExpired } from '../trouble.ts';
import { adapter } from './index.ts';

const ref = { crm: 'odoo', id: '12' };
const { signal } = new AbortController();
const SECRET = 'traceback with planted-odoo-4f1c';

interface Asked {
  readonly path: string;
  readonly args: readonly unknown[];
  readonly kwargs: Readonly<Record<string, unknown>>;
}
type Answer = (asked: Asked) => unknown;

/** A page whose server answers as Odoo's does: always with status 200. */
function pageWith(answer: Answer, url = 'https://acme.odoo.com/odoo/crm/12') {
  const asked: Asked[] = [];
  const fetch = vi.fn((address: string, init: RequestInit): Promise<Response> => {
    const { params } = JSON.parse(init.body as string) as { params: Partial<Asked> };
    const one = {
      path: new URL(address).pathname,
      args: params.args ?? [],
      kwargs: params.kwargs ?? {},
    };
    asked.push(one);
    return Promise.resolve(Response.json({ jsonrpc: '2.0', id: null, ...(answer(one) as object) }));
  });
  const view = { fetch, location: { origin: new URL(url).origin, href: url } } as unknown as Window;
  return { access: { view, signal, send: pageSend(view) }, asked };
}

const error = (name: string, code = 200) => ({
  error: { code, message: SECRET, data: { name, debug: SECRET, message: SECRET } },
});

describe('an error in an answer of status 200', () => {
  it.each([
    ['an ended session, by its code', error('odoo.http.Whatever', 100), 'SessionExpired'],
    ['an ended session, by its name', error('odoo.http.SessionExpiredException'), 'SessionExpired'],
    ['missing rights', error('odoo.exceptions.AccessError'), 'no-access'],
    ['a record that is gone', error('odoo.exceptions.MissingError'), 'not-found'],
    ['a route that is none', error('werkzeug.exceptions.NotFound', 404), 'not-found'],
    ['anything else', error('odoo.exceptions.UserError'), 'refused'],
    ['one without a name', { error: { code: 200 } }, 'refused'],
    ['no result', {}, 'refused'],
  ])('says %s, and nothing of its text', async (_, answer, kind) => {
    const { access } = pageWith(() => answer);
    const calls = [
      adapter.fetch!(access, ref),
      adapter.user!(access, ref),
      adapter.stages!(access, ref),
      adapter.note!(access, ref, 'a note'),
    ];
    for (const call of calls) {
      const thrown: unknown = await call.catch((reason: unknown) => reason);
      expect(thrown instanceof CrmTrouble ? thrown.kind : (thrown as Error).name).toBe(kind);
      expect(`${(thrown as Error).message}${(thrown as Error).stack ?? ''}`).not.toContain(SECRET);
    }
  });

  it.each([null, [], 'yes', 3])('%j is no answer', async (body) => {
    const view = {
      fetch: () => Promise.resolve(Response.json(body)),
      location: { origin: 'https://acme.odoo.com', href: 'https://acme.odoo.com/odoo/crm/12' },
    } as unknown as Window;
    await expect(adapter.fetch!({ view, signal, send: pageSend(view) }, ref)).rejects.toMatchObject(
      { kind: 'not-json' },
    );
  });

  it('an ended session in a side call is everybody’s trouble', async () => {
    const { access } = pageWith(({ path }) =>
      path.includes('mail.activity')
        ? error('odoo.http.SessionExpiredException', 100)
        : { result: path.endsWith('fields_get') ? { name: {} } : [{ id: 12, name: 'A deal' }] },
    );
    await expect(adapter.fetch!(access, ref)).rejects.toBeInstanceOf(SessionExpired);
  });
});

it('a record that came back is the one that was asked for', async () => {
  const { access } = pageWith(({ path }) => ({
    result: path.endsWith('fields_get') ? { name: {} } : [{ id: 13, name: 'Another deal' }],
  }));
  await expect(adapter.fetch!(access, ref)).rejects.toMatchObject({ kind: 'not-found' });
});

describe('a deal whose read fails', () => {
  const failing = (name: string) =>
    pageWith(({ path }) =>
      path.endsWith('fields_get') ? { result: { name: {}, stage_id: {} } } : error(name),
    );
  const reads = (asked: readonly Asked[]): number =>
    asked.filter(({ path }) => path.endsWith('crm.lead/read')).length;

  it('is tried field by field where rights are missing, and denied where none is left', async () => {
    const { access, asked } = failing('odoo.exceptions.AccessError');
    await expect(adapter.fetch!(access, ref)).rejects.toMatchObject({ kind: 'no-access' });
    expect(reads(asked)).toBe(3);
  });

  it('is not tried again for another reason', async () => {
    const { access, asked } = failing('odoo.exceptions.MissingError');
    await expect(adapter.fetch!(access, ref)).rejects.toMatchObject({ kind: 'not-found' });
    expect(reads(asked)).toBe(1);
  });
});

it('leads back to the deal in the client’s own way', async () => {
  const answer: Answer = ({ path }) => ({
    result: path.endsWith('fields_get') ? { name: {} } : [{ id: 12, name: 'A deal' }],
  });
  const old = pageWith(answer, 'https://acme.odoo.com/web#id=13&model=crm.lead&view_type=form');
  expect((await adapter.fetch!(old.access, ref)).url).toBe(
    'https://acme.odoo.com/web#id=12&model=crm.lead&view_type=form',
  );
  const path = pageWith(answer, 'https://acme.odoo.com/odoo/crm/13?debug=1');
  expect((await adapter.fetch!(path.access, ref)).url).toBe(
    'https://acme.odoo.com/odoo/crm.lead/12',
  );
});

describe('history', () => {
  const FIELDS = [
    { id: 1, name: 'stage_id', tracking: 1 },
    { id: 2, name: 'date_deadline', tracking: 1 },
    { id: 3, name: 'expected_revenue', tracking: 1 },
    { id: 4, name: 'probability', tracking: 1 },
  ];
  const kinds = ['integer', 'float', 'monetary', 'datetime'];
  const offered16 = [
    'field',
    ...kinds.flatMap((kind) => [`old_value_${kind}`, `new_value_${kind}`]),
  ];
  const none = Object.fromEntries(
    kinds.flatMap((kind) => {
      const value = kind === 'datetime' ? false : 0;
      return [
        [`old_value_${kind}`, value],
        [`new_value_${kind}`, value],
      ];
    }),
  );
  const tracked = (field: number, values: object) => ({
    field: [field, 'Anything (crm.lead)'],
    create_date: '2026-10-05 12:00:00',
    ...none,
    ...values,
  });
  const version16 =
    (fields: readonly object[] = FIELDS): Answer =>
    ({ path, kwargs }) => {
      if (path.includes('ir.model.fields')) return { result: fields };
      if (path.includes('crm.stage')) return { result: [{ id: 5, name: 'New', is_won: false }] };
      if (path.endsWith('crm.lead/read'))
        return { result: [{ id: 12, create_date: '2026-10-01 12:00:00' }] };
      if (path.endsWith('fields_get'))
        return { result: Object.fromEntries(offered16.map((name) => [name, {}])) };
      expect(kwargs.fields).toEqual([...offered16, 'create_date']);
      return {
        result: [
          tracked(1, { new_value_integer: 5 }),
          tracked(3, { old_value_monetary: 100, new_value_monetary: 150.5 }),
          tracked(4, { old_value_float: 10, new_value_float: 20.5 }),
          tracked(2, {
            old_value_datetime: '2026-12-21 00:00:00',
            new_value_datetime: '2027-01-31 00:00:00',
          }),
          tracked(2, { old_value_datetime: '2027-01-31 00:00:00' }),
          tracked(3, { old_value_monetary: 150.5, new_value_monetary: 150.5 }),
          tracked(9, { new_value_integer: 5 }),
          { field: false, create_date: '2026-10-05 12:00:00' },
        ],
      };
    };
  const change = (field: string, from: string | null, to: string | null, more: object = {}) => ({
    field,
    from,
    to,
    day: '2026-10-05',
    source: 'history',
    ...more,
  });

  it('reads what version 16 tracks', async () => {
    const { access } = pageWith(version16());
    expect(await adapter.history!(access, ref)).toEqual({
      since: '2026-10-01',
      changes: [
        change('stage', null, '5', { toOrder: 0 }),
        change('amount', '100', '150.5'),
        change('probability', '10', '20.5'),
        change('closeDate', '2026-12-21', '2027-01-31'),
        change('closeDate', '2027-01-31', null),
      ],
    });
  });

  it.each([
    ['the closing date', FIELDS.map((one) => (one.id === 2 ? { ...one, tracking: 0 } : one))],
    ['the stage', FIELDS.slice(1)],
    ['anything', []],
  ])('is none where Odoo does not track %s: nothing is called never pushed', async (_, fields) => {
    const { access } = pageWith(version16(fields));
    await expect(adapter.history!(access, ref)).rejects.toMatchObject({ kind: 'refused' });
  });

  it('is none for somebody who may not read what is tracked', async () => {
    const plain = version16();
    const { access } = pageWith((asked) =>
      asked.path.endsWith('mail.tracking.value/search_read')
        ? error('odoo.exceptions.AccessError')
        : plain(asked),
    );
    await expect(adapter.history!(access, ref)).rejects.toMatchObject({ kind: 'no-access' });
  });
});

it('reads open deals without a stage as what they are', async () => {
  const { access } = pageWith(({ path }) => {
    if (path.endsWith('fields_get')) return { result: { name: {}, stage_id: {}, type: {} } };
    if (path.endsWith('search_count')) return { result: 2 };
    if (path.includes('crm.stage')) return error('odoo.exceptions.AccessError');
    return {
      result: [
        { id: 1, name: 'A', stage_id: false },
        { id: 'x', name: 'B' },
      ],
    };
  });
  const pages = [];
  for await (const page of adapter.deals!(access, ref)) pages.push(page);
  expect(pages).toHaveLength(1);
  expect(
    pages[0]?.readings.map(({ ref: { id }, fields }) => [id, fields.stage, fields.amount]),
  ).toEqual([['1', { is: 'empty', source: 'api' }, { is: 'unknown', reason: 'no-access' }]]);
});
