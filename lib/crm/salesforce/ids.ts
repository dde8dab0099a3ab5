/** Record ids: 15 characters that differ by case, or the same with three behind them that tell the cases. */

/** Opportunities' ids begin with this. */
const OPPORTUNITY = /^006[A-Za-z0-9]{12}(?:[A-Za-z0-9]{3})?$/;

const CASES = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/**
 * An opportunity's id in its one long form, whichever form it came in, or undefined for what is no such id. The three last
 * characters hold which letters are capital, five to a character: a long id survives software that changes the case.
 */
export function dealId(text: string): string | undefined {
  if (!OPPORTUNITY.test(text)) return undefined;
  const short = text.slice(0, 15);
  if (text.length === 15) return short + suffixOf(short);
  const suffix = text.slice(15).toUpperCase();
  const own = withCases(short, suffix);
  return suffixOf(own) === suffix ? own + suffix : undefined;
}

const FIVES = [0, 5, 10];

function suffixOf(short: string): string {
  return FIVES.map((from) => {
    const capitals = Array.from(short.slice(from, from + 5)).map((letter) => /[A-Z]/.test(letter));
    const bits = capitals.reduce((sum, isCapital, at) => sum + (isCapital ? 2 ** at : 0), 0);
    return CASES[bits] ?? '';
  }).join('');
}

function withCases(short: string, suffix: string): string {
  return Array.from(short)
    .map((letter, at) => {
      const bits = CASES.indexOf(suffix[Math.floor(at / 5)] ?? '');
      const isCapital = bits >= 0 && Math.floor(bits / 2 ** (at % 5)) % 2 === 1;
      return isCapital ? letter.toUpperCase() : letter.toLowerCase();
    })
    .join('');
}
