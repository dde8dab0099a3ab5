import type { FieldName } from '../../core/fields.ts';
import type { ListRef, ListRow } from '../adapter.ts';
import type { SomeFields } from '../form-facts.ts';
import { findAllIn, isShown, layersOf, shownTextOf } from './deep.ts';
import { dealId } from './ids.ts';
import type { PageFormat } from './page-format.ts';
import { readText, type Reader } from './read-box.ts';
import {
  ACTIVE_PANES,
  API_FIELDS,
  CARDS,
  CARD_BODY,
  CELLS,
  HIGHLIGHTS,
  RECORD_LINKS,
  ROWS,
  SINGLE_PANES,
  type PageField,
} from './selectors.ts';
import { match } from './url.ts';

/** The rows of the list in front, or the cards of its board: both have one address. */
export function rows(root: Document, { crm }: ListRef): readonly ListRow[] {
  if (!URL.canParse(root.URL) || match(new URL(root.URL))?.kind !== 'list') return [];
  const found = within(root).filter(isShown);
  return crm === 'salesforce' ? found.flatMap(rowOf) : [];
}

function within(root: Document): HTMLElement[] {
  const flat = rowsIn([root]);
  return flat.length > 0 ? flat : rowsIn(layersOf(root.body));
}

const PANES = [...ACTIVE_PANES, ...SINGLE_PANES];

/** Lists of other tabs stay in the page, hidden: where pages can be told apart, those of the shown ones count. */
function rowsIn(layers: readonly ParentNode[]): HTMLElement[] {
  const panes = findAllIn(layers, PANES);
  const shown = panes.filter(isShown);
  const all = findAllIn(layers, [...ROWS, ...CARDS]);
  return panes.length === 0 ? all : all.filter((row) => shown.some((pane) => pane.contains(row)));
}

function rowOf(element: HTMLElement): ListRow[] {
  const layers = layersOf(element);
  const link = findAllIn(layers, RECORD_LINKS).find((one) => idOfLink(one) !== undefined);
  const id = (link && idOfLink(link)) ?? idOfRow(element);
  const at = link ?? (id === undefined ? undefined : findAllIn(layers, [CARD_BODY])[0]);
  if (!at) return [];
  const name = link && shownTextOf(link);
  return [
    {
      element,
      at,
      ...(id === undefined ? {} : { id }),
      ...(name ? { name } : {}),
      get fields() {
        return fieldsIn(element);
      },
    },
  ];
}

/** The id of the deal that a link leads to; undefined for a link to its account or its owner. */
function idOfLink(link: Element): string | undefined {
  const own = dealId(link.getAttribute('data-recordid') ?? '');
  if (own !== undefined) return own;
  const path = /\/lightning\/r\/(?:Opportunity\/)?(006[A-Za-z0-9]{12,15})\/view/.exec(
    link.getAttribute('href') ?? '',
  );
  return path?.[1] === undefined ? undefined : dealId(path[1]);
}

/** A row of the newer list has the id as its key; a card has it as a class. */
function idOfRow(element: HTMLElement): string | undefined {
  const key = dealId(element.dataset.rowKeyValue ?? '');
  if (key !== undefined) return key;
  const body = element.querySelector(CARD_BODY);
  const ids = [...(body?.classList ?? [])].flatMap((name) => dealId(name) ?? []);
  return ids.length === 1 ? ids[0] : undefined;
}

const NO_FORMAT: PageFormat = { locale: undefined, order: undefined, decimal: undefined };
const READER: Reader = {
  format: NO_FORMAT,
  currency: undefined,
  savedStage: undefined,
  step: undefined,
};

const BY_API: ReadonlyMap<string, PageField> = new Map(
  (Object.entries(API_FIELDS) as [PageField, readonly string[]][]).flatMap(([field, apis]) =>
    apis.map((api) => [api, field] as const),
  ),
);

/** What the cells say whose column is named as in the API, or labelled in English. */
function fieldsIn(row: HTMLElement): SomeFields {
  const fields: Partial<Record<FieldName, unknown>> = {};
  for (const cell of findAllIn(layersOf(row), [CELLS])) {
    const field = fieldOfCell(cell);
    if (field === undefined || field in fields || field === 'created' || field === 'modified')
      continue;
    fields[field] = readText(field, shownTextOf(cell), 'page', READER);
  }
  return fields as SomeFields;
}

function fieldOfCell(cell: HTMLElement): PageField | undefined {
  const [column = ''] = (cell.dataset.colKeyValue ?? '').split('-');
  const label = (cell.dataset.label ?? '').toLowerCase();
  const field = BY_API.get(column) ?? HIGHLIGHTS[label] ?? LABELS[label];
  return field !== undefined && field in API_FIELDS ? (field as PageField) : undefined;
}

/** A column's label where it is another than the heading's. */
const LABELS: Readonly<Record<string, FieldName>> = {
  'opportunity name': 'name',
  'forecast category': 'forecastCategory',
};
