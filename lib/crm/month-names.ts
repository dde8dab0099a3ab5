/** Names of months and weekdays in the languages that Dealside reads, from the browser's own tables. */

const LANGUAGES = ['en-US', 'en-GB', 'nl', 'de', 'fr', 'sv', 'hi'] as const;
const STYLES = ['long', 'short'] as const;

/** Short forms that people and date libraries write beside those in the browser's tables. */
const ALSO: Readonly<Record<string, number>> = {
  sept: 9,
  mär: 3,
  maa: 3,
  mei: 5,
  दिस: 12,
};

let months: ReadonlyMap<string, ReadonlySet<number>> | undefined;
let weekdays: ReadonlySet<string> | undefined;

/** The months, 1 to 12, that a name can mean; none for any other word. */
export function monthsNamed(name: string): number[] {
  months ??= monthTable();
  return [...(months.get(plain(name)) ?? [])];
}

/** The text without a weekday in front of it: "Wednesday, March 4, 2026", "woensdag 4 maart 2026". */
export function withoutWeekday(text: string): string {
  const match = /^([\p{L}\p{M}]+)[.॰]?,? +(.*)$/u.exec(text);
  weekdays ??= weekdayTable();
  return match?.[1] !== undefined && weekdays.has(plain(match[1])) ? (match[2] ?? '') : text;
}

const plain = (word: string): string => word.toLowerCase().replace(/[.॰]$/, '');

function monthTable(): Map<string, Set<number>> {
  const table = new Map<string, Set<number>>();
  const add = (word: string, month: number): void => {
    const key = plain(word);
    table.set(key, (table.get(key) ?? new Set()).add(month));
  };
  for (const language of LANGUAGES) {
    for (const style of STYLES) {
      // Some languages write a month differently beside a day: both forms count.
      for (const extra of [{}, { day: 'numeric' } as const]) {
        const nameOf = namer(language, { month: style, ...extra }, 'month');
        for (let month = 1; month <= 12; month += 1) {
          add(nameOf(Date.UTC(2026, month - 1, 15)), month);
        }
      }
    }
  }
  for (const [word, month] of Object.entries(ALSO)) add(word, month);
  return table;
}

function weekdayTable(): Set<string> {
  const table = new Set<string>();
  for (const language of LANGUAGES) {
    for (const style of STYLES) {
      const nameOf = namer(language, { weekday: style }, 'weekday');
      for (let day = 1; day <= 7; day += 1) table.add(plain(nameOf(Date.UTC(2026, 1, day))));
    }
  }
  return table;
}

/** Names months or weekdays in one language and style. A format is made once for all of them: each costs a tenth of a millisecond. */
function namer(
  language: string,
  options: Intl.DateTimeFormatOptions,
  type: 'month' | 'weekday',
): (time: number) => string {
  const format = new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' });
  return (time) => format.formatToParts(time).find((one) => one.type === type)?.value ?? '';
}
