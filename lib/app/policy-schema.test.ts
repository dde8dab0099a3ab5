import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { POLICY_KEYS } from './policy-model.ts';
import { policySchemas } from './policy-schema.ts';

/** What Chrome takes as a policy's schema: https://developer.chrome.com/docs/extensions/reference/manifest/storage */
interface Node {
  readonly type: string;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly items?: Node;
}

const schema = JSON.parse(
  readFileSync(new URL('../../public/policy.schema.json', import.meta.url), 'utf8'),
) as Node;

const nodes = (node: Node): Node[] => [
  node,
  ...Object.values(node.properties ?? {}).flatMap(nodes),
  ...(node.items ? nodes(node.items) : []),
];

/** The types that a zod schema takes. */
function typesOf(key: (typeof POLICY_KEYS)[number]): readonly unknown[] {
  const made = z.toJSONSchema(policySchemas[key], { io: 'input' });
  return (made.anyOf ?? [made]).map((one) => (one as { readonly type?: unknown }).type);
}

describe('the policy’s schema for Chrome and Edge', () => {
  test('stays within what Chrome takes: one type each, an object on top, nothing but what it knows', () => {
    expect(schema.type).toBe('object');
    expect(Object.keys(schema).toSorted()).toEqual(['properties', 'type']);
    const known = new Set(['type', 'title', 'description', 'properties', 'items']);
    for (const node of nodes(schema)) {
      expect(['object', 'array', 'string', 'integer', 'number', 'boolean']).toContain(node.type);
      expect(Object.keys(node).filter((name) => !known.has(name))).toEqual([]);
      if (node.type === 'array') expect(node.items).toBeDefined();
    }
  });

  test('has the keys that are read, and no other', () => {
    expect(Object.keys(schema.properties ?? {})).toEqual([...POLICY_KEYS]);
    expect(Object.keys(policySchemas)).toEqual([...POLICY_KEYS]);
  });

  test.each([...POLICY_KEYS])('gives %s in a type that is read', (key) => {
    expect(typesOf(key)).toContain(schema.properties?.[key]?.type);
  });
});
