import Holidays from 'date-holidays';

/**
 * For the build alone: the calculator and its data are 1.7 MB, too much to load each time that the
 * background wakes up. What ships is one small file of dates for each country.
 */

/** Years before and after the year of the build for which the days are worked out. */
const BACK = 1;
const AHEAD = 8;

export interface HolidayFile {
  readonly relativeDest: string;
  readonly contents: string;
}

const publicHolidays = (country: string, year: number): string[] =>
  new Holidays(country, { types: ['public'] }).getHolidays(year).map(({ date }) => date.slice(0, 10));

/** One file for each country: its public holidays as a list of dates, YYYY-MM-DD. */
export function holidayFiles(year: number): HolidayFile[] {
  const years = Array.from({ length: BACK + AHEAD + 1 }, (_, index) => year - BACK + index);
  return Object.keys(new Holidays().getCountries()).map((country) => {
    const days = new Set(years.flatMap((each) => publicHolidays(country, each)));
    return { relativeDest: `holidays/${country}.json`, contents: JSON.stringify([...days].toSorted()) };
  });
}
