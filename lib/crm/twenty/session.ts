import { cookieOf, type Access, type CrmRequest } from '../access.ts';
import { isRow, textIn, type Row } from '../answer-values.ts';
import { ask } from '../ask.ts';
import { CrmTrouble, SessionExpired } from '../trouble.ts';

/**
 * The user's session. Since 2026 it is a cookie that no script can read, and goes along by itself. Before that, the client
 * kept a token in a cookie of its own, and sent it in a header: that is the second way, where the first was turned away.
 */

/** Pages whose session was found to be the older one. The token itself is read anew for each request. */
const older = new WeakSet<Window>();

/** The token in the older client's cookie; undefined where there is none. It goes to this workspace, and nowhere else. */
function tokenOf(view: Window): string | undefined {
  try {
    const pair: unknown = JSON.parse(cookieOf(view, 'tokenPair') ?? 'null');
    if (!isRow(pair)) return undefined;
    const kept = pair.accessOrWorkspaceAgnosticToken ?? pair.accessToken;
    return isRow(kept) ? textIn(kept.token) : undefined;
  } catch {
    return undefined;
  }
}

/** Sends a request as the one, and where that was turned away as the other. What was turned away has changed nothing. */
async function inSession<T>(
  { view }: Access,
  run: (headers: CrmRequest['headers']) => Promise<T>,
): Promise<T> {
  const withToken = (token: string): Promise<T> => run({ Authorization: `Bearer ${token}` });
  const known = older.has(view) ? tokenOf(view) : undefined;
  if (known !== undefined) return withToken(known);
  try {
    return await run({});
  } catch (error) {
    const token = isTurnedAway(error) ? tokenOf(view) : undefined;
    if (token === undefined) throw error;
    const answer = await withToken(token);
    older.add(view);
    return answer;
  }
}

/** A request without any session is answered with 403 by the REST API, and with 401 elsewhere. */
const isTurnedAway = (error: unknown): boolean =>
  error instanceof SessionExpired || (error instanceof CrmTrouble && error.kind === 'no-access');

/** Asks the REST API. */
export const rest = (access: Access, path: string): Promise<unknown> =>
  inSession(access, (headers = {}) => ask(access, { path, headers }));

/** What GraphQL asks: the operation must be named. */
export interface Operation {
  readonly operationName: string;
  readonly query: string;
  readonly variables?: Row;
}

/**
 * Asks GraphQL, and gives the answer's data, in which parts may be null. Throws where there is no data at all: then
 * nothing was run.
 */
export const graphql = (
  access: Access,
  path: '/graphql' | '/metadata',
  operation: Operation,
): Promise<Row> =>
  inSession(access, async (headers = {}) => {
    const answer = await ask(access, { method: 'POST', path, headers, body: operation });
    if (!isRow(answer)) throw new CrmTrouble('not-json');
    if (isRow(answer.data)) return answer.data;
    throw troubleIn(answer);
  });

/** GraphQL says in its errors' codes what HTTP says in its status. */
function troubleIn({ errors }: Row): Error {
  const codes = (Array.isArray(errors) ? (errors as unknown[]) : []).map((error) =>
    isRow(error) && isRow(error.extensions) ? error.extensions.code : undefined,
  );
  if (codes.includes('UNAUTHENTICATED'))
    return new SessionExpired('The session at Twenty has ended.');
  return new CrmTrouble(codes.includes('FORBIDDEN') ? 'no-access' : 'refused');
}
