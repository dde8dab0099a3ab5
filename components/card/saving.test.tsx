// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { TEXT_LIMIT } from '../../lib/core/limits.ts';
import type { SaveResult, StorageFault } from '../../lib/messaging/protocol.ts';
import { promptOf, view } from '../../tests/a11y/gallery/deals.ts';
import { views } from '../../tests/a11y/gallery/views.ts';
import { box, button, later, open } from '../../tests/a11y/open-card.tsx';

const user = userEvent.setup({ delay: null });
const asked = view({ prompt: promptOf('G5') });

describe('saving', () => {
  it('says "Saving…", and "Saved" only after it was confirmed', async () => {
    const { save, end } = later();
    open(asked, { answerPrompt: save });
    await user.type(box(/Your thoughts/), 'Two days a month');
    await user.click(button('Save'));
    expect(screen.getByText('Saving…').getAttribute('role')).toBe('status');
    expect(screen.queryByText('Saved')).toBeNull();
    await end({ ok: true });
    expect(screen.getByText('Saved').getAttribute('role')).toBe('status');
    expect(screen.queryByText('One question')).toBeNull();
  });

  it.each<StorageFault>([
    'full',
    'refused',
    'blocked',
    'migration',
    'invalid',
    'no-answer',
    'updated',
  ])('keeps the text when the fault is "%s", and says what is wrong', async (fault) => {
    open(asked, { answerPrompt: () => Promise.resolve({ ok: false, fault }) });
    await user.type(box(/Your thoughts/), 'Two days a month');
    await user.click(button('Save'));
    expect(screen.getByText(/^Not saved: .{20,}/)).toBeTruthy();
    expect(box(/Your thoughts/).value).toBe('Two days a month');
    expect(screen.queryByText('Saved')).toBeNull();
  });

  it('takes a save that rejects for one that got no answer', async () => {
    open(asked, { answerPrompt: () => Promise.reject(new Error('gone')) });
    await user.type(box(/Your thoughts/), 'x');
    await user.click(button('Save'));
    expect(screen.getByText(/Dealside did not answer/)).toBeTruthy();
  });

  it('saves an answer with its date, closes the form and gives the focus back', async () => {
    const saveAnswer = vi.fn(() => Promise.resolve<SaveResult>({ ok: true }));
    open(view(), { saveAnswer });
    await user.click(button('Answer: Agreed next step'));
    expect(document.activeElement).toBe(box('Next step'));
    await user.type(box('Next step'), '  Anna asks IT ');
    fireEvent.change(screen.getByLabelText('By when'), { target: { value: '2026-11-26' } });
    await user.click(button('Save'));
    expect(saveAnswer).toHaveBeenCalledWith('nextStep', 'Anna asks IT', '2026-11-26');
    expect(screen.getByText('Saved: Agreed next step')).toBeTruthy();
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(document.activeElement).toBe(button('Answer: Agreed next step'));
  });

  it('keeps a form open with its text on a fault, and offers to copy it', async () => {
    const copy = vi.fn(() => Promise.resolve(false));
    open(view(), { saveAnswer: () => Promise.resolve({ ok: false, fault: 'full' }), copy });
    await user.click(button('Answer: Agreed next step'));
    await user.type(box('Next step'), 'Anna asks IT');
    await user.click(button('Save'));
    expect(screen.getByText(/the browser's storage is full/)).toBeTruthy();
    expect(box('Next step').value).toBe('Anna asks IT');
    await user.click(button('Copy the text'));
    expect(copy).toHaveBeenCalledWith('Anna asks IT');
    expect(screen.getByText(/^Not copied/)).toBeTruthy();
  });

  it('keeps what was typed while the save was under way', async () => {
    const { save, end } = later();
    open(view(), { saveAnswer: save });
    await user.click(button('Answer: Agreed next step'));
    await user.type(box('Next step'), 'Anna asks IT');
    await user.click(button('Save'));
    await user.type(box('Next step'), ' on Monday');
    await end({ ok: true });
    expect(box('Next step').value).toBe('Anna asks IT on Monday');
  });

  it('saves once however often it is pressed', async () => {
    const { save } = later();
    open(asked, { answerPrompt: save });
    await user.type(box(/Your thoughts/), 'x');
    await user.click(button('Save'));
    await user.click(button('Save'));
    expect(save).toHaveBeenCalledTimes(1);
  });

  it('starts an aged answer with its text, to confirm or change', async () => {
    open(view());
    await user.click(button(/^Economic buyer/));
    await user.click(button('Confirm or change: Economic buyer'));
    expect(box('Economic buyer').value).toBe('Petra de Wit, CFO, told us so on the call');
  });

  it('wants a reason and a day after today for an exception', async () => {
    const saveException = vi.fn(() => Promise.resolve<SaveResult>({ ok: true }));
    open(view(), { saveException });
    await user.click(button('Exception: Agreed next step'));
    const until = screen.getByLabelText<HTMLInputElement>('Through');
    expect(until.value).toBe('2026-12-05');
    await user.type(box('Reason'), 'Renewal');
    fireEvent.change(until, { target: { value: '2026-11-21' } });
    expect(screen.getByText('Pick a day after today')).toBeTruthy();
    await user.click(button('Save'));
    expect(saveException).not.toHaveBeenCalled();
    fireEvent.change(until, { target: { value: '2026-11-22' } });
    await user.click(button('Save'));
    expect(saveException).toHaveBeenCalledWith('G3', 'Renewal', '2026-11-22');
  });

  it('parks and wakes', async () => {
    const park = vi.fn(() => Promise.resolve<SaveResult>({ ok: true }));
    const wake = vi.fn(() => Promise.resolve<SaveResult>({ ok: false, fault: 'no-answer' }));
    const { show } = open(view(), { park, wake });
    await user.click(button('Park'));
    await user.type(box('Reason'), 'Champion on leave');
    await user.click(button('Save'));
    expect(park).toHaveBeenCalledWith('Champion on leave', '2026-12-05');
    show(views.parked);
    await user.click(button('Wake'));
    expect(screen.getByText(/That did not work: Dealside did not answer/)).toBeTruthy();
  });

  it('counts characters only near the limit, and cuts nothing off', () => {
    open(asked);
    fireEvent.change(box(/Your thoughts/), { target: { value: 'x'.repeat(100) } });
    expect(screen.queryByText(/character/)).toBeNull();
    fireEvent.change(box(/Your thoughts/), { target: { value: 'x'.repeat(TEXT_LIMIT - 1) } });
    expect(screen.getByText('1 character left')).toBeTruthy();
    fireEvent.change(box(/Your thoughts/), { target: { value: 'x'.repeat(TEXT_LIMIT + 5) } });
    expect(screen.getByText('5 characters too many')).toBeTruthy();
    expect(button('Save').getAttribute('aria-disabled')).toBe('true');
    expect(box(/Your thoughts/).value).toHaveLength(TEXT_LIMIT + 5);
  });

  it('shares with the question, or copies where the CRM takes no notes', async () => {
    const share = vi.fn(() => Promise.resolve(false));
    const copy = vi.fn(() => Promise.resolve(true));
    const { show } = open(asked, { share, copy });
    await user.type(box(/Your thoughts/), 'Two days');
    await user.click(button('Share to CRM'));
    expect(share).toHaveBeenCalledWith('What does it cost them to leave it as it is?\nTwo days');
    expect(screen.getByText(/^Not shared: Atomic CRM/)).toBeTruthy();
    show({ ...asked, canShare: false });
    await user.click(button('Copy'));
    expect(copy).toHaveBeenCalledWith('What does it cost them to leave it as it is?\nTwo days');
    expect(screen.getByText('Copied')).toBeTruthy();
  });

  it('asks for the day where the answer has one', async () => {
    const answerPrompt = vi.fn(() => Promise.resolve<SaveResult>({ ok: true }));
    open(view({ prompt: promptOf('G3') }), { answerPrompt });
    await user.type(box(/Your thoughts/), 'Anna asks IT');
    fireEvent.change(screen.getByLabelText('By when'), { target: { value: '2026-11-26' } });
    await user.click(button('Save'));
    expect(answerPrompt).toHaveBeenCalledWith(promptOf('G3'), 'Anna asks IT', '2026-11-26');
  });

  it('goes when it was put off, even where the view lets go of it before the save ends', async () => {
    const { save, end } = later();
    const { show } = open(asked, { notNow: save });
    await user.click(button('Not now'));
    show(view());
    await end({ ok: true });
    expect(screen.queryByText('One question')).toBeNull();
  });

  it('puts the question off', async () => {
    open(asked);
    await user.click(button('Not now'));
    expect(screen.queryByText('One question')).toBeNull();
    expect(screen.getByText('Fine, not now')).toBeTruthy();
  });
});
