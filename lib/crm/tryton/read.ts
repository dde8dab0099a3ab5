import { unknownFields, type DealRef, type Reading } from '../../core/deal.ts';
import { empty, known, unknown, valueOf, type Fact } from '../../core/fact.ts';
import type { IsoDate, Stage } from '../../core/fields.ts';
import type { Money } from '../../core/money.ts';
import type { PageReading, ReadHelp } from '../adapter.ts';
import { codeOfSymbol } from '../currency.ts';
import { inputText, oneLine } from '../dom.ts';
import { decimalFact, mapFact, tellTyped, textFact, type SomeFields } from '../form-facts.ts';
import { parseDate } from '../parse-date.ts';
import { activeForm, inForm, inputIn, symbolsOf } from './form.ts';
import { dateOrderOf } from './locale.ts';
import { MAPPED, NOT_OFFERED } from './offered.ts';
import {
  CURRENCY_SYMBOLS,
  NUMBER_INPUT,
  NUMBER_INPUTS,
  STATE_SELECT,
  TEXT_INPUTS,
} from './selectors.ts';
import { stageOf } from './stages.ts';
import { urlOf } from './url.ts';

/**
 * Reads the form of the pane in front. sao puts the next deal's values into the same inputs some time after
 * it has changed the URL, and names the record nowhere in the page. So nothing is read without `saved`, and
 * nothing unless the form shows that it is this deal: see `isThisDeal`.
 */
export function read(
  root: Document,
  ref: DealRef,
  { saved }: ReadHelp = {},
): PageReading | undefined {
  if (saved?.ref.id !== ref.id || saved.ref.org !== ref.org) return undefined;
  const form = activeForm(root);
  if (!form || !isThisDeal(form, saved)) return undefined;
  const typed = tellTyped(readForm(root, form, ref, saved), saved);
  return {
    ref,
    url: urlOf(root.URL, ref),
    fields: { ...unknownFields('not-on-page'), ...NOT_OFFERED, ...typed },
    custom: saved.custom,
    state: 'form',
  };
}

/**
 * The evidence that the form holds this deal: its number, which Tryton gives out and nobody can type, and beside
 * that its name or its account, since two companies in one database count for themselves. A form without
 * the number must show both as they are saved. sao puts all values in at one go, so that one of them stands for all.
 */
function isThisDeal(form: HTMLElement, saved: Reading): boolean {
  const number = valueOf(saved.custom[MAPPED.number] ?? empty('api'));
  const shown = inputIn(form, NUMBER_INPUT);
  const name = shows(form, TEXT_INPUTS.name, saved.fields.name);
  const account = shows(form, TEXT_INPUTS.account, saved.fields.account);
  if (typeof number !== 'string' || !shown) return name && account;
  return inputText(shown).text === oneLine(number) && (name || account);
}

function shows(form: HTMLElement, selectors: readonly string[], saved: Fact<string>): boolean {
  const input = inputIn(form, selectors);
  if (!input || saved.is === 'unknown') return false;
  return inputText(input).text === oneLine(saved.is === 'value' ? saved.value : '');
}

function readForm(root: Document, form: HTMLElement, ref: DealRef, saved: Reading): SomeFields {
  const text = (field: keyof typeof TEXT_INPUTS): string | undefined => {
    const input = inputIn(form, TEXT_INPUTS[field]);
    return input && inputText(input).text;
  };
  const [name, account, owner, date] = [
    text('name'),
    text('account'),
    text('owner'),
    text('closeDate'),
  ];
  const amount = inputIn(form, NUMBER_INPUTS.amount);
  const probability = inputIn(form, NUMBER_INPUTS.probability);
  const state = inForm(form, STATE_SELECT) as HTMLSelectElement | undefined;
  return {
    ...(name === undefined ? {} : { name: textFact(name, 'typed') }),
    ...(account === undefined ? {} : { account: textFact(account, 'typed') }),
    ...(owner === undefined ? {} : { owner: textFact(owner, 'typed') }),
    ...(date === undefined ? {} : { closeDate: dateFact(root, ref, date) }),
    ...(amount ? { amount: amountFact(amount, saved) } : {}),
    ...(probability ? { probability: mapFact(decimalFact(probability, 'typed'), Number) } : {}),
    ...(state ? { stage: stageFact(state) } : {}),
  };
}

const dateFact = (root: Document, ref: DealRef, text: string): Fact<IsoDate> =>
  parseDate(text, { source: 'typed', order: dateOrderOf(root, ref.org) });

/** The currency is the deal's own, as saved; a clear symbol in the form comes before it. */
function amountFact(input: HTMLInputElement, saved: Reading): Fact<Money> {
  const shown = symbolsOf(input, CURRENCY_SYMBOLS).map(codeOfSymbol).find(Boolean);
  const kept = valueOf(saved.custom[MAPPED.currency] ?? empty('api'));
  const currency = shown ?? (typeof kept === 'string' ? kept : undefined);
  return mapFact(decimalFact(input, 'typed'), (amount) => ({
    amount,
    ...(currency === undefined ? {} : { currency }),
  }));
}

function stageFact(select: HTMLSelectElement): Fact<Stage> {
  const option = select.selectedOptions[0];
  if (!option || select.value === '') return unknown('not-readable');
  try {
    const id: unknown = JSON.parse(select.value);
    return typeof id === 'string'
      ? known(stageOf(id, oneLine(option.text)), 'typed')
      : unknown('not-readable', select.value);
  } catch {
    return unknown('not-readable', select.value);
  }
}
