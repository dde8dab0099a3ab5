import type { Draft } from '../core/custom-draft.ts';
import type { FieldName } from '../core/fields.ts';
import { INPUTS, paneOf, queryAll } from '../crm/custom/find.ts';
import { isFormElement, propose } from '../crm/custom/propose.ts';
import { readPane } from '../crm/custom/read.ts';
import { isVisible } from '../crm/dom.ts';
import type { SomeFields } from '../crm/form-facts.ts';

/** A definition in the making: each function gives the next draft, and changes nothing. */

const DIALOGS = 'dialog[open], [role="dialog"], [role="alertdialog"]';
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
export function without(draft: Draft, part: 'pane' | 'first'): Draft {
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
