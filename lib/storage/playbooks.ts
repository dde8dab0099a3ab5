import { z } from 'zod';
import { isoDate } from '../core/records.ts';
import type { DealsideDb, PlaybookRow } from './db.ts';
import { validRow, validRows } from './valid.ts';

const playbookRowSchema = z.object({
  text: z.string(),
  version: z.number().int(),
  day: isoDate,
});

const keptPlaybookSchema = playbookRowSchema.extend({ seq: z.number().int() });

/** A published version; `seq` is its number in the store, in the order of publication. */
export type KeptPlaybook = z.output<typeof keptPlaybookSchema>;

/** Makes a playbook's text the active one. Earlier ones stay, to go back to. */
export async function savePlaybook(db: DealsideDb, row: PlaybookRow): Promise<void> {
  await db.transaction('rw', db.playbooks, async () => {
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
