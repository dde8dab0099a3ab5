// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { assessment, gates, promptOf, view } from '../../tests/a11y/gallery/deals.ts';
import { box, button, card, later, open, otherDeal } from '../../tests/a11y/open-card.tsx';

const user = userEvent.setup({ delay: null });
const asked = view({ prompt: promptOf('G5') });

describe('drafts', () => {
  it('survive folding, closing and coming back', async () => {
    const { show } = open(view());
    await user.click(button('Answer: Agreed next step'));
    await user.type(box('Next step'), 'Anna');
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('textbox')).toBeNull();
    await user.click(button('Answer: Agreed next step'));
    expect(box('Next step').value).toBe('Anna');
    await user.click(button('Make the card small'));
    show(view());
    await user.click(button(/Open the card/));
    expect(box('Next step').value).toBe('Anna');
  });

  it("never stand on another deal, and are there again on one's own", async () => {
    const { show } = open(asked);
    await user.type(box(/Your thoughts/), 'A secret');
    show({ ...otherDeal, prompt: promptOf('G5') });
    expect(box(/Your thoughts/).value).toBe('');
    show(asked);
    expect(box(/Your thoughts/).value).toBe('A secret');
  });

  it('of a deal that was left are settled when their save ends, and nothing is said on the next deal', async () => {
    const { save, end } = later();
    const { show } = open(asked, { answerPrompt: save });
    await user.type(box(/Your thoughts/), 'Two days');
    await user.click(button('Save'));
    show(otherDeal);
    await end({ ok: true });
    expect(screen.queryByText('Saved')).toBeNull();
    show(asked);
    expect(box(/Your thoughts/).value).toBe('');
  });

  it('are thrown away by Cancel', async () => {
    open(view());
    await user.click(button('Answer: Agreed next step'));
    await user.type(box('Next step'), 'Anna');
    await user.click(button('Cancel'));
    await user.click(button('Answer: Agreed next step'));
    expect(box('Next step').value).toBe('');
  });

  it('can still be copied when the card was updated away', async () => {
    const { show } = open(asked);
    await user.type(box(/Your thoughts/), 'Two days');
    show({ ...asked, assessment: null, fault: { kind: 'updated' } });
    expect(screen.getByText('Dealside was updated. Reload this page to go on.')).toBeTruthy();
    expect(screen.getByDisplayValue('Two days')).toBeTruthy();
  });
});

describe('while the rep types', () => {
  const met = assessment({
    standing: 'counts',
    gates: assessment().gates.map((result) => (result.gate.id === 'G3' ? gates.stepMet : result)),
  });

  it('a new assessment keeps the focus, the caret and the form', async () => {
    const { show } = open(view());
    await user.click(button('Answer: Agreed next step'));
    const field = box('Next step');
    await user.type(field, 'Anna asks');
    field.setSelectionRange(4, 4);
    show(view({ assessment: met }));
    expect(box('Next step')).toBe(field);
    expect(document.activeElement).toBe(field);
    expect(field.selectionStart).toBe(4);
  });

  it('the question stays while something is written under it', async () => {
    const { show } = open(asked);
    const field = box(/Your thoughts/);
    await user.click(field);
    show(view({ prompt: promptOf('G7') }));
    expect(document.activeElement).toBe(field);
    await user.type(field, 'Two days');
    show(view({ prompt: null }));
    expect(box(/Your thoughts/).value).toBe('Two days');
    expect(document.activeElement).toBe(field);
  });

  it('a gate that turns met becomes a line where it stood, and goes back', () => {
    const { show } = open(view());
    show(view({ assessment: met }));
    const list = screen.getAllByRole('list')[0]!;
    const [first] = within(list).getAllByRole('listitem');
    expect(within(first!).getByRole('img', { name: 'Met' })).toBeTruthy();
    show(view());
    expect(within(list).getAllByRole('listitem')[0]!.textContent).toContain(
      '“TBD” is a placeholder',
    );
  });

  it('the focus goes to the card when what had it has gone', async () => {
    const { show } = open(view());
    await user.click(button('Answer: Agreed next step'));
    await user.type(box('Next step'), 'Anna asks IT');
    await user.click(button('Save'));
    show(view({ assessment: met }));
    expect(document.activeElement).toBe(card());
  });

  it('the focus is never taken from the page', () => {
    const field = document.body.appendChild(document.createElement('input'));
    const { show } = open(view());
    field.focus();
    show(view({ assessment: met, prompt: promptOf('G5') }));
    show(otherDeal);
    expect(document.activeElement).toBe(field);
    field.remove();
  });
});

describe('the keyboard', () => {
  it('moves the focus into the card each time that the shortcut asks, opening it where it is small', () => {
    const { show } = open(view());
    expect(document.activeElement).toBe(document.body);
    show(view({ focusRequests: 1 }));
    expect(document.activeElement).toBe(card());
    const small = { right: 16, bottom: 16, collapsed: true };
    show(view({ focusRequests: 1, place: small }));
    show(view({ focusRequests: 2, place: small }));
    expect(document.activeElement).toBe(card());
  });

  it('Escape closes a form first, then makes the card small', async () => {
    const move = vi.fn();
    open(view(), { move });
    await user.click(button('Answer: Agreed next step'));
    await user.keyboard('{Escape}');
    expect(document.activeElement).toBe(button('Answer: Agreed next step'));
    expect(move).not.toHaveBeenCalled();
    await user.keyboard('{Escape}');
    expect(move).toHaveBeenCalledWith({ right: 16, bottom: 16, collapsed: true });
    expect(document.activeElement).toBe(
      button(/^At the edge, 5 of 7 required gates met or excepted. Open the card$/),
    );
  });

  it('moves the card with the arrow keys on its handle', () => {
    const move = vi.fn();
    open(view(), { move });
    fireEvent.keyDown(button('Move the card with the arrow keys'), { key: 'ArrowUp' });
    expect(move).toHaveBeenLastCalledWith({ right: 16, bottom: 24, collapsed: false });
    fireEvent.keyDown(button('Move the card with the arrow keys'), { key: 'ArrowRight' });
    expect(move).toHaveBeenLastCalledWith({ right: 8, bottom: 24, collapsed: false });
  });

  it('closes', async () => {
    const close = vi.fn();
    open(view(), { close });
    await user.click(button('Close the card'));
    expect(close).toHaveBeenCalledTimes(1);
  });
});
