import type { Access } from '../access.ts';
import { withQuery } from '../access.ts';
import { isRow, type Row } from '../answer-values.ts';
import { ask } from '../ask.ts';
import { CrmTrouble } from '../trouble.ts';
import { type Page, pageOf } from './values.ts';

type Query = Readonly<Record<string, string | number | undefined>>;

/** Without it, an ended session answers with the browser's own log-in prompt, and the request hangs there. */
const HEADERS = { 'X-Requested-With': 'XMLHttpRequest' };

/** The API stands in the folder that the client stands in. */
const pathOf = (access: Access, path: string): string =>
  `${access.view.location.pathname.replace(/[^/]*$/, '')}api/v1/${path}`;

/** Asks with the session's own cookies. */
export const get = (access: Access, path: string, query: Query = {}): Promise<unknown> =>
  ask(access, { path: withQuery(pathOf(access, path), query), headers: HEADERS });

export const post = (access: Access, path: string, body: Row): Promise<unknown> =>
  ask(access, { method: 'POST', path: pathOf(access, path), headers: HEADERS, body });

/** One record. Throws CrmTrouble where something else came. */
export async function getRow(access: Access, path: string): Promise<Row> {
  const row = await get(access, path);
  if (!isRow(row)) throw new CrmTrouble('not-json');
  return row;
}

/** A page of a list. */
export async function getPage(
  access: Access,
  path: string,
  query: Query & { readonly offset: number },
): Promise<Page> {
  const page = pageOf(await get(access, path, query), query.offset);
  if (!page) throw new CrmTrouble('not-json');
  return page;
}
