// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import type { SaveResult } from '../../lib/messaging/protocol.ts';
import { assessment, gates, signal, view } from '../../tests/a11y/gallery/deals.ts';
import { box, button, open } from '../../tests/a11y/open-card.tsx';

const user = userEvent.setup({ delay: null });
const ok = () => vi.fn(() => Promise.resolve<SaveResult>({ ok: true }));
const DAY = '2026-11-21';
const NAME = 'Agreed next step';
const UNFIT = `${NAME}: this doesn’t fit this deal`;
const UNDO = `Undo: ${NAME} doesn’t fit this deal`;
const disputed = (reason?: string) => [
  reason === undefined ? { rule: 'gate:G3', day: DAY } : { rule: 'gate:G3', day: DAY, reason },
];

it('is said at a gate by the keyboard, with a reason or without', async () => {
  const saveDispute = ok();
  open(view(), { saveDispute });
  button(UNFIT).focus();
  await user.keyboard('{Enter}');
  expect(document.activeElement).toBe(box(/What doesn’t fit/));
  await user.click(button('Save'));
  expect(saveDispute).toHaveBeenLastCalledWith('gate:G3', '');
  expect(screen.getByText(`Noted: ${NAME} doesn’t fit this deal`).role).toBe('status');
  await user.click(button(UNFIT));
  await user.type(box(/What doesn’t fit/), ' a renewal ');
  await user.click(button('Save'));
  expect(saveDispute).toHaveBeenLastCalledWith('gate:G3', 'a renewal');
});

it('is shown once it was said, changes no standing, and is taken back where the focus is', async () => {
  const endDispute = ok();
  const { show } = open(view(), { endDispute });
  const standing = screen.getByRole('heading', { level: 2 }).textContent;
  await user.click(button(UNFIT));
  await user.click(button('Save'));
  show(view({ disputes: disputed('a renewal') }));
  expect(screen.getByText('Noted: this doesn’t fit this deal. “a renewal”')).toBeTruthy();
  expect(screen.getByRole('heading', { level: 2 }).textContent).toBe(standing);
  expect(screen.queryByRole('button', { name: UNFIT })).toBeNull();
  button(UNDO).focus();
  await user.keyboard('{Enter}');
  expect(endDispute).toHaveBeenCalledWith('gate:G3');
  show(view());
  expect(document.activeElement).toBe(button(UNFIT));
  expect(screen.getByText(`Taken back: ${NAME}`)).toBeTruthy();
});

it('keeps the text and says so when it was not kept', async () => {
  open(view(), { saveDispute: () => Promise.resolve({ ok: false, fault: 'full' }) });
  await user.click(button(UNFIT));
  await user.type(box(/What doesn’t fit/), 'a renewal');
  await user.click(button('Save'));
  expect(screen.getByText(/the browser's storage is full/)).toBeTruthy();
  expect(box(/What doesn’t fit/).value).toBe('a renewal');
});

it('is said at a signal, and stays in sight at a gate that has turned', async () => {
  const saveDispute = ok();
  const one = assessment({
    gates: [gates.stepMet],
    signals: [signal('date-moves', 'amber', { count: 3, limit: 2, longest: 14, since: DAY })],
  });
  open(view({ assessment: one, disputes: disputed() }), { saveDispute });
  const signals = within(screen.getByRole('heading', { name: 'Signals' }).parentElement!);
  await user.click(signals.getByRole('button'));
  await user.click(signals.getByRole('button', { name: /this doesn’t fit this deal$/ }));
  await user.click(button('Save'));
  expect(saveDispute).toHaveBeenCalledWith('signal:date-moves', '');
  await user.click(button(/met$/));
  expect(button(UNDO)).toBeTruthy();
});

it('a card that is only looked at offers nothing to write', () => {
  const offered = ['Answer', 'Exception', 'Park', 'This doesn’t fit this deal'];
  const texts = () => screen.getAllByRole('button').map((one) => one.textContent.trim());
  const { show } = open(view());
  expect(texts()).toEqual(expect.arrayContaining(offered));
  show(view({ readOnly: true, prompt: null }));
  expect(texts().filter((text) => offered.includes(text))).toEqual([]);
});
