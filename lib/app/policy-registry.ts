import type { PolicyValues } from './policy-values.ts';

/** A string as the registry's files write it: behind a backslash, a backslash and a quote stand for themselves. */
const quoted = (text: string): string => `"${text.replace(/[\\"]/g, '\\$&')}"`;

/**
 * A file for Windows' registry editor that makes `key` hold exactly this policy: what stood there before goes first. A
 * list is a key of its own, with its items under the names 1, 2, … The values are printable ASCII (see asciiJson).
 */
export function registryFile(key: string, values: PolicyValues): string {
  const texts: string[] = [];
  const lists: string[] = [];
  for (const [name, value] of Object.entries(values)) {
    if (typeof value === 'string') texts.push(`${quoted(name)}=${quoted(value)}`);
    else {
      const items = value.map((item, i) => `"${i + 1}"=${quoted(item)}`);
      lists.push('', `[${key}\\${name}]`, ...items);
    }
  }
  const head = ['Windows Registry Editor Version 5.00', '', `[-${key}]`, ''];
  return [...head, `[${key}]`, ...texts, ...lists, '', ''].join('\r\n');
}
