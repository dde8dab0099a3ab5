import type { ListRow } from '../adapter.ts';
import { findAll, findFirst, isVisible, textOf } from '../dom.ts';
import type { SomeFields } from '../form-facts.ts';
import { readField } from '../read-field.ts';
import { cellOf, COLUMNS, GRID, GRID_ROWS } from './selectors.ts';
import { match } from './url.ts';

/** The columns that a view may show, by their kinds. */
const SHOWN = ['name', 'account', 'owner', 'amount', 'closeDate', 'probability'] as const;

/** The rows of the list that stand in the page: the grid keeps those in sight alone. */
export function rows(root: Document): readonly ListRow[] {
  const grid = findAll(root, GRID).find(isVisible);
  return grid ? findAll(grid, GRID_ROWS).filter(isVisible).flatMap(rowOf) : [];
}

function rowOf(element: HTMLElement): ListRow[] {
  const links = [...element.querySelectorAll<HTMLAnchorElement>('a[href]')];
  const link = links.find((one) => idOf(one) !== undefined);
  const at = link ?? findFirst(element, [cellOf('name')]);
  if (!at) return [];
  const id = link && idOf(link);
  const name = textOf(at);
  return [
    {
      element,
      at,
      ...(id === undefined ? {} : { id }),
      ...(name === '' ? {} : { name }),
      get fields() {
        return fieldsOf(element);
      },
    },
  ];
}

/** The deal that a link leads to; an account's link in the same row leads to no deal. */
function idOf({ href }: HTMLAnchorElement): string | undefined {
  const page = URL.canParse(href) ? match(new URL(href)) : undefined;
  return page?.kind === 'deal' ? page.ref.id : undefined;
}

/** What the cells say. The user's number and date formats are not in the page, so that much stays ambiguous. */
function fieldsOf(row: HTMLElement): SomeFields {
  const found = SHOWN.flatMap((field) => {
    const cell = findFirst(row, COLUMNS[field].map(cellOf));
    return cell ? [[field, readField(field, cell, { source: 'page' })] as const] : [];
  });
  return Object.fromEntries(found);
}
