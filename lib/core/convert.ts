import { dayNumber } from './calendar.ts';
import { isStage } from './condition-facts.ts';
import { CATEGORIES, FIELDS, type FieldName, type Kind } from './fields.ts';
import { isDecimal, type Money } from './money.ts';

/** Makes a value of one kind out of one of another; undefined where that would be a guess. */
export type Convert = (value: unknown) => unknown;

/** Separators by which a text may be a list or one member: nobody can tell. */
const MAY_BE_LIST = /[,;|\n]/;

const isMoney = (value: unknown): value is Money =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as Partial<Money>).amount === 'string';

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'string');

/** A text as it would be read out. A rounded amount has none: the text would hide that it is rounded. */
function toText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (isStage(value)) return value.label;
  if (isTexts(value)) return value.join(', ');
  if (!isMoney(value) || value.margin !== undefined) return undefined;
  return value.currency === undefined ? value.amount : `${value.amount} ${value.currency}`;
}

/** Only a plain decimal: "1,500" is two numbers in two countries. */
function toNumber(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (isMoney(value)) return value.margin === undefined ? toNumber(value.amount) : undefined;
  const text = typeof value === 'string' ? value.trim() : '';
  return isDecimal(text) ? Number(text) : undefined;
}

/** An amount that comes without a currency keeps none. */
function toMoney(value: unknown): Money | undefined {
  if (isMoney(value)) return value;
  const text =
    typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
  return isDecimal(text) ? { amount: text } : undefined;
}

/** Only a date written YYYY-MM-DD: any other order of day and month would be a guess. */
function toDate(value: unknown): string | undefined {
  const text = typeof value === 'string' ? value.trim() : '';
  return Number.isNaN(dayNumber(text)) ? undefined : text;
}

function toChoice(value: unknown): string | undefined {
  if (isTexts(value)) return value.length === 1 ? value[0] : undefined;
  return isMoney(value) ? undefined : toText(value)?.trim();
}

function toSet(value: unknown): readonly string[] | undefined {
  if (isTexts(value)) return value;
  const text = toChoice(value);
  return text === undefined || MAY_BE_LIST.test(text) ? undefined : [text];
}

const TO_KIND: Readonly<Record<Kind, Convert>> = {
  text: toText,
  number: toNumber,
  money: toMoney,
  date: toDate,
  choice: toChoice,
  set: toSet,
};

/** What makes a value for a fact of the team's own; without a kind it stays what it is. */
export const convertTo = (kind: Kind | undefined): Convert =>
  kind === undefined ? (value) => value : TO_KIND[kind];

/** A number within bounds that its field has by nature. */
function within(low: number, high: number, whole: boolean): Convert {
  return (value) => {
    const number = toNumber(value);
    if (number === undefined || number < low || number > high) return undefined;
    return whole && !Number.isInteger(number) ? undefined : number;
  };
}

/** One of these words, in capitals or not, with spaces or hyphens. */
function oneOf(words: readonly string[]): Convert {
  return (value) => {
    const text = toChoice(value)
      ?.toLowerCase()
      .replace(/[\s_]+/g, '-');
    return words.find((word) => word === text);
  };
}

/** Fields that take less than all of their kind. A stage is left to whoever knows its state. */
const TO_FIELD: Readonly<Partial<Record<FieldName, Convert>>> = {
  stage: (value) => (isStage(value) ? value : toChoice(value)),
  forecastCategory: oneOf(CATEGORIES),
  lastContactBy: oneOf(['buyer', 'us']),
  probability: within(0, 100, false),
  pushes: within(0, Number.MAX_SAFE_INTEGER, true),
  contacts: within(0, Number.MAX_SAFE_INTEGER, true),
};

/** What makes a value for a field of the deal. Of a stage by another name it makes its text alone. */
export const convertToField = (field: FieldName): Convert =>
  TO_FIELD[field] ?? TO_KIND[FIELDS[field]];
