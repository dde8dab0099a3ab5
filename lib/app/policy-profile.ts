import type { PolicyValues } from './policy-values.ts';

/** What a property list can hold, as far as it is used here. */
type Plist = string | number | readonly Plist[] | { readonly [key: string]: Plist };

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

const escaped = (text: string): string => text.replace(/[&<>]/g, (sign) => ESCAPES[sign] ?? sign);

/** The lines of a value, each with two spaces for every level. */
function linesOf(value: Plist, level: number): readonly string[] {
  const at = '  '.repeat(level);
  if (typeof value === 'string') return [`${at}<string>${escaped(value)}</string>`];
  if (typeof value === 'number') return [`${at}<integer>${value}</integer>`];
  if (Array.isArray(value)) {
    const items = (value as readonly Plist[]).flatMap((item) => linesOf(item, level + 1));
    return [`${at}<array>`, ...items, `${at}</array>`];
  }
  const entries = Object.entries(value).flatMap(([key, item]) => [
    `${at}  <key>${escaped(key)}</key>`,
    ...linesOf(item, level + 1),
  ]);
  return [`${at}<dict>`, ...entries, `${at}</dict>`];
}

const IDENTIFIER = 'invalid.dealside.policy';

/** What every profile and every payload in it says of itself. Each has an id of its own, made as it is written. */
const payload = (type: string, identifier: string) => ({
  PayloadType: type,
  PayloadIdentifier: identifier,
  PayloadUUID: crypto.randomUUID().toUpperCase(),
  PayloadVersion: 1,
  PayloadDisplayName: 'Dealside',
});

/**
 * A configuration profile for macOS that sets this policy in each of the preference domains ("com.google.Chrome.extensions."
 * with the extension's id). The values are printable ASCII (see asciiJson).
 */
export function policyProfile(domains: readonly string[], values: PolicyValues): string {
  const profile = {
    ...payload('Configuration', IDENTIFIER),
    PayloadScope: 'System',
    PayloadContent: domains.map((domain) => ({
      ...payload(domain, `${IDENTIFIER}.${domain}`),
      ...values,
    })),
  };
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">',
    '<plist version="1.0">',
    ...linesOf(profile, 0),
    '</plist>',
    '',
  ].join('\n');
}
