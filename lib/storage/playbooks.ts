import { z } from 'zod';
import { isoDate } from '../core/records.ts';
import type { DealsideDb, PlaybookRow } from './db.ts';
import { validRow, validRows } from './valid.ts';

/** The longest note and name that are kept of a publication, in characters. */
export const NOTE_MOST = 2000;
export const NAME_MOST = 120;

const playbookRowSchema = z.object({
  text: z.string(),
  version: z.number().int(),
  day: isoDate,
  note: z.string().max(NOTE_MOST).exactOptional(),
  by: z.string().max(NAME_MOST).exactOptional(),
  at: z.iso.datetime().exactOptional(),
  back: z.number().int().positive().exactOptional(),
});

const keptPlaybookSchema = playbookRowSchema.extend({ seq: z.number().int() });

/** What is told of a publication beside the playbook itself. */
export type PublishedHow = Pick<PlaybookRow, 'note' | 'by' | 'at' | 'back'>;

/** A published version; `seq` is its number in the store, in the order of publication. */
export type KeptPlaybook = z.output<typeof keptPlaybookSchema>;

/**
 * Makes a playbook's text the active one. Earlier ones stay, to go back to. `settle` does what belongs to it in the
 * settings: both are kept, or neither.
 */
export async function savePlaybook(
  db: DealsideDb,
  row: PlaybookRow,
  settle?: () => Promise<void>,
): Promise<void> {
  await db.transaction('rw', db.playbooks, db.settings, async () => {
    await settle?.();
    await db.playbooks.add(row);
  });
}

/** The active playbook, or undefined when none was published. A broken row throws: a default must not take its place. */
export async function readPlaybook(db: DealsideDb): Promise<PlaybookRow | undefined> {
  const row = await db.playbooks.toCollection().last();
  if (row === undefined) return undefined;
  const valid = validRow('playbooks', playbookRowSchema, row);
  if (!valid) throw new TypeError('the stored playbook is broken');
  return valid;
}

/** Every version that was published, the oldest first. Broken rows are left out: nobody can go back to them. */
export async function readPlaybooks(db: DealsideDb): Promise<KeptPlaybook[]> {
  return validRows('playbooks', keptPlaybookSchema, await db.playbooks.toArray());
}
