import { isVisible, oneLine } from '../dom.ts';
import type { Definition, Locator } from './definition.ts';

/** Finding what a definition points at: the one visible element, or none, or too many to tell. */

export type Found = HTMLElement | 'none' | 'many';

/** What a value can be typed or chosen in. */
export const INPUTS =
  'input:not([type="hidden"]), select, textarea, [contenteditable="true"], [role="combobox"]';

/** What may carry the text of a label. */
const LABEL_ELEMENTS =
  'label, dt, th, td, legend, span, div, p, b, strong, small, li, h1, h2, h3, h4, h5, h6';

/** A label has little in it beside its text: a star, an icon. */
const LABEL_PARTS = 4;
/** How many elements around a label can hold it alone before its value stands beside them. */
const LABEL_DEPTH = 3;

/** All that a selector finds; nothing for one that the browser does not know. */
export function queryAll(root: ParentNode, selector: string): HTMLElement[] {
  try {
    return [...root.querySelectorAll<HTMLElement>(selector)];
  } catch {
    return [];
  }
}

const only = (elements: Iterable<HTMLElement>): Found => {
  const [first, more] = new Set(elements);
  if (!first) return 'none';
  return more ? 'many' : first;
};

/** The element that the fields stand in: the last visible one of the definition's pane, or the page's body. */
export function paneOf(
  root: Document,
  { pane }: Pick<Definition, 'pane'>,
): HTMLElement | undefined {
  if (pane === undefined) return root.querySelector('body') ?? undefined;
  return queryAll(root, pane).findLast(isVisible);
}

/** The one visible element that a locator finds in a pane. */
export function findLocator(pane: ParentNode, locator: Locator): Found {
  if (typeof locator === 'string') return only(queryAll(pane, locator).filter(isVisible));
  const values = labelled(pane, locator.label);
  if (locator.part === undefined) return only(values);
  const { part } = locator;
  const [value, more] = values;
  if (!value || more) return value ? 'many' : 'none';
  return only(queryAll(value, part).filter(isVisible));
}

/**
 * The first locator that finds anything; one that finds several is not passed over, since what it meant cannot be
 * told. A label can be the same in the view and in the form: there what stands beside it must be of the right kind.
 */
export function findFirstOf(
  pane: ParentNode,
  locators: readonly Locator[] | undefined,
  state: 'shown' | 'form',
): Found {
  for (const locator of locators ?? []) {
    const found = findLocator(pane, locator);
    if (found === 'none') continue;
    const other =
      typeof locator === 'object' &&
      typeof found === 'object' &&
      found.matches(INPUTS) !== (state === 'form');
    if (!other) return found;
  }
  return 'none';
}

/** A label's text as it is compared: without the star of a required field, a colon, and capitals. */
export const labelText = (text: string): string =>
  oneLine(text)
    .replace(/[\s:*\uFF1A]+$/, '')
    .toLowerCase();

/** The values that stand beside a label of this text, each once. */
function labelled(pane: ParentNode, label: string): HTMLElement[] {
  const wanted = labelText(label);
  if (wanted === '') return [];
  const found = new Set<HTMLElement>();
  for (const element of queryAll(pane, LABEL_ELEMENTS)) {
    if (!hasLabel(element, wanted) || !isVisible(element)) continue;
    const value = valueBeside(pane, element, wanted);
    if (value) found.add(value);
  }
  return [...found];
}

function hasLabel(element: HTMLElement, wanted: string): boolean {
  if (element.getElementsByTagName('*').length > LABEL_PARTS) return false;
  const text = element.textContent;
  return text.length <= wanted.length + 40 && labelText(text) === wanted;
}

/** The value of a label: what it is tied to, else what stands beside it. */
function valueBeside(
  pane: ParentNode,
  label: HTMLElement,
  wanted: string,
): HTMLElement | undefined {
  const tied = tiedTo(pane, label);
  if (tied) return tied;
  let at = label;
  for (let depth = 0; depth < LABEL_DEPTH; depth += 1) {
    const beside = at.nextElementSibling as HTMLElement | null;
    if (beside) return isVisible(beside) ? inputIn(beside) : undefined;
    const around = at.parentElement;
    if (!around || !hasLabel(around, wanted)) return undefined;
    at = around;
  }
  return undefined;
}

function tiedTo(pane: ParentNode, label: HTMLElement): HTMLElement | undefined {
  const control = label.closest('label')?.control;
  if (control && pane.contains(control) && isVisible(control)) return control;
  if (label.id === '') return undefined;
  const names = queryAll(pane, '[aria-labelledby]').filter((element) =>
    (element.getAttribute('aria-labelledby') ?? '').split(/\s+/).includes(label.id),
  );
  const found = only(names.filter(isVisible));
  return typeof found === 'string' ? undefined : found;
}

/** A value with one input in it is that input; with several it cannot be told which. */
function inputIn(value: HTMLElement): HTMLElement | undefined {
  if (value.matches(INPUTS)) return value;
  const found = only(queryAll(value, INPUTS).filter(isVisible));
  if (found === 'many') return undefined;
  return found === 'none' ? value : found;
}
