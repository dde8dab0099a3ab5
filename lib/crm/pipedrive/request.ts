import { cookieOf, withQuery, type Access } from '../access.ts';
import { isRow, type Row } from '../answer-values.ts';
import { ask } from '../ask.ts';
import { CrmTrouble, SessionExpired } from '../trouble.ts';

/** The cookie that Pipedrive's own client reads. Its value goes into the query: that is how its API takes it. */
const SESSION_COOKIE = 'pipe-session-token';

export type Version = 'v1' | 'v2';
type Query = Readonly<Record<string, string | number | undefined>>;

/** One thing to ask for, under the path and with the query that each version has for it. */
export interface Asked {
  readonly v2: readonly [path: string, query?: Query];
  readonly v1: readonly [path: string, query?: Query];
}

/** Which version answered in this window. Nothing else of an answer is remembered here. */
const answered = new WeakMap<Window, Version>();

/** What a version answers that does not take the session, or is not there (any more). */
const NOT_TAKEN: readonly string[] = ['no-access', 'not-found', 'refused', 'not-json'];

const isNotTaken = (error: unknown): boolean =>
  error instanceof SessionExpired ||
  (error instanceof CrmTrouble && NOT_TAKEN.includes(error.kind));

/**
 * Asks the second version, and the first where that one does not take the session: whether it does is not documented. Once the
 * second has answered in this window, what it refuses is refused; once only the first has, it is asked straight away.
 */
export async function askEither(
  access: Access,
  asked: Asked,
): Promise<{ readonly answer: Row; readonly version: Version }> {
  const before = answered.get(access.view);
  if (before !== undefined) {
    const [path, query] = asked[before];
    return { answer: await askVersion(access, before, path, query), version: before };
  }
  try {
    const answer = await askVersion(access, 'v2', ...asked.v2);
    answered.set(access.view, 'v2');
    return { answer, version: 'v2' };
  } catch (error) {
    if (!isNotTaken(error)) throw error;
    const answer = await askVersion(access, 'v1', ...asked.v1);
    // A request beside this one may have had its answer from the second version meanwhile
    if (!answered.has(access.view)) answered.set(access.view, 'v1');
    return { answer, version: 'v1' };
  }
}

/** Asks one version. The token is read now and kept nowhere. Throws as `ask`. */
export async function askVersion(
  access: Access,
  version: Version,
  path: string,
  query: Query = {},
  body?: unknown,
): Promise<Row> {
  const answer = await ask(access, {
    path: withQuery(`/api/${version}${path}`, {
      ...query,
      session_token: cookieOf(access.view, SESSION_COOKIE),
      ...(version === 'v1' ? { strict_mode: 'true' } : {}),
    }),
    ...(body === undefined ? {} : { method: 'POST', body }),
  });
  if (!isRow(answer)) throw new CrmTrouble('not-json');
  if (answer.success === false) throw new CrmTrouble('refused');
  return answer;
}

/** Where the next page of a list begins. */
export interface Place {
  readonly version: Version;
  readonly at: string | number;
}
export interface Page {
  readonly rows: readonly Row[];
  readonly next?: Place;
}

/** One page of a list: the second version pages by a cursor, the first by a number. */
export async function askPage(access: Access, asked: Asked, place?: Place): Promise<Page> {
  const { answer, version } = place
    ? { answer: await askAt(access, asked, place), version: place.version }
    : await askEither(access, asked);
  if (answer.data !== null && !Array.isArray(answer.data)) throw new CrmTrouble('not-json');
  const rows = ((answer.data ?? []) as unknown[]).filter(isRow);
  const at = nextOf(answer, version);
  return at === undefined || at === place?.at ? { rows } : { rows, next: { version, at } };
}

function askAt(access: Access, asked: Asked, { version, at }: Place): Promise<Row> {
  const [path, query] = asked[version];
  return askVersion(access, version, path, {
    ...query,
    ...(version === 'v2' ? { cursor: at } : { start: at }),
  });
}

function nextOf({ additional_data: more }: Row, version: Version): string | number | undefined {
  if (!isRow(more)) return undefined;
  if (version === 'v2') return textOrNone(more.next_cursor);
  const pagination = isRow(more.pagination) ? more.pagination : {};
  if (pagination.more_items_in_collection !== true) return undefined;
  return typeof pagination.next_start === 'number' ? pagination.next_start : undefined;
}

export const textOrNone = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** No list that is read whole is longer than this many pages. */
const MOST_PAGES = 20;

/** A whole list, as short as lists of stages, pipelines, fields and users are. */
export async function askAll(access: Access, asked: Asked): Promise<readonly Row[]> {
  const rows: Row[] = [];
  let place: Place | undefined;
  for (let left = MOST_PAGES; left > 0; left -= 1) {
    const page = await askPage(access, asked, place);
    rows.push(...page.rows);
    if (!page.next) return rows;
    place = page.next;
  }
  return rows;
}
