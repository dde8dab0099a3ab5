import { z } from 'zod';
import type { DealsideDb, Place } from './db.ts';
import { validRow } from './valid.ts';

const placeSchema = z.object({ right: z.number(), bottom: z.number(), collapsed: z.boolean() });

/** Remembers where the card sits in one CRM. */
export async function savePlace(
  db: DealsideDb,
  site: string,
  crm: string,
  place: Place,
): Promise<void> {
  await db.transaction('rw', db.places, async () => {
    await db.places.put({ ...place, site, crm });
  });
}

/** Where the card sat last in this CRM, or null. */
export async function readPlace(db: DealsideDb, site: string, crm: string): Promise<Place | null> {
  const row = await db.places.get([site, crm]);
  return (row && validRow('places', placeSchema, row)) ?? null;
}
