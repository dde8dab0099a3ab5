import { z } from 'zod';
import { checkDefinition, DEFINITION_LIMITS, type Definition } from '../core/custom-schema.ts';
import { feedAddress } from './playbook-feed-address.ts';
import { parseOutside } from './playbook-text.ts';
import {
  LOCKS,
  POLICY_KEYS,
  ROLES,
  type Lock,
  type Policy,
  type PolicyFault,
  type PolicyKey,
} from './policy-model.ts';
import { isPublicKey } from './signing.ts';

/** How large what a policy says may be. */
export const POLICY_LIMITS = {
  /** Characters of a playbook's text, and of the sites' together. */
  text: 1_000_000,
  url: 2000,
  /** Faults that are named; a policy with more is wrong from end to end. */
  faults: 20,
} as const;

/**
 * A policy, key by key. A list or an object may stand as itself or as its JSON text: Chrome's and Edge's policies
 * know no types that could hold them (see public/policy.schema.json), and Firefox takes any JSON.
 */
export const policySchemas = {
  playbook: z.union([z.string(), z.record(z.string(), z.unknown())]),
  playbookUrl: z
    .string()
    .trim()
    .max(POLICY_LIMITS.url)
    .refine((text) => feedAddress(text).ok),
  playbookKey: z.string().trim().max(POLICY_LIMITS.url).refine(isPublicKey),
  sites: z.union([z.string().max(POLICY_LIMITS.text), z.array(z.unknown())]),
  role: z.enum(ROLES),
  locked: z.array(z.unknown()).max(50),
} satisfies Record<PolicyKey, z.ZodType>;

const listed = (words: readonly string[]): string =>
  words.map((word) => JSON.stringify(word)).join(', ');

/** What each key must be, for whoever wrote it otherwise. */
const WANTED: Readonly<Record<PolicyKey, string>> = {
  playbook: 'must be a playbook: the text of its JSON file.',
  playbookUrl:
    'must be a web address that begins with "https://", or with "http://" inside your own network.',
  playbookKey: 'must be the public key: 44 letters of base64, as the page that signs shows it.',
  sites: 'must be a list of CRM sites: the text of a JSON list.',
  role: `must be one of ${listed(ROLES)}.`,
  locked: `must be a list of any of ${listed(LOCKS)}.`,
};

/** What was found of a key, and what is wrong in it. */
interface Found<T> {
  readonly value?: T;
  readonly faults: readonly PolicyFault[];
}

const fault = (key: string, message: string): PolicyFault => ({ key, message });

/** Checks what the browser's policy says, key by key: a wrong one costs itself. Never throws. */
export function checkPolicy(raw: unknown): Policy {
  if (typeof raw !== 'object' || raw === null) return { locked: [], faults: [] };
  const said = new Map(Object.entries(raw));
  const playbook = playbookIn(said);
  const feed = feedIn(said);
  const sites = sitesIn(said);
  const role = simple(said, 'role', policySchemas.role);
  const locked = locksIn(said);
  const parts = [playbook, feed, sites, role, locked];
  const faults = [...parts.flatMap((part) => part.faults), ...unknownKeys(said)];
  return {
    ...(playbook.value !== undefined && { playbook: playbook.value }),
    ...(feed.value && { feed: feed.value }),
    ...(sites.value && { sites: sites.value }),
    ...(role.value && { role: role.value }),
    locked: locked.value ?? [],
    faults: faults.slice(0, POLICY_LIMITS.faults),
  };
}

type Said = ReadonlyMap<string, unknown>;

function simple<T>(said: Said, key: PolicyKey, schema: z.ZodType<T>): Found<T> {
  if (!said.has(key)) return { faults: [] };
  const { data, success } = schema.safeParse(said.get(key));
  return success ? { value: data, faults: [] } : { faults: [fault(key, WANTED[key])] };
}

/** What is no playbook stays as a text that is no playbook: see Policy.playbook. */
function playbookIn(said: Said): Found<string> {
  const found = simple(said, 'playbook', policySchemas.playbook);
  if (!said.has('playbook')) return { faults: [] };
  const value = said.get('playbook');
  const text = typeof value === 'string' ? value : textOf(value);
  if (text.length <= POLICY_LIMITS.text) return { value: text, faults: found.faults };
  const message = `is longer than ${POLICY_LIMITS.text} characters. Write it without spaces and line ends, or make it shorter.`;
  return { value: text.slice(0, POLICY_LIMITS.text + 1), faults: [fault('playbook', message)] };
}

/** As people write it, so that a fault's line says something. */
function textOf(value: unknown): string {
  try {
    return JSON.stringify(value, null, 2);
  } catch {
    return '';
  }
}

/** A playbook by URL needs both its keys: nothing is fetched that could not be checked. */
function feedIn(said: Said): Found<{ readonly url: string; readonly key: string }> {
  const url = simple(said, 'playbookUrl', policySchemas.playbookUrl);
  const key = simple(said, 'playbookKey', policySchemas.playbookKey);
  const faults = [...url.faults, ...key.faults];
  if (url.value !== undefined && key.value !== undefined)
    return { value: { url: url.value, key: key.value }, faults };
  if (url.value !== undefined && key.faults.length === 0)
    faults.push(
      fault(
        'playbookKey',
        'is missing: a playbook by URL is taken only if it is signed. Add the public key.',
      ),
    );
  if (key.value !== undefined && url.faults.length === 0)
    faults.push(
      fault(
        'playbookUrl',
        'is missing: the key alone says nothing. Add the address of the playbook.',
      ),
    );
  return { faults };
}

function sitesIn(said: Said): Found<readonly Definition[]> {
  const found = simple(said, 'sites', policySchemas.sites);
  if (found.value === undefined) return { faults: found.faults };
  const list = typeof found.value === 'string' ? listOf(found.value) : found.value;
  if (!list) return { faults: [fault('sites', WANTED.sites)] };
  if (list.length > DEFINITION_LIMITS.definitions) {
    const message = `holds ${list.length} sites; at most ${DEFINITION_LIMITS.definitions} can be taken. Leave some out.`;
    return { faults: [fault('sites', message)] };
  }
  const faults: PolicyFault[] = [];
  const value = list.flatMap((item, i) => {
    const checked = checkDefinition(item);
    if ('definition' in checked) return [checked.definition];
    const [problem] = checked.problems;
    const where = [i + 1, ...(problem?.path ?? [])].join('.');
    faults.push(
      fault(
        'sites',
        `The site at ${where} ${problem?.message ?? 'is not valid'}. Correct it; the other sites are taken.`,
      ),
    );
    return [];
  });
  return { value, faults };
}

function listOf(text: string): unknown[] | undefined {
  const parsed = parseOutside(text);
  return 'raw' in parsed && Array.isArray(parsed.raw) ? parsed.raw : undefined;
}

function locksIn(said: Said): Found<readonly Lock[]> {
  const { value, faults } = simple(said, 'locked', policySchemas.locked);
  if (!value) return { faults };
  const known = LOCKS.filter((lock) => value.includes(lock));
  const wrong = value.some((word) => !LOCKS.some((lock) => lock === word));
  return { value: known, faults: wrong ? [fault('locked', WANTED.locked)] : [] };
}

function unknownKeys(said: Said): readonly PolicyFault[] {
  const known: readonly string[] = POLICY_KEYS;
  const message = `is not known. The keys are ${listed(POLICY_KEYS)}.`;
  return [...said.keys()]
    .filter((key) => !known.includes(key))
    .map((key) => fault(key.slice(0, 60), message));
}
