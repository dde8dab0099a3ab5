import type { Access } from '../access.ts';
import { isRow, type Row } from '../answer-values.ts';
import { ask } from '../ask.ts';
import { CrmTrouble } from '../trouble.ts';
import { rowsOf } from './values.ts';

/**
 * The Dataverse Web API, same origin, with the session's cookie alone: scripts in model-driven apps need no token
 * (Microsoft, "Authenticate to Web API").
 */
const ROOT = '/api/data/v9.2';

const HEADERS = {
  'OData-Version': '4.0',
  'OData-MaxVersion': '4.0',
  Accept: 'application/json',
  Prefer: 'odata.include-annotations="*"',
} as const;

/** OData's own options: their names are written as they are, with the `$`, and their values are encoded. */
export type Options = Readonly<Record<string, string | number | undefined>>;

function pathOf(path: string, options: Options): string {
  const query = Object.entries(options).flatMap(([name, value]) =>
    value === undefined ? [] : [`$${name}=${encodeURIComponent(value)}`],
  );
  return `${ROOT}/${path}${query.length === 0 ? '' : `?${query.join('&')}`}`;
}

/** Asks for one record. Throws CrmTrouble where the answer is none. */
export async function getRow(access: Access, path: string, options: Options = {}): Promise<Row> {
  const answer = await ask(access, { path: pathOf(path, options), headers: HEADERS });
  if (!isRow(answer)) throw new CrmTrouble('not-json');
  return answer;
}

/** Asks for the first page of a list, and no more. */
export async function getRows(
  access: Access,
  path: string,
  options: Options,
): Promise<readonly Row[]> {
  const rows = rowsOf(await getRow(access, path, options));
  if (!rows) throw new CrmTrouble('not-json');
  return rows;
}

/** A page of a list, with the whole list's length where the server can tell it. */
export interface Page {
  readonly rows: readonly Row[];
  readonly total?: number;
}

/** The server counts no further than this, and then says this. */
const MOST_COUNTED = 5000;

/** Asks for a list page by page, each when it is wanted. */
export async function* pagesOf(
  access: Access,
  path: string,
  options: Options,
  size: number,
): AsyncGenerator<Page, void, undefined> {
  const headers = { ...HEADERS, Prefer: `${HEADERS.Prefer},odata.maxpagesize=${size}` };
  const seen = new Set<string>();
  let total: number | undefined;
  for (let next: string | undefined = pathOf(path, { ...options, count: 'true' }); next;) {
    seen.add(next);
    const answer: unknown = await ask(access, { path: next, headers });
    const rows = rowsOf(answer);
    if (!isRow(answer) || !rows) throw new CrmTrouble('not-json');
    total ??= countOf(answer['@odata.count']);
    yield { rows, ...(total === undefined ? {} : { total }) };
    next = nextPath(access, answer['@odata.nextLink']);
    if (next !== undefined && seen.has(next)) throw new CrmTrouble('refused');
  }
}

const countOf = (value: unknown): number | undefined =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) < MOST_COUNTED
    ? (value as number)
    : undefined;

/** The next page's address is absolute. It is followed on the page's own host, inside the Web API, and nowhere else. */
function nextPath({ view }: Access, link: unknown): string | undefined {
  if (link === undefined || link === null) return undefined;
  const url = typeof link === 'string' && URL.canParse(link) ? new URL(link) : undefined;
  const isOurs = url?.origin === view.location.origin && url.pathname.startsWith('/api/data/');
  if (!url || !isOurs) throw new CrmTrouble('refused');
  return `${url.pathname}${url.search}`;
}

/** Creates a record. */
export async function post(access: Access, path: string, body: Row): Promise<void> {
  await ask(access, { method: 'POST', path: pathOf(path, {}), headers: HEADERS, body });
}
