import type { Draft } from '../core/custom-draft.ts';
import type { Definition } from '../core/custom-schema.ts';
import { known, unknown, type Fact } from '../core/fact.ts';
import { FIELDS, type FieldName } from '../core/fields.ts';
import { paneOf, queryAll, INPUTS } from '../crm/custom/find.ts';
import { propose, isFormElement } from '../crm/custom/propose.ts';
import { patternFor, proposeUrls } from '../crm/custom/propose-urls.ts';
import { readPane } from '../crm/custom/read.ts';
import { isVisible } from '../crm/dom.ts';
import type { SomeFields } from '../crm/form-facts.ts';
import { parseAmount } from '../crm/parse-amount.ts';
import { parseDate } from '../crm/parse-date.ts';
import type { Ask, Trial } from './picker-model.ts';

/** A definition in the making: each function gives the next draft, and changes nothing. */

const DIALOGS = 'dialog[open], [role="dialog"], [role="alertdialog"]';
/** Longer values are told apart by their beginning. */
const KEPT_LENGTH = 200;
const PATHS = 8;

/** Nothing pointed at yet, on a page of this site. */
export function freshDraft(site: string, name: string, language: string): Draft {
  return {
    site,
    name,
    fields: {},
    skipped: [],
    paths: [],
    trying: false,
    ...(isLanguage(language) ? { locale: language } : {}),
  };
}

function isLanguage(text: string): boolean {
  try {
    return text !== '' && Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}

/** What the draft reads in the page just now; nothing while its pane is not there. */
export function readDraft(root: Document, draft: Draft): SomeFields {
  const pane = paneOf(root, draft);
  return pane ? readPane(pane, draft).fields : {};
}

/** The selector of the dialog that an element stands in. */
function dialogOf(element: HTMLElement): string | undefined {
  const dialog = element.closest(DIALOGS);
  if (!dialog) return undefined;
  if (dialog.localName === 'dialog') return 'dialog[open]';
  return `[role="${dialog.getAttribute('role') ?? ''}"]`;
}

/** What was meant: the one input inside of what was pointed at, where there is one. */
function meant(element: HTMLElement): HTMLElement {
  if (isFormElement(element)) return element;
  const [input, more] = queryAll(element, INPUTS).filter(isVisible);
  return input && !more ? input : element;
}

function withPane(draft: Draft, pane: string | undefined): Draft {
  return pane === undefined ? without(draft, 'pane') : { ...draft, pane };
}

/** The draft without something that it need not have. */
function without(draft: Draft, part: 'pane' | 'first'): Draft {
  return Object.fromEntries(
    Object.entries(draft).filter(([name]) => name !== part),
  ) as unknown as Draft;
}

/** Takes an element for a field; undefined where nothing about it would find it again. */
export function takeElement(
  root: Document,
  draft: Draft,
  field: FieldName,
  element: HTMLElement,
  path: string,
): Draft | undefined {
  const target = meant(element);
  const dialog = dialogOf(target);
  const first = Object.keys(draft.fields).length === 0;
  // Fields inside of a dialog and outside of it have the whole page in common.
  const pane = first || draft.pane === dialog ? dialog : undefined;
  const next = withPane(draft, pane);
  const within = paneOf(root, next);
  const locator = within?.contains(target) === true ? propose(within, target) : undefined;
  if (locator === undefined) return undefined;
  const state = isFormElement(target) ? 'form' : 'shown';
  return {
    ...next,
    fields: { ...draft.fields, [field]: { ...draft.fields[field], [state]: [locator] } },
    skipped: draft.skipped.filter((one) => one !== field),
    paths: [...new Set([...draft.paths, path])].slice(-PATHS),
  };
}

/** Marks a field as one that this CRM does not have, or takes that back. */
export function skipField(draft: Draft, field: FieldName, skipped: boolean): Draft {
  const others = draft.skipped.filter((one) => one !== field);
  if (!skipped) return { ...draft, skipped: others };
  const kept = Object.entries(draft.fields).filter(([name]) => name !== field);
  return { ...draft, fields: Object.fromEntries(kept), skipped: [...others, field] };
}

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
    return [...new Set([...proposed.patterns, ...others])].slice(0, PATHS);
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

/** What the page leaves open, and what an answer would make of it. */
export function asksOf(draft: Draft, read: SomeFields, labels: readonly string[]): readonly Ask[] {
  const asks: Ask[] = [];
  const unclear = (kinds: readonly string[]): string | undefined =>
    (Object.entries(read) as [FieldName, Fact<unknown>][])
      .filter(([field]) => kinds.includes(FIELDS[field]))
      .flatMap(([, fact]) =>
        fact.is === 'unknown' && fact.reason === 'ambiguous' && fact.saw !== undefined
          ? [fact.saw]
          : [],
      )[0];
  const date = unclear(['date']);
  const amount = unclear(['money', 'number']);
  if (date !== undefined) asks.push(...dateAsk(date));
  if (amount !== undefined) asks.push(...decimalsAsk(amount));
  const money = read.amount;
  if (money?.is === 'value' && money.value.currency === undefined) asks.push({ kind: 'currency' });
  if (read.stage?.is === 'value' && draft.stages === undefined)
    asks.push({ kind: 'stages', labels });
  return asks;
}

function dateAsk(saw: string): Ask[] {
  const choices = (['dmy', 'mdy'] as const).flatMap((order) => {
    const fact = parseDate(saw, { source: 'page', order });
    return fact.is === 'value' ? [{ order, day: fact.value }] : [];
  });
  return choices.length > 1 ? [{ kind: 'date-order', saw, choices }] : [];
}

/** A language that writes its decimals with a point, and one that writes them with a comma. */
const DECIMALS = ['en', 'de'];

function decimalsAsk(saw: string): Ask[] {
  const choices = DECIMALS.flatMap((locale) => {
    const fact = parseAmount(saw, { source: 'page', locale });
    return fact.is === 'value' ? [{ locale, amount: fact.value.amount }] : [];
  });
  return choices.length > 1 ? [{ kind: 'decimals', saw, choices }] : [];
}
