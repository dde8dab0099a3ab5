/** The user's session and context, as sao keeps them in the page's own storage. The token never leaves this folder. */

export interface Session {
  readonly login: string;
  readonly user_id: number;
  readonly session: string;
}

/** The session at this database, or undefined where nobody is logged in. */
export function sessionOf(view: Window, org: string): Session | undefined {
  const kept = storedObject(() => view.localStorage.getItem(`sao_session_${org}`));
  const { login, user_id, session } = kept ?? {};
  if (typeof login !== 'string' || typeof user_id !== 'number' || typeof session !== 'string')
    return undefined;
  return { login, user_id, session };
}

/** The context that sao sends with every request: language, company, and the like. */
export const contextOf = (view: Window, org: string): Readonly<Record<string, unknown>> =>
  storedObject(() => view.sessionStorage.getItem(`sao_context_${org}`)) ?? {};

/** A stored JSON object; undefined where there is none, or the page has no storage. */
function storedObject(get: () => string | null): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(get() ?? 'null');
    return typeof value === 'object' && value !== null
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}
