import { screen } from '@testing-library/react';
import { beforeEach } from 'vitest';
import { packFor } from '../../lib/app/options-draft.ts';
import type { OptionsActions } from '../../lib/app/options-model.ts';
import type { Playbook } from '../../lib/core/playbook.ts';
import { testOptions, type OptionsTest } from './open-options.tsx';

export const spiced = packFor('spiced', null);

export interface EditorTest extends OptionsTest {
  readonly draft: () => OptionsActions['draft'];
  /** The draft as the page has it. */
  readonly now: () => Playbook;
  /** Opens the editor on a draft, at one of its places. */
  readonly openDraft: (playbook?: Playbook, hash?: string) => Promise<void>;
  /** Opens the editor where there is no draft. */
  readonly openBare: () => Promise<void>;
}

/** For tests of the editor: the options page at its screen, on a real database in memory. */
export function testEditor(): EditorTest {
  const page = testOptions('edit');
  beforeEach(() => {
    window.scrollTo = () => undefined;
  });
  const draft = (): OptionsActions['draft'] => page.actions().draft;
  return {
    ...page,
    draft,
    now: () => {
      const state = draft().state();
      if (state.kind !== 'draft') throw new Error(`no draft: ${state.kind}`);
      return state.draft.playbook;
    },
    openDraft: async (playbook = spiced, hash = '#/edit') => {
      await draft().start(playbook, 1);
      window.location.hash = hash;
      await page.open();
      await screen.findByRole('navigation', { name: 'Parts of the playbook' });
    },
    openBare: async () => {
      await page.open();
      await screen.findByRole('heading', { name: 'Start a draft' });
    },
  };
}
