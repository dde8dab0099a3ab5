import { z } from 'zod';
import { isoDate } from '../core/records.ts';

const daysSchema = z.array(isoDate);
const known = new Map<string, readonly string[]>();

/**
 * A country's public holidays as YYYY-MM-DD, from the files that holiday-files.ts wrote at the build. None
 * for "" and for a country without a file: working days are then Monday to Friday.
 */
export async function holidaysOf(country: string): Promise<readonly string[]> {
  if (!/^[A-Z]{2}$/.test(country)) return [];
  const before = known.get(country);
  if (before) return before;
  try {
    const response = await fetch(`/holidays/${country}.json`);
    const days = daysSchema.parse(await response.json());
    known.set(country, days);
    return days;
  } catch {
    console.warn(`[dealside] no holidays for ${country}`);
    return [];
  }
}
