import { known } from '../../core/fact.ts';
import type { ListRef, ListRow } from '../adapter.ts';
import { findAll, findFirst, isVisible, textOf } from '../dom.ts';
import type { SomeFields } from '../form-facts.ts';
import { CARD_LINK, CARD_OWNER, CARDS, DEAL_LINKS, LIST_ROW } from './selectors.ts';
import { match } from './url.ts';

/** The cards of a board, or the rows of a list, that stand in the page just now. */
export function rows(root: Document, { org }: ListRef): readonly ListRow[] {
  const cards = findAll(root, CARDS).filter(isVisible);
  if (cards.length > 0) return cards.flatMap((card) => cardOf(card, org));
  return listRows(root, org);
}

function cardOf(element: HTMLElement, org: string | undefined): ListRow[] {
  const at = findFirst(element, CARD_LINK);
  return at ? [rowOf(element, at, org, () => cardFields(element))] : [];
}

/** A row can lead to its deal more than once: the first link with a text is its name. */
function listRows(root: Document, org: string | undefined): ListRow[] {
  const found = new Map<HTMLElement, ListRow>();
  for (const link of findAll(root, DEAL_LINKS)) {
    const element = link.closest<HTMLElement>(LIST_ROW);
    if (!element || found.has(element) || textOf(link) === '' || !isVisible(link)) continue;
    if (idIn(link, org) === undefined) continue;
    found.set(
      element,
      rowOf(element, link, org, () => ({ name: known(textOf(link), 'page') })),
    );
  }
  return [...found.values()];
}

function rowOf(
  element: HTMLElement,
  at: HTMLElement,
  org: string | undefined,
  read: () => SomeFields,
): ListRow {
  const id = idIn(at, org);
  const name = textOf(at);
  return {
    element,
    at,
    ...(id === undefined ? {} : { id }),
    ...(name === '' ? {} : { name }),
    get fields() {
      return read();
    },
  };
}

/** The deal that a link leads to, in this organisation. */
function idIn(link: HTMLElement, org: string | undefined): string | undefined {
  const { href } = link as HTMLAnchorElement;
  const page = URL.canParse(href) ? match(new URL(href)) : undefined;
  return page?.kind === 'deal' && page.ref.org === org ? page.ref.id : undefined;
}

/** A board's column is named for its stage. Whether that is open, won or lost is not said, so that no stage is given. */
function cardFields(card: HTMLElement): SomeFields {
  const name = textOf(findFirst(card, CARD_LINK));
  const owner = textOf(findFirst(card, CARD_OWNER));
  return {
    ...(name === '' ? {} : { name: known(name, 'page') }),
    ...(owner === '' ? {} : { owner: known(owner, 'page') }),
  };
}
