import { render, screen, waitFor } from '@testing-library/react';
import axe from 'axe-core';
import { expect } from 'vitest';
import { Options } from '../../components/options/Options.tsx';
import { hashOf, type RouteId } from '../../components/options/routes.ts';
import { packFor } from '../../lib/app/options-draft.ts';
import type { OptionsActions } from '../../lib/app/options-model.ts';
import { wordsOf } from '../../lib/app/words.ts';
import type { Reading } from '../../lib/core/deal.ts';
import { empty, known, unknown } from '../../lib/core/fact.ts';
import type { Playbook } from '../../lib/core/playbook.ts';
import { dealKey } from '../../lib/messaging/deal-key.ts';
import { recordReading } from '../../lib/storage/deals.ts';
import { saveAnswer } from '../../lib/storage/records.ts';
import { createStore } from '../../lib/storage/store.ts';
import english from '../../public/_locales/en/messages.json';
import dutch from '../../public/_locales/nl/messages.json';
import { readingWith, REF, SITE } from '../readings.ts';

/** For tests of the editor's parts and the fields: a database with a few deals and a draft. */

export const CATALOGUES = { en: english, nl: dutch } as const;
export type Locale = keyof typeof CATALOGUES;

const api = <T,>(value: T) => known(value, 'api');

const deals: readonly Partial<Reading>[] = [
  {
    fields: {
      stage: api({ id: 'opportunity', label: 'Opportunity', order: 0, state: 'open' }),
      owner: api('Ann'),
    } as Reading['fields'],
  },
  {
    fields: {
      stage: api({ id: 'pilot', label: 'Pilot', order: 1, state: 'open' }),
      owner: empty('api'),
      nextStep: unknown('no-access'),
    } as unknown as Reading['fields'],
    custom: { Region: api('North'), Score: api(7), Since: api('2026-03-01') },
  },
  {
    fields: {
      stage: api({ id: 'won', label: 'Won', order: 2, state: 'won' }),
    } as Reading['fields'],
    custom: { Region: api('South') },
  },
];

/** Keeps three deals of Atomic; the second one was read last, and has an answer. */
export async function keepDeals(): Promise<void> {
  const store = createStore();
  await store.use(async (db) => {
    for (const [at, more] of deals.entries()) {
      const ref = { ...REF, id: String(at + 1) };
      const reading = { ...readingWith(more.fields, ref), custom: more.custom ?? {} };
      const day = at === 1 ? '2026-11-20' : '2026-11-10';
      await recordReading(db, { key: dealKey(SITE, ref), site: SITE }, reading, day);
    }
    const key = dealKey(SITE, { ...REF, id: '2' });
    await saveAnswer(db, key, { key: 'pain', text: 'Forty hours a week', day: '2026-11-20' });
  });
  store.close();
}

/** The draft, once everything that was typed is kept. */
export async function draftOf({ draft }: OptionsActions): Promise<Playbook> {
  await draft.flush();
  const state = draft.state();
  if (state.kind !== 'draft') throw new Error(`no draft: ${state.kind}`);
  expect(state.keeping).toBe('kept');
  return state.draft.playbook;
}

/** Opens the page at an address, in a language. */
export async function openAt(
  actions: OptionsActions,
  [screenId, ...rest]: readonly [RouteId, ...string[]],
  locale: Locale = 'en',
) {
  window.location.hash = hashOf(screenId, ...rest);
  // jsdom lays nothing out.
  HTMLElement.prototype.scrollIntoView = () => undefined;
  const t = wordsOf(CATALOGUES[locale]);
  const { container } = render(<Options actions={actions} t={t} locale={locale} />);
  await waitFor(() => {
    expect(screen.getByRole('main').getAttribute('aria-busy')).toBe('false');
  });
  return { container, t };
}

/** Opens a part of the editor on a draft of the pack BANT-light, changed as wanted. */
export async function openPart(
  actions: OptionsActions,
  part: readonly string[],
  change: (pack: Playbook) => Playbook = (pack) => pack,
  locale: Locale = 'en',
) {
  await keepDeals();
  await actions.draft.start(change(packFor('bant-light', null)), 1);
  const opened = await openAt(actions, ['edit', ...part], locale);
  await screen.findByRole('heading', { level: 2 });
  return opened;
}

/** What axe finds, but for colours, which need a browser. */
export async function problems(container: HTMLElement): Promise<readonly string[]> {
  const { violations } = await axe.run(container, {
    rules: { 'color-contrast': { enabled: false } },
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`);
}

/** Unfolds everything on the page. */
export function unfold(container: HTMLElement): readonly HTMLElement[] {
  return [...container.querySelectorAll<HTMLElement>('main [aria-expanded="false"]')];
}
