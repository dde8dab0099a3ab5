import type { DealRef } from '../core/deal.ts';
import type { ShownPrompt } from '../core/records.ts';
import { dealKey, siteOf } from '../messaging/deal-key.ts';
import { faultContext } from '../messaging/fault-context.ts';
import type { DealContext } from '../messaging/protocol.ts';
import type { From } from '../messaging/server.ts';
import { faultOf } from '../storage/fault.ts';
import { readMistrusted } from '../storage/health.ts';
import { readPlace } from '../storage/places.ts';
import { readRecords } from '../storage/records.ts';
import { readShown } from '../storage/shown.ts';
import type { Store } from '../storage/db.ts';
import { settableClock, today } from './clock.ts';
import { activePlaybook } from './playbook-store.ts';

type Kept = Pick<DealContext, 'records' | 'recordsFault' | 'shown' | 'place' | 'mistrusted'>;

/** Prompts of another site count for the rep's day, and tell this site nothing about their deals. */
function withoutOtherSites(shown: readonly ShownPrompt[], key: string): ShownPrompt[] {
  const aliases = new Map<string, string>();
  return shown.map((prompt) => {
    if (siteOf(prompt.deal) === siteOf(key)) return prompt;
    const alias = aliases.get(prompt.deal) ?? `elsewhere ${aliases.size + 1}`;
    aliases.set(prompt.deal, alias);
    return { ...prompt, deal: alias };
  });
}

async function readKept(store: Store, site: string, ref: DealRef, key: string): Promise<Kept> {
  try {
    const day = await today();
    return await store.use(async (db) => ({
      records: await readRecords(db, key),
      recordsFault: null,
      shown: withoutOtherSites(await readShown(db, key, day), key),
      place: await readPlace(db, site, ref.crm),
      mistrusted: await readMistrusted(db, site, ref),
    }));
  } catch (error) {
    const fault = faultOf(error);
    console.warn(`[dealside] a deal's records could not be read: ${fault}`, error);
    return faultContext(fault);
  }
}

/** All that the card needs of one deal. What cannot be read is said, and the rest comes all the same. */
export async function openDeal(store: Store, ref: DealRef, from: From): Promise<DealContext> {
  const key = dealKey(from.site, ref);
  const [kept, playbook, clock] = await Promise.all([
    readKept(store, from.site, ref, key),
    activePlaybook(store, from.site),
    settableClock(),
  ]);
  return { ...kept, ...playbook, key, clock };
}
