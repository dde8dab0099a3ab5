/**
 * Which of a page's finished requests are our own. Some browsers list what a content script sends among the page's own
 * requests, by its address and its start alone, and others do not list it: so a request is taken for ours by the moment
 * at which it was sent, and none of the CRM client's stands for one of ours that is never listed.
 */

/** How far from the moment that we noted a request's start may be listed, in milliseconds: browsers make their clocks coarse. */
const NEAR_MS = 20;
/** No request takes longer, in milliseconds: what was not listed by then is forgotten. */
const KEPT_MS = 60_000;

const sent = new WeakMap<Window, Map<string, number[]>>();

/** Notes that a request of ours to this address is sent now. */
export function expectOwn(view: Window, address: string): void {
  const addresses = sent.get(view) ?? new Map<string, number[]>();
  sent.set(view, addresses);
  const now = performance.now();
  const recent = (addresses.get(address) ?? []).filter((at) => now - at < KEPT_MS);
  addresses.set(address, [...recent, now]);
}

/** True once for each request of ours to this address; `started` as the browser lists it, on the page's clock. */
export function takeOwn(view: Window, address: string, started: number): boolean {
  const addresses = sent.get(view);
  const all = addresses?.get(address) ?? [];
  const own = all.findIndex((at) => Math.abs(started - at) <= NEAR_MS);
  if (own < 0) return false;
  addresses?.set(address, all.toSpliced(own, 1));
  return true;
}
