import { unknownFields, type DealRef, type Reading } from '../../core/deal.ts';
import { empty, known, unknown, valueOf, type Fact, type Source } from '../../core/fact.ts';
import type { FieldName, IsoDate, Stage } from '../../core/fields.ts';
import { addDecimal, isDecimal, type Money } from '../../core/money.ts';
import type { PageReading, PageState, ReadHelp } from '../adapter.ts';
import { codeOfSymbol, takeCurrency } from '../currency.ts';
import { findAll, findFirst, isVisible, textOf } from '../dom.ts';
import { mapFact, tellTyped, textFact, type SomeFields } from '../form-facts.ts';
import { parseDate } from '../parse-date.ts';
import { shownText } from '../read-field.ts';
import { isDirty, isNew, leadForm, targetOf, titleOf, widgetIn } from './form.ts';
import { CARRIED, digitsShown, formatIn, isShownAs, parseDay, parseNumber } from './format.ts';
import { isThisDeal } from './identity.ts';
import { GHOST, INVALID, NAMES, PRESENT_STAGE, READONLY_FORM } from './selectors.ts';
import { NOT_OFFERED } from './offered.ts';
import { match, urlOf } from './url.ts';

/** What the form's fields are read with. */
interface Reader {
  readonly form: HTMLElement;
  readonly saved: Reading;
  readonly source: Source;
  readonly dirty: boolean;
}

/**
 * Reads the opportunity's form in front. It is a form always, also where nothing is typed; a field that says what is
 * saved is the saved one. Nothing is read without `saved`, nor unless the form shows that it is this deal.
 */
export function read(
  root: Document,
  ref: DealRef,
  { saved }: ReadHelp = {},
): PageReading | undefined {
  if (saved?.ref.id !== ref.id || !isAt(root, ref)) return undefined;
  const form = leadForm(root);
  if (!form || !isVisible(form) || isNew(form)) return undefined;
  const state: PageState = findFirst(form, READONLY_FORM) ? 'shown' : 'form';
  const source = state === 'form' ? 'typed' : 'page';
  const reader = { form, saved, source, dirty: isDirty(form) } as const;
  const told = settle(tellTyped(readForm(reader), saved), reader);
  if (!isThisDeal(titleOf(form), told, saved, reader.dirty)) return undefined;
  return {
    ref,
    url: urlOf(root.URL, ref),
    fields: { ...unknownFields('not-on-page'), ...NOT_OFFERED, ...told },
    custom: saved.custom,
    state,
  };
}

/** True unless the address is another deal's: it may be none, as in a frame. */
function isAt(root: Document, ref: DealRef): boolean {
  const page = URL.canParse(root.URL) ? match(new URL(root.URL)) : undefined;
  return page?.kind !== 'deal' || page.ref.id === ref.id;
}

function readForm(reader: Reader): SomeFields {
  const facts: Partial<Record<FieldName, Fact<unknown>>> = {};
  for (const [field, name] of Object.entries(NAMES) as [keyof typeof NAMES, string][]) {
    const widget = widgetIn(reader.form, name);
    const fact = widget && readWidget(field, widget, reader);
    if (fact) facts[field] = fact;
  }
  return facts as SomeFields;
}

function readWidget(
  field: keyof typeof NAMES,
  widget: HTMLElement,
  reader: Reader,
): Fact<unknown> | undefined {
  if (field === 'stage') return stageFact(widget, reader);
  const { text, bad } = shownText(targetOf(widget));
  if (bad || (text !== '' && widget.classList.contains(INVALID)))
    return unknown('not-readable', text);
  const { saved, source } = reader;
  switch (field) {
    case 'amount':
      return amountFact(widget, text, reader);
    case 'probability':
      return percentFact(text, reader);
    case 'closeDate':
      return parseDay(text, formatIn(saved), source);
    case 'name':
    case 'account':
    case 'owner':
    case 'pipeline':
      return textFact(text, source);
  }
}

/** The currency is the company's, as saved; else the one that the form's own sign stands for. */
function amountFact(widget: HTMLElement, text: string, { saved, source }: Reader): Fact<Money> {
  const { code, rest } = takeCurrency(text, {});
  const fact = parseNumber(rest, formatIn(saved), source);
  const kept = valueOf(saved.custom[CARRIED.currency] ?? empty('api'));
  const currency = typeof kept === 'string' ? kept : (code ?? signOf(widget));
  return mapFact(fact, (amount) => ({
    amount: addDecimal(amount, '0'),
    ...(currency === undefined ? {} : { currency }),
  }));
}

const signOf = (widget: HTMLElement): string | undefined =>
  findAll(widget, ['span'])
    .filter((span) => span.childElementCount === 0 && !span.matches(GHOST))
    .map((span) => codeOfSymbol(textOf(span)))
    .find((code) => code !== undefined);

function percentFact(text: string, { saved, source }: Reader): Fact<number> {
  const fact = parseNumber(text.replace(/\s?%$/, ''), formatIn(saved), source);
  if (fact.is !== 'value') return fact;
  const percent = Number(fact.value);
  return percent >= 0 && percent <= 100 ? known(percent, source) : unknown('not-readable', text);
}

/** The stage by its id; whether it is won, and its place, as the API told of all stages. */
function stageFact(widget: HTMLElement, { saved, source }: Reader): Fact<Stage> | undefined {
  const button = findAll(widget, PRESENT_STAGE).find(isVisible);
  if (!button) return undefined;
  const id = button.dataset.value ?? '';
  const label = textOf(button);
  const kept = valueOf(saved.fields.stage);
  if (kept?.id === id) return known(kept, source);
  const [order, won] = [CARRIED.stages, CARRIED.wonStages].map((key) => {
    const ids = valueOf(saved.custom[key] ?? empty('api'));
    return Array.isArray(ids) ? (ids as readonly string[]) : [];
  });
  const place = order?.indexOf(id) ?? -1;
  if (place < 0) return unknown('not-readable', label);
  return known({ id, label, order: place, state: won?.includes(id) ? 'won' : 'open' }, source);
}

/**
 * Odoo rounds what it shows, and from version 18 on leaves the year of a date out where it is the present one. What can
 * only be the saved value is the saved one: a number that is it in fewer digits, and, while nothing is typed, a date
 * without a year.
 */
function settle(told: SomeFields, { form, saved, dirty }: Reader): SomeFields {
  const settled: Partial<Record<FieldName, Fact<unknown>>> = { ...told };
  const format = formatIn(saved);
  const digitsOf = (name: string): number | undefined => {
    const widget = widgetIn(form, name);
    return widget && digitsShown(shownText(targetOf(widget)).text, format);
  };
  const [percent, kept] = [told.probability, saved.fields.probability];
  if (percent?.is === 'value' && kept.is === 'value') {
    const [exact, shown] = [String(kept.value), String(percent.value)];
    const isPlain = isDecimal(exact) && isDecimal(shown);
    if (isPlain && isShownAs(exact, shown, digitsOf(NAMES.probability))) settled.probability = kept;
  }
  const [amount, whole] = [told.amount, saved.fields.amount];
  if (amount?.is === 'value' && whole.is === 'value') {
    const isSame = isShownAs(whole.value.amount, amount.value.amount, digitsOf(NAMES.amount));
    if (isSame && whole.value.currency === amount.value.currency) settled.amount = whole;
  }
  const date = saved.fields.closeDate;
  if (!dirty && date.is === 'value' && isDayOf(told.closeDate, date.value)) {
    settled.closeDate = date;
  }
  return settled as SomeFields;
}

/** True for a text without a year that is this date with its year behind it. */
function isDayOf(shown: Fact<IsoDate> | undefined, date: IsoDate): boolean {
  if (shown?.is !== 'unknown' || shown.reason !== 'ambiguous' || shown.saw === undefined)
    return false;
  const whole = parseDate(`${shown.saw} ${date.slice(0, 4)}`, { source: 'page' });
  return whole.is === 'value' && whole.value === date;
}
