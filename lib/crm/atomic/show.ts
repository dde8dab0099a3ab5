import { known, unknown } from '../../core/fact.ts';
import { findAll, findFirst, hashOf, oneLine, textOf } from '../dom.ts';
import type { SomeFields } from '../form-facts.ts';
import { parseAmount } from '../parse-amount.ts';
import { parseDate } from '../parse-date.ts';
import type { DealDialog } from './deal-dialog.ts';
import {
  CARD,
  CARD_COMPANY,
  COMPANY_LOGO,
  CONTACT_LINKS,
  LABELS,
  MUI_CLIENT,
  SHOW_LABELS,
} from './selectors.ts';
import { stageOfLabel } from './stages.ts';

export type LabelledField = keyof typeof LABELS;

/** The element that holds a labelled field's value in the show view. */
export function shownValue(dialog: HTMLElement, field: LabelledField): HTMLElement | undefined {
  const labels: readonly string[] = LABELS[field];
  const label = findAll(dialog, SHOW_LABELS).find(
    (span) =>
      labels.includes(textOf(span).toLowerCase()) &&
      span.previousElementSibling === null &&
      span.nextElementSibling !== null,
  );
  return (label?.nextElementSibling as HTMLElement | null) ?? undefined;
}

/** Reads the show view. */
export function readShow(root: Document, { dialog, heading }: DealDialog, id: string): SomeFields {
  const name = textOf(heading);
  const stage = textOf(shownValue(dialog, 'stage'));
  return {
    ...(name === '' ? {} : { name: known(name, 'page') }),
    ...account(root, dialog, id),
    ...amount(root, dialog),
    ...closeDate(dialog),
    ...(stage === '' ? {} : { stage: known(stageOfLabel(root, stage), 'page') }),
    ...contacts(dialog),
  };
}

/** The company is only a logo, whose name is its alternative text, and the first words of the deal's card on the board. */
function account(root: Document, dialog: HTMLElement, id: string): SomeFields {
  const logo = oneLine(findFirst(dialog, COMPANY_LOGO)?.getAttribute('alt') ?? '');
  const card = root.querySelector(CARD(id));
  const name = logo === '' ? textOf(card && findFirst(card, CARD_COMPANY)) : logo;
  return name === '' ? {} : { account: known(name, 'page') };
}

/** Atomic writes amounts the American way in every language. */
function amount(root: Document, dialog: HTMLElement): SomeFields {
  const value = shownValue(dialog, 'amount');
  if (!value) return {};
  const currency = findFirst(root, MUI_CLIENT) ? 'USD' : undefined;
  const fact = parseAmount(textOf(value), { source: 'page', locale: 'en', currency });
  return { amount: fact.is === 'empty' ? unknown('not-readable', '') : fact };
}

/** A date that has passed carries a badge behind it. */
function closeDate(dialog: HTMLElement): SomeFields {
  const value = shownValue(dialog, 'closeDate');
  if (!value) return {};
  const fact = parseDate(textOf(value.firstElementChild ?? value), {
    source: 'page',
    locale: 'en',
  });
  return { closeDate: fact.is === 'empty' ? unknown('not-readable', '') : fact };
}

/**
 * The people stand under their own label, which is left out where there are none; while they are still
 * being loaded the label stands alone.
 */
function contacts(dialog: HTMLElement): SomeFields {
  const block = shownValue(dialog, 'contacts');
  if (!block) return shownValue(dialog, 'stage') ? { contacts: known(0, 'page') } : {};
  const people = new Set(findAll(block, CONTACT_LINKS).map(hashOf));
  return people.size === 0 ? {} : { contacts: known(people.size, 'page') };
}
