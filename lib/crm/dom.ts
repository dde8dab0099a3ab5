/**
 * Helpers for reading a page. They take the element that they look in, work in any realm (no
 * `instanceof`) and change nothing.
 */

/** An element's text on one line, as a person reads it: no-break spaces and line ends become spaces. */
export const textOf = (element: Element | null | undefined): string =>
  oneLine(element?.textContent ?? '');

/** Text on one line, without the characters that only steer its direction. */
export const oneLine = (text: string): string =>
  text
    .replace(/[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** Where the digits of other scripts begin: Arabic, Persian, Devanagari, full-width. */
const ZEROS = [0x0660, 0x06f0, 0x0966, 0xff10];

/** The text with its digits, whatever their script, as 0 to 9. */
export const plainDigits = (text: string): string =>
  text.replace(/[\u0660-\u0669\u06F0-\u06F9\u0966-\u096F\uFF10-\uFF19]/g, (digit) => {
    const code = digit.charCodeAt(0);
    return String(code - (ZEROS.find((zero) => code >= zero && code < zero + 10) ?? code));
  });

/** The first element that one of the selectors finds; the selectors' order is their rank. */
export function findFirst(root: ParentNode, selectors: readonly string[]): HTMLElement | undefined {
  for (const selector of selectors) {
    const found = root.querySelector<HTMLElement>(selector);
    if (found) return found;
  }
  return undefined;
}

/** The same, for selectors that find inputs alone. */
export const findInput = (
  root: ParentNode,
  selectors: readonly string[],
): HTMLInputElement | undefined => findFirst(root, selectors) as HTMLInputElement | undefined;

/** All elements that any of the selectors finds, in the order of the page. */
export const findAll = (root: ParentNode, selectors: readonly string[]): HTMLElement[] => [
  ...root.querySelectorAll<HTMLElement>(selectors.join(', ')),
];

/** True unless the element or one around it is taken out of the page: `hidden`, `display: none`, `visibility: hidden`. */
export function isVisible(element: Element): boolean {
  const view = element.ownerDocument.defaultView;
  if (!view || !element.isConnected) return false;
  if (view.getComputedStyle(element).visibility === 'hidden') return false;
  for (let at: Element | null = element; at; at = at.parentElement) {
    if (at.hasAttribute('hidden') || view.getComputedStyle(at).display === 'none') return false;
  }
  return true;
}

/** What stands in an input, as typed; `bad` is true where the browser holds text that is no value of its type. */
export function inputText(input: HTMLInputElement | HTMLTextAreaElement): {
  readonly text: string;
  readonly bad: boolean;
} {
  const text = oneLine(input.value);
  return { text, bad: text === '' && input.validity.badInput };
}

/** The part of a link's address after `#`, or undefined for a link without one. */
export function hashOf(link: Element): string | undefined {
  const href = link.getAttribute('href') ?? '';
  const at = href.indexOf('#');
  return at < 0 ? undefined : href.slice(at + 1);
}
