import { browser } from 'wxt/browser';

/** The match pattern of a page's host; ports do not stand in patterns. Undefined for what is no web page. */
export function hostPattern(address: string | undefined): string | undefined {
  if (address === undefined || !URL.canParse(address)) return undefined;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || protocol === 'http:' ? `${protocol}//${hostname}/*` : undefined;
}

/** True for a pattern of web pages, and not of the browser's own. */
export const isWeb = (pattern: string): boolean => /^(https?|\*):\/\//.test(pattern);

/** The match patterns of the granted hosts. */
export async function grantedHosts(): Promise<string[]> {
  const { origins } = await browser.permissions.getAll();
  return (origins ?? []).filter(isWeb);
}

/** True when the page's host is granted. */
export async function isGranted(address: string | undefined): Promise<boolean> {
  const pattern = hostPattern(address);
  return pattern !== undefined && (await browser.permissions.contains({ origins: [pattern] }));
}
