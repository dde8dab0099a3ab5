import { known, type Fact } from '../../core/fact.ts';
import type { FieldName } from '../../core/fields.ts';
import type { ListRow } from '../adapter.ts';
import { findAll, findFirst, textOf } from '../dom.ts';
import type { SomeFields } from '../form-facts.ts';
import { readField } from '../read-field.ts';
import { toldIn } from './labels.ts';
import { CELL, DEAL_LINK, TILES } from './selectors.ts';

/** The cells of a list that are read, by the names of their fields. */
const CELLS = [
  ['value', 'amount'],
  ['expected_close_date', 'closeDate'],
  ['probability', 'probability'],
] as const satisfies readonly (readonly [string, FieldName])[];

/** The tiles of the board, or the rows of the list. */
export function rows(root: Document): readonly ListRow[] {
  return [...findAll(root, [TILES]).flatMap(tile), ...findAll(root, [CELL('title')]).flatMap(row)];
}

/** A tile names its deal's id; which part of it is the deal's name, nothing says. */
function tile(element: HTMLElement): ListRow[] {
  const id = element.dataset.testDealId ?? '';
  if (!/^\d+$/.test(id)) return [];
  return [{ element, at: findFirst(element, [DEAL_LINK]) ?? element, id, fields: {} }];
}

/** The id is in the link of the row's title, where there is one. */
function row(cell: HTMLElement): ListRow[] {
  const element = cell.closest('tr');
  if (!element) return [];
  const at = findFirst(cell, [DEAL_LINK]) ?? cell;
  const name = textOf(at);
  const id = /\/deal\/(\d+)(?:[/?#]|$)/.exec(at.getAttribute('href') ?? '')?.[1];
  return [
    {
      element,
      at,
      ...(id === undefined ? {} : { id }),
      ...(name === '' ? {} : { name }),
      get fields() {
        return { ...(name === '' ? {} : { name: known(name, 'page') }), ...cellFacts(element) };
      },
    },
  ];
}

/** An empty cell may be empty, or still on its way: it is left out. */
function cellFacts(element: HTMLElement): SomeFields {
  const { locale } = toldIn(element.ownerDocument.defaultView);
  const facts: Partial<Record<FieldName, Fact<unknown>>> = {};
  for (const [key, field] of CELLS) {
    const cell = findFirst(element, [CELL(key)]);
    if (!cell || textOf(cell) === '') continue;
    facts[field] = readField(field, cell, { source: 'page', locale });
  }
  return facts as SomeFields;
}
