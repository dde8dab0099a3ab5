import type { Access } from '../access.ts';
import { isRow } from '../answer-values.ts';
import { ask } from '../ask.ts';
import { CrmTrouble, SessionExpired } from '../trouble.ts';

/** Odoo's JSON-RPC, with the user's own session cookie. It answers an error with status 200. */

/** The code of an ended session. */
const EXPIRED = 100;

/** Calls one of the server's own routes. Throws SessionExpired and CrmTrouble. */
export async function rpc(
  access: Access,
  path: string,
  params: Readonly<Record<string, unknown>>,
): Promise<unknown> {
  const answer = await ask(access, {
    method: 'POST',
    path,
    body: { jsonrpc: '2.0', method: 'call', params },
  });
  if (!isRow(answer)) throw new CrmTrouble('not-json');
  if (isRow(answer.error)) throw troubleOf(answer.error);
  if (!('result' in answer)) throw new CrmTrouble('refused');
  return answer.result;
}

/** Calls a method of a model. */
export const callKw = (
  access: Access,
  model: string,
  method: string,
  args: readonly unknown[],
  kwargs: Readonly<Record<string, unknown>> = {},
): Promise<unknown> =>
  rpc(access, `/web/dataset/call_kw/${model}/${method}`, { model, method, args, kwargs });

/** Errors come with the server's own class: nothing of their text is kept. */
function troubleOf({ code, data }: Readonly<Record<string, unknown>>): Error {
  const name = isRow(data) && typeof data.name === 'string' ? data.name : '';
  if (code === EXPIRED || name.endsWith('SessionExpiredException'))
    return new SessionExpired('The session at Odoo has ended.');
  if (name.endsWith('.AccessError') || name.endsWith('.AccessDenied'))
    return new CrmTrouble('no-access');
  if (name.endsWith('.MissingError') || code === 404) return new CrmTrouble('not-found');
  return new CrmTrouble('refused');
}
