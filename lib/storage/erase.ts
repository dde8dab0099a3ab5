import type { DealsideDb } from './db.ts';
import { HEALTH_PREFIX } from './health.ts';
import { KINDS, ofDeals, tableOf } from './kinds.ts';

/** What stays when everything is erased. */
export interface Spared {
  readonly settings: boolean;
  readonly playbooks: boolean;
}

/** Settings that are the playbook's: the draft of the next one, and the one that is fetched by its URL. */
const isPlaybooks = (key: string): boolean => /^(playbook|draft)/.test(key);

/**
 * Erases everything, but for what is spared, in one transaction. How well pages can be read is of the deals, and goes with them;
 * a draft, and a playbook that is fetched, go and stay with the playbooks.
 */
export async function eraseAll(db: DealsideDb, spared: Spared): Promise<void> {
  const stays = (key: string): boolean => {
    if (key.startsWith(HEALTH_PREFIX)) return false;
    return isPlaybooks(key) ? spared.playbooks : spared.settings;
  };
  await db.transaction('rw', db.tables, async () => {
    for (const kind of KINDS) {
      if (kind === 'settings') await db.settings.filter(({ key }) => !stays(key)).delete();
      else if (kind !== 'playbooks' || !spared.playbooks) await tableOf(db, kind).clear();
    }
  });
}

/** One site of a CRM: its origin, what the keys of its deals begin with, and the hosts under which requests to it are counted. */
export interface SiteNames {
  readonly site: string;
  readonly prefix: string;
  readonly hosts: readonly string[];
}

/** Erases what is kept of one site, in one transaction: its deals with all that belongs to them, the card's place, and its counts. */
export async function eraseSite(db: DealsideDb, names: SiteNames): Promise<void> {
  const { site, prefix, hosts } = names;
  await db.transaction('rw', db.tables, async () => {
    await db.deals.where('key').startsWith(prefix).delete();
    for (const table of ofDeals(db)) await table.where('deal').startsWith(prefix).delete();
    await db.places.filter((row) => row.site === site).delete();
    await db.sent.filter(({ host }) => hosts.includes(host)).delete();
    await db.settings.where('key').startsWith(`${HEALTH_PREFIX}${prefix}`).delete();
  });
}
