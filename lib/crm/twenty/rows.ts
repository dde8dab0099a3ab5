import { known, type Fact } from '../../core/fact.ts';
import type { FieldName } from '../../core/fields.ts';
import type { ListRow } from '../adapter.ts';
import { findAll, isVisible, textOf } from '../dom.ts';
import type { SomeFields } from '../form-facts.ts';
import { CELL_FIELDS, cellOf } from './page.ts';
import { shownFact } from './read.ts';
import { DEAL_LINK, NAVIGATION, ROW } from './selectors.ts';
import { knownStages } from './stages.ts';
import { idIn } from './url.ts';

/** The rows of a table and the cards of a board: each has a link to its deal, which carries the id. */
export function rows(root: Document): ListRow[] {
  const seen = new Set<Element>();
  return findAll(root, DEAL_LINK).flatMap((link) => {
    const id = idIn(link);
    const element = link.closest<HTMLElement>(ROW);
    const name = textOf(link);
    if (id === undefined || name === '' || !element || seen.has(element)) return [];
    if (link.closest(NAVIGATION) || !isVisible(link)) return [];
    seen.add(element);
    return [{ element, at: link, id, name, fields: fieldsOf(element, id, name) }];
  });
}

/** A card has labelled cells, as the deal's page has; a table's have no label. The stage of a card is nowhere to be had but in its column. */
function fieldsOf(element: HTMLElement, id: string, name: string): SomeFields {
  const fields: Partial<Record<FieldName, Fact<unknown>>> = { name: known(name, 'page') };
  const stages = knownStages(element.ownerDocument.defaultView);
  for (const field of CELL_FIELDS) {
    const cell = cellOf(element, id, field);
    if (cell) fields[field] = shownFact(field, cell, undefined, stages);
  }
  return fields as SomeFields;
}
