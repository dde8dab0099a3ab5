import { browser } from 'wxt/browser';
import { crmMetas } from '../crm/metas.ts';

/** The hosts of CRMs that can stand in a frame of another page, as their own data names them. */
const namedHosts = (): string[] => crmMetas.flatMap(({ framed, hosts }) => (framed ? hosts : []));

/**
 * Where the watch script must run in frames too: the granted hosts that a framed CRM names, and its hosts that a wider
 * grant covers. Frames on all other hosts stay untouched.
 */
export async function framedHosts(
  granted: readonly string[],
  named: readonly string[] = namedHosts(),
): Promise<string[]> {
  const held = await Promise.all(
    named.map((origin) => browser.permissions.contains({ origins: [origin] })),
  );
  const covered = named.filter((_, index) => held[index]);
  const narrower = granted.filter((pattern) => named.some((wide) => covers(wide, pattern)));
  return [...new Set([...covered, ...narrower])];
}

/** True when every page of `narrow` is one of `wide`: `https://*.example.com/*` covers `https://eu.example.com/*`. */
function covers(wide: string, narrow: string): boolean {
  const [scheme, host = ''] = wide.split('://');
  const [ownScheme, ownHost = ''] = narrow.split('://');
  if (scheme !== ownScheme || ownHost.startsWith('*')) return wide === narrow;
  return host.startsWith('*.')
    ? ownHost.endsWith(host.slice(1)) || ownHost === host.slice(2)
    : host === ownHost;
}
