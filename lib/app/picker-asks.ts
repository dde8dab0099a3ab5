import type { Draft } from '../core/custom-draft.ts';
import type { Fact } from '../core/fact.ts';
import { FIELDS, type FieldName } from '../core/fields.ts';
import type { SomeFields } from '../crm/form-facts.ts';
import { parseAmount } from '../crm/parse-amount.ts';
import { parseDate } from '../crm/parse-date.ts';
import type { Ask } from './picker-model.ts';

/** What the page leaves open, and what an answer would make of it. */
export function asksOf(draft: Draft, read: SomeFields, labels: readonly string[]): readonly Ask[] {
  const asks: Ask[] = [];
  const unclear = (kinds: readonly string[]): string | undefined =>
    (Object.entries(read) as [FieldName, Fact<unknown>][])
      .filter(([field]) => kinds.includes(FIELDS[field]))
      .flatMap(([, fact]) =>
        fact.is === 'unknown' && fact.reason === 'ambiguous' && fact.saw !== undefined
          ? [fact.saw]
          : [],
      )[0];
  const date = unclear(['date']);
  const amount = unclear(['money', 'number']);
  if (date !== undefined) asks.push(...dateAsk(date));
  if (amount !== undefined) asks.push(...decimalsAsk(amount));
  const money = read.amount;
  if (money?.is === 'value' && money.value.currency === undefined) asks.push({ kind: 'currency' });
  if (read.stage?.is === 'value' && draft.stages === undefined)
    asks.push({ kind: 'stages', labels });
  return asks;
}

function dateAsk(saw: string): Ask[] {
  const choices = (['dmy', 'mdy'] as const).flatMap((order) => {
    const fact = parseDate(saw, { source: 'page', order });
    return fact.is === 'value' ? [{ order, day: fact.value }] : [];
  });
  return choices.length > 1 ? [{ kind: 'date-order', saw, choices }] : [];
}

/** A language that writes its decimals with a point, and one that writes them with a comma. */
const DECIMALS = ['en', 'de'];

function decimalsAsk(saw: string): Ask[] {
  const choices = DECIMALS.flatMap((locale) => {
    const fact = parseAmount(saw, { source: 'page', locale });
    return fact.is === 'value' ? [{ locale, amount: fact.value.amount }] : [];
  });
  return choices.length > 1 ? [{ kind: 'decimals', saw, choices }] : [];
}
