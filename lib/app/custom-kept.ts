import { browser } from 'wxt/browser';
import { z } from 'zod';
import { checkDefinition, DEFINITION_LIMITS, type Definition } from '../core/custom-schema.ts';
import type { CustomSites, SaveResult } from '../messaging/protocol.ts';
import type { DealsideDb, Store } from '../storage/db.ts';
import { faultOf, keep } from '../storage/fault.ts';
import { CUSTOM_CRMS, readSetting, saveSetting } from '../storage/settings.ts';
import { StorageError } from '../storage/storage-error.ts';
import { hostPattern } from './hosts.ts';
import { playbookInForce } from './playbook-store.ts';
import { lockedBy, readPolicy, type Policy } from './policy.ts';
import { injectInto } from './sites.ts';

/**
 * The CRMs that Dealside does not know by itself: those that were made here, as they are kept in the extension's own
 * database, together with those of the playbook in force and of the browser's policy.
 */

const KEY = CUSTOM_CRMS;
/** An id has room for a number behind this many characters. */
const ID_BASE = 36;
const listSchema = z.array(z.unknown()).max(DEFINITION_LIMITS.definitions);

/** All of them, in the order in which they were made. One that is broken costs itself alone. */
async function readAll(db: DealsideDb): Promise<readonly Definition[]> {
  const rows = (await readSetting(db, KEY, listSchema)) ?? [];
  return rows.flatMap((row) => {
    const checked = checkDefinition(row);
    return 'definition' in checked ? [checked.definition] : [];
  });
}

/** Those that were made here. Rejects when the database cannot be read. */
export const readOwn = (store: Store): Promise<readonly Definition[]> => store.use(readAll);

/** Where a definition comes from. Only one that was made here can be changed here. */
export interface ListedDefinition {
  readonly definition: Definition;
  readonly from: 'here' | 'playbook' | 'policy';
}

/**
 * All that are in force, each once: of two with one id the policy's counts before the playbook's, and that before one
 * that was made here. Rejects when the database cannot be read.
 */
export async function listDefinitions(store: Store): Promise<readonly ListedDefinition[]> {
  const [own, { playbook }, { sites = [] }] = await Promise.all([
    readOwn(store),
    playbookInForce(store),
    readPolicy(),
  ]);
  const all = [
    ...sites.map((definition) => ({ definition, from: 'policy' as const })),
    ...(playbook?.sites ?? []).map((definition) => ({ definition, from: 'playbook' as const })),
    ...own.map((definition) => ({ definition, from: 'here' as const })),
  ];
  const seen = new Set<string>();
  return all.filter(({ definition: { id } }) => !seen.has(id) && seen.add(id));
}

/** The definitions in force, wherever they come from. Rejects when the database cannot be read. */
export async function readDefinitions(store: Store): Promise<readonly Definition[]> {
  return (await listDefinitions(store)).map(({ definition }) => definition);
}

/** Whether the policy keeps this definition, or all of them, from being changed here. */
const isLocked = (policy: Policy, id: string): boolean =>
  lockedBy(policy, 'sites') !== null || (policy.sites ?? []).some((one) => one.id === id);

/** Those of one site. */
export async function definitionsOf(store: Store, site: string): Promise<CustomSites> {
  try {
    const all = await readDefinitions(store);
    return { ok: true, definitions: all.filter(({ sites }) => sites.includes(site)) };
  } catch (error) {
    return { ok: false, fault: faultOf(error) };
  }
}

/** Keeps a definition, in the place of the one with its id, and lets the open pages of its sites know it. */
export async function saveDefinition(store: Store, definition: Definition): Promise<SaveResult> {
  if (isLocked(await readPolicy(), definition.id)) return { ok: false, fault: 'locked' };
  const result = await change(store, (all) => {
    const others = all.filter(({ id }) => id !== definition.id);
    if (others.length >= DEFINITION_LIMITS.definitions)
      throw new StorageError('full', 'no more definitions can be kept');
    return others.length === all.length
      ? [...all, definition]
      : all.map((one) => (one.id === definition.id ? definition : one));
  });
  if (result.ok) void wakeSites(definition.sites);
  return result;
}

/**
 * Keeps what was pointed at. Pointing anew replaces the site's definition of that name as its next version, with what
 * the pointing does not speak of; another site's definition of the same name stays, and this one gets an id of its own.
 */
export async function savePointed(store: Store, made: Definition): Promise<SaveResult> {
  try {
    const listed = await listDefinitions(store);
    const own = listed.filter(({ from }) => from === 'here').map(({ definition }) => definition);
    const all = listed.map(({ definition }) => definition);
    return await saveDefinition(store, besideOthers(made, own, all));
  } catch (error) {
    return { ok: false, fault: faultOf(error) };
  }
}

/** `own` were made here and can be replaced; the ids of all are taken. */
function besideOthers(
  made: Definition,
  own: readonly Definition[],
  all: readonly Definition[],
): Definition {
  const old = own.find(
    ({ name, sites }) => name === made.name && made.sites.every((site) => sites.includes(site)),
  );
  if (old) {
    const { id, sites, version, rows } = old;
    const urls = { ...old.urls, deal: made.urls.deal };
    return { ...made, id, sites, urls, version: version + 1, ...(rows ? { rows } : {}) };
  }
  const taken = new Set(all.map(({ id }) => id));
  if (!taken.has(made.id)) return made;
  const base = made.id.slice(0, ID_BASE);
  let number = 2;
  while (taken.has(`${base}-${number}`)) number += 1;
  return { ...made, id: `${base}-${number}` };
}

/** Forgets a definition. What was kept of its deals stays. */
export async function removeDefinition(store: Store, id: string): Promise<SaveResult> {
  if (isLocked(await readPolicy(), id)) return { ok: false, fault: 'locked' };
  let gone: Definition | undefined;
  const result = await change(store, (all) => {
    gone = all.find((one) => one.id === id);
    return all.filter((one) => one.id !== id);
  });
  if (result.ok && gone) void wakeSites(gone.sites);
  return result;
}

const change = (
  store: Store,
  to: (all: readonly Definition[]) => readonly Definition[],
): Promise<SaveResult> =>
  keep(store, (db) =>
    db.transaction('rw', db.settings, async () => {
      await saveSetting(db, KEY, to(await readAll(db)));
    }),
  );

/** Starts the watch script anew in the open pages of these sites: a page asks for its definitions once. */
export async function wakeSites(sites: readonly string[]): Promise<void> {
  try {
    const patterns = sites.flatMap((site) => hostPattern(site) ?? []);
    const { origins = [] } = await browser.permissions.getAll();
    if (origins.length > 0) await injectInto([...new Set(patterns)]);
  } catch {
    console.debug('[dealside] the open pages could not be told of a definition');
  }
}
