import type { Send } from '../crm/access.ts';
import { CrmTrouble, type TroubleKind } from '../crm/trouble.ts';
import type { Client } from '../messaging/client.ts';

/** What sending through the background needs of the messages. */
export type CallClient = Pick<Client, 'crmCall'>;

const TROUBLES: Readonly<Partial<Record<string, TroubleKind>>> = {
  'switched-off': 'switched-off',
  timeout: 'timeout',
  offline: 'offline',
  'no-answer': 'timeout',
};

/**
 * Sends by way of the background, for a CRM whose API lives on another host than its page. Of a request its method, path and
 * body go along; the background adds the session, and refuses what it does not know.
 */
export const backgroundSend =
  (crm: string, client: CallClient): Send =>
  async ({ method = 'GET', path, body }, signal) => {
    signal.throwIfAborted();
    if (method !== 'GET' && method !== 'POST') throw new CrmTrouble('refused');
    const call = { crm, method, path };
    const asked = client.crmCall(
      body === undefined ? call : { ...call, body: JSON.stringify(body) },
    );
    const result = await orAborted(asked, signal);
    if (result.ok) {
      const { status, headers, text, redirected } = result;
      return { status, headers, text, redirected };
    }
    throw new CrmTrouble(TROUBLES[result.fault] ?? 'refused');
  };

/** The answer, unless the signal aborts first: then nobody waits for it any more. */
function orAborted<T>(answer: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const stop = (): void => {
    reject(signal.reason as Error);
  };
  signal.addEventListener('abort', stop, { once: true });
  return Promise.race([answer, promise]).finally(() => {
    signal.removeEventListener('abort', stop);
  });
}
