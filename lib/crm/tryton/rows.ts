import { known, unknown, type Fact } from '../../core/fact.ts';
import type { Stage } from '../../core/fields.ts';
import type { ListRef, ListRow } from '../adapter.ts';
import { codeOfSymbol } from '../currency.ts';
import { findAll, findFirst, isVisible, textOf } from '../dom.ts';
import { textFact, type SomeFields } from '../form-facts.ts';
import { parseAmount } from '../parse-amount.ts';
import { parseDate, type DateOrder } from '../parse-date.ts';
import { columnsOf, type Columns } from './columns.ts';
import { dateOrderOf } from './locale.ts';
import { ACTIVE_PANE, LIST_ROWS, LIST_TABLE, LIST_VALUE, LIST_SYMBOL } from './selectors.ts';
import { STATE_LABELS, stageOf } from './stages.ts';

/** How this list writes its values. */
interface Writing {
  readonly columns: Columns;
  readonly order: DateOrder | undefined;
  readonly locale: string | undefined;
}

/**
 * The rows of the list in front. sao gives no row its record's id, so that a deal is known by what the row says of it:
 * read when somebody asks for it, since most rows are out of sight.
 */
export function rows(root: Document, { org }: ListRef): readonly ListRow[] {
  const pane = findFirst(root, ACTIVE_PANE);
  const table = pane && findAll(pane, LIST_TABLE).find(isVisible);
  const columns = table && columnsOf(table);
  if (!table || columns?.name === undefined) return [];
  const locale = root.documentElement.lang;
  const writing: Writing = {
    columns,
    order: dateOrderOf(root, org),
    locale: locale === '' ? undefined : locale,
  };
  return findAll(table, LIST_ROWS).flatMap((element) => rowOf(element, writing));
}

function rowOf(element: HTMLElement, writing: Writing): ListRow[] {
  const at = valueIn(element, writing.columns.name);
  const name = textOf(at);
  if (!at || name === '') return [];
  return [
    {
      element,
      at,
      name,
      get fields() {
        return fieldsOf(element, name, writing);
      },
    },
  ];
}

const cellIn = (row: HTMLElement, column: number | undefined): Element | undefined =>
  column === undefined ? undefined : row.children[column];

function valueIn(row: HTMLElement, column: number | undefined): HTMLElement | undefined {
  const cell = cellIn(row, column);
  return cell && findFirst(cell, LIST_VALUE);
}

/** A cell without its widget is still on its way: it says nothing. One with an empty widget is an empty field. */
function fieldsOf(row: HTMLElement, name: string, writing: Writing): SomeFields {
  const { columns, order } = writing;
  const read = <T>(column: number | undefined, as: (text: string) => Fact<T>) => {
    const value = valueIn(row, column);
    return value && as(textOf(value));
  };
  const text = (value: string): Fact<string> => textFact(value, 'page');
  const account = read(columns.account, text);
  const owner = read(columns.owner, text);
  const closeDate = read(columns.closeDate, (value) => parseDate(value, { source: 'page', order }));
  const amount = read(columns.amount, (value) => amountOf(row, value, writing));
  const stage = read(columns.stage, stageFact);
  return {
    name: known(name, 'page'),
    ...(account ? { account } : {}),
    ...(owner ? { owner } : {}),
    ...(closeDate ? { closeDate } : {}),
    ...(amount ? { amount } : {}),
    ...(stage ? { stage } : {}),
  };
}

/** The currency's symbol stands beside the number, in a widget of its own. */
function amountOf(row: HTMLElement, text: string, { columns, locale }: Writing) {
  const cell = cellIn(row, columns.amount);
  const symbols = cell ? findAll(cell, LIST_SYMBOL).map(textOf) : [];
  const currency = symbols.map(codeOfSymbol).find(Boolean);
  return parseAmount(text, { source: 'page', locale, currency });
}

/** A state's own name in a language that Tryton ships; any other one is said as it was seen. */
function stageFact(label: string): Fact<Stage> {
  const id = STATE_LABELS.get(label.toLowerCase());
  return id === undefined ? unknown('not-readable', label) : known(stageOf(id, label), 'page');
}
