import { KEPT_HEADERS, type CrmAnswer, type CrmRequest, type Send } from './access.ts';
import { expectOwn } from './own-requests.ts';
import { CrmTrouble } from './trouble.ts';

/** How long one answer may take, in milliseconds. */
export const ANSWER_MS = 20_000;

/** Sends from the page itself: the session's cookies go along, as with the CRM's own requests. */
export const pageSend =
  (view: Window): Send =>
  async (request, signal) => {
    const timeout = AbortSignal.timeout(ANSWER_MS);
    const address = new URL(request.path, view.location.origin).href;
    expectOwn(view, address);
    try {
      const response = await view.fetch(address, {
        ...initOf(request),
        signal: AbortSignal.any([signal, timeout]),
      });
      return await answerOf(response);
    } catch {
      signal.throwIfAborted();
      throw new CrmTrouble(timeout.aborted ? 'timeout' : 'offline');
    }
  };

function initOf({ method = 'GET', headers = {}, body, credentials }: CrmRequest): RequestInit {
  return {
    method,
    credentials: credentials ?? 'include',
    cache: 'no-store',
    headers: {
      Accept: 'application/json',
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  };
}

/** A response as plain data. */
export async function answerOf(response: Response): Promise<CrmAnswer> {
  const headers: Record<string, string> = {};
  for (const name of KEPT_HEADERS) {
    const value = response.headers.get(name);
    if (value !== null) headers[name] = value;
  }
  const { status, redirected } = response;
  return { status, headers, text: await response.text(), redirected };
}
