import { shownPromptSchema, type ShownPrompt } from '../core/records.ts';
import type { DealsideDb } from './db.ts';
import { validRows } from './valid.ts';

const WEIGHT: Record<ShownPrompt['outcome'], number> = { shown: 0, 'not-now': 1, answered: 2 };

/** Of two notes of one prompt on one day, that of the higher weight stands. */
export const outcomeWeight = ({ outcome }: Pick<ShownPrompt, 'outcome'>): number => WEIGHT[outcome];

/**
 * Notes what became of a prompt on one day. Another tab that shows the same prompt later does not take back
 * that it was answered or put off.
 */
export async function notePrompt(db: DealsideDb, note: ShownPrompt): Promise<void> {
  await db.transaction('rw', db.shown, async () => {
    const before = await db.shown.get([note.deal, note.prompt, note.day]);
    if (before && outcomeWeight(before) >= outcomeWeight(note)) return;
    await db.shown.put(note);
  });
}

/** Every prompt of this deal, and those of `today` or later on all other deals. */
export async function readShown(
  db: DealsideDb,
  deal: string,
  today: string,
): Promise<ShownPrompt[]> {
  return await db.transaction('r', db.shown, async () => {
    const here = await db.shown.where({ deal }).toArray();
    const now = await db.shown.where('day').aboveOrEqual(today).toArray();
    const others = now.filter((row) => row.deal !== deal);
    return validRows('shown', shownPromptSchema, [...here, ...others]);
  });
}
