import { browser } from 'wxt/browser';
import { isoDate } from '../core/records.ts';

/** The day that the demo build was told to take for today, or null: every other build takes the real one. */
export async function settableClock(): Promise<string | null> {
  if (import.meta.env.MODE !== 'demo') return null;
  const { clock } = await browser.storage.local.get('clock');
  const day = isoDate.safeParse(typeof clock === 'string' ? clock.slice(0, 10) : undefined);
  return day.success ? day.data : null;
}

/** Today in the user's zone, as YYYY-MM-DD. */
export const today = async (): Promise<string> =>
  (await settableClock()) ?? Temporal.Now.plainDateISO().toString();
