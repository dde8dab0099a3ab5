/**
 * An amount of money. `amount` is a plain decimal ("23150.50", "-3"), never a float. Where a page shows
 * a rounded figure ("$23.2K"), `margin` is half a unit of its last digit ("50"): the true amount
 * lies within amount ± margin. `currency` is an ISO 4217 code; without one the page did not say.
 */
export interface Money {
  readonly amount: string;
  readonly currency?: string;
  readonly margin?: string;
}

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;

/** Parses a plain decimal into an integer number of 10^-scale. Throws a RangeError on anything else. */
function parts(text: string): { units: bigint; scale: number } {
  const match = DECIMAL.exec(text);
  if (!match) throw new RangeError(`not a plain decimal: ${text}`);
  const fraction = match[3] ?? '';
  const units = BigInt(`${match[2] ?? '0'}${fraction}`);
  return { units: match[1] === '-' ? -units : units, scale: fraction.length };
}

const raise = (units: bigint, by: number): bigint => units * 10n ** BigInt(by);

/** True for text that the decimal functions here accept. */
export const isDecimal = (text: string): boolean => DECIMAL.test(text);

/** Compares two plain decimals: negative, 0 or positive, like a sort function. Throws a RangeError on anything else. */
export function compareDecimal(a: string, b: string): number {
  const left = parts(a);
  const right = parts(b);
  const scale = Math.max(left.scale, right.scale);
  const difference =
    raise(left.units, scale - left.scale) - raise(right.units, scale - right.scale);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** Adds two plain decimals exactly; pass a negative one to subtract. Throws a RangeError on anything else. */
export function addDecimal(a: string, b: string): string {
  const left = parts(a);
  const right = parts(b);
  const scale = Math.max(left.scale, right.scale);
  const sum = raise(left.units, scale - left.scale) + raise(right.units, scale - right.scale);
  return format(sum, scale);
}

function format(units: bigint, scale: number): string {
  const sign = units < 0n ? '-' : '';
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  const fraction = scale === 0 ? '' : digits.slice(-scale).replace(/0+$/, '');
  return fraction === '' ? `${sign}${whole}` : `${sign}${whole}.${fraction}`;
}

/** The lowest and the highest amount that the money can stand for; the same twice when it is exact. */
export function bounds(money: Money): { low: string; high: string } {
  if (money.margin === undefined) return { low: money.amount, high: money.amount };
  return {
    low: addDecimal(money.amount, `-${money.margin}`),
    high: addDecimal(money.amount, money.margin),
  };
}
