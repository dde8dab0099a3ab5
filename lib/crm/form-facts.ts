import type { Reading } from '../core/deal.ts';
import { known, unknown, type Fact, type Source } from '../core/fact.ts';
import type { FieldName, FieldValues } from '../core/fields.ts';
import { addDecimal, compareDecimal, isDecimal, type Money } from '../core/money.ts';
import { inputText } from './dom.ts';

/** Reading forms: what stands in an input is typed, unless it is what is saved. */

/** Facts by field; a field that the form does not carry is left out. */
export type SomeFields = { [K in FieldName]?: Fact<FieldValues[K]> };

/** A text input: empty, or its text. */
export function textFact(text: string, source: Source): Fact<string> {
  return text === '' ? { is: 'empty', source } : known(text, source);
}

/** A number input's plain decimal, whatever the page's language: that is how browsers keep it. */
export function decimalFact(input: HTMLInputElement, source: Source): Fact<string> {
  const { text, bad } = inputText(input);
  if (bad) return unknown('not-readable');
  if (text === '') return { is: 'empty', source };
  const plain = text.replace(/^(-?)\./, '$10.');
  return isDecimal(plain) ? known(addDecimal(plain, '0'), source) : unknown('not-readable', text);
}

/** A fact of another type, from a fact that has a value. */
export function mapFact<T, U>(fact: Fact<T>, change: (value: T) => U): Fact<U> {
  return fact.is === 'value' ? known(change(fact.value), fact.source) : fact;
}

/** Gives every field that says what is saved the saved fact: what is left over is typed. */
export function tellTyped(form: SomeFields, saved: Reading | undefined): SomeFields {
  if (!saved) return form;
  const told: Partial<Record<FieldName, Fact<unknown>>> = { ...form };
  for (const [name, fact] of Object.entries(form) as [FieldName, Fact<unknown>][]) {
    if (isSame(fact, saved.fields[name])) told[name] = saved.fields[name];
  }
  return told as SomeFields;
}

function isSame(typed: Fact<unknown>, saved: Fact<unknown>): boolean {
  if (typed.is === 'empty') return saved.is === 'empty';
  if (typed.is !== 'value' || saved.is !== 'value') return false;
  return sameValue(typed.value, saved.value);
}

function sameValue(a: unknown, b: unknown): boolean {
  if (isMoney(a) && isMoney(b)) {
    return (
      a.currency === b.currency && a.margin === b.margin && compareDecimal(a.amount, b.amount) === 0
    );
  }
  if (hasId(a) && hasId(b)) return a.id === b.id;
  return a === b;
}

const isMoney = (value: unknown): value is Money =>
  typeof value === 'object' && value !== null && 'amount' in value;

const hasId = (value: unknown): value is { id: unknown } =>
  typeof value === 'object' && value !== null && 'id' in value;
