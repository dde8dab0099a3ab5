import Holidays from 'date-holidays';

/**
 * For the build alone: the calculator and its data are 1.7 MB, too much to load each time that the
 * background wakes up. What ships is one file of dates.
 */

/** Years before and after the year of the build for which the days are worked out. */
const BACK = 1;
const AHEAD = 5;

export interface HolidayFile {
  readonly relativeDest: string;
  readonly contents: string;
}

const publicHolidays = (calendar: Holidays, year: number): string[] =>
  calendar.getHolidays(year).map(({ date }) => date.slice(0, 10));

/** The public holidays of every country, as lists of dates (YYYY-MM-DD) by ISO 3166 alpha-2 code. */
export function holidayFile(year: number): HolidayFile {
  const years = Array.from({ length: BACK + AHEAD + 1 }, (_, index) => year - BACK + index);
  const countries = Object.keys(new Holidays().getCountries()).map((country) => {
    const calendar = new Holidays(country, { types: ['public'] });
    const days = new Set(years.flatMap((each) => publicHolidays(calendar, each)));
    return [country, [...days].toSorted()] as const;
  });
  return { relativeDest: 'holidays.json', contents: JSON.stringify(Object.fromEntries(countries)) };
}
