// @vitest-environment jsdom
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { unknownFields } from '../lib/core/deal.ts';
import type { Access } from '../lib/crm/access.ts';
import type { Adapter, DealPage, ListRef } from '../lib/crm/adapter.ts';
import { adapters } from '../lib/crm/registry.ts';
import { CrmTrouble, SessionExpired } from '../lib/crm/trouble.ts';
import { apiFixtureOf, clearCookies, fits, stubApi, type ApiFixture } from './crm-api.ts';

/** What every adapter with an API must keep to. A closed world: a request that stands in no file fails. */

interface Case {
  readonly adapter: Adapter;
  readonly fixture: ApiFixture;
}
const withApi = adapters.filter(({ fetch }) => fetch !== undefined);
const cases = withApi.flatMap((adapter) => {
  const fixture = apiFixtureOf(adapter.meta.id);
  return fixture ? [[adapter.meta.id, { adapter, fixture }] as const] : [];
});

const { signal } = new AbortController();
const listOf = ({ ref }: ApiFixture): ListRef =>
  ref.org === undefined ? { crm: ref.crm } : { crm: ref.crm, org: ref.org };

async function pagesOf(pages: AsyncIterable<DealPage>): Promise<DealPage[]> {
  const all: DealPage[] = [];
  for await (const page of pages) all.push(page);
  return all;
}

/** Every capability that asks the API, by name. */
const asking = ({ adapter, fixture }: Case) => {
  const { ref } = fixture;
  const list = listOf(fixture);
  const of = <T>(run: T | undefined, call: (run: T) => (access: Access) => Promise<unknown>) =>
    run === undefined ? undefined : call(run);
  return Object.entries({
    fetch: of(adapter.fetch, (run) => (access) => run(access, ref)),
    history: of(adapter.history, (run) => (access) => run(access, ref)),
    stages: of(adapter.stages, (run) => (access) => run(access, list)),
    user: of(adapter.user, (run) => (access) => run(access, list)),
    deals: of(adapter.deals, (run) => (access) => pagesOf(run(access, list))),
    suggestedGates: of(adapter.suggestedGates, (run) => (access) => run(access, list)),
    note: of(adapter.note, (run) => (access) => run(access, ref, 'a note')),
  }).flatMap(([name, call]) => (call ? [{ name, call }] : []));
};

const logged = vi.fn<(...words: unknown[]) => void>();
beforeEach(() => {
  for (const level of ['log', 'info', 'warn', 'error', 'debug'] as const)
    vi.spyOn(console, level).mockImplementation(logged);
});
afterEach(() => {
  vi.useRealTimers();
  logged.mockClear();
  for (const [, { fixture }] of cases) clearCookies(fixture);
});

const everythingOf = (value: unknown): string =>
  value instanceof Error
    ? `${value.name} ${value.message} ${value.stack ?? ''} ${everythingOf(value.cause)}`
    : inspect(value, { depth: Infinity, maxArrayLength: Infinity, maxStringLength: Infinity });

it('every adapter that asks an API has its answers in a file', () => {
  expect(cases.map(([id]) => id)).toEqual(withApi.map(({ meta }) => meta.id));
});

describe.each(cases)('%s', (_, one) => {
  const { adapter, fixture } = one;
  const { ref, expected } = fixture;
  const list = listOf(fixture);
  const plain = () => {
    const world = stubApi(fixture);
    return { ...world, ask: world.access(signal) };
  };

  it('reads what is saved', async () => {
    const { ask, strangers } = plain();
    const reading = await adapter.fetch!(ask, ref);
    expect(strangers).toEqual([]);
    expect(reading.ref).toEqual(ref);
    expect(reading.fields).toEqual({ ...unknownFields('not-offered'), ...expected.reading.fields });
    expect(reading.custom).toEqual(expected.reading.custom ?? {});
    expect(adapter.match(new URL(reading.url))).toEqual({ kind: 'deal', ref });
  });

  it.each((fixture.variants ?? []).map((variant) => [variant.name, variant] as const))(
    'reads what is saved: %s',
    async (__, { exchange, fields }) => {
      const { access, strangers } = stubApi(fixture, exchange);
      const reading = await adapter.fetch!(access(signal), ref);
      expect(strangers).toEqual([]);
      const usual = { ...unknownFields('not-offered'), ...expected.reading.fields };
      expect(reading.fields).toEqual({ ...usual, ...fields });
    },
  );

  it('offers what its file expects, and nothing that its file leaves out', () => {
    const offered = asking(one).map(({ name }) => name);
    const named = ['history', 'stages', 'user', 'deals', 'suggestedGates', 'note'] as const;
    expect(offered).toEqual(['fetch', ...named.filter((name) => expected[name] !== undefined)]);
  });

  it.each(['history', 'stages', 'user', 'suggestedGates'] as const)('reads %s', async (name) => {
    if (!expected[name]) return;
    const { ask, strangers } = plain();
    const call = asking(one).find((capability) => capability.name === name)!.call;
    expect(await call(ask)).toEqual(expected[name]);
    expect(strangers).toEqual([]);
  });

  it('reads the open deals page by page', async () => {
    if (!adapter.deals || !expected.deals) return;
    const { ask, strangers } = plain();
    const pages = await pagesOf(adapter.deals(ask, list));
    expect(strangers).toEqual([]);
    expect(pages.map(({ readings }) => readings.map((reading) => reading.ref.id))).toEqual(
      expected.deals.pages,
    );
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.at(-1)?.total).toBe(expected.deals.total);
    for (const { readings } of pages)
      for (const reading of readings)
        expect(adapter.match(new URL(reading.url))).toEqual({ kind: 'deal', ref: reading.ref });
  });

  it('stops reading the open deals when nobody wants more', async () => {
    if (!adapter.deals) return;
    const { ask, sent } = plain();
    for await (const page of adapter.deals(ask, list)) {
      expect(page.readings.length).toBeGreaterThan(0);
      break;
    }
    const first = sent.length;
    await Promise.resolve();
    expect(sent.length).toBe(first);
    const whole = plain();
    await pagesOf(adapter.deals(whole.ask, list));
    expect(whole.sent.length).toBeGreaterThan(first);
  });

  it('writes a note once, and repeats nothing', async () => {
    if (!adapter.note || !expected.note) return;
    const { ask, sent, strangers } = plain();
    const { text, request } = expected.note;
    await adapter.note(ask, ref, text);
    expect(strangers).toEqual([]);
    expect(sent.filter((each) => fits(each, request))).toHaveLength(1);
    const down = stubApi(fixture, [], (each) =>
      fits(each, { ...request, body: undefined }) ? new Response('', { status: 502 }) : undefined,
    );
    await expect(adapter.note(down.access(signal), ref, text)).rejects.toThrow(CrmTrouble);
    expect(down.sent.filter((each) => fits(each, request))).toHaveLength(1);
  });

  const html = (status = 200) =>
    new Response('<!doctype html><title>Log in</title>', {
      status,
      headers: { 'Content-Type': 'text/html' },
    });
  const faults: readonly [string, () => Response | Promise<Response>, string][] = [
    ['401', () => new Response('{}', { status: 401 }), 'SessionExpired'],
    ['403', () => new Response('{}', { status: 403 }), 'no-access'],
    ['500', () => new Response('{}', { status: 500 }), 'down'],
    ['503 with a page', () => html(503), 'down'],
    ['HTML instead of JSON', () => html(), 'not-json'],
    ['half a JSON', () => new Response('{"data": ['), 'not-json'],
    ['no network', () => Promise.reject(new TypeError('Failed to fetch')), 'offline'],
    [
      '429 for an hour',
      () => new Response('', { status: 429, headers: { 'Retry-After': '3600' } }),
      'busy',
    ],
  ];
  it.each(faults)('says what is wrong: %s', async (__, answer, kind) => {
    for (const { name, call } of asking(one)) {
      const { access } = stubApi(fixture, [], answer);
      const outcome: unknown = await call(access(signal)).catch((error: unknown) => error);
      const said =
        outcome instanceof CrmTrouble
          ? outcome.kind
          : outcome instanceof SessionExpired && outcome.name;
      // A history or a list of stages that cannot be had may be left out quietly; the deal itself may not.
      if (outcome instanceof Error || ['fetch', 'deals', 'note'].includes(name))
        expect([name, said]).toEqual([name, kind]);
      for (const secret of fixture.secrets) expect(everythingOf(outcome)).not.toContain(secret);
    }
  });

  it('waits as Retry-After says, and no longer', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { access, sent } = stubApi(fixture, [], (__, count) =>
      count === 1 ? new Response('', { status: 429, headers: { 'Retry-After': '7' } }) : undefined,
    );
    const reading = adapter.fetch!(access(signal), ref);
    await vi.advanceTimersByTimeAsync(6_999);
    const [first] = sent;
    const again = () => sent.filter(({ url }) => url.href === first?.url.href).length;
    const before = again();
    await vi.advanceTimersByTimeAsync(1);
    await vi.runAllTimersAsync();
    expect((await reading).fields).toEqual({
      ...unknownFields('not-offered'),
      ...expected.reading.fields,
    });
    expect(again()).toBe(before + 1);
  });

  it('gives up on an answer that does not come, and on being told to stop', async () => {
    const hang = (init: RequestInit): Promise<Response> =>
      new Promise((__, reject) => {
        init.signal!.addEventListener('abort', () => {
          reject(init.signal!.reason as Error);
        });
      });
    const timer = new AbortController();
    vi.spyOn(AbortSignal, 'timeout').mockReturnValue(timer.signal);
    const { access } = stubApi(fixture);
    window.fetch = ((__: string, init: RequestInit) => hang(init)) as typeof window.fetch;
    const late = adapter.fetch!(access(signal), ref);
    timer.abort(new DOMException('too late', 'TimeoutError'));
    await expect(late).rejects.toMatchObject({ name: 'CrmTrouble', kind: 'timeout' });

    vi.spyOn(AbortSignal, 'timeout').mockReturnValue(new AbortController().signal);
    const mine = new AbortController();
    const stopped = adapter.fetch!(access(mine.signal), ref);
    mine.abort();
    await expect(stopped).rejects.toBe(mine.signal.reason);
  });

  it('shows its tokens to the CRM alone', async () => {
    const { ask, sent } = plain();
    const results: unknown[] = [];
    for (const { call } of asking(one))
      results.push(await call(ask).catch((error: unknown) => error));
    const went = sent.map(({ url, headers }) => `${url.href} ${JSON.stringify([...headers])}`);
    const origin = new URL(fixture.page.url).origin;
    for (const { url } of sent) expect(url.origin).toBe(origin);
    for (const secret of fixture.secrets) {
      for (const result of results) expect(everythingOf(result)).not.toContain(secret);
      expect(everythingOf(logged.mock.calls)).not.toContain(secret);
    }
    expect(went.length).toBeGreaterThan(0);
  });
});
