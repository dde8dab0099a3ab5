import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { vi } from 'vitest';
import type { DealRef, Fields, Reading } from '../lib/core/deal.ts';
import type { Change } from '../lib/core/records.ts';
import type { Access } from '../lib/crm/access.ts';
import type { CrmStage, CrmUser, SuggestedGate } from '../lib/crm/adapter.ts';
import { pageSend } from '../lib/crm/page-send.ts';
import { showPage } from './crm-fixtures.ts';

/**
 * A CRM's API as a file: `lib/crm/<crm>/fixtures/api.json` holds each request that an adapter may make and its answer in the
 * CRM's documented shape. A request that stands in no file fails the test: there is no other network.
 */

/** What a request must look like. Query, headers and body: what stands here must be there; more may be. */
export interface AskedFor {
  /** GET where it is left out. */
  readonly method?: string;
  /** Without its query. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}
export interface Given {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly text?: string;
}
export interface Exchange {
  readonly request: AskedFor;
  readonly answer: Given;
}

export interface ApiFixture {
  /** Where the shapes were taken from. */
  readonly why: string;
  /** Where the adapter runs, and what the page's scripts can see there. */
  readonly page: {
    readonly url: string;
    readonly html?: string;
    readonly cookies?: Readonly<Record<string, string>>;
    readonly local?: Readonly<Record<string, unknown>>;
    readonly session?: Readonly<Record<string, unknown>>;
  };
  /** Tokens that stand in the page above: they may go to the CRM, and nowhere else. */
  readonly secrets: readonly string[];
  readonly ref: DealRef;
  readonly exchange: readonly Exchange[];
  readonly expected: {
    /** Fields that are left out are "not offered". */
    readonly reading: { readonly fields: Partial<Fields>; readonly custom?: Reading['custom'] };
    readonly history?: { readonly changes: readonly Change[]; readonly since: string };
    readonly stages?: readonly CrmStage[];
    readonly user?: CrmUser;
    /** The ids on each page: two pages at least. */
    readonly deals?: { readonly pages: readonly (readonly string[])[]; readonly total?: number };
    readonly suggestedGates?: readonly SuggestedGate[];
    /** The one request that writes the note `text`. */
    readonly note?: { readonly text: string; readonly request: AskedFor };
  };
  /** The same deal where something is missing or different: these answers come before the others. */
  readonly variants?: readonly {
    readonly name: string;
    readonly exchange: readonly Exchange[];
    /** The fields that differ from `expected.reading`. */
    readonly fields: Partial<Fields>;
  }[];
}

/** A request as it was sent. */
export interface Sent {
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  readonly body: unknown;
}

/** The CRM's file, or undefined where it has none. */
export function apiFixtureOf(crm: string): ApiFixture | undefined {
  const path = join(import.meta.dirname, '../lib/crm', crm, 'fixtures/api.json');
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as ApiFixture) : undefined;
}

/** True where everything that stands in `part` stands in `whole` too. Lists must be equal in length. */
export function contains(whole: unknown, part: unknown): boolean {
  if (typeof part !== 'object' || part === null) return isDeepStrictEqual(whole, part);
  if (typeof whole !== 'object' || whole === null) return false;
  if (Array.isArray(part) && (!Array.isArray(whole) || whole.length !== part.length)) return false;
  return Object.entries(part).every(([key, value]) =>
    contains((whole as Record<string, unknown>)[key], value),
  );
}

/** True for a request that was asked for in the file. */
export function fits(sent: Sent, asked: AskedFor): boolean {
  if (sent.method !== (asked.method ?? 'GET') || sent.url.pathname !== asked.path) return false;
  const query = Object.entries(asked.query ?? {});
  if (!query.every(([key, value]) => sent.url.searchParams.get(key) === value)) return false;
  const headers = Object.entries(asked.headers ?? {});
  if (!headers.every(([key, value]) => sent.headers.get(key) === value)) return false;
  return asked.body === undefined || contains(sent.body, asked.body);
}

const responseOf = ({ status = 200, headers = {}, json, text }: Given): Response => {
  const type = { 'Content-Type': json === undefined ? 'text/plain' : 'application/json' };
  const body = text ?? (json === undefined ? null : JSON.stringify(json));
  return new Response(body, { status, headers: { ...type, ...headers } });
};

/** What the whole API answers in the place of what stands in the file. */
export type Fault = (sent: Sent, count: number) => Promise<Response> | Response | undefined;

/** Puts the page and its API into the test. `sent` are the requests so far; `strangers` those that stand in no file. */
export function stubApi(fixture: ApiFixture, more: readonly Exchange[] = [], fault?: Fault) {
  const { page } = fixture;
  showPage(page.html ?? '<!doctype html><html lang="en"><body></body></html>', page.url);
  localStorage.clear();
  for (const [key, value] of Object.entries(page.local ?? {}))
    localStorage.setItem(key, typeof value === 'string' ? value : JSON.stringify(value));
  for (const [key, value] of Object.entries(page.session ?? {}))
    sessionStorage.setItem(key, typeof value === 'string' ? value : JSON.stringify(value));
  for (const [key, value] of Object.entries(page.cookies ?? {}))
    document.cookie = `${key}=${encodeURIComponent(value)}; path=/`;
  const sent: Sent[] = [];
  const strangers: string[] = [];
  const answers = [...more, ...fixture.exchange];
  const fetch = async (address: string | URL, init: RequestInit = {}): Promise<Response> => {
    init.signal?.throwIfAborted();
    const request: Sent = {
      method: init.method ?? 'GET',
      url: new URL(address, page.url),
      headers: new Headers(init.headers),
      body: typeof init.body === 'string' ? (JSON.parse(init.body) as unknown) : undefined,
    };
    sent.push(request);
    const instead = await fault?.(request, sent.length);
    if (instead) return instead;
    const found = answers.find(
      (one) => request.url.origin === new URL(page.url).origin && fits(request, one.request),
    );
    if (found) return responseOf(found.answer);
    strangers.push(`${request.method} ${request.url.href} ${JSON.stringify(request.body)}`);
    return new Response('no such request in the file', { status: 418 });
  };
  vi.stubGlobal('fetch', fetch);
  window.fetch = fetch as typeof window.fetch;
  const access = (signal: AbortSignal): Access => ({
    view: window,
    signal,
    send: pageSend(window),
  });
  return { sent, strangers, access };
}

/** Takes the page's cookies away again. */
export function clearCookies({ page }: ApiFixture): void {
  for (const key of Object.keys(page.cookies ?? {}))
    document.cookie = `${key}=; path=/; expires=Thu, 01 Jan 1970 00:00:00 GMT`;
}
