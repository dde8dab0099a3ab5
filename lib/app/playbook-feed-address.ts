/** Addresses that a playbook may be fetched from. */

const LONGEST = 2000;

export type FeedAddress =
  | {
      readonly ok: true;
      /** The address as it is asked for. */
      readonly url: string;
      readonly host: string;
      /**
       * It is asked for without encryption, on this machine or inside the company's network. Somebody on that network
       * can hold a playbook back, and cannot change one: it is signed.
       */
      readonly open: boolean;
    }
  | { readonly ok: false; readonly wrong: 'empty' | 'text' | 'kind' | 'open' };

const INSIDE = /(^|\.)(localhost|local|lan|internal|intranet|corp|home\.arpa)$/;
const PRIVATE =
  /^(127|10)(\.\d+){3}$|^192\.168(\.\d+){2}$|^172\.(1[6-9]|2\d|3[01])(\.\d+){2}$|^\[(::1|f[cd][0-9a-f:]+|fe80[0-9a-f:]*)\]$/;

/** True for this machine, a name without a dot, and names and numbers that exist inside a network alone. */
const isInside = (hostname: string): boolean =>
  INSIDE.test(hostname) || PRIVATE.test(hostname) || /^[a-z0-9-]+$/.test(hostname);

/** Understands an address: https anywhere; http on this machine and inside a network alone. */
export function feedAddress(text: string): FeedAddress {
  const line = text.trim();
  if (line === '') return { ok: false, wrong: 'empty' };
  if (line.length > LONGEST || /\s/.test(line) || !URL.canParse(line))
    return { ok: false, wrong: 'text' };
  const url = new URL(line);
  url.hash = '';
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return { ok: false, wrong: 'kind' };
  if (url.username !== '' || url.password !== '') return { ok: false, wrong: 'text' };
  const open = url.protocol === 'http:';
  if (open && !isInside(url.hostname)) return { ok: false, wrong: 'open' };
  return { ok: true, url: url.href, host: url.host, open };
}
