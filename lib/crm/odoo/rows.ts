import { unknown } from '../../core/fact.ts';
import type { ListRow } from '../adapter.ts';
import { findAll, findFirst, isVisible, textOf } from '../dom.ts';
import { textFact, type SomeFields } from '../form-facts.ts';
import { parseAmount } from '../parse-amount.ts';
import { parseDate } from '../parse-date.ts';
import { ASIDE, BOARD_CARDS, CARD_NAME, CELL, LIST_ROWS, NAMES, SAMPLE } from './selectors.ts';
import { match } from './url.ts';

/** What a row may say of a deal as text. */
const TEXTS = ['account', 'owner', 'pipeline'] as const;

/** The rows of a list, or the cards of a board, of deals. Neither tells a record's id: the name must do. */
export function rows(root: Document): readonly ListRow[] {
  const page = URL.canParse(root.URL) ? match(new URL(root.URL)) : undefined;
  if (page?.kind !== 'list' && page?.kind !== 'board') return [];
  const inList = findAll(root, LIST_ROWS).flatMap(
    (row) => rowOf(row, (name) => [CELL(name)]) ?? [],
  );
  const onBoard = findAll(root, BOARD_CARDS).flatMap(
    (card) => rowOf(card, (name) => (name === NAMES.name ? CARD_NAME : [`[name="${name}"]`])) ?? [],
  );
  return [...inList, ...onBoard];
}

function rowOf(
  element: HTMLElement,
  selectorsOf: (name: string) => readonly string[],
): ListRow | undefined {
  const isNested = element.closest(ASIDE.join(', ')) !== null;
  if (isNested || element.closest(SAMPLE) || !isVisible(element)) return undefined;
  const at = findFirst(element, selectorsOf(NAMES.name));
  const name = textOf(at);
  if (!at || name === '') return undefined;
  const text = (field: keyof typeof NAMES): string | undefined => {
    const found = findFirst(element, selectorsOf(NAMES[field]));
    return found && textOf(found);
  };
  return { element, at, name, fields: { name: textFact(name, 'page'), ...factsOf(text) } };
}

/** Amounts and dates are in the user's own format, which a row does not tell: those with two readings stay unknown. */
function factsOf(text: (field: keyof typeof NAMES) => string | undefined): SomeFields {
  const fields: SomeFields = {};
  for (const field of TEXTS) {
    const shown = text(field);
    if (shown !== undefined) fields[field] = textFact(shown, 'page');
  }
  const [amount, date] = [text('amount'), text('closeDate')];
  if (amount !== undefined)
    fields.amount =
      amount === '' ? unknown('not-readable') : parseAmount(amount, { source: 'page' });
  if (date !== undefined) fields.closeDate = parseDate(date, { source: 'page' });
  return fields;
}
