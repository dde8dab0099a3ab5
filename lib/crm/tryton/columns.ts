import { findAll, textOf } from '../dom.ts';
import { COLUMN_TITLES, LIST_CELLS, LIST_HEADS, LIST_ROWS } from './selectors.ts';

/** The fields that a list of deals shows, each with the place of its column, counted from 0. */
export type ListedField = 'name' | 'account' | 'owner' | 'amount' | 'closeDate' | 'stage';
export type Columns = Readonly<Partial<Record<ListedField, number>>>;

/**
 * The list's columns as Tryton ships them, by the kinds of their values: number, reference, start, end, employee,
 * description, party, amount, state, probability. sao writes the kinds into the headings' classes, the same in every language.
 */
const SHIPPED = 'char char date date many2one char many2one numeric selection float';
const SHIPPED_FIELDS: readonly (ListedField | undefined)[] = [
  undefined,
  undefined,
  undefined,
  'closeDate',
  'owner',
  'name',
  'account',
  'amount',
  'stage',
];

/**
 * Which column holds what: by the kinds of all columns where they are the shipped ones, else by the titles of
 * the cells. A title that two columns have names neither.
 */
export function columnsOf(table: HTMLElement): Columns {
  const heads = findAll(table, LIST_HEADS);
  const first = heads.findIndex((head) => !head.classList.contains('selection-state'));
  const kinds = heads.slice(first).map((head) => head.classList[0] ?? '');
  // A column of buttons may stand behind them.
  if (first >= 0 && kinds.join(' ').trim() === SHIPPED) {
    const shipped = SHIPPED_FIELDS.flatMap((field, index) =>
      field === undefined ? [] : [[field, first + index] as const],
    );
    return Object.fromEntries(shipped);
  }
  return byTitle(table);
}

function byTitle(table: HTMLElement): Columns {
  const [row] = findAll(table, LIST_ROWS);
  const titles = row ? findAll(row, LIST_CELLS).map(titleOf) : [];
  const columns: Partial<Record<ListedField, number>> = {};
  for (const [field, names] of Object.entries(COLUMN_TITLES) as [
    ListedField,
    readonly string[],
  ][]) {
    const at = titles.findIndex((title) => names.includes(title));
    if (at >= 0 && at === titles.findLastIndex((title) => names.includes(title))) {
      columns[field] = at;
    }
  }
  return columns;
}

const titleOf = (cell: HTMLElement): string =>
  (cell.dataset.title ?? textOf(cell))
    .replace(/\s*:\s*$/, '')
    .trim()
    .toLowerCase();
