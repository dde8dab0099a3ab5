import type { Access } from '../crm/access.ts';
import type { Adapter, DealPage, ListRef } from '../crm/adapter.ts';
import type { Client } from '../messaging/client.ts';
import { plainName } from './badge-match.ts';
import type { TrackedRow } from './badge-rows.ts';

/** Pages of the CRM's list that one opening asks for at most: rows of deals that are over are on none of them. */
const MOST_PAGES = 10;
/** Readings in one message. */
const CHUNK = 200;

export interface DealsFetched {
  /** Asks for as many pages as the rows need. Calls back after each page that brought one of them. */
  readonly cover: (rows: () => readonly TrackedRow[], brought: () => void) => void;
}

/**
 * Brings the CRM's own open deals to the background, once for each opening of a list: page after page, until every row in
 * sight is among them. A CRM that does not answer is not asked again for this list: the badges then rest on what is known.
 */
export function fetchDeals(
  adapter: Adapter,
  ref: ListRef,
  access: Access,
  client: Pick<Client, 'recordReadings'>,
): DealsFetched {
  const fetched = new Set<string>();
  let pages: AsyncIterator<DealPage> | undefined;
  let asked = 0;
  let busy = false;
  let over = adapter.deals === undefined;

  const isCovered = ({ row }: TrackedRow): boolean => {
    if (row.id !== undefined) return fetched.has(`id ${row.id}`);
    return row.name === undefined || fetched.has(`name ${plainName(row.name)}`);
  };

  const next = async (): Promise<boolean> => {
    pages ??= adapter.deals?.(access, ref)[Symbol.asyncIterator]();
    const page = await pages?.next();
    asked += 1;
    over = page === undefined || page.done === true || asked >= MOST_PAGES;
    if (page === undefined || page.done === true || access.signal.aborted) return false;
    const { readings } = page.value;
    for (let at = 0; at < readings.length; at += CHUNK) {
      await client.recordReadings({ readings: readings.slice(at, at + CHUNK) });
    }
    for (const { ref: deal, fields } of readings) {
      fetched.add(`id ${deal.id}`);
      if (fields.name.is === 'value') fetched.add(`name ${plainName(fields.name.value)}`);
    }
    return true;
  };

  const run = async (rows: () => readonly TrackedRow[], brought: () => void): Promise<void> => {
    busy = true;
    try {
      while (!over && !access.signal.aborted) {
        const missing = rows().filter((row) => !isCovered(row));
        if (missing.length === 0) break;
        if ((await next()) && missing.some(isCovered)) brought();
      }
    } catch {
      over = true;
    }
    busy = false;
    if (over) void pages?.return?.().catch(() => undefined);
  };

  return {
    cover: (rows, brought) => {
      if (!busy && !over) void run(rows, brought);
    },
  };
}
