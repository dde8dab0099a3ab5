import type { Draft } from '../core/custom-draft.ts';
import type { Definition } from '../core/custom-schema.ts';
import { known, unknown, type Fact } from '../core/fact.ts';
import type { FieldName } from '../core/fields.ts';
import { patternFor, proposeUrls } from '../crm/custom/propose-urls.ts';
import type { SomeFields } from '../crm/form-facts.ts';
import { without } from './picker-draft.ts';
import type { Trial } from './picker-model.ts';

/** Trying a definition in the making on a second deal, and making it one that can be kept. */

/** Longer values are told apart by their beginning. */
const KEPT_LENGTH = 200;
/** A definition has no more patterns. */
const PATTERNS = 8;

/** A fact as it is kept of the first deal. */
const keptFact = (fact: Fact<unknown>): string => {
  const value = fact.is === 'value' ? fact.value : undefined;
  const short = typeof value === 'string' ? known(value.slice(0, KEPT_LENGTH), 'page') : fact;
  const text = JSON.stringify(short);
  return text.length <= 400 ? text : JSON.stringify(unknown('not-readable'));
};

/** The fact that was kept of the first deal; null for anything else. */
export function firstFact(draft: Draft, field: FieldName): Fact<unknown> | null {
  const text = draft.first?.values[field];
  if (text === undefined) return null;
  try {
    const fact = JSON.parse(text) as { readonly is?: unknown } | null;
    const isFact = ['value', 'empty', 'unknown'].includes(String(fact?.is));
    return isFact ? (fact as Fact<unknown>) : null;
  } catch {
    return null;
  }
}

/** The first deal is done: its values are kept, to be told from the second's. */
export function withFirst(draft: Draft, read: SomeFields, path: string): Draft {
  const values: Partial<Record<FieldName, string>> = {};
  for (const [field, fact] of Object.entries(read)) values[field as FieldName] = keptFact(fact);
  return { ...draft, first: { path, values }, trying: true };
}

/** Back to pointing; the first deal's values are dropped, since they may be pointed at anew. */
export function withoutFirst(draft: Draft): Draft {
  return without({ ...draft, trying: false }, 'first');
}

/** What was seen, whether or not it was understood. */
function seenIn(fact: Fact<unknown> | null): string | undefined {
  if (fact?.is === 'value') return JSON.stringify(fact.value);
  return fact?.is === 'unknown' ? fact.saw : undefined;
}

/** Whether the first deal said something else; undefined where one of the two said nothing. */
function differs(draft: Draft, field: FieldName, fact: Fact<unknown>): boolean | undefined {
  const first = seenIn(firstFact(draft, field));
  const now = seenIn(JSON.parse(keptFact(fact)) as Fact<unknown>);
  return first === undefined || now === undefined ? undefined : first !== now;
}

/** What the page in front says of the draft, once another deal is open in it. */
export function tryDraft(draft: Draft, read: SomeFields, path: string): Trial {
  const { first } = draft;
  if (!first) return { kind: 'waiting' };
  const facts = Object.entries(read) as [FieldName, Fact<unknown>][];
  const found = facts.filter(
    ([, fact]) => !(fact.is === 'unknown' && fact.reason === 'not-on-page'),
  );
  const nameRead = read.name?.is === 'value';
  if (!found.some(([field]) => field === 'name')) return { kind: 'waiting' };
  const urls = urlsOf(draft, path);
  const allSame = !found.some(([field, fact]) => differs(draft, field, fact) === true);
  if (!urls) {
    const samePlace = [first.path, ...draft.paths].includes(path);
    const { name } = read;
    const another = name && differs(draft, 'name', name) === true;
    return { kind: samePlace && another ? 'no-id' : 'waiting' };
  }
  const unread = found.filter(([, fact]) => fact.is === 'unknown').length;
  const definition = nameRead && !allSame ? definitionOf(draft, urls) : null;
  return { kind: 'tried', allSame, nameRead, unread, definition };
}

/** The patterns of the deals' addresses, from the first deal's and this one. */
function urlsOf(draft: Draft, path: string): readonly string[] | undefined {
  const known = [...new Set([draft.first?.path ?? '', ...draft.paths])].filter((one) => one !== '');
  for (const one of known) {
    const proposed = proposeUrls(one, path);
    if (!proposed) continue;
    const others = known.flatMap(
      (other) => patternFor(other, proposed.ids[0], proposed.patterns) ?? [],
    );
    return [...new Set([...proposed.patterns, ...others])].slice(0, PATTERNS);
  }
  return undefined;
}

/** "custom-crm-example-com" for a name or a host. */
export function idOfName(name: string): string {
  const slug = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 33)
    .replace(/-+$/, '');
  return `custom-${slug === '' ? 'crm' : slug}`;
}

function definitionOf(draft: Draft, deal: readonly string[]): Definition {
  const { site, pane, locale, dateOrder, currency, stages, fields } = draft;
  const name = draft.name.trim() === '' ? new URL(site).host : draft.name.trim();
  return {
    id: idOfName(name),
    name,
    version: 1,
    sites: [site],
    urls: { deal },
    ...(pane === undefined ? {} : { pane }),
    ...(locale === undefined ? {} : { locale }),
    ...(dateOrder === undefined ? {} : { dateOrder }),
    ...(currency === undefined ? {} : { currency }),
    fields,
    ...(stages === undefined ? {} : { stages }),
  };
}
