import { findAll, findFirst, textOf } from '../dom.ts';
import { ACTIVE_PANE, ACTIVE_TAB_TITLE, FORM, NESTED, PANE_TITLE } from './selectors.ts';

/** The form in the pane in front, or undefined for a list, an old revision, or no pane. */
export function activeForm(root: Document): HTMLElement | undefined {
  const pane = findFirst(root, ACTIVE_PANE);
  if (!pane || showsRevision(root, pane)) return undefined;
  return findFirst(pane, FORM);
}

/** True while the pane shows the record as it was at a moment in the past: its title then says when. */
function showsRevision(root: Document, pane: HTMLElement): boolean {
  const title = findFirst(pane, PANE_TITLE)?.getAttribute('title') ?? '';
  const name = findFirst(root, ACTIVE_TAB_TITLE)?.getAttribute('title') ?? '';
  return title !== name && title.startsWith(`${name} @ `);
}

/** A field of the form's own record: the forms of its lines and sales stand inside, and may use the same names. */
export function inForm(form: HTMLElement, selectors: readonly string[]): HTMLElement | undefined {
  return findAll(form, selectors).find((found) => {
    const nested = found.closest(NESTED.join(', '));
    return nested === null || !form.contains(nested);
  });
}

/** The same, for selectors that find inputs alone. */
export const inputIn = (
  form: HTMLElement,
  selectors: readonly string[],
): HTMLInputElement | undefined => inForm(form, selectors) as HTMLInputElement | undefined;

/** The currency symbols beside an input: one of the two places is empty. */
export const symbolsOf = (input: Element, selectors: readonly string[]): string[] =>
  input.parentElement ? findAll(input.parentElement, selectors).map(textOf).filter(Boolean) : [];
