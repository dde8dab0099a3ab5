import 'fake-indexeddb/auto';
import { render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import Dexie from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, vi } from 'vitest';
import { Options } from '../../components/options/Options.tsx';
import { hashOf, type RouteId } from '../../components/options/routes.ts';
import { createOptions } from '../../lib/app/options.ts';
import type { OptionsActions, OptionsView } from '../../lib/app/options-model.ts';
import { wordsOf } from '../../lib/app/words.ts';
import { packFor } from '../../lib/app/options-draft.ts';
import english from '../../public/_locales/en/messages.json';
import { fakeBrowser, resetFakeBrowser } from '../fake-browser.ts';

/** For tests of the options page: the page on a real database in memory. The test mocks `wxt/browser`. */
export const user = userEvent.setup({ delay: null });
export const HOST = 'https://crm.example.com/*';
export const ours = {
  ...packFor('spiced', null),
  id: 'ours',
  name: { en: 'Ours' },
  version: 12,
};
export const fault = { rule: 'G3', line: 41, message: 'Gate G3 lacks "why": add it.' };

export interface OptionsTest {
  /** What the page can do, anew for each test. */
  readonly actions: () => OptionsActions;
  /** Opens the page, with some of its actions changed. */
  readonly open: (change?: Partial<OptionsActions>) => Promise<void>;
  /** Opens the page with a view that is hard to bring about. */
  readonly openView: (view: Partial<OptionsView>) => Promise<void>;
}

/** Gives each test of the file a fresh browser and database, and the page at one of its screens. */
export function testOptions(screenId: RouteId = 'playbook'): OptionsTest {
  let actions: OptionsActions;
  beforeEach(() => {
    resetFakeBrowser();
    window.location.hash = hashOf(screenId);
    Object.assign(fakeBrowser.runtime, { getManifest: () => ({}) });
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ NL: [], BE: [], US: [] })));
    globalThis.indexedDB = new IDBFactory();
    Dexie.dependencies.indexedDB = globalThis.indexedDB;
    actions = createOptions();
  });
  const open = async (change: Partial<OptionsActions> = {}): Promise<void> => {
    render(<Options actions={{ ...actions, ...change }} t={wordsOf(english)} locale="en" />);
    await waitFor(() => {
      expect(screen.getByRole('main').getAttribute('aria-busy')).toBe('false');
    });
  };
  return {
    actions: () => actions,
    open,
    openView: async (view) => {
      const found = { ...(await actions.look()), ...view };
      await open({ look: () => Promise.resolve(found) });
    },
  };
}

export const section = (name: string) => within(screen.getByRole('region', { name }));
export const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name });
export const press = (name: string | RegExp): Promise<void> => user.click(button(name));
