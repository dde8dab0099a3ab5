import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { lookInto } from '../lib/app/admin/data-import.ts';
import { checkDefinitionText } from '../lib/app/custom-check.ts';
import { readDefinitions } from '../lib/app/custom-kept.ts';
import { playbookInForce } from '../lib/app/playbook-store.ts';
import { parseOutside } from '../lib/app/playbook-text.ts';
import { readPolicy } from '../lib/app/policy.ts';
import { makeKeys, openSigned } from '../lib/app/signing.ts';
import { compilePattern, matchPattern, type UrlPattern } from '../lib/core/url-pattern.ts';
import { schemas, schemaOf } from '../lib/messaging/schemas.ts';
import type { Store } from '../lib/storage/db.ts';
import { createStore } from '../lib/storage/store.ts';
import { customDefinition } from './custom-crm.ts';
import { fakeBrowser, resetFakeBrowser } from './fake-browser.ts';
import { file, nested, untouched } from './hostile-files.ts';

vi.mock('wxt/browser', async () => ({
  browser: (await import('./fake-browser.ts')).fakeBrowser,
}));

/** The other entrances: definitions of CRMs, policies, exported data, signed files, and what a page sends. */

let store: Store;
beforeEach(() => {
  resetFakeBrowser();
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  globalThis.indexedDB = new IDBFactory();
  Dexie.dependencies.indexedDB = globalThis.indexedDB;
  store = createStore();
  return () => {
    store.close();
  };
});

describe('a definition of a CRM', () => {
  const text = (change: object): string => JSON.stringify({ ...customDefinition, ...change });
  test.each([
    ['200,001 characters', () => text({ name: 'a'.repeat(200_001) }), /too long/],
    ['10,000 levels', () => nested(10_000, ['[', ']']), /more than 60 levels deep/],
    ['the same part twice', () => text({}).replace('{', '{"id": "custom-x",'), /"id" twice/],
    ['"__proto__"', () => text({}).replace('{', '{"__proto__": {},'), /"__proto__"/],
    ['an override in its name', () => text({ name: 'CRM\u202e' }), /U\+202E/],
    [
      'a control character in a label',
      () => text({ fields: { name: { shown: [{ label: 'Na\u0007me' }] } } }),
      /./,
    ],
    [
      'a thousand sites',
      () => text({ sites: Array.from({ length: 1000 }, () => 'https://a.example.com') }),
      /at most 10/,
    ],
    [
      'a site that is a script',
      () => text({ sites: ['javascript:alert(1)'] }),
      /Must be an address/,
    ],
    ['a number beyond all numbers', () => text({}).replace('"version":1', '"version":1e999'), /./],
  ])('with %s is refused with a sentence', async (_, make, reason) => {
    const { definition, fault } = checkDefinitionText(make(), () => true);
    expect(definition).toBeNull();
    expect(fault?.message).toMatch(reason);
    expect(await readDefinitions(store)).toEqual([]);
    untouched();
  });

  test('has patterns that no expression engine ever sees, in time with their length', () => {
    const compiled = compilePattern(`/${'a*'.repeat(100)}/:id`);
    expect(compiled).not.toBeTypeOf('string');
    const look = (length: number): number => {
      const start = performance.now();
      matchPattern(compiled as UrlPattern, `/${'a'.repeat(length)}!`);
      return performance.now() - start;
    };
    look(100);
    // An engine that tried every way would take 2^100 steps here. Twice the address is about twice the time.
    expect(look(3000)).toBeLessThan(40 * look(300) + 20);
    expect(matchPattern(compilePattern('/(a+)+$/:id') as UrlPattern, '/(a+)+$/7')).toEqual({
      id: '7',
    });
    expect(matchPattern(compilePattern('/(a+)+$/:id') as UrlPattern, '/aaa/7')).toBeUndefined();
  });
});

describe('a policy', () => {
  test.each([
    ['sites of ten megabytes', { sites: 'x'.repeat(10_000_000) }],
    ['sites that are too deep', { sites: nested(10_000, ['[', ']']) }],
    ['100,000 sites', { sites: Array.from({ length: 100_000 }, () => 1) }],
    ['a URL that is a script', { playbookUrl: 'javascript:alert(1)', playbookKey: 'x' }],
    [
      'a key of ten megabytes',
      { playbookUrl: 'https://a.example.com', playbookKey: 'x'.repeat(10_000_000) },
    ],
    ['a role that every object has', { role: 'constructor' }],
    ['locks that are no locks', { locked: ['__proto__', 'constructor', { toString: 1 }] }],
    ['"__proto__"', JSON.parse('{"__proto__": {"role": "admin"}}') as object],
  ])('with %s sets nothing but says what is wrong', async (_, said) => {
    fakeBrowser.world.policy = said;
    const { faults, sites, feed, role, locked } = await readPolicy();
    expect(faults.length).toBeGreaterThan(0);
    expect({ sites: sites ?? [], feed, role, locked }).toEqual({ sites: [], locked: [] });
    expect((await playbookInForce(store)).source).toBe('starter');
    untouched();
  });
});

describe('a file of exported data', () => {
  test.each([
    ['no JSON', () => '{"dealside": }'],
    ['10,000 levels', () => nested(10_000, ['[', ']'])],
    ['"__proto__"', () => '{"__proto__": {"deals": []}}'],
    ['the same part twice', () => '{"deals": [], "deals": []}'],
    ['a playbook', () => file({})],
  ])('of %s is refused, and nothing is taken', async (_, make) => {
    const found = await lookInto(store, new Blob([make()]));
    expect(found.kind).not.toBe('good');
    expect(await store.use((db) => db.deals.count())).toBe(0);
    untouched();
  });
});

describe('a signed file', () => {
  test.each([
    ['ten megabytes', () => `{"playbook":"${'x'.repeat(10_000_000)}"}`, 'not-json'],
    ['10,000 levels', () => nested(10_000, ['[', ']']), 'not-json'],
    [
      '"__proto__"',
      () => '{"__proto__":{"dealside":"signed-playbook-1"},"playbook":"{}","signature":"x"}',
      'not-json',
    ],
    [
      'a signature of a megabyte',
      () =>
        JSON.stringify({
          dealside: 'signed-playbook-1',
          playbook: '{}',
          signature: 'A'.repeat(1_000_000),
        }),
      'shape',
    ],
  ])('of %s is refused', async (_, make, kind) => {
    const { publicKey } = await makeKeys();
    expect(await openSigned(make(), publicKey)).toMatchObject({ ok: false, fault: { kind } });
  });
});

describe('a message from a page', () => {
  const hostile: readonly unknown[] = [
    null,
    'x'.repeat(10_000_000),
    Array.from({ length: 100_000 }, () => ({})),
    JSON.parse(nested(5000, ['{"a":', '}']).replace(':}', ':1}')),
    JSON.parse('{"__proto__": {"crm": "hubspot"}}'),
    { constructor: { prototype: {} } },
    { crm: 'constructor' },
    { crm: 'a'.repeat(1_000_000) },
    { ref: { crm: 'constructor', id: '1' } },
    { definition: { ...customDefinition, name: 'CRM\u202e' } },
    { draft: { site: 'javascript:alert(1)' } },
    { readings: Array.from({ length: 100_000 }, () => ({})) },
    Number.POSITIVE_INFINITY,
  ];
  const empty = new Set(['leaveDeal', 'customSites', 'picking', 'stopPicking']);
  test.each(Object.keys(schemas) as (keyof typeof schemas)[])('%s', (type) => {
    for (const message of hostile) expect(schemaOf(type).safeParse(message).success).toBe(false);
    expect(schemaOf(type).safeParse({}).success).toBe(empty.has(type));
    untouched();
  });
});

test('a message with more rows than a list has is dropped', () => {
  const rows = Array.from({ length: 1000 }, () => ({ fields: {} }));
  expect(schemaOf('badges').safeParse({ crm: 'hubspot', rows }).success).toBe(true);
  const more = { crm: 'hubspot', rows: [...rows, { fields: {} }] };
  expect(schemaOf('badges').safeParse(more).success).toBe(false);
});

describe('what every file is parsed with', () => {
  test('gives the value, or the line and a sentence, and never throws', () => {
    expect(parseOutside('\ufeff{"a": 1}')).toEqual({ raw: { a: 1 } });
    expect(parseOutside('{"a":\n{"b": 1, "b": 2}}', 'The export')).toEqual({
      line: 2,
      message: 'The export has the part "b" twice in one place. Keep one.',
    });
    // A record may be called what every object has, as long as it is its own.
    const { raw: parsed } = parseOutside('{"constructor": 1}') as { raw: object };
    expect(Object.hasOwn(parsed, 'constructor')).toBe(true);
  });
});
