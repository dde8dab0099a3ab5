import { unknownFields, type DealRef } from '../../core/deal.ts';
import type { PageReading, ReadHelp } from '../adapter.ts';
import { tellTyped } from '../form-facts.ts';
import { NOT_OFFERED } from './offered.ts';
import { shownForm } from './form.ts';
import { fromForm } from './read-form.ts';
import { fromPage, isThisDeal } from './read-page.ts';
import { urlOf } from './url.ts';
import { askForm } from './xrm.ts';

/**
 * Reads the form. The page's own script says which record it holds, and every value with its type; without it the page's
 * elements are read, and then only where they show that they are of this deal: the address is ahead of the form.
 */
export function read(
  root: Document,
  ref: DealRef,
  { saved }: ReadHelp = {},
): PageReading | undefined {
  const pane = shownForm(root);
  if (!pane) return undefined;
  const own = saved?.ref.id === ref.id ? saved : undefined;
  const form = askForm(root, ref);
  if (form === 'elsewhere') return undefined;
  if (!form && (!own || !isThisDeal(pane, own))) return undefined;
  const typed = form ? fromForm(form, own) : own ? fromPage(pane, own) : {};
  return {
    ref,
    url: urlOf(root.URL, ref),
    fields: { ...unknownFields('not-on-page'), ...NOT_OFFERED, ...tellTyped(typed, own) },
    custom: own?.custom ?? {},
    state: 'form',
  };
}
