import { compareDecimal, isDecimal } from './money.ts';

/** A threshold, read once so that comparing with it is cheap. */
export interface DecimalLimit {
  readonly text: string;
  /** The threshold as a double when `quickDecimal` takes it, NaN otherwise. */
  readonly quick: number;
  readonly number: number;
}

/** Reads a threshold that conditionSchema accepted. */
export const decimalLimit = (text: string): DecimalLimit => ({
  text,
  quick: quickDecimal(text),
  number: Number(text),
});

/** A double tells decimals of so many digits apart, and keeps their order. */
const EXACT_DIGITS = 15;

const POWERS = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14];

const ZERO = 48;
const NINE = 57;
const DOT = 46;
const MINUS = 45;

/**
 * The double of a plain decimal of up to 15 characters, NaN for any other text. Two of these compare as
 * the decimals themselves do; adding them is exact for whole numbers alone. It reads the characters itself:
 * this is the innermost loop of every assessment, and a pattern match costs several times more.
 */
export function quickDecimal(text: string): number {
  const { length } = text;
  if (length > EXACT_DIGITS) return Number.NaN;
  const start = text.charCodeAt(0) === MINUS ? 1 : 0;
  let units = 0;
  let dot = -1;
  for (let i = start; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code >= ZERO && code <= NINE) units = units * 10 + (code - ZERO);
    else if (code === DOT && dot < 0 && i > start) dot = i;
    else return Number.NaN;
  }
  const last = length - 1;
  if (length === start || dot === last) return Number.NaN;
  // Whole numbers divided by powers of ten, both exact, round to the very double of the decimal.
  const size = dot < 0 ? units : units / (POWERS[last - dot] ?? Number.NaN);
  return start === 1 ? -size : size;
}

/** Where a decimal lies from the limit: below 0, on it, or above; NaN when the text is no plain decimal. */
export function compareToLimit(text: string, limit: DecimalLimit): number {
  const quick = quickDecimal(text);
  // Doubles differ by 0 when they are the same, and only then.
  if (!Number.isNaN(quick) && !Number.isNaN(limit.quick)) return quick - limit.quick;
  return isDecimal(text) ? compareDecimal(text, limit.text) : Number.NaN;
}
