import type { RefusalKind } from './playbook-feed-kept.ts';

/** Fetches the file that a playbook's URL gives, and nothing more: no cookies, no log-in, no other host. */

/** The longest file that is read, in bytes. */
const LARGEST = 2_000_000;
/** How long an answer and its reading may take. */
const PATIENCE_MS = 20_000;
const LONGEST_ETAG = 300;

/** What came of it. */
export type Got =
  | { readonly is: 'file'; readonly text: string; readonly etag: string | null }
  /** The server has what we have. */
  | { readonly is: 'same' }
  /** No answer: there is no network, or the server is down. Nobody needs to do anything. */
  | { readonly is: 'unheard' }
  | { readonly is: 'refused'; readonly kind: RefusalKind; readonly number?: number };

export interface Asked {
  readonly url: string;
  /** Of what was taken from this URL before. */
  readonly etag: string | null;
  /** The user let Dealside ask this host. */
  readonly permitted: boolean;
  /** Told of each request that leaves, whatever comes of it. */
  readonly sent: () => void;
}

const refused = (kind: RefusalKind, number?: number): Got => ({
  is: 'refused',
  kind,
  ...(number === undefined ? {} : { number }),
});

/**
 * Asks for the file, once. Without the user's permission the server must allow other sites to read it, and the browser
 * itself asks whether it changed: a header of ours would have to be allowed as well. Never rejects.
 */
export async function getFeed(asked: Asked, signal: AbortSignal): Promise<Got> {
  const patience = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]);
  try {
    const response = await answerOf(asked, patience);
    return response instanceof Response ? await fileOf(response) : response;
  } catch {
    // A body that stopped halfway is as good as none.
    return { is: 'unheard' };
  }
}

const optionsOf = ({ etag, permitted }: Asked, signal: AbortSignal): RequestInit => ({
  credentials: 'omit',
  referrerPolicy: 'no-referrer',
  signal,
  ...(permitted && etag !== null
    ? { cache: 'no-store', headers: { 'If-None-Match': etag } }
    : { cache: 'no-cache' }),
});

/** The answer, if it comes from the origin that was asked. */
async function answerOf(asked: Asked, signal: AbortSignal): Promise<Response | Got> {
  const { url, permitted, sent } = asked;
  const options = optionsOf(asked, signal);
  let first: Response;
  sent();
  try {
    first = await fetch(url, { ...options, redirect: 'manual' });
  } catch {
    const reachable = !permitted && (await isThere(asked, signal));
    return reachable ? refused('permission') : { is: 'unheard' };
  }
  if (!isRedirect(first)) return first;
  sent();
  try {
    const followed = await fetch(url, { ...options, redirect: 'follow' });
    if (new URL(followed.url).origin === new URL(url).origin) return followed;
    await followed.body?.cancel();
  } catch {
    // The browser did not let us read where it led.
  }
  return refused('redirect');
}

const isRedirect = ({ type, status }: Response): boolean =>
  type === 'opaqueredirect' || (status >= 300 && status < 400 && status !== 304);

/** Whether the server answers at all, where what it answers may not be read. */
async function isThere({ url, sent }: Asked, signal: AbortSignal): Promise<boolean> {
  sent();
  try {
    await fetch(url, { mode: 'no-cors', credentials: 'omit', cache: 'no-store', signal });
    return true;
  } catch {
    return false;
  }
}

async function fileOf(response: Response): Promise<Got> {
  const { status, headers } = response;
  if (status === 304) return { is: 'same' };
  const html = /^(text\/html|application\/xhtml)/i.test(headers.get('content-type') ?? '');
  if (status !== 200 || html) {
    await response.body?.cancel();
    return status === 200 ? refused('html') : refused('status', status);
  }
  const bytes = await bytesOf(response);
  if (!bytes) return refused('too-large');
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refused('not-text');
  }
  if (/^\s*</.test(text.slice(0, 1000))) return refused('html');
  const etag = headers.get('etag');
  return { is: 'file', text, etag: etag !== null && etag.length <= LONGEST_ETAG ? etag : null };
}

/** The body, or undefined once it is longer than any playbook: the rest is not fetched. */
async function bytesOf(response: Response): Promise<Uint8Array | undefined> {
  const reader = response.body?.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > LARGEST) {
      await reader.cancel();
      return undefined;
    }
    parts.push(value);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
