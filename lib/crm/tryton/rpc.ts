import { SessionExpired } from '../adapter.ts';
import { contextOf, sessionOf } from './session.ts';

/** In the address of every request of ours, so that `watch` does not take them for the client's. The server does not look at it. */
export const OUR_MARK = '?dealside';

/** The server refused a request, by its own words. */
export class TrytonRefused extends Error {
  override name = 'TrytonRefused';
  /** The kind that the server gave: "UserError" for missing rights too, else a field that it does not know in quotes. */
  readonly kind: string;

  constructor(kind: string, message: string) {
    super(message);
    this.kind = kind;
  }
}

/** Calls a method of the server: the record's model, its arguments, and changes to the context. */
export type Call = (
  method: string,
  params: readonly unknown[],
  context?: Readonly<Record<string, unknown>>,
) => Promise<unknown>;

/** Prepares calls in the user's session. Throws SessionExpired where there is none. */
export function callerOf(view: Window, org: string, signal: AbortSignal): Call {
  const session = sessionOf(view, org);
  if (!session) throw new SessionExpired('Nobody is logged in to Tryton.');
  const base = contextOf(view, org);
  const address = `${view.location.origin}/${encodeURIComponent(org)}/${OUR_MARK}`;
  const authorization = `Session ${base64(`${session.login}:${session.user_id}:${session.session}`)}`;
  return async (method, params, context = {}) => {
    const response = await view.fetch(address, {
      method: 'POST',
      // With credentials an ended session would open the browser's own log-in prompt, and hang there.
      credentials: 'omit',
      cache: 'no-store',
      headers: { 'Content-Type': 'application/json', Authorization: authorization },
      body: JSON.stringify({ id: 0, method, params: [...params, { ...base, ...context }] }),
      signal,
    });
    if (response.status === 401) throw new SessionExpired('The session at Tryton has ended.');
    if (!response.ok) throw new Error(`Tryton answered with status ${response.status}.`);
    return resultOf(await textAsJson(response));
  };
}

async function textAsJson(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    throw new Error('Tryton did not answer with JSON.');
  }
}

function resultOf(answer: unknown): unknown {
  if (typeof answer !== 'object' || answer === null) throw new Error('Tryton gave no answer.');
  if ('error' in answer && Array.isArray(answer.error)) {
    const [kind, about] = answer.error as unknown[];
    const message: unknown = Array.isArray(about) ? about[0] : about;
    throw new TrytonRefused(String(kind), typeof message === 'string' ? message : '');
  }
  if (!('result' in answer)) throw new Error('Tryton gave no result.');
  return answer.result;
}

/** Base64 of the text's UTF-8 bytes. */
const base64 = (text: string): string =>
  btoa(String.fromCharCode(...new TextEncoder().encode(text)));
