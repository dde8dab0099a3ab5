import type { UnknownReason } from '../core/fact.ts';
import type { Access, CrmAnswer, CrmRequest } from './access.ts';
import { CrmTrouble, SessionExpired } from './trouble.ts';

/** How often a CRM that asks us to wait is asked again, and how long a wait may be, in seconds. */
const RETRIES = 2;
const LONGEST_WAIT = 30;
/** Where the CRM names no time. */
const USUAL_WAIT = 2;

/**
 * Asks the CRM's API and gives the parsed answer; undefined for an empty one. Waits as a 429's Retry-After says, twice at
 * most, and repeats nothing else. Throws SessionExpired (401, or a log-in page in the place of an answer) and CrmTrouble.
 */
export async function ask(access: Access, request: CrmRequest): Promise<unknown> {
  for (let left = RETRIES; ; left -= 1) {
    const answer = await access.send(request, access.signal);
    access.signal.throwIfAborted();
    if (answer.status !== 429) return parsed(answer);
    const seconds = waitOf(answer);
    if (left === 0 || seconds > LONGEST_WAIT) throw new CrmTrouble('busy');
    await pause(access, seconds * 1000);
  }
}

function parsed(answer: CrmAnswer): unknown {
  const { status, text } = answer;
  if (status === 401) throw new SessionExpired('The session at the CRM has ended.');
  if (status === 403) throw new CrmTrouble('no-access');
  if (status === 404) throw new CrmTrouble('not-found');
  if (status >= 500) throw new CrmTrouble('down');
  const isHtml = answer.headers['content-type']?.includes('text/html') === true;
  if (isHtml && answer.redirected) throw new SessionExpired('The CRM asks for a log-in.');
  if (status >= 400) throw new CrmTrouble('refused');
  if (text.trim() === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new CrmTrouble('not-json');
  }
}

/** Retry-After in seconds: a number, or a date. */
function waitOf({ headers }: CrmAnswer): number {
  const text = headers['retry-after'];
  if (text === undefined) return USUAL_WAIT;
  const seconds = /^\d+$/.test(text) ? Number(text) : (Date.parse(text) - Date.now()) / 1000;
  return Number.isNaN(seconds) ? USUAL_WAIT : Math.max(0, seconds);
}

function pause({ signal }: Access, ms: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, ms);
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    signal.addEventListener('abort', stop, { once: true });
  });
}

/**
 * A part of a reading that may fail by itself: its value, or the reason that it is not known. An ended session and an
 * abort are everybody's trouble and go on.
 */
export async function attempt<T>(
  { signal }: Access,
  run: () => Promise<T>,
): Promise<{ readonly got: T } | { readonly reason: UnknownReason }> {
  try {
    return { got: await run() };
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof SessionExpired) throw error;
    const denied = error instanceof CrmTrouble && error.kind === 'no-access';
    return { reason: denied ? 'no-access' : 'not-readable' };
  }
}
