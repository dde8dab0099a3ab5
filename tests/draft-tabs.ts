import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, vi } from 'vitest';
import { DRAFT_KEY } from '../lib/app/admin/draft-kept.ts';
import type { Draft, DraftState, OpenDraft } from '../lib/app/admin/draft-model.ts';
import { packFor } from '../lib/app/options-draft.ts';
import type { OptionsActions } from '../lib/app/options-model.ts';
import { createOptions } from '../lib/app/options.ts';
import type { Playbook } from '../lib/core/playbook.ts';
import type { Store } from '../lib/storage/db.ts';
import { createStore } from '../lib/storage/store.ts';
import { fakeBrowser, resetFakeBrowser } from './fake-browser.ts';

/** For tests of the draft: tabs of the options page on one database in memory. The test mocks `wxt/browser`. */
export interface Tab {
  readonly store: Store;
  readonly actions: OptionsActions;
  /** From now on it hears nothing of what other tabs do, until it keeps something itself. */
  readonly stop: () => void;
}

/** A tab with the editor open. */
export function openTab(): Tab {
  const store = createStore();
  const actions = createOptions(store);
  return { store, actions, stop: actions.draft.subscribe(() => undefined) };
}

/** Gives each test of the file a fresh browser and database. */
export function freshDatabase(): void {
  beforeEach(() => {
    resetFakeBrowser();
    Object.assign(fakeBrowser.runtime, { getManifest: () => ({}) });
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    vi.stubGlobal('fetch', () => Promise.resolve(Response.json({})));
    globalThis.indexedDB = new IDBFactory();
    Dexie.dependencies.indexedDB = globalThis.indexedDB;
  });
}

export const spiced = packFor('spiced', null);

export const draftOf = ({ actions }: Tab): OpenDraft => {
  const state = actions.draft.state();
  if (state.kind !== 'draft') throw new Error(`no draft: ${state.kind}`);
  return state;
};
export const nameOf = (tab: Tab): string => draftOf(tab).draft.playbook.name.en;
export const named =
  (en: string) =>
  (playbook: Playbook): Playbook => ({ ...playbook, name: { en } });
export const until = (check: () => void | Promise<void>): Promise<void> =>
  vi.waitFor(check, { interval: 5 });
export const is = (tab: Tab, kind: DraftState['kind']): Promise<void> =>
  until(() => {
    expect(tab.actions.draft.state().kind).toBe(kind);
  });

/** What is stored of the draft. */
export const stored = ({ store }: Tab): Promise<Draft | undefined> =>
  store.use(async (db) => (await db.settings.get(DRAFT_KEY))?.value as Draft | undefined);
