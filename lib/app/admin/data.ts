import { browser } from 'wxt/browser';
import { apiHostOf, isSalesforceHost } from '../../crm/salesforce/hosts.ts';
import { siteNamed, sitePrefix } from '../../messaging/deal-key.ts';
import type { SaveResult } from '../../messaging/protocol.ts';
import type { DealsideDb, Store } from '../../storage/db.ts';
import { eraseAll, eraseSite, type Spared } from '../../storage/erase.ts';
import { exportAll } from '../../storage/export.ts';
import { faultOf, keep } from '../../storage/fault.ts';
import { saveSetting } from '../../storage/settings.ts';
import { summarise } from '../../storage/summary.ts';
import { tellOpenDeals } from '../options-sites.ts';
import { forgetMarks } from '../playbook-store.ts';
import { lockedBy, readPolicy } from '../policy.ts';
import { countExpired, readRetention, RETENTION_KEY } from '../retention.ts';
import { lookInto, takeFile } from './data-import.ts';
import type { DataActions, DataFile, DataView, Or } from './data-model.ts';

async function look(store: Store): Promise<DataView> {
  const summary = await store.use((db) => summarise(db, siteNamed));
  return { summary, retention: await readRetention(store), room: await roomOf() };
}

async function roomOf(): Promise<DataView['room']> {
  try {
    const { usage, quota } = await navigator.storage.estimate();
    return usage === undefined || quota === undefined ? null : { used: usage, all: quota };
  } catch {
    return null;
  }
}

/** Pieces of the text that are handed to the browser together: it may put them on the disk. */
const PIECE = 1_000_000;

async function exported(store: Store): Promise<DataFile> {
  const made = new Date().toISOString();
  const { version } = browser.runtime.getManifest();
  let [parts, pieces, length]: [Blob[], string[], number] = [[], [], 0];
  const flush = (): void => {
    parts = [...parts, new Blob(pieces)];
    pieces = [];
    length = 0;
  };
  await store.use((db) =>
    exportAll(db, { made, version }, (piece) => {
      pieces.push(piece);
      length += piece.length;
      if (length > PIECE) flush();
    }),
  );
  flush();
  const blob = new Blob(parts, { type: 'application/json' });
  return { name: `dealside-${made.slice(0, 10)}.json`, blob };
}

/** Under which names requests to a site's API are counted: its own, and the one that its background asks. */
function hostsOf(site: string): string[] {
  const { host, hostname } = new URL(site);
  const api = isSalesforceHost(hostname) ? apiHostOf(hostname) : undefined;
  return api === undefined ? [host] : [host, api];
}

/** Changes what is kept, unless the policy holds it fast; the cards of open deals then ask anew. */
async function change(store: Store, write: (db: DealsideDb) => Promise<void>): Promise<SaveResult> {
  if (lockedBy(await readPolicy(), 'data')) return { ok: false, fault: 'locked' };
  const result = await keep(store, write);
  // Not waited for: a tab that does not answer must not hold up the page.
  if (result.ok) tellOpenDeals(store).catch(() => undefined);
  return result;
}

async function erase(store: Store, spared: Spared): Promise<SaveResult> {
  const locked = lockedBy(await readPolicy(), 'playbook') !== null;
  const result = await change(store, (db) =>
    eraseAll(db, { ...spared, playbooks: spared.playbooks || locked }),
  );
  if (result.ok && !spared.playbooks && !locked) await forgetMarks().catch(() => undefined);
  return result;
}

async function or<T>(work: () => Promise<T>): Promise<Or<T>> {
  try {
    return await work();
  } catch (error) {
    console.warn('[dealside] what is kept could not be read', error);
    return { ok: false, fault: faultOf(error) };
  }
}

/** What the page stands on. */
export const createData = (store: Store): DataActions => ({
  look: () => or(async () => ({ ok: true, view: await look(store) })),
  exportAll: () => or(async () => ({ ok: true, file: await exported(store) })),
  lookInto: (file) => lookInto(store, file),
  take: async (found) => {
    if (lockedBy(await readPolicy(), 'data')) return { ok: false, fault: 'locked' };
    const taken = await takeFile(store, found);
    if (taken.ok) tellOpenDeals(store).catch(() => undefined);
    return taken;
  },
  erase: (spared) => erase(store, spared),
  eraseSite: (site) =>
    change(store, (db) => eraseSite(db, { site, prefix: sitePrefix(site), hosts: hostsOf(site) })),
  wouldGo: (days) => countExpired(store, days).catch(() => null),
  retain: (days) => change(store, (db) => saveSetting(db, RETENTION_KEY, days)),
});
