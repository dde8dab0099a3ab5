// @vitest-environment jsdom
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import en from '../../public/_locales/en/messages.json';
import { Card } from '../../components/card/Card.tsx';
import { createDrafts } from '../../components/card/drafts.ts';
import { wordsOf } from '../../lib/app/words.ts';
import { actions } from './gallery/deals.ts';
import { views } from './gallery/views.ts';

/** Colours need a browser: card.browser.test.ts. Here it is names, roles and structure. */
const options: axe.RunOptions = {
  rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
};
const t = wordsOf(en);

async function problems(container: HTMLElement): Promise<string[]> {
  const { violations } = await axe.run(container, options);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

describe('the card, by axe', () => {
  it.each(Object.entries(views))('has no problem in the state "%s"', async (_, view) => {
    const { container } = render(
      <Card view={view} actions={actions()} t={t} locale="en" drafts={createDrafts()} />,
    );
    expect(await problems(container)).toEqual([]);
  });

  it('has none with everything unfolded and every form open', async () => {
    const user = userEvent.setup({ delay: null });
    const { container } = render(
      <Card view={views.out} actions={actions()} t={t} locale="en" drafts={createDrafts()} />,
    );
    for (const name of [
      '4 more',
      'Park',
      /^Agreed next step/,
      'Answer: Agreed next step',
      'Exception: In the window',
    ]) {
      await user.click(screen.getByRole('button', { name }));
    }
    for (const fold of container.querySelectorAll('[aria-expanded="false"]'))
      await user.click(fold);
    expect(container.querySelectorAll('form').length).toBeGreaterThan(2);
    expect(await problems(container)).toEqual([]);
  });
});
