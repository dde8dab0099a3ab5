import { bounds, compareDecimal } from '../../core/money.ts';
import { findAll, findFirst, inputText, textOf, findInput } from '../dom.ts';
import { decimalFact } from '../form-facts.ts';
import { parseAmount } from '../parse-amount.ts';
import { companyName } from './edit.ts';
import {
  AMOUNT_INPUT,
  CARD_AMOUNT,
  CARD_COMPANY,
  CARD_NAME,
  CARDS,
  COMPANY_LINK,
  COMPANY_LOGO,
  NAME_INPUT,
  NOTHING_TO_SAVE,
} from './selectors.ts';

/**
 * True where the form holds the deal of its title. When the URL goes from one deal's form to another's, the
 * inputs keep the old values for some milliseconds under the new title, and change one after the other. So one of
 * them must agree with what the page says of the deal elsewhere: the name with the title; or, while the name is
 * being typed and is no other deal's on the board, the company with the title's logo or initial or the board's
 * card, or the amount with the card. An untyped amount that is another card's, and not this one's, is still on its way.
 */
export function isFormOf(form: HTMLElement, title: HTMLElement, id: string | undefined): boolean {
  const name = inputOf(form, NAME_INPUT);
  const cards = findAll(form.ownerDocument, CARDS);
  const card = cards.find((one) => one.dataset.rfdDraggableId === id);
  const others = cards.filter((one) => one !== card);
  if (name !== undefined && name !== '' && textOf(title).includes(name)) {
    if (!card || !findFirst(form, NOTHING_TO_SAVE) || isAmountOf(form, card)) return true;
    return !others.some((other) => isAmountOf(form, other));
  }
  if (name !== undefined && others.some((other) => isNameOf(name, other))) return false;
  return isCompanyOf(form, title, card) || (card !== undefined && isAmountOf(form, card));
}

const inputOf = (form: HTMLElement, selectors: readonly string[]): string | undefined => {
  const input = findInput(form, selectors);
  return input && inputText(input).text;
};

/** True where the card has this name. It may have the company's before it. */
function isNameOf(name: string, card: HTMLElement): boolean {
  const shown = textOf(findFirst(card, CARD_NAME));
  return shown === name || shown.endsWith(` - ${name}`);
}

function isCompanyOf(form: HTMLElement, title: HTMLElement, card: Element | undefined): boolean {
  const company = companyName(form);
  if (company === '') return false;
  const named = textOf(card && findFirst(card, CARD_COMPANY));
  if (named !== '') return named === company;
  const logo = findFirst(title, COMPANY_LOGO)?.getAttribute('alt');
  if (logo) return logo === company;
  const initial = textOf(findFirst(title, COMPANY_LINK));
  return initial !== '' && company.startsWith(initial);
}

function isAmountOf(form: HTMLElement, card: Element): boolean {
  const input = findInput(form, AMOUNT_INPUT);
  const typed = input && decimalFact(input, 'typed');
  const [text = ''] = textOf(findFirst(card, CARD_AMOUNT)).split(', ');
  const shown = parseAmount(text, { source: 'page', locale: 'en' });
  if (typed?.is !== 'value' || shown.is !== 'value') return false;
  const { low, high } = bounds(shown.value);
  return compareDecimal(low, typed.value) <= 0 && compareDecimal(typed.value, high) <= 0;
}
