import type { Access } from '../access.ts';
import { ask } from '../ask.ts';
import { SessionExpired } from '../trouble.ts';
import { contextOf, sessionOf } from './session.ts';

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
export function callerOf(access: Access, org: string): Call {
  const { view } = access;
  const session = sessionOf(view, org);
  if (!session) throw new SessionExpired('Nobody is logged in to Tryton.');
  const base = contextOf(view, org);
  const authorization = `Session ${base64(`${session.login}:${session.user_id}:${session.session}`)}`;
  return async (method, params, context = {}) =>
    resultOf(
      await ask(access, {
        method: 'POST',
        path: `/${encodeURIComponent(org)}/`,
        // With credentials an ended session would open the browser's own log-in prompt, and hang there.
        credentials: 'omit',
        headers: { Authorization: authorization },
        body: { id: 0, method, params: [...params, { ...base, ...context }] },
      }),
    );
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
