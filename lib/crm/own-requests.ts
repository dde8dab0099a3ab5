/**
 * Which of a page's finished requests are our own: the browser lists ours among the page's, by address alone. Each that we
 * send is expected once, so that `onRequest` does not take it for the CRM client's.
 */

/** A request that was refused before it left is never listed: after this many milliseconds it is not expected any more. */
const EXPECTED_MS = 60_000;

const expected = new WeakMap<Window, Map<string, number[]>>();

/** Notes that a request of ours to this address is about to be sent. */
export function expectOwn(view: Window, address: string): void {
  const addresses = expected.get(view) ?? new Map<string, number[]>();
  expected.set(view, addresses);
  const now = Date.now();
  const recent = (addresses.get(address) ?? []).filter((at) => now - at < EXPECTED_MS);
  addresses.set(address, [...recent, now]);
}

/** True once for each request of ours to this address. */
export function takeOwn(view: Window, address: string): boolean {
  const addresses = expected.get(view);
  const now = Date.now();
  const recent = (addresses?.get(address) ?? []).filter((at) => now - at < EXPECTED_MS);
  const [, ...rest] = recent;
  if (rest.length > 0) addresses?.set(address, rest);
  else addresses?.delete(address);
  return recent.length > 0;
}
