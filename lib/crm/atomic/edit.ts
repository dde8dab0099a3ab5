import { empty, known, unknown, type Fact } from '../../core/fact.ts';
import type { IsoDate } from '../../core/fields.ts';
import { findAll, findFirst, inputText, oneLine, textOf, findInput } from '../dom.ts';
import { decimalFact, mapFact, textFact, type SomeFields } from '../form-facts.ts';
import { parseDate } from '../parse-date.ts';
import {
  AMOUNT_INPUT,
  COMPANY_BUTTON,
  COMPANY_INPUT,
  CONTACTS_BOX,
  CONTACTS_INPUT,
  CONTACT_BADGES,
  CONTACT_CHIPS,
  DATE_INPUT,
  HIDDEN_SELECTS,
  MUI_CLIENT,
  NAME_INPUT,
  STAGE_BOX,
  STAGE_INPUT,
  STAGE_OPTIONS,
} from './selectors.ts';
import { stageOfId } from './stages.ts';

/** Reads the edit form. */
export function readEdit(root: Document, form: HTMLElement): SomeFields {
  const name = findInput(form, NAME_INPUT);
  const amount = findInput(form, AMOUNT_INPUT);
  const date = findInput(form, DATE_INPUT);
  const company = companyName(form);
  const people = countPeople(form);
  const currency = findFirst(root, MUI_CLIENT) ? { currency: 'USD' } : {};
  return {
    ...(name ? { name: textFact(inputText(name).text, 'typed') } : {}),
    ...(company === '' ? {} : { account: known(company, 'typed') }),
    ...(amount
      ? {
          amount: mapFact(decimalFact(amount, 'typed'), (value) => ({
            amount: value,
            ...currency,
          })),
        }
      : {}),
    ...(date ? { closeDate: dateFact(date) } : {}),
    ...stage(root, form),
    // None may mean that they are still being loaded
    ...(people > 0 ? { contacts: known(people, 'typed') } : {}),
  };
}

/**
 * A date input shows nothing for a value that is no date, and keeps that value in its attribute: such a date is
 * there, and cannot be read.
 */
function dateFact(input: HTMLInputElement): Fact<IsoDate> {
  const { text, bad } = inputText(input);
  if (text !== '') return parseDate(text, { source: 'typed' });
  const kept = oneLine(input.getAttribute('value') ?? '');
  if (bad) return unknown('not-readable');
  const unreadable = kept !== '' && parseDate(kept, { source: 'typed' }).is !== 'value';
  return unreadable ? unknown('not-readable', kept) : empty('typed');
}

/** The company's name in the form; nothing while it is being loaded. */
export function companyName(form: HTMLElement): string {
  const input = findInput(form, COMPANY_INPUT);
  return input ? inputText(input).text : textOf(findFirst(form, COMPANY_BUTTON));
}

function stage(root: Document, form: HTMLElement): SomeFields {
  const { input, box } = findStage(form);
  if (!input) return {};
  if (input.value === '') return { stage: empty('typed') };
  return { stage: known(stageOfId(root, input.value, textOf(box)), 'typed') };
}

/** The hidden element that keeps the stage's id, and the one that people see. */
export function findStage(form: HTMLElement): {
  readonly input: HTMLInputElement | HTMLSelectElement | undefined;
  readonly box: HTMLElement | undefined;
} {
  const input =
    findInput(form, STAGE_INPUT) ??
    (findAll(form, HIDDEN_SELECTS).find((select) =>
      STAGE_OPTIONS.every((option) => select.querySelector(option)),
    ) as HTMLSelectElement | undefined);
  return {
    input,
    box: input?.parentElement ? findFirst(input.parentElement, STAGE_BOX) : undefined,
  };
}

/** The contacts' own box, with a chip for each of them. */
export function findPeople(form: HTMLElement): HTMLElement | undefined {
  const input = findFirst(form, CONTACTS_INPUT);
  return input?.parentElement ?? findFirst(form, CONTACTS_BOX);
}

function countPeople(form: HTMLElement): number {
  const box = findPeople(form);
  return box ? findAll(box, [...CONTACT_CHIPS, ...CONTACT_BADGES]).length : 0;
}
