import { cookieOf, withQuery, type Access } from '../access.ts';
import { isRow, type Row } from '../answer-values.ts';
import { ask } from '../ask.ts';
import { CrmTrouble } from '../trouble.ts';
import { rowsIn } from './values.ts';

/**
 * Zoho's API on the client's own origin, as the client itself asks it. The version is the one that the client reads its
 * records with; a related list that came later names its own.
 */
const ROOT = '/crm/v2.2';

/** Which of the two holds the token differs by data centre. It is read for each request, and never kept. */
const TOKEN_COOKIES = ['CT_CSRF_TOKEN', 'crmcsr'];

function headersOf(view: Window, org: string): Record<string, string> {
  const token = TOKEN_COOKIES.map((name) => cookieOf(view, name)).find(Boolean);
  return {
    'X-CRM-ORG': org,
    ...(token === undefined ? {} : { 'X-ZCSRF-TOKEN': `crmcsrfparam=${token}` }),
  };
}

type Query = Readonly<Record<string, string | number | undefined>>;

/** One organisation's API. */
export interface Client {
  /** The answer; undefined where there is nothing (204). A path that begins with `/` names its version itself. */
  readonly get: (path: string, query?: Query) => Promise<unknown>;
  /** The rows under `key`; none where there are none. Throws CrmTrouble for an answer of another shape, */
  readonly rows: (path: string, key: string, query?: Query) => Promise<readonly Row[]>;
  /** and for a list that is longer than one answer: nobody can tell what the rest would say. */
  readonly wholeList: (path: string) => Promise<readonly Row[]>;
  readonly post: (path: string, body: Row) => Promise<unknown>;
}

export function clientOf(access: Access, org: string): Client {
  const pathOf = (path: string): string => (path.startsWith('/') ? path : `${ROOT}/${path}`);
  const get: Client['get'] = (path, query = {}) =>
    ask(access, { path: withQuery(pathOf(path), query), headers: headersOf(access.view, org) });
  return {
    get,
    rows: async (path, key, query) => {
      const rows = rowsIn(await get(path, query), key);
      if (!rows) throw new CrmTrouble('not-json');
      return rows;
    },
    wholeList: async (path) => {
      const answer = await get(path, { per_page: 200 });
      const rows = rowsIn(answer, 'data');
      if (!rows) throw new CrmTrouble('not-json');
      if (hasMore(answer)) throw new CrmTrouble('refused');
      return rows;
    },
    post: (path, body) =>
      ask(access, {
        method: 'POST',
        path: pathOf(path),
        headers: headersOf(access.view, org),
        body,
      }),
  };
}

/** True where the answer holds a part of its list. */
export const hasMore = (answer: unknown): boolean =>
  isRow(answer) && isRow(answer.info) && answer.info.more_records === true;

/** How a list goes on after an answer: by a token where there is one, or else by the next number; undefined at its end. */
export function nextOf(answer: unknown, page: number): Query | undefined {
  if (!hasMore(answer)) return undefined;
  const token = isRow(answer) && isRow(answer.info) ? answer.info.next_page_token : undefined;
  return typeof token === 'string' && token !== '' ? { page_token: token } : { page: page + 1 };
}
