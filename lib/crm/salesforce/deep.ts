import { findAll, oneLine } from '../dom.ts';

/**
 * Looking into native shadow roots. Lightning uses a synthetic shadow, which a content script sees as plain elements; where
 * Salesforce moves to native shadow, these find what plain selectors do not. Both browsers let an extension into closed roots.
 */

/** A walk looks at so many elements at most: a page that is larger is not walked to its end. */
export const MOST_NODES = 40_000;

interface ClosedRoots {
  readonly chrome?: { readonly dom?: { openOrClosedShadowRoot(element: Element): unknown } };
}
interface FirefoxElement {
  readonly openOrClosedShadowRoot?: ShadowRoot | null;
}

/** Elements that can have a root of their own: all that components are made of. */
const mayHaveRoot = (element: Element): boolean => element.localName.includes('-');

/** An element's native shadow root, open or closed. */
export function shadowOf(element: Element): ShadowRoot | undefined {
  if (!mayHaveRoot(element)) return undefined;
  if (element.shadowRoot) return element.shadowRoot;
  const { chrome } = globalThis as ClosedRoots;
  const found =
    (element as FirefoxElement).openOrClosedShadowRoot ??
    chrome?.dom?.openOrClosedShadowRoot(element);
  return (found as ShadowRoot | null | undefined) ?? undefined;
}

/** The root itself and every native shadow root in it, in the page's order, as far as a bounded walk gets. */
export function layersOf(root: ParentNode): ParentNode[] {
  const layers: ParentNode[] = [];
  const seen = { nodes: 0 };
  const visit = (layer: ParentNode): void => {
    layers.push(layer);
    if ('shadowRoot' in layer) enter(layer as unknown as Element);
    for (const element of layer.querySelectorAll('*')) {
      seen.nodes += 1;
      if (seen.nodes > MOST_NODES) return;
      enter(element);
    }
  };
  const enter = (element: Element): void => {
    const shadow = shadowOf(element);
    if (shadow) visit(shadow);
  };
  visit(root);
  return layers;
}

/** All elements of several layers that any of the selectors finds. */
export const findAllIn = (
  layers: readonly ParentNode[],
  selectors: readonly string[],
): HTMLElement[] => layers.flatMap((layer) => findAll(layer, selectors));

/** The element that a shadow root belongs to; undefined for what stands in the page itself. */
export function hostOf(element: Element): HTMLElement | undefined {
  const root = element.getRootNode();
  return 'host' in root ? (root as { host: HTMLElement }).host : undefined;
}

/** The nearest element around this one, itself included, that fits, out through shadow roots. */
export function closestThrough(element: Element, selector: string): HTMLElement | undefined {
  for (let at: Element | undefined = element; at; at = hostOf(at)) {
    const found = at.closest<HTMLElement>(selector);
    if (found) return found;
  }
  return undefined;
}

/**
 * True where the element is shown, as the browser lays the page out: what stands inside a component is shown where the component's
 * own slot for it is, and nowhere while there is no such slot.
 */
export function isShown(element: Element): boolean {
  const view = element.ownerDocument.defaultView;
  if (!view || !element.isConnected) return false;
  if (view.getComputedStyle(element).visibility === 'hidden') return false;
  for (let at: Element | undefined = element; at;) {
    if (at.hasAttribute('hidden') || view.getComputedStyle(at).display === 'none') return false;
    const around = layoutParent(at);
    if (around === 'nowhere') return false;
    at = around;
  }
  return true;
}

/** What lays an element out: its parent, the slot of its parent's shadow root, or the host of its own. */
function layoutParent(element: Element): Element | 'nowhere' | undefined {
  const { parentElement } = element;
  if (!parentElement) return hostOf(element);
  const shadow = shadowOf(parentElement);
  if (!shadow) return parentElement;
  const name = element.getAttribute('slot') ?? '';
  const slots = [...shadow.querySelectorAll('slot')];
  return slots.find((slot) => (slot.getAttribute('name') ?? '') === name) ?? 'nowhere';
}

/** True where one element lies inside the other, out through shadow roots. */
export function isInside(inner: Element, outer: Element): boolean {
  for (let at: Element | undefined = inner; at; at = hostOf(at))
    if (outer.contains(at)) return true;
  return false;
}

/** What is written for screen readers alone, and what stands on buttons. */
const UNREAD = '.slds-assistive-text, button, style, script, svg, [hidden], lightning-helptext';

/** An element's text on one line as it is shown: through shadow roots and slots, and without what stands on its buttons. */
export const shownTextOf = (element: Element): string => oneLine(textIn(element));

const TEXT = 3;
const ELEMENT = 1;

function textIn(node: Node): string {
  if (node.nodeType === TEXT) return node.nodeValue ?? '';
  if (node.nodeType !== ELEMENT) return '';
  const element = node as Element;
  if (element.localName === 'br') return ' ';
  if (element.matches(UNREAD)) return '';
  return childrenOf(element).map(textIn).join('');
}

function childrenOf(element: Element): Node[] {
  const shadow = shadowOf(element);
  if (shadow) return [...shadow.childNodes];
  if (element.localName !== 'slot') return [...element.childNodes];
  const assigned = (element as HTMLSlotElement).assignedNodes();
  return assigned.length > 0 ? assigned : [...element.childNodes];
}
