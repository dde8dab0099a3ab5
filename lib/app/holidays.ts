import { z } from 'zod';
import { isoDate } from '../core/records.ts';

const daysSchema = z.array(isoDate);
const found = new Map<string, readonly string[]>();

async function readFile(): Promise<unknown> {
  const response = await fetch('/holidays.json');
  return await response.json();
}

/**
 * A country's public holidays as YYYY-MM-DD, from the file that holiday-file.ts wrote at the build. None for
 * "" and for a country that the file does not know: working days are then Monday to Friday.
 */
export async function holidaysOf(country: string): Promise<readonly string[]> {
  if (country === '') return [];
  const before = found.get(country);
  if (before) return before;
  try {
    const countries = z.record(z.string(), z.unknown()).parse(await readFile());
    const days = daysSchema.parse(countries[country]);
    found.set(country, days);
    return days;
  } catch {
    console.warn(`[dealside] no holidays for ${country}`);
    return [];
  }
}
