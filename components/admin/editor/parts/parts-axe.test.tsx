// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import type { Playbook } from '../../../../lib/core/playbook.ts';
import { testOptions, user } from '../../../../tests/a11y/open-options.tsx';
import { openPart, problems, unfold, type Locale } from '../../../../tests/a11y/open-part.tsx';

vi.mock('wxt/browser', async () => ({
  browser: (await import('../../../../tests/fake-browser.ts')).fakeBrowser,
}));

const { actions } = testOptions('edit');
const kept = { owner: 'Ann', reviewBy: '2027-06-30' };
const text = (en: string) => ({ en, nl: en });

/** A draft in which every part has something, and some things are missing. */
const full = (pack: Playbook): Playbook => ({
  ...pack,
  stages: pack.stages.slice(0, 6),
  daysOff: ['2026-12-24'],
  cadence: {
    scrub: { forecast: 10, commit: 5 },
    weekly: { day: 5, hour: 12 },
    oneOnOne: 10,
  },
  facts: [
    { key: 'product', label: text('Product'), kind: 'choice', choices: ['Fleet', 'Home'] },
    { key: 'score', label: { en: '' }, kind: 'number' },
  ],
  cards: [
    { id: 'card-1', kind: 'priority', name: text('Fleet first'), text: text('Now.'), ...kept },
    {
      id: 'card-2',
      kind: 'trait',
      name: { en: '' },
      text: { en: '' },
      owner: '',
      reviewBy: '',
      when: { field: 'custom.competitor', op: 'one-of', value: ['Acme'] },
    },
  ],
});

const PARTS = ['signals', 'prompts', 'answers', 'facts', 'stages', 'cards', 'settings'];

describe.each(['en', 'nl'] as readonly Locale[])('in %s', (locale) => {
  test.each(PARTS)('the part “%s” can be read and used by everybody', async (part) => {
    const { container } = await openPart(actions(), [part], full, locale);
    await screen.findByRole('heading', { level: 2 });
    for (const fold of unfold(container)) await user.click(fold);
    const words = container.querySelector('main')?.textContent ?? '';
    expect(words).not.toMatch(/parts_|edit_|story_|\$\d|undefined|\[object/);
    expect(await problems(container)).toEqual([]);
  });
});
