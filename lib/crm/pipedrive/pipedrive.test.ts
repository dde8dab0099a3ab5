// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { apiFixtureOf } from '../../../tests/crm-api.ts';
import { fixturesOf, savedOf, showPage } from '../../../tests/crm-fixtures.ts';
import type { Access, CrmAnswer, CrmRequest } from '../access.ts';
import { adapter } from './index.ts';

const ref = { crm: 'pipedrive', id: '7' };
const TOKEN = 'marked-token-9f3';

const answerOf = (value: unknown, status = 200): CrmAnswer => ({
  status,
  headers: { 'content-type': 'application/json' },
  text: typeof value === 'string' ? value : JSON.stringify(value),
  redirected: false,
});
const ok = (data: unknown, more?: unknown): CrmAnswer =>
  answerOf({ success: true, data, ...(more === undefined ? {} : { additional_data: more }) });

/** A page with a token, whose API answers as it is told; a window of its own each time. Paths come without the query. */
function pageWith(answer: (path: string, query: URLSearchParams) => CrmAnswer | undefined) {
  const sent: CrmRequest[] = [];
  const view = {
    document: { cookie: `pipe-session-token=${TOKEN}` },
    location: { href: 'https://acme.pipedrive.com/deal/7' },
  };
  const access: Access = {
    view: view as unknown as Window,
    signal: new AbortController().signal,
    send: (request) => {
      sent.push(request);
      const url = new URL(request.path, 'https://acme.pipedrive.com');
      return Promise.resolve(answer(url.pathname, url.searchParams) ?? answerOf({}, 404));
    },
  };
  return { access, sent, paths: () => sent.map(({ path }) => path.split('?')[0]) };
}

/** The same deal as in the file, as the first version of the API has it. */
const V1: Readonly<Record<string, CrmAnswer>> = {
  '/api/v1/deals/7': ok({
    id: 7,
    title: 'Harbour sensors',
    user_id: { id: 31, name: 'Rita Rep', value: 31 },
    owner_name: 'Rita Rep',
    org_id: { name: 'Lindhaven Port', value: 501 },
    org_name: 'Lindhaven Port',
    pipeline_id: 1,
    stage_id: 13,
    value: 48000.5,
    currency: 'EUR',
    add_time: '2025-06-02 12:00:00',
    update_time: '2025-11-04 12:00:00',
    stage_change_time: '2025-10-01 12:00:00',
    status: 'open',
    probability: null,
    expected_close_date: '2026-12-21',
    last_incoming_mail_time: '2025-10-28 12:00:00',
    last_outgoing_mail_time: '2025-11-01 12:00:00',
    participants_count: 2,
    rotten_time: '2025-11-05 00:00:00',
  }),
  '/api/v1/stages': ok([
    {
      id: 11,
      order_nr: 1,
      name: 'Qualified',
      active_flag: true,
      deal_probability: 20,
      pipeline_id: 1,
    },
    {
      id: 13,
      order_nr: 3,
      name: 'Negotiations',
      active_flag: true,
      deal_probability: 80,
      pipeline_id: 1,
    },
    { id: 12, order_nr: 2, name: 'Gone', active_flag: false, deal_probability: 50, pipeline_id: 1 },
  ]),
  '/api/v1/pipelines': ok([{ id: 1, name: 'Sales', order_nr: 1, active: true }]),
  '/api/v1/deals/7/activities': ok([
    {
      subject: 'meeting 1',
      type: 'meeting',
      done: false,
      person_id: 61,
      due_date: '2099-01-15',
      due_time: '12:00',
      active_flag: true,
    },
    {
      subject: 'task 2',
      type: 'task',
      done: false,
      due_date: '2099-01-10',
      due_time: '',
      active_flag: true,
    },
    {
      subject: 'meeting 3',
      type: 'meeting',
      done: false,
      person_id: 61,
      due_date: '2099-01-02',
      active_flag: false,
    },
  ]),
  '/api/v1/dealFields': ok([{ key: 'value', name: 'Order value' }]),
  '/api/v1/users/self': ok({ id: 31, name: 'Rita Rep', locale: 'de_DE' }),
};

describe('the versions of the API', () => {
  const refusals: readonly [string, CrmAnswer][] = [
    ['401', answerOf({ success: false }, 401)],
    ['403', answerOf({ success: false }, 403)],
    ['404', answerOf({ success: false }, 404)],
    ['400 for a query that it does not know', answerOf({ success: false }, 400)],
    ['a page', answerOf('<!doctype html><title>Pipedrive</title>')],
    ['success: false', answerOf({ success: false, error: 'unauthorized access' })],
  ];
  it.each(refusals)('falls back to the first where the second answers %s', async (_, refusal) => {
    const { access, paths } = pageWith((path) =>
      path.startsWith('/api/v2/') ? refusal : V1[path],
    );
    const { fields } = await adapter.fetch!(access, ref);
    expect(fields).toMatchObject(apiFixtureOf('pipedrive')!.expected.reading.fields);
    // Once the first has answered, the second is not asked any more
    expect(paths().filter((path) => path?.startsWith('/api/v2/'))).toEqual(['/api/v2/deals/7']);
    await adapter.stages!(access, ref);
    expect(paths().filter((path) => path?.startsWith('/api/v2/'))).toHaveLength(1);
  });

  it.each([500, 503])('does not fall back where the second is down: %i', async (status) => {
    const { access, paths } = pageWith((path) =>
      path.startsWith('/api/v2/') ? answerOf({}, status) : V1[path],
    );
    await expect(adapter.fetch!(access, ref)).rejects.toMatchObject({ kind: 'down' });
    expect(paths()).toEqual(['/api/v2/deals/7']);
  });

  it('takes a refusal of the second for one, once it has answered in this window', async () => {
    let refuses = false;
    const { access, paths } = pageWith((path) => {
      if (!path.startsWith('/api/v2/')) return V1[path];
      if (refuses) return answerOf({}, 403);
      return path.endsWith('pipelines')
        ? ok([{ id: 1, name: 'Sales' }])
        : ok([{ id: 11, name: 'Qualified', pipeline_id: 1 }]);
    });
    await adapter.stages!(access, ref);
    refuses = true;
    await expect(adapter.fetch!(access, ref)).rejects.toMatchObject({ kind: 'no-access' });
    expect(paths()).not.toContain('/api/v1/deals/7');
  });

  it('says that the session has ended where both say so', async () => {
    const { access, paths } = pageWith(() => answerOf({}, 401));
    await expect(adapter.fetch!(access, ref)).rejects.toMatchObject({ name: 'SessionExpired' });
    expect(paths()).toEqual(['/api/v2/deals/7', '/api/v1/deals/7']);
  });

  it('reads the deal without what the first alone has, where that one does not take the session', async () => {
    const { exchange, expected } = apiFixtureOf('pipedrive')!;
    const { access } = pageWith((path) => {
      if (path.startsWith('/api/v1/')) return answerOf({}, 401);
      const found = exchange.find(({ request }) => request.path === path);
      return found && answerOf(found.answer.json);
    });
    const { fields } = await adapter.fetch!(access, ref);
    expect(fields).toMatchObject({
      name: expected.reading.fields.name,
      nextMeeting: expected.reading.fields.nextMeeting,
      owner: { is: 'unknown', reason: 'no-access' },
    });
  });

  it('sends the token to both, and names it in no error', async () => {
    const { access, sent } = pageWith(() => answerOf({}, 404));
    const error: unknown = await adapter.fetch!(access, ref).catch((reason: unknown) => reason);
    expect(sent.map(({ path }) => path.includes(`session_token=${TOKEN}`))).toEqual([true, true]);
    expect(`${String(error)} ${(error as Error).stack ?? ''}`).not.toContain(TOKEN);
  });

  it('pages the open deals by number in the first', async () => {
    const starts: (string | null)[] = [];
    const { access } = pageWith((path, query) => {
      if (path !== '/api/v1/deals') return V1[path];
      starts.push(query.get('start'));
      const more = starts.length === 1;
      return ok([{ id: starts.length, title: 'A deal', status: 'open', user_id: 31 }], {
        pagination: { more_items_in_collection: more, next_start: starts.length * 500 },
      });
    });
    const ids: string[][] = [];
    for await (const { readings } of adapter.deals!(access, ref))
      ids.push(readings.map((reading) => reading.ref.id));
    expect(ids).toEqual([['1'], ['2']]);
    expect(starts).toEqual([null, '500']);
  });

  it('asks for suggested gates in the second alone, whatever answered before', async () => {
    const { access } = pageWith((path) => V1[path]);
    await adapter.fetch!(access, ref);
    await expect(adapter.suggestedGates!(access, ref)).rejects.toMatchObject({
      name: 'CrmTrouble',
    });
  });
});

it('a booked meeting stops the clock of a deal that Pipedrive itself calls rotten', async () => {
  const { access } = pageWith((path) => V1[path]);
  const { fields } = await adapter.fetch!(access, ref);
  expect(fields.nextMeeting).toEqual({ is: 'value', value: '2099-01-15', source: 'api' });
});

describe('labels', () => {
  const page = fixturesOf('pipedrive').find(({ name }) => name === '2026/deal-german')!;
  const read = (html: string) => {
    showPage(html, page.url);
    return adapter.read(document, ref, { saved: savedOf(page, ref) })?.fields;
  };
  const learn = async (fields: unknown): Promise<void> => {
    const { access } = pageWith((path) => (path === '/api/v1/dealFields' ? ok(fields) : V1[path]));
    await adapter.fetch!({ ...access, view: window }, ref);
  };

  it('are the company’s own, once the API told them, and amounts are in the user’s locale', async () => {
    const html = page.html
      .replace('>Wert<', '>Auftragswert<')
      .replace('data-typed="1.234.567,5"', 'data-typed="1.234"');
    expect(read(html)?.amount).toEqual({ is: 'unknown', reason: 'not-on-page' });
    showPage(page.html, page.url);
    document.cookie = `pipe-session-token=${TOKEN}; path=/`;
    await learn([
      { key: 'value', name: 'Auftragswert' },
      { key: 'abc', name: 'Wahrscheinlichkeit' },
      { key: 'expected_close_date', name: 'Erwartetes Abschlussdatum' },
      { key: 'def', name: 'Erwartetes Abschlussdatum' },
    ]);
    const fields = read(html);
    expect(fields?.amount).toEqual({
      is: 'value',
      value: { amount: '1234', currency: 'EUR' },
      source: 'typed',
    });
    // The usual label belongs to a field of the company's own: the usual meaning does not count
    expect(fields?.probability).toEqual({ is: 'unknown', reason: 'not-on-page' });
    // Two fields share this label: it stands for neither
    expect(fields?.closeDate).toEqual({ is: 'unknown', reason: 'not-on-page' });
  });
});

describe('the title', () => {
  const page = fixturesOf('pipedrive').find(({ name }) => name === '2026/title-other')!;
  const read = () => adapter.read(document, ref, { saved: savedOf(page, ref) });
  const title = () => document.querySelector('textarea')!;
  beforeEach(() => {
    showPage(page.html, page.url);
  });

  it('is typed while somebody is in it', () => {
    expect(read()).toBeUndefined();
    title().focus();
    expect(read()).toMatchObject({
      state: 'form',
      fields: { name: { value: 'Harbour sensors, phase 2', source: 'typed' } },
    });
  });

  it('of another deal is not this one’s, though somebody is in it', () => {
    title().focus();
    for (const row of document.querySelectorAll('[data-testid="fields-list-row-field-components"]'))
      row.textContent = '2031-01-01';
    expect(read()).toBeUndefined();
  });
});

describe('history', () => {
  it('counts from the oldest change that was read where there are more than are read', async () => {
    const change = {
      field_key: 'expected_close_date',
      old_value: '2026-01-01',
      new_value: '2026-02-01',
      time: '2025-09-01 12:00:00',
    };
    const { access, paths } = pageWith((path) =>
      path.endsWith('/changelog') ? ok([change], { next_cursor: 'again' }) : V1[path],
    );
    const { since } = await adapter.history!(access, ref);
    expect(since).toBe('2025-09-01');
    expect(paths().filter((path) => path?.endsWith('/changelog'))).toHaveLength(10);
  });
});
