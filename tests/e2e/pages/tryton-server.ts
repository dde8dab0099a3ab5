import type { RunningCrm } from '../../crms/crm.ts';

/** What a Tryton server holds, asked from outside the browser. */
export interface TrytonServer {
  /** A deal's fields as the server gives them. */
  readonly read: (id: number, fields: readonly string[]) => Promise<Record<string, unknown>>;
  /** The texts of a deal's notes. */
  readonly notes: (id: number) => Promise<readonly string[]>;
}

/** A session as sao keeps it in the page. */
export interface Session {
  readonly login: string;
  readonly user_id: number;
  readonly session: string;
}

/** Logs in to the server's own interface. */
export async function serverOf(crm: RunningCrm): Promise<TrytonServer> {
  const [user_id, session] = (await post(crm, undefined, 'common.db.login', [
    crm.login,
    { password: crm.password },
    'en',
  ])) as [number, string];
  const own: Session = { login: crm.login, user_id, session };
  const call = (method: string, ...params: unknown[]): Promise<unknown> =>
    post(crm, own, method, [...params, {}]);
  return {
    read: async (id, fields) => {
      const rows = await call('model.sale.opportunity.read', [id], fields);
      return (rows as Record<string, unknown>[])[0] ?? {};
    },
    notes: async (id) => {
      const about = [['resource', '=', `sale.opportunity,${id}`]];
      const notes = await call('model.ir.note.search_read', about, 0, null, null, ['message']);
      return (notes as { message: string }[]).map(({ message }) => message);
    },
  };
}

/** Ends a session at the server behind the page's back, as the passage of time would. */
export async function endSession(crm: RunningCrm, session: Session): Promise<void> {
  await post(crm, session, 'common.db.logout', []);
}

async function post(
  crm: RunningCrm,
  session: Session | undefined,
  method: string,
  params: readonly unknown[],
): Promise<unknown> {
  const [origin = '', route = ''] = crm.url.split('#');
  const key = session && btoa(`${session.login}:${session.user_id}:${session.session}`);
  const response = await fetch(`${origin}${route.split('/')[0] ?? ''}/`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      ...(key && { Authorization: `Session ${key}` }),
    },
    body: JSON.stringify({ id: 0, method, params }),
  });
  const answer = (await response.json()) as { result?: unknown; error?: unknown };
  if (answer.error !== undefined) throw new Error(`${method}: ${JSON.stringify(answer.error)}`);
  return answer.result;
}

/** A date as Tryton's interface gives it, as YYYY-MM-DD; null for none. */
export function isoOf(value: unknown): string | null {
  if (value === null || typeof value !== 'object') return null;
  const { year, month, day } = value as { year: number; month: number; day: number };
  return new Temporal.PlainDate(year, month, day).toString();
}

/** A decimal as Tryton's interface gives it. */
export const decimalOf = (value: unknown): string | undefined =>
  (value as { decimal?: string } | null)?.decimal;
