import { z } from 'zod';
import { isoDate } from '../core/records.ts';
import type { DealsideDb, SentRow } from './db.ts';
import { validRows } from './valid.ts';

/**
 * What was sent from this browser: that it was, how often, and to which host. `read`: the CRM's API was asked from its page;
 * `note`: something was written to the CRM by the user's click; `salesforce`: its API was asked by the background; `playbook`:
 * a playbook was fetched. Of what was sent nothing is kept.
 */
export const SENT_KINDS = ['read', 'note', 'salesforce', 'playbook'] as const;
export type SentKind = (typeof SENT_KINDS)[number];

/** How long it is kept, in days. */
export const SENT_DAYS = 90;

const sentSchema = z.object({
  day: isoDate,
  host: z.string().max(300),
  kind: z.enum(SENT_KINDS),
  count: z.number().int().positive(),
  last: z.iso.datetime(),
});

/** A line of the log, checked. */
export type Sent = z.output<typeof sentSchema>;

/** Counts requests to a host on one day. */
export async function addSent(db: DealsideDb, sent: Sent): Promise<void> {
  await db.transaction('rw', db.sent, async () => {
    const before: SentRow | undefined = await db.sent.get([sent.day, sent.host, sent.kind]);
    await db.sent.put({ ...sent, count: (before?.count ?? 0) + sent.count });
  });
}

/** Every line, the newest day first; of one day by host and kind. */
export async function readSent(db: DealsideDb): Promise<readonly Sent[]> {
  const rows = validRows('sent', sentSchema, await db.sent.toArray());
  const rank = ({ host, kind }: Sent): string => `${host} ${SENT_KINDS.indexOf(kind)}`;
  return rows.toSorted((a, b) => b.day.localeCompare(a.day) || rank(a).localeCompare(rank(b)));
}

/** Forgets the lines of days before `day`; all of them without one. */
export async function forgetSent(db: DealsideDb, day?: string): Promise<void> {
  await db.transaction('rw', db.sent, async () => {
    await (day === undefined ? db.sent.clear() : db.sent.where('day').below(day).delete());
  });
}
