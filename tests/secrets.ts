import type { Access } from '../lib/crm/access.ts';
import type { Adapter, ListRef } from '../lib/crm/adapter.ts';
import type { ApiFixture, Fault } from './crm-api.ts';

/** For the search for tokens: what anything says, and a server that says everything. */

/** Any value as text, errors with their stacks and causes, and what is enumerable in them. */
export function textOf(value: unknown, depth = 0): string {
  if (depth > 8) return '';
  if (value instanceof Error) {
    const { name, message, stack = '', cause } = value;
    return [name, message, stack, JSON.stringify(value), textOf(cause, depth + 1)].join(' ');
  }
  try {
    if (typeof value === 'string') return value;
    const text: unknown = JSON.stringify(value);
    return typeof text === 'string' ? text : '';
  } catch {
    return String(value);
  }
}

/** A server that sends back all that it was sent, and what the page holds. */
export const echo =
  (status: number, type = 'application/json'): Fault =>
  ({ url, headers, body }) =>
    new Response(
      JSON.stringify({
        message: 'You sent this',
        url: url.href,
        headers: [...headers],
        body,
        cookie: document.cookie,
        local: Object.entries(localStorage),
      }),
      { status, headers: { 'Content-Type': type, 'Retry-After': '3600' } },
    );

/** A CRM with the file of its API. */
export interface Case {
  readonly adapter: Adapter;
  readonly fixture: ApiFixture;
}

/** Everything else that the adapter can ask, one after the other; what fails gives its error. */
export async function askAll(
  { adapter, fixture }: Case,
  access: Access,
): Promise<readonly unknown[]> {
  const { ref } = fixture;
  const list: ListRef = { crm: ref.crm, ...(ref.org === undefined ? {} : { org: ref.org }) };
  const results: unknown[] = [];
  const run = async (ask: () => Promise<unknown> | undefined): Promise<void> => {
    results.push(await Promise.resolve(ask()).catch((error: unknown) => error));
  };
  await run(() => adapter.fetch?.(access, ref));
  await run(() => adapter.history?.(access, ref));
  await run(() => adapter.stages?.(access, list));
  await run(() => adapter.user?.(access, list));
  await run(() => adapter.suggestedGates?.(access, list));
  await run(() => adapter.note?.(access, ref, fixture.expected.note?.text ?? 'a note'));
  await run(async () => {
    const pages: unknown[] = [];
    for await (const page of adapter.deals?.(access, list) ?? []) pages.push(page);
    return pages;
  });
  return results;
}
