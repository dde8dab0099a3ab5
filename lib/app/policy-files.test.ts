// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { customDefinition } from '../../tests/custom-crm.ts';
import { packs } from '../playbooks/index.ts';
import { policyFile, POLICY_FILES, type ExtensionIds } from './policy-files.ts';
import { checkPolicy } from './policy-schema.ts';
import { asciiJson, policyValues, type PolicyValues, type PolicyWish } from './policy-values.ts';

const ids: ExtensionIds = {
  chrome: 'abcdefghijklmnopabcdefghijklmnop',
  edge: 'ponmlkjihgfedcbaponmlkjihgfedcba',
  firefox: 'dealside@dealside.invalid',
};
const HARD =
  'a "quoted" \\ backslash\\\\ <b>&amp;</b> ]]> é ✓ 😀 \u2028\u202e\r\n\ttab %PATH% $1 [-HKEY]';
const SITE = '"Harbour" \\ CRM <b>&amp;</b> é 😀 $1';
const wish: PolicyWish = {
  playbook: JSON.stringify({ ...packs['bant-light'], name: { en: HARD } }, null, 2),
  feed: { url: 'https://intranet.example.com/a&b?c=<"d">', key: `${'A'.repeat(43)}=` },
  sites: [{ ...customDefinition, name: SITE }],
  role: 'rep',
  locked: ['playbook', 'sites', 'data'],
};
const values = policyValues(wish);

/** The registry after a file was opened: keys with their values. It knows strings, and keys that are taken away. */
function readRegistry(text: string): Map<string, Map<string, string>> {
  expect(text.startsWith('Windows Registry Editor Version 5.00\r\n\r\n')).toBe(true);
  expect(text.endsWith('\r\n')).toBe(true);
  const keys = new Map<string, Map<string, string>>();
  let open: Map<string, string> | undefined;
  for (const line of text.split('\r\n').slice(1)) {
    const key = /^\[(-?)(.+)\]$/.exec(line);
    if (key?.[1] === '-') {
      for (const name of keys.keys()) if (name.startsWith(key[2]!)) keys.delete(name);
      open = undefined;
    } else if (key) {
      open = keys.get(key[2]!) ?? new Map<string, string>();
      keys.set(key[2]!, open);
    } else if (line !== '') {
      const value = /^"((?:[^"\\]|\\["\\])*)"="((?:[^"\\]|\\["\\])*)"$/.exec(line);
      if (!value || !open) throw new Error(`no line of a registry file: ${line.slice(0, 80)}`);
      open.set(
        ...(value.slice(1, 3).map((part) => part.replace(/\\(["\\])/g, '$1')) as [string, string]),
      );
    }
  }
  return keys;
}

function fromRegistry(text: string, key: string): PolicyValues {
  const keys = readRegistry(text);
  const lists = [...keys].filter(([name]) => name.startsWith(`${key}\\`));
  const own = keys.get(key) ?? new Map<string, string>();
  expect(keys.size).toBe(lists.length + 1);
  return {
    ...Object.fromEntries(own),
    ...Object.fromEntries(
      lists.map(([name, items]) => {
        expect([...items.keys()]).toEqual([...items.keys()].map((_, i) => String(i + 1)));
        return [name.slice(key.length + 1), [...items.values()]];
      }),
    ),
  };
}

type Plist = string | number | readonly Plist[] | { readonly [key: string]: Plist };

function fromPlist(element: Element): Plist {
  const children = [...element.children];
  switch (element.tagName) {
    case 'string':
      return element.textContent;
    case 'integer':
      return Number(element.textContent);
    case 'array':
      return children.map(fromPlist);
    case 'dict':
      return Object.fromEntries(
        children.flatMap((child, i) =>
          i % 2 === 0 ? [[child.textContent, fromPlist(children[i + 1]!)]] : [],
        ),
      );
    default:
      throw new Error(`no part of a property list: ${element.tagName}`);
  }
}

interface Payload {
  readonly [key: string]: Plist;
  readonly PayloadType: string;
  readonly PayloadIdentifier: string;
  readonly PayloadUUID: string;
}

function readProfile(text: string): { readonly profile: Payload; readonly payloads: Payload[] } {
  const parsed = new DOMParser().parseFromString(text, 'application/xml');
  expect(parsed.querySelector('parsererror')).toBeNull();
  expect(parsed.documentElement.tagName).toBe('plist');
  const profile = fromPlist(parsed.documentElement.firstElementChild!) as Payload;
  return { profile, payloads: profile.PayloadContent as unknown as Payload[] };
}

const withoutPayload = (payload: Payload): PolicyValues =>
  Object.fromEntries(
    Object.entries(payload).filter(([key]) => !key.startsWith('Payload')),
  ) as PolicyValues;

/** What a file says, by the id under which it says it. */
function readFile(file: (typeof POLICY_FILES)[number], text: string): Record<string, PolicyValues> {
  const key = (browser: string, id: string) =>
    `HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\${browser}\\3rdparty\\extensions\\${id}\\policy`;
  switch (file) {
    case 'linux':
      return (JSON.parse(text) as { '3rdparty': { extensions: Record<string, PolicyValues> } })[
        '3rdparty'
      ].extensions;
    case 'firefox':
      return (
        JSON.parse(text) as {
          policies: { '3rdparty': { Extensions: Record<string, PolicyValues> } };
        }
      ).policies['3rdparty'].Extensions;
    case 'windows-chrome':
      return { [ids.chrome]: fromRegistry(text, key('Google\\Chrome', ids.chrome)) };
    case 'windows-edge':
      return { [ids.edge]: fromRegistry(text, key('Microsoft\\Edge', ids.edge)) };
    case 'macos':
      return Object.fromEntries(
        readProfile(text).payloads.map((payload) => [
          payload.PayloadType.split('.').at(-1)!,
          withoutPayload(payload),
        ]),
      );
  }
}

const IDS_IN = {
  linux: [ids.chrome, ids.edge],
  'windows-chrome': [ids.chrome],
  'windows-edge': [ids.edge],
  macos: [ids.chrome, ids.edge],
  firefox: [ids.firefox],
};

describe.each([...POLICY_FILES])('the file for %s', (file) => {
  test('says the same policy when it is read back, whatever stands in its texts', () => {
    const { text } = policyFile(file, values, ids);
    expect(readFile(file, text)).toEqual(
      Object.fromEntries(IDS_IN[file].map((id) => [id, values])),
    );
    const policy = checkPolicy(Object.values(readFile(file, text))[0]);
    expect(policy.faults).toEqual([]);
    expect(JSON.parse(policy.playbook!)).toEqual(JSON.parse(wish.playbook!));
    expect(policy.sites?.[0]?.name).toBe(SITE);
    expect(policy.locked).toEqual(wish.locked);
    expect(policy.feed?.url).toBe('https://intranet.example.com/a&b?c=%3C%22d%22%3E');
  });

  test('is printable ASCII alone, so that no program reads it in another alphabet', () => {
    expect(policyFile(file, values, ids).text).toMatch(/^[\x20-\x7e\r\n]*$/);
  });

  test('that sets nothing is a whole file that sets nothing', () => {
    const { text } = policyFile(file, policyValues({ locked: [] }), ids);
    expect(Object.values(readFile(file, text))).toEqual(IDS_IN[file].map(() => ({})));
  });

  test('keeps any text of a playbook', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (any) => {
        const own = policyValues({ playbook: JSON.stringify([any]), locked: ['data'] });
        const read = Object.values(readFile(file, policyFile(file, own, ids).text))[0]!;
        expect(JSON.parse(read.playbook as string)).toEqual([any]);
      }),
      { numRuns: 200 },
    );
  });
});

describe('the profile for macOS', () => {
  test('has a payload for each browser, each with an id of its own, made anew each time', () => {
    const read = () => readProfile(policyFile('macos', values, ids).text);
    const { profile, payloads } = read();
    expect(profile).toMatchObject({ PayloadType: 'Configuration', PayloadVersion: 1 });
    expect(payloads.map(({ PayloadType }) => PayloadType)).toEqual([
      `com.google.Chrome.extensions.${ids.chrome}`,
      `com.microsoft.Edge.extensions.${ids.edge}`,
    ]);
    const uuids = [profile, ...payloads, ...read().payloads].map((one) => one.PayloadUUID);
    expect(new Set(uuids).size).toBe(uuids.length);
    for (const uuid of uuids) expect(uuid).toMatch(/^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/);
    const identifiers = [profile, ...payloads].map((one) => one.PayloadIdentifier);
    expect(new Set(identifiers).size).toBe(3);
  });
});

test('a registry file takes away what stood there before, so that a key that is not set any more goes', () => {
  const { text } = policyFile('windows-chrome', values, ids);
  const [removed, ...made] = text.match(/^\[.*\]$/gm)!;
  expect(removed).toMatch(/^\[-HKEY_LOCAL_MACHINE\\.+\\policy\]$/);
  expect(made).toEqual([
    removed.replace('[-', '['),
    removed.replace('[-', '[').replace(/\]$/, '\\locked]'),
  ]);
});

test('JSON in ASCII is the same JSON', () => {
  expect(asciiJson({ a: 'é\u007f😀\u2028' })).toBe('{"a":"\\u00e9\\u007f\\ud83d\\ude00\\u2028"}');
});
