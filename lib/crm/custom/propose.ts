import { isVisible, oneLine } from '../dom.ts';
import { shownText } from '../read-field.ts';
import type { Locator } from './definition.ts';
import { findLocator, INPUTS, labelText, queryAll } from './find.ts';
import { looksStable, repeatsValue } from './stable.ts';

/**
 * How to find an element again on another deal. Attributes that a developer gave come first, the label beside the
 * value next, and classes last; nothing that counts elements, since where a row is missing it would read another
 * field's value. Every proposal was tried: it finds this very element, and no other visible one.
 */

/** Attributes that name a thing, in the order of their rank; `data-*` comes between the first and the rest. */
const NAMING = ['name', 'itemprop', 'aria-label'] as const;
/** Of `data-*`: what says how an element is just now, and what frameworks write for themselves. */
const PASSING =
  /^data-(state|value|index|shrink|focus|hover|active|selected|checked|open|side|align|orientation|slot|v-|react|reactid|rbd-|rfd-)/;
/** How far up an element that can be named is looked for. */
const ANCHOR_DEPTH = 6;
const LABEL_DEPTH = 4;
const LABEL_LENGTH = 80;

/** The best way to find the element again in this pane; undefined where there is none that would last. */
export const propose = (pane: HTMLElement, element: HTMLElement): Locator | undefined =>
  proposals(pane, element).next().value ?? undefined;

/** All of them that find the element, the best first. */
export function* proposals(pane: HTMLElement, element: HTMLElement): Generator<Locator, undefined> {
  const seen = new Set<string>();
  for (const locator of candidates(pane, element)) {
    const key = JSON.stringify(locator);
    if (seen.has(key)) continue;
    seen.add(key);
    if (findLocator(pane, locator) === element) yield locator;
  }
  return undefined;
}

function* candidates(pane: HTMLElement, element: HTMLElement): Generator<Locator> {
  const value = shownText(element).text;
  const tag = element.localName;
  yield* named(element, value);
  const around = [...ancestors(pane, element, ANCHOR_DEPTH)];
  for (const outer of around) {
    for (const anchor of named(outer, value)) {
      yield `${anchor} ${tag}`;
      yield `${anchor} > ${tag}`;
    }
  }
  if (/^h[1-6]$/.test(tag)) yield tag;
  if (tag === 'input' && element.getAttribute('type') === 'date') yield 'input[type="date"]';
  yield* labels(pane, element);
  yield* classed(element);
  for (const outer of around) for (const anchor of classed(outer)) yield `${anchor} ${tag}`;
}

function* ancestors(
  pane: HTMLElement,
  element: HTMLElement,
  depth: number,
): Generator<HTMLElement> {
  let at = element.parentElement;
  for (let left = depth; at && at !== pane && left > 0; left -= 1) {
    yield at;
    at = at.parentElement;
  }
}

/** An attribute's value in a selector's quotes. */
const quoted = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;

/** Selectors by what names the element. */
function* named(element: HTMLElement, value: string): Generator<string> {
  const tag = element.localName;
  const [first, ...rest] = NAMING;
  yield* byAttribute(element, first, value);
  const data = element
    .getAttributeNames()
    .filter((name) => name.startsWith('data-') && !PASSING.test(name));
  for (const name of data) yield* byAttribute(element, name, value);
  const { id } = element;
  // Letters, digits and hyphens alone: nothing in it needs to be escaped.
  if (/^[A-Za-z-]+$/.test(id) && isLasting(id, value)) yield `#${id}`;
  for (const name of rest) {
    for (const selector of byAttribute(element, name, value)) yield selector;
  }
  if (tag.includes('-') && looksStable(tag)) yield tag;
}

function* byAttribute(element: HTMLElement, name: string, value: string): Generator<string> {
  const text = element.getAttribute(name);
  if (text === null || !isLasting(text, name === 'name' ? '' : value)) return;
  yield `${element.localName}[${name}=${quoted(text)}]`;
}

const isLasting = (text: string, value: string): boolean =>
  looksStable(text) && !repeatsValue(text, value);

/** Selectors by classes that people wrote. */
function* classed(element: HTMLElement): Generator<string> {
  for (const name of element.classList) {
    if (/^[A-Za-z][A-Za-z-]*$/.test(name) && looksStable(name)) {
      yield `${element.localName}.${name}`;
    }
  }
}

/** The texts that may be the element's label, and the part of the labelled value that it is. */
function* labels(pane: HTMLElement, element: HTMLElement): Generator<Locator> {
  for (const label of labelTexts(pane, element)) {
    yield { label };
    yield { label, part: element.localName };
    for (const part of classed(element)) yield { label, part };
  }
}

function* labelTexts(pane: HTMLElement, element: HTMLElement): Generator<string> {
  const tied = [
    ...((element as HTMLInputElement).labels ?? []),
    ...(element.getAttribute('aria-labelledby') ?? '')
      .split(/\s+/)
      .flatMap((id) => (id === '' ? [] : queryAll(pane, `[id=${quoted(id)}]`))),
  ];
  let at: HTMLElement | null = element;
  const beside: HTMLElement[] = [];
  for (let depth = 0; at && at !== pane && depth < LABEL_DEPTH; depth += 1) {
    const before = at.previousElementSibling as HTMLElement | null;
    if (before) beside.push(before);
    at = at.parentElement;
  }
  for (const label of [...tied, ...beside]) {
    const text = oneLine(label.textContent).replace(/[\s:*\uFF1A]+$/, '');
    const isOne = text !== '' && text.length <= LABEL_LENGTH && !/\d/.test(text);
    if (isOne && labelText(text) !== '' && isVisible(label) && !label.querySelector(INPUTS)) {
      yield text;
    }
  }
}

/** True for an element that a value is typed or chosen in: then it is the form that was pointed at. */
export const isFormElement = (element: HTMLElement): boolean => element.matches(INPUTS);
