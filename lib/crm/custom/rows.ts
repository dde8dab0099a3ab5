import type { FieldName } from '../../core/fields.ts';
import type { Fact } from '../../core/fact.ts';
import { compilePattern, pathOf } from '../../core/url-pattern.ts';
import type { ListRow } from '../adapter.ts';
import { isVisible, textOf } from '../dom.ts';
import type { SomeFields } from '../form-facts.ts';
import type { Definition } from './definition.ts';
import { queryAll } from './find.ts';
import { idIn } from './match.ts';
import { readElement } from './read.ts';

/** The rows or cards that stand in the page, with what each of them says by itself. */
export function rowsOf(root: Document, definition: Definition): readonly ListRow[] {
  const { rows } = definition;
  if (!rows) return [];
  return queryAll(root, rows.row)
    .filter(isVisible)
    .flatMap((element) => {
      const at = oneIn(element, rows.name);
      if (!at) return [];
      const id = idOf(element, definition);
      const name = textOf(at);
      return [
        {
          element,
          at,
          ...(id === undefined ? {} : { id }),
          ...(name === '' ? {} : { name }),
          fields: fieldsIn(element, definition),
        },
      ];
    });
}

/** The one visible element of a row that a selector finds. */
function oneIn(row: HTMLElement, selector: string): HTMLElement | undefined {
  const [first, more] = queryAll(row, selector).filter(isVisible);
  return more ? undefined : first;
}

/** The id as an attribute of the row or of something in it, by itself or in an address. */
function idOf(row: HTMLElement, { rows, urls }: Definition): string | undefined {
  const where = rows?.id;
  if (!where) return undefined;
  const holder = where.selector === undefined ? row : queryAll(row, where.selector)[0];
  const value = holder?.getAttribute(where.attribute) ?? undefined;
  if (holder === undefined || value === undefined || value === '') return undefined;
  const patterns = urls.deal.map(compilePattern).filter((pattern) => typeof pattern !== 'string');
  const isAddress = where.attribute === 'href';
  if (!isAddress) return value;
  return URL.canParse(value, holder.baseURI)
    ? idIn(patterns, pathOf(new URL(value, holder.baseURI)))
    : undefined;
}

function fieldsIn(row: HTMLElement, definition: Definition): SomeFields {
  const facts: Partial<Record<FieldName, Fact<unknown>>> = {};
  for (const [field, selectors] of Object.entries(definition.rows?.fields ?? {})) {
    const element = selectors
      .map((selector) => oneIn(row, selector))
      .find((found) => found !== undefined);
    if (element) {
      facts[field as FieldName] = readElement(element, field as FieldName, definition, 'page');
    }
  }
  return facts as SomeFields;
}
