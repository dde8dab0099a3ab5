import { browser } from 'wxt/browser';
import { draftSchema, type Draft } from '../core/custom-draft.ts';
import type { Definition } from '../core/custom-schema.ts';
import type { Picking, SaveResult } from '../messaging/protocol.ts';
import type { From } from '../messaging/server.ts';
import type { Store } from '../storage/db.ts';
import { savePointed } from './custom-kept.ts';
import { hostPattern } from './hosts.ts';
import { leaveWords } from './language.ts';

/**
 * Pointing at the fields of an admin's own CRM: one tab at a time. While it goes on, the picker's script is
 * registered on that host, so that it comes back after each page load; and what was pointed at is kept for the session.
 */

const KEY = 'picking';
const SCRIPT = 'picker';
const FILE = 'content-scripts/picker.js';
const OK: SaveResult = { ok: true };
const INVALID: SaveResult = { ok: false, fault: 'invalid' };

interface Kept {
  readonly tabId: number;
  readonly draft: Draft;
}

async function kept(): Promise<Kept | undefined> {
  const { [KEY]: value } = await browser.storage.session.get<{ [KEY]?: unknown }>(KEY);
  if (typeof value !== 'object' || value === null) return undefined;
  const { tabId, draft } = value as { tabId?: unknown; draft?: unknown };
  const checked = draftSchema.safeParse(draft);
  return typeof tabId === 'number' && checked.success ? { tabId, draft: checked.data } : undefined;
}

const keepDraft = (tabId: number, draft: Draft): Promise<void> =>
  browser.storage.session.set({ [KEY]: { tabId, draft } });

/** Starts pointing in a tab that shows the site, with what is known so far. */
export async function startPicking(tabId: number, draft: Draft): Promise<void> {
  await keepDraft(tabId, draft);
  await unregister();
  const pattern = hostPattern(draft.site);
  if (pattern === undefined) return;
  await browser.scripting.registerContentScripts([
    {
      id: SCRIPT,
      js: [FILE],
      matches: [pattern],
      runAt: 'document_idle',
      persistAcrossSessions: false,
    },
  ]);
  await injectPicker(tabId);
}

/** A tab that is still on its way gets the script with its page. */
async function injectPicker(tabId: number): Promise<void> {
  try {
    await browser.scripting.executeScript({ target: { tabId }, files: [`/${FILE}`] });
  } catch {
    console.debug('[dealside] the picker comes with the page');
  }
}

async function unregister(): Promise<void> {
  const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT] });
  if (registered) await browser.scripting.unregisterContentScripts({ ids: [SCRIPT] });
}

/** The draft, if it is this tab's and this site's. A tab that asks in vain has lost its script's reason to be there. */
async function draftOf({ tabId, site }: From): Promise<Draft | null> {
  const found = await kept();
  if (!found) await unregister();
  return found?.tabId === tabId && found.draft.site === site ? found.draft : null;
}

async function stop(from: From): Promise<SaveResult> {
  if (!(await draftOf(from))) return INVALID;
  await browser.storage.session.set({ [KEY]: null });
  await unregister();
  return OK;
}

/** The answers to the picker. It speaks for its own tab alone, and for a site that pointing was started on. */
export const pickingHandlers = (store: Store) => ({
  picking: async (_: unknown, from: From): Promise<Picking> => {
    const draft = await draftOf(from);
    // The panel puts nothing into words before it has its answer.
    if (draft) await leaveWords(from);
    return { ok: true, draft };
  },
  keepPicking: async ({ draft }: { draft: Draft }, from: From): Promise<SaveResult> => {
    if (draft.site !== from.site || !(await draftOf(from))) return INVALID;
    await keepDraft(from.tabId, draft);
    return OK;
  },
  saveCustom: async (
    { definition }: { definition: Definition },
    from: From,
  ): Promise<SaveResult> => {
    const own = definition.sites.length === 1 && definition.sites[0] === from.site;
    if (!own || !(await draftOf(from))) return INVALID;
    const result = await savePointed(store, definition);
    if (result.ok) await stop(from);
    return result;
  },
  stopPicking: (_: unknown, from: From): Promise<SaveResult> => stop(from),
});
