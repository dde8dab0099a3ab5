import { known } from '../../core/fact.ts';
import type { Stage } from '../../core/fields.ts';
import type { ListRow } from '../adapter.ts';
import { findAll, findFirst, textOf } from '../dom.ts';
import type { SomeFields } from '../form-facts.ts';
import { parseAmount } from '../parse-amount.ts';
import { CARD_AMOUNT, CARD_COMPANY, CARD_NAME, CARDS, COLUMNS, MUI_CLIENT } from './selectors.ts';
import { stageOfId } from './stages.ts';

/**
 * The board's cards. Each names its deal's id; its column is its stage. What else a card says is read only when
 * somebody asks for it: a board may have hundreds of cards, and most of them out of sight.
 */
export function rows(root: Document): readonly ListRow[] {
  const currency = findFirst(root, MUI_CLIENT) ? 'USD' : undefined;
  return findAll(root, COLUMNS).flatMap((column) => {
    const stage = stageOfColumn(root, column);
    return findAll(column, CARDS).flatMap((card) => rowOf(card, stage, currency));
  });
}

/** Worked out once for a column, when the first of its cards asks for it. */
function stageOfColumn(root: Document, column: HTMLElement): () => Stage | undefined {
  const id = column.dataset.rfdDroppableId ?? '';
  let stage: Stage | undefined;
  return () => (id === '' ? undefined : (stage ??= stageOfId(root, id, '')));
}

function rowOf(
  card: HTMLElement,
  stage: () => Stage | undefined,
  currency: string | undefined,
): ListRow[] {
  const id = card.dataset.rfdDraggableId ?? '';
  const at = findFirst(card, CARD_NAME);
  if (id === '' || !at) return [];
  const { company, name } = namesOn(card, at);
  return [
    {
      element: card,
      at,
      id,
      ...(name === '' ? {} : { name }),
      get fields() {
        return fieldsOf(card, { company, name }, stage(), currency);
      },
    },
  ];
}

interface Names {
  readonly company: string;
  readonly name: string;
}

/** The current release writes "<company> - <name>" into one line; 0.0.2 shows the company as its initial alone. */
function namesOn(card: HTMLElement, at: HTMLElement): Names {
  const text = textOf(at);
  const company = textOf(findFirst(card, CARD_COMPANY));
  const before = `${company} - `;
  const named = company !== '' && text.startsWith(before);
  return { company, name: named ? text.slice(before.length) : text };
}

/** Atomic writes amounts the American way in every language, and rounded: the category stands behind a comma. */
function fieldsOf(
  card: HTMLElement,
  { company, name }: Names,
  stage: Stage | undefined,
  currency: string | undefined,
): SomeFields {
  const [shown = ''] = textOf(findFirst(card, CARD_AMOUNT)).split(', ');
  const amount = parseAmount(shown, { source: 'page', locale: 'en', currency });
  return {
    ...(name === '' ? {} : { name: known(name, 'page') }),
    ...(company === '' ? {} : { account: known(company, 'page') }),
    ...(amount.is === 'value' ? { amount } : {}),
    ...(stage ? { stage: known(stage, 'page') } : {}),
  };
}
