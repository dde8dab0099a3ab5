import type { Reading } from '../../core/deal.ts';
import { empty, known, unknown, valueOf, type Fact, type Source } from '../../core/fact.ts';
import type { IsoDate } from '../../core/fields.ts';
import { addDecimal, compareDecimal } from '../../core/money.ts';
import { oneLine } from '../dom.ts';
import { parseAmount } from '../parse-amount.ts';
import { parseDate, type DateOrder } from '../parse-date.ts';

/** How Odoo writes numbers and dates for this user: as the user's language says, which an admin can change. */
export interface OdooFormat {
  readonly order?: DateOrder | undefined;
  readonly decimal?: string | undefined;
  readonly group?: string | undefined;
}

/** Keys of what a saved reading carries beside the fields, so that the page can be read by it. */
export const CARRIED = {
  currency: 'currency',
  format: 'format',
  stages: 'stages',
  wonStages: 'wonStages',
} as const;

/** The format that a saved reading carries; empty where the API did not tell: then only clear texts are read. */
export function formatIn(saved: Reading): OdooFormat {
  const kept = valueOf(saved.custom[CARRIED.format] ?? empty('api'));
  if (!Array.isArray(kept)) return {};
  const [date, decimal, group] = kept as readonly string[];
  return { order: orderOfFormat(date ?? ''), decimal, group };
}

/** "%d.%m.%Y" is "dmy". */
function orderOfFormat(format: string): DateOrder | undefined {
  const letters = [...format.matchAll(/%-?([dmbByY])/g)].map(([, letter = '']) =>
    letter.toLowerCase(),
  );
  const order = letters.join('').replace('b', 'm');
  return order === 'dmy' || order === 'mdy' || order === 'ymd' ? order : undefined;
}

/** Reads a plain number by the user's own separators; without them, only a text that has one reading. */
export function parseNumber(text: string, format: OdooFormat, source: Source): Fact<string> {
  const line = oneLine(text).replace(/[\u2212\u2010-\u2013]/g, '-');
  if (line === '') return empty(source);
  const { decimal, group } = format;
  if (decimal === undefined || decimal === '') {
    const fact = parseAmount(line, { source });
    if (fact.is !== 'value') return fact;
    const { amount, currency, margin } = fact.value;
    const isPlain = currency === undefined && margin === undefined;
    return isPlain ? known(amount, source) : unknown('not-readable', line);
  }
  const plain = plainOf(line, decimal, oneLine(group ?? '') === '' ? ' ' : oneLine(group ?? ''));
  return plain === undefined ? unknown('not-readable', line) : known(plain, source);
}

/** The digits as a plain decimal. Groups are of three, or in India of two with a last one of three. */
function plainOf(line: string, decimal: string, group: string): string | undefined {
  const at = line.indexOf(decimal);
  const [whole, fraction] = at < 0 ? [line, ''] : [line.slice(0, at), line.slice(at + 1)];
  const negative = whole.startsWith('-');
  const groups = (negative ? whole.slice(1) : whole).split(group);
  const [first = '', ...others] = groups;
  const isGrouped =
    others.length === 0 ||
    (/^\d{1,3}$/.test(first) &&
      others.every((part, index) =>
        (index === others.length - 1 ? /^\d{3}$/ : /^\d{2,3}$/).test(part),
      ));
  const digits = groups.join('');
  if (!isGrouped || !/^\d+$/.test(digits || (fraction === '' ? '' : '0'))) return undefined;
  if (!/^\d*$/.test(fraction)) return undefined;
  const plain = `${digits || '0'}${fraction === '' ? '' : `.${fraction}`}`;
  return addDecimal(negative && !/^[0.]+$/.test(plain) ? `-${plain}` : plain, '0');
}

/** Reads a date in the user's own order. */
export const parseDay = (text: string, { order }: OdooFormat, source: Source): Fact<IsoDate> =>
  parseDate(text, { source, order });

/** How many digits stand behind the decimal sign of a text; undefined where the user's own sign is not known. */
export function digitsShown(text: string, { decimal }: OdooFormat): number | undefined {
  if (decimal === undefined || decimal === '') return undefined;
  const at = text.lastIndexOf(decimal);
  return at < 0 ? 0 : text.slice(at + 1).replace(/\D/g, '').length;
}

/** True where `shown`, with the digits that the page gives it, can be what is saved: Odoo shows 33.3333 as "33.33". */
export function isShownAs(saved: string, shown: string, digits: number | undefined): boolean {
  const [whole = '0', fraction = ''] = saved.split('.');
  if (digits === undefined || fraction.length <= digits) return compareDecimal(saved, shown) === 0;
  const cut = digits === 0 ? whole : `${whole}.${fraction.slice(0, digits)}`;
  const step = digits === 0 ? '1' : `0.${'0'.repeat(digits - 1)}1`;
  const up = fraction.charAt(digits) >= '5';
  const rounded = up ? addDecimal(cut, saved.startsWith('-') ? `-${step}` : step) : cut;
  return compareDecimal(rounded, shown) === 0;
}
