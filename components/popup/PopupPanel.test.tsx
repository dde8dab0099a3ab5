// @vitest-environment jsdom
import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import axe from 'axe-core';
import { describe, expect, test, vi } from 'vitest';
import english from '../../public/_locales/en/messages.json';
import dutch from '../../public/_locales/nl/messages.json';
import type { PopupState } from '../../lib/app/popup.ts';
import { Popup, type PopupWords } from './Popup.tsx';
import { PopupPanel } from './PopupPanel.tsx';

const HOST = 'crm.example.com';
const wordsIn =
  (catalogue: Readonly<Record<string, { readonly message: string }>>): PopupWords =>
  (key, substitutions = []) =>
    (catalogue[key]?.message ?? key).replace(
      /\$(\d)/g,
      (_, digit) => substitutions[Number(digit) - 1] ?? '',
    );
const t = wordsIn(english);
const offer: PopupState = { kind: 'offer', host: HOST, crm: 'Atomic CRM' };
const on: PopupState = { kind: 'on', host: HOST };
const nothing = (): void => undefined;

const STATES: [string, PopupState][] = [
  ['looking', { kind: 'looking' }],
  ['offer', offer],
  ['on', on],
  ['held', { kind: 'held', host: HOST, from: '2026-06-24' }],
  ['elsewhere', { kind: 'elsewhere', crms: ['Atomic CRM', 'Tryton'] }],
];

describe.each([
  ['en', english],
  ['nl', dutch],
] as const)('in %s', (locale, catalogue) => {
  test.each(STATES)('%s can be read and used by everybody', async (_, state) => {
    const { container } = render(
      <Popup
        state={state}
        failed="use"
        t={wordsIn(catalogue)}
        locale={locale}
        onUse={nothing}
        onStop={nothing}
      />,
    );
    expect(container.textContent).not.toMatch(/popup_|\$\d/);
    const { violations } = await axe.run(container, { rules: { region: { enabled: false } } });
    expect(violations).toEqual([]);
  });
});

describe('the popup', () => {
  test('offers this one host, and says that it is on once it was granted', async () => {
    const look = vi
      .fn<() => Promise<PopupState>>()
      .mockResolvedValueOnce(offer)
      .mockResolvedValue(on);
    const use = vi.fn(() => Promise.resolve(true));
    render(
      <PopupPanel look={look} use={use} stop={() => Promise.resolve(true)} t={t} locale="en" />,
    );
    await userEvent.click(await screen.findByRole('button', { name: `Use Dealside on ${HOST}` }));
    expect(use).toHaveBeenCalledTimes(1);
    expect(await screen.findByText('Open a deal and the card appears.')).toBeTruthy();
  });

  test('says what it came to when the browser’s question was answered with no', async () => {
    render(
      <PopupPanel
        look={() => Promise.resolve(offer)}
        use={() => Promise.resolve(false)}
        stop={() => Promise.resolve(true)}
        t={t}
        locale="en"
      />,
    );
    await userEvent.click(await screen.findByRole('button', { name: /Use Dealside/ }));
    expect((await screen.findByRole('status')).textContent).toBe(`Dealside stays off on ${HOST}.`);
  });

  test('stops, and says so when the browser holds on to the host', async () => {
    const stop = vi.fn(() => Promise.resolve(false));
    render(
      <PopupPanel
        look={() => Promise.resolve(on)}
        use={() => Promise.resolve(true)}
        stop={stop}
        t={t}
        locale="en"
      />,
    );
    await userEvent.click(
      await screen.findByRole('button', { name: `Stop using Dealside on ${HOST}` }),
    );
    expect(stop).toHaveBeenCalledTimes(1);
    expect((await screen.findByRole('status')).textContent).toMatch(/settings for extensions/);
  });

  test('says where Dealside works, an own CRM included', async () => {
    const look = () =>
      Promise.resolve<PopupState>({ kind: 'elsewhere', crms: ['Atomic CRM', 'Tryton'] });
    render(<PopupPanel look={look} use={look as never} stop={look as never} t={t} locale="en" />);
    expect(await screen.findByText(/in Atomic CRM, Tryton, or a CRM of your own\./)).toBeTruthy();
    expect(screen.getByText(/under “Playbook and settings”/)).toBeTruthy();
  });
});

test('a rep whom a staged start holds back is told the day, and can still give the host back', () => {
  const held: PopupState = { kind: 'held', host: HOST, from: '2026-06-24' };
  const { container } = render(
    <Popup state={held} failed={null} t={t} locale="en-GB" onUse={nothing} onStop={nothing} />,
  );
  expect(container.textContent).toContain('Your team starts with Dealside on 24 June 2026.');
  expect(screen.getByRole('button', { name: `Stop using Dealside on ${HOST}` })).toBeTruthy();
});
