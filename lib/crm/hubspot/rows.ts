import { known, type Fact } from '../../core/fact.ts';
import type { FieldName } from '../../core/fields.ts';
import type { ListRef, ListRow } from '../adapter.ts';
import { findAll, findFirst, textOf } from '../dom.ts';
import type { SomeFields } from '../form-facts.ts';
import { readField } from '../read-field.ts';
import { CARD_NAME, CARDS, COLUMN_NAME, COLUMNS, HEADERS, ROW_NAME, ROWS } from './selectors.ts';
import { knownStages, plainStage } from './stages.ts';

/** The columns of a table that are read, by the names of their properties. */
const COLUMN_FIELDS: Readonly<Record<string, FieldName>> = {
  amount: 'amount',
  closedate: 'closeDate',
  dealstage: 'stage',
};

/** The rows of the table, or the cards of the board. */
export function rows(root: Document, { org }: ListRef): readonly ListRow[] {
  return [...tableRows(root, org), ...cards(root, org)];
}

function tableRows(root: Document, org: string | undefined): ListRow[] {
  const places = findAll(root, [HEADERS]).flatMap((header): [FieldName, number][] => {
    const property = header.dataset.testId?.slice('header-0-3-'.length) ?? '';
    const field = Object.hasOwn(COLUMN_FIELDS, property) ? COLUMN_FIELDS[property] : undefined;
    const place = [...(header.parentElement?.children ?? [])].indexOf(header);
    return field ? [[field, place]] : [];
  });
  return findAll(root, [ROWS]).flatMap((row) => {
    const id = /^row-(\d+)$/.exec(row.dataset.testId ?? '')?.[1];
    const at = findFirst(row, ROW_NAME);
    if (id === undefined || !at) return [];
    return [rowOf(row, at, id, () => cellFacts(row, places, root, org))];
  });
}

/** The cells stand in the order of their headers. */
function cellFacts(
  row: HTMLElement,
  places: readonly [FieldName, number][],
  root: Document,
  org: string | undefined,
): SomeFields {
  const facts: Partial<Record<FieldName, Fact<unknown>>> = {};
  for (const [field, place] of places) {
    const cell = row.children[place] as HTMLElement | undefined;
    if (!cell) continue;
    const fact = field === 'stage' ? stageFact(root, org, textOf(cell)) : cellFact(field, cell);
    if (fact) facts[field] = fact;
  }
  return facts as SomeFields;
}

/** A cell without a value holds two dashes. */
const cellFact = (field: FieldName, cell: HTMLElement): Fact<unknown> =>
  textOf(cell) === '--'
    ? { is: 'empty', source: 'page' }
    : readField(field, cell, { source: 'page' });

function cards(root: Document, org: string | undefined): ListRow[] {
  return findAll(root, [COLUMNS]).flatMap((column) => {
    const label = textOf(findFirst(column, COLUMN_NAME));
    return findAll(column, [CARDS]).flatMap((card) => {
      const id = card.dataset.seleniumId ?? '';
      const at = findFirst(card, CARD_NAME);
      if (!/^\d+$/.test(id) || !at) return [];
      return [
        rowOf(card, at, id, () => {
          const stage = stageFact(root, org, label);
          return stage ? { stage } : {};
        }),
      ];
    });
  });
}

/** The one stage of this label, where the stages were read before and only one pipeline has it. */
function stageFact(root: Document, org: string | undefined, label: string): SomeFields['stage'] {
  const called = (knownStages(root.defaultView, org) ?? []).filter((one) => one.label === label);
  const [stage] = called;
  return stage && called.length === 1 ? known(plainStage(stage), 'page') : undefined;
}

function rowOf(
  element: HTMLElement,
  at: HTMLElement,
  id: string,
  facts: () => SomeFields,
): ListRow {
  const name = textOf(at);
  return {
    element,
    at,
    id,
    ...(name === '' ? {} : { name }),
    get fields() {
      return { ...(name === '' ? {} : { name: known(name, 'page') }), ...facts() };
    },
  };
}
