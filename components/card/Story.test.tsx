// @vitest-environment jsdom
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import nl from '../../public/_locales/nl/messages.json';
import { wordsOf } from '../../lib/app/words.ts';
import {
  actions,
  assessment,
  deal,
  gates,
  promptOf,
  view,
} from '../../tests/a11y/gallery/deals.ts';
import { stories, views } from '../../tests/a11y/gallery/views.ts';
import { button, open } from '../../tests/a11y/open-card.tsx';
import { Card } from './Card.tsx';
import { createDrafts } from './drafts.ts';
import { known } from '../../lib/core/fact.ts';

const user = userEvent.setup({ delay: null });

describe('what the team tells about itself', () => {
  it('is one folded line that says how much there is, and opens by keyboard', async () => {
    open(views.story);
    const fold = button('Worth knowing here: 2');
    expect(fold.getAttribute('aria-expanded')).toBe('false');
    expect(screen.queryByText(/^Two customers of this size/)).toBeNull();
    fold.focus();
    await user.keyboard('{Enter}');
    const list = within(document.getElementById(fold.getAttribute('aria-controls') ?? '')!);
    const [first, second] = list.getAllByRole('listitem');
    expect(first?.textContent).toContain('PriorityFleet Plus comes first this quarter');
    expect(first?.textContent).toContain('Ask what waiting for spring costs them.');
    expect(second?.textContent).toContain('Suits usOwn service staff');
    expect(document.activeElement).toBe(fold);
  });

  it('takes no room where there is nothing to tell', () => {
    open(view());
    expect(screen.queryByText(/^Worth knowing here/)).toBeNull();
  });

  it('is not told of a deal that is decided', () => {
    open(view({ stories, assessment: assessment({ category: known('won', 'api') }) }));
    expect(screen.queryByText(/^Worth knowing here/)).toBeNull();
  });

  it('stays open, and takes no focus, while an answer is written and the deal changes', async () => {
    const prompt = promptOf('G8');
    const { show } = open(view({ stories, prompt }));
    await user.click(button('Worth knowing here: 2'));
    const field = screen.getByRole('textbox');
    await user.type(field, 'They');
    const name = known('Another name', 'typed');
    show(view({ stories, prompt, deal: { ...deal, fields: { ...deal.fields, name } } }));
    expect(screen.getByText(/^Two customers of this size/)).toBeTruthy();
    expect(document.activeElement).toBe(field);
  });

  it('is in the reader’s language where it has that, by axe without a problem', async () => {
    const { container } = render(
      <Card
        view={views.story}
        actions={actions()}
        t={wordsOf(nl)}
        locale="nl"
        drafts={createDrafts()}
      />,
    );
    await user.click(button('Goed om te weten: 2'));
    expect(screen.getByText(/^Twee klanten van deze omvang/)).toBeTruthy();
    expect(
      screen.getByText('Teams that plan their own mechanics stay with us longest.'),
    ).toBeTruthy();
    expect(screen.getByText('Prioriteit')).toBeTruthy();
    const { violations } = await axe.run(container, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    });
    expect(violations.map(({ id }) => id)).toEqual([]);
  });
});

describe('how a gate is met', () => {
  const how = { en: 'Ask who signs, and write the name down.', nl: 'Vraag wie tekent.' };

  it('stands with the gate, where the playbook says it', async () => {
    const told = { ...gates.stepOpen, gate: { ...gates.stepOpen.gate, how } };
    open(view({ assessment: assessment({ gates: [told, gates.windowOpen] }) }));
    const [gate] = screen.getAllByRole('heading', { level: 4 });
    const toggle = within(gate!).getByRole('button');
    if (toggle.getAttribute('aria-expanded') === 'false') await user.click(toggle);
    expect(
      screen.getByText('How to meet it: Ask who signs, and write the name down.'),
    ).toBeTruthy();
    expect(screen.getAllByText(/^How to meet it/)).toHaveLength(1);
  });
});
