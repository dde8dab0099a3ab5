import { empty, known as fact, unknown } from '../../core/fact.ts';
import type { ListRow } from '../adapter.ts';
import { findAll, findFirst, isVisible, textOf } from '../dom.ts';
import type { SomeFields } from '../form-facts.ts';
import { stageIn } from './api.ts';
import { shownAmount, shownDate } from './format.ts';
import { known, type Known } from './known.ts';
import {
  BOARD_CARDS,
  CELL,
  COLUMN,
  COLUMN_HEAD,
  COLUMN_LABEL,
  LIST_ROWS,
  NAME_LINK,
} from './selectors.ts';
import { DELIVERED_STAGES } from './stages.ts';

/** The rows of a list, and the cards of a board. EspoCRM writes the deal's id on both. */
export function rows(root: Document): ListRow[] {
  const world = known(root.defaultView);
  return [...findAll(root, LIST_ROWS), ...findAll(root, BOARD_CARDS)].flatMap((element) => {
    const at = findFirst(element, NAME_LINK);
    const id = element.dataset.id;
    if (!at || id === undefined || id === '' || !isVisible(element)) return [];
    const name = textOf(at);
    return [{ element, at, id, name, fields: fieldsOf(element, name, world) }];
  });
}

function fieldsOf(element: HTMLElement, name: string, world: Known): SomeFields {
  const text = (field: string): string | undefined => {
    const cell = findFirst(element, CELL(field));
    return cell && textOf(cell);
  };
  const [account, owner, amount, closeDate] = [
    text('account'),
    text('assignedUser'),
    text('amount'),
    text('closeDate'),
  ];
  const words = (value: string) => (value === '' ? empty('page') : fact(value, 'page'));
  const saved = unknown('not-on-page');
  return {
    name: words(name),
    ...(account === undefined ? {} : { account: words(account) }),
    ...(owner === undefined ? {} : { owner: words(owner) }),
    ...(amount === undefined ? {} : { amount: shownAmount(amount, world.format, saved) }),
    ...(closeDate === undefined ? {} : { closeDate: shownDate(closeDate, world.format, saved) }),
    ...stageOf(element, text('stage'), world),
  };
}

/** A row names its stage; a card's is the value of its column, whose name stands in the column's head. */
function stageOf(
  element: HTMLElement,
  label: string | undefined,
  { stages = DELIVERED_STAGES }: Known,
): SomeFields {
  const column = element.closest<HTMLElement>(COLUMN)?.dataset.name;
  if (column === undefined && label === undefined) return {};
  const id = column ?? stages.find((one) => one.label === label || one.id === label)?.id;
  const found = stageIn(stages, id);
  if (!found) return { stage: unknown('not-readable', label ?? column) };
  const heads = findAll(element.ownerDocument, COLUMN_HEAD);
  const head = heads.find(({ dataset }) => dataset.name === column);
  const shown = label ?? textOf(head && findFirst(head, COLUMN_LABEL));
  return { stage: fact(shown === '' ? found : { ...found, label: shown }, 'page') };
}
