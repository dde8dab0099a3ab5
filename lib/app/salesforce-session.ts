import { browser } from 'wxt/browser';
import { apiHostOf, isSalesforceHost } from '../crm/salesforce/hosts.ts';
import { answerOf } from '../crm/page-send.ts';
import type { CrmCall, CrmCallResult } from '../messaging/protocol.ts';
import type { From } from '../messaging/server.ts';
import type { SentKind } from '../storage/sent.ts';
import { checkCall, type CheckedCall } from './salesforce-call.ts';
import { isApiOn } from './salesforce-setting.ts';

/**
 * Asks a Salesforce organisation's API with the user's own session. The API lives on another host than the page, and takes the
 * session as a header: so the background reads it from the browser's cookies, at the moment of the request, sends it to that
 * organisation's own host over https, and forgets it. It is kept, logged and handed on nowhere; no error of this file says anything.
 */

/** How long one answer may take, in milliseconds, and how long its text may be. */
export const CALL_MS = 20_000;
const LONGEST_TEXT = 8_000_000;

/** `<organisation's id>!<the rest>`; nothing else may stand in a header. */
const SID = /^(00D[A-Za-z0-9]{12})![A-Za-z0-9._!-]{1,500}$/;

const fault = (kind: Extract<CrmCallResult, { ok: false }>['fault']): CrmCallResult => ({
  ok: false,
  fault: kind,
});

/** Nobody is logged in: as the API itself would say it. */
const SIGNED_OUT: CrmCallResult = {
  ok: true,
  status: 401,
  headers: {},
  text: '',
  redirected: false,
};

/** Told of each request that leaves, and of nothing in it. */
export type OnSent = (host: string, kind: SentKind) => void;

/** Answers a page of an organisation that wants something of its API. Never rejects. */
export async function callSalesforce(
  call: CrmCall,
  from: From,
  sent: OnSent,
): Promise<CrmCallResult> {
  try {
    const { protocol, hostname } = new URL(from.site);
    if (call.crm !== 'salesforce' || protocol !== 'https:' || !isSalesforceHost(hostname))
      return fault('invalid');
    const checked = checkCall(call);
    if (!checked) return fault('invalid');
    const apiHost = apiHostOf(hostname);
    if (apiHost === undefined || !(await isApiOn(apiHost))) return fault('switched-off');
    const sid = await sidFor(from, apiHost);
    if (sid === undefined) return SIGNED_OUT;
    sent(apiHost, checked.method === 'POST' ? 'note' : 'salesforce');
    return await send(apiHost, checked, sid);
  } catch {
    return fault('refused');
  }
}

/**
 * The session of the organisation that this page is logged in to: the page's own cookie names the organisation, and the session
 * that the API takes is the one of the API's own host. A session of another organisation is never used.
 */
async function sidFor({ site, tabId }: From, apiHost: string): Promise<string | undefined> {
  const stores = await browser.cookies.getAllCookieStores();
  const storeId = stores.find(({ tabIds }) => tabIds.includes(tabId))?.id;
  if (storeId === undefined) return undefined;
  const own = await browser.cookies.get({ url: `${site}/`, name: 'sid', storeId });
  const org = SID.exec(own?.value ?? '')?.[1];
  if (org === undefined) return undefined;
  const all = await browser.cookies.getAll({ url: `https://${apiHost}/`, name: 'sid', storeId });
  const found = all.find(
    ({ domain, secure, value }) =>
      secure && domain.replace(/^\./, '') === apiHost && SID.exec(value)?.[1] === org,
  );
  return found?.value;
}

async function send(apiHost: string, call: CheckedCall, sid: string): Promise<CrmCallResult> {
  const timeout = AbortSignal.timeout(CALL_MS);
  try {
    const response = await fetch(`https://${apiHost}${call.path}`, initOf(call, sid, timeout));
    const { status, headers, text, redirected } = await answerOf(response);
    // What comes back goes to a page: a server that repeats the session must not bring it there.
    if (text.length > LONGEST_TEXT || text.includes(sid)) return fault('refused');
    return { ok: true, status, headers, text, redirected };
  } catch {
    return fault(timeout.aborted ? 'timeout' : 'offline');
  }
}

const initOf = ({ method, body }: CheckedCall, sid: string, signal: AbortSignal): RequestInit => ({
  method,
  // With the header alone, and to this host alone.
  credentials: 'omit',
  redirect: 'error',
  referrerPolicy: 'no-referrer',
  cache: 'no-store',
  headers: {
    Accept: 'application/json',
    Authorization: `Bearer ${sid}`,
    ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
  },
  ...(body === undefined ? {} : { body }),
  signal,
});
