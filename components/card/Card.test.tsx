// @vitest-environment jsdom
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import nl from '../../public/_locales/nl/messages.json';
import type { SaveResult, StorageFault } from '../../lib/messaging/protocol.ts';
import { wordsOf } from '../../lib/app/words.ts';
import {
  actions as actionsOf,
  assessment,
  promptOf,
  view,
  waived,
} from '../../tests/a11y/gallery/deals.ts';
import { views } from '../../tests/a11y/gallery/views.ts';
import { button, open } from '../../tests/a11y/open-card.tsx';
import { Card } from './Card.tsx';
import { createDrafts } from './drafts.ts';

const user = userEvent.setup({ delay: null });

describe('what the card says', () => {
  it('gives the standing, the count and the window first', () => {
    open(view());
    expect(screen.getByRole('heading', { name: 'At the edge' })).toBeTruthy();
    expect(screen.getByRole('img', { name: '5 of 7 required gates met or excepted' })).toBeTruthy();
    expect(screen.getByText('Closes in 23 days; our window is 60')).toBeTruthy();
    expect(screen.getByText('Learned from 34 won deals')).toBeTruthy();
  });

  it('shows three open gates, and the rest on request', async () => {
    open(views.out);
    expect(screen.getAllByRole('heading', { level: 4 })).toHaveLength(3);
    await user.click(button('4 more'));
    expect(screen.getAllByRole('heading', { level: 4 })).toHaveLength(7);
    await user.click(button('Show fewer'));
    expect(screen.getAllByRole('heading', { level: 4 })).toHaveLength(3);
  });

  it('counts met gates and those that cannot be told, folded', async () => {
    const { assessment: unread } = views.unknown;
    open({ ...views.unknown, assessment: unread && { ...unread, standing: 'edge' } });
    expect(screen.queryByText('Contacts: not on this page')).toBeNull();
    await user.click(button("2 can't tell"));
    expect(screen.getByText('Contacts: not on this page')).toBeTruthy();
    expect(screen.getByText('Amount: “1.234” can be read in two ways')).toBeTruthy();
    expect(button('5 met')).toBeTruthy();
  });

  it('leads with what cannot be told where that alone holds the deal up', () => {
    open(views.unknown);
    expect(button("2 can't tell").getAttribute('aria-expanded')).toBe('true');
    expect(screen.getByText('Contacts: not on this page')).toBeTruthy();
  });

  it('marks an advised gate, and never makes it sound required', async () => {
    open(view());
    const advised = button(/Critical event/);
    expect(advised.textContent).toContain('advised');
    await user.click(advised);
    expect(screen.getByText('Good to have; the deal counts without it')).toBeTruthy();
  });

  it('takes an excepted gate into the count, out of the open ones, and ends it on request', async () => {
    const endException = vi.fn(() => Promise.resolve<SaveResult>({ ok: true }));
    const kept = assessment().gates.map((result) =>
      result.gate.id === 'G3' ? waived(result) : result,
    );
    open(view({ assessment: assessment({ gates: kept }) }), { endException });
    expect(screen.getByRole('img', { name: /6 of 7/ })).toBeTruthy();
    expect(
      screen.getByText('Exception through 5 Dec 2026: Renewal: same contract as last year'),
    ).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Answer: Agreed next step' })).toBeNull();
    await user.click(button('End exception: Agreed next step'));
    expect(endException).toHaveBeenCalledWith('G3');
    expect(screen.getByText('Exception ended: Agreed next step')).toBeTruthy();
  });

  it('offers the way to a field only where the page has it', async () => {
    const goToField = vi.fn();
    const { show } = open(view(), { goToField });
    await user.click(button('Go to the field: Agreed next step'));
    expect(goToField).toHaveBeenCalledWith('nextStep');
    show(view({ reachable: new Set() }));
    expect(screen.queryByRole('button', { name: /Go to the field/ })).toBeNull();
  });

  it('opens a signal on its why, question and threshold', async () => {
    open(view());
    await user.click(button(/Quiet for 16 working days; our won deals hear back within 9/));
    expect(screen.getByText('Momentum decays')).toBeTruthy();
    expect(screen.getByText('Learned from 34 deals')).toBeTruthy();
  });

  it('tells how a gate was read, from where, and which rule asked', async () => {
    open(views.out);
    await user.click(screen.getAllByRole('button', { name: 'How this was read' })[0]!);
    expect(
      screen.getByText(/past the window's end of 20 Jan 2027 \(typed, not saved yet\)/),
    ).toBeTruthy();
    expect(
      screen.getByText('Gate G1, kept by Sales Ops, to be reviewed by 1 Mar 2027'),
    ).toBeTruthy();
  });

  it('does not ask one question twice', () => {
    open(view({ prompt: promptOf('G3') }));
    expect(screen.getAllByText('What has the customer agreed to do next, and when?')).toHaveLength(
      1,
    );
  });

  it('keeps markup as text', () => {
    const { container } = open(views.markup);
    expect(container.querySelector('img')).toBeNull();
    expect(screen.getByText('<img src=x onerror=alert(1)> & "Sons" $1 | two')).toBeTruthy();
  });

  it('asks nothing of a decided deal', () => {
    open(views.won);
    expect(screen.getByRole('heading', { name: 'Won' })).toBeTruthy();
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Park' })).toBeNull();
    expect(button('7 met')).toBeTruthy();
  });

  it('speaks Dutch', () => {
    render(
      <Card
        view={views.out}
        actions={actionsOf()}
        t={wordsOf(nl)}
        locale="nl"
        drafts={createDrafts()}
      />,
    );
    expect(screen.getByRole('heading', { name: 'Telt nog niet mee' })).toBeTruthy();
    expect(
      screen.getByText('Sluitdatum: 14 feb 2027, na het eind van het venster op 20 jan 2027'),
    ).toBeTruthy();
    expect(screen.getByText('Eén vraag')).toBeTruthy();
  });
});

describe('faults', () => {
  it('of the playbook show the rule and the line, and nothing else', () => {
    open(views.playbook);
    expect(screen.getByText('At “G3”, line 42')).toBeTruthy();
    expect(screen.queryByRole('heading', { level: 3 })).toBeNull();
    expect(screen.queryByRole('img')).toBeNull();
  });

  it('of the page are one line', () => {
    open(views.page);
    expect(screen.getByText("Dealside can't read this page")).toBeTruthy();
    expect(screen.queryByRole('heading')).toBeNull();
  });

  it.each<StorageFault>([
    'full',
    'refused',
    'blocked',
    'migration',
    'invalid',
    'no-answer',
    'updated',
  ])('of the records ("%s") stand above the deal', (fault) => {
    open(view({ fault: { kind: 'records', fault } }));
    expect(screen.getByText(/^(Dealside|Something)/, { selector: '.ds-notice' })).toBeTruthy();
    expect(screen.getByRole('heading', { name: 'At the edge' })).toBeTruthy();
  });

  it('of the session and after an update leave the deal in sight', () => {
    const { show } = open(views.session);
    expect(
      screen.getByText('Your session at Atomic CRM has ended. Saved values are as last seen.'),
    ).toBeTruthy();
    show(views.updated);
    expect(screen.getByText(/Reload this page/)).toBeTruthy();
    expect(screen.getByRole('heading', { name: 'At the edge' })).toBeTruthy();
  });

  it('are not confused with reading', () => {
    open(views.loading);
    expect(screen.getByText('Reading the deal…')).toBeTruthy();
  });
});
