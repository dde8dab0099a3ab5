// @vitest-environment jsdom
import { render, screen, within } from '@testing-library/react';
import axe from 'axe-core';
import { describe, expect, test, vi } from 'vitest';
import type { OptionsView } from '../../lib/app/options-model.ts';
import { wordsOf } from '../../lib/app/words.ts';
import english from '../../public/_locales/en/messages.json';
import dutch from '../../public/_locales/nl/messages.json';
import {
  button,
  fault,
  HOST,
  press,
  section,
  testOptions,
  user,
} from '../../tests/a11y/open-options.tsx';
import { Options } from './Options.tsx';

vi.mock('wxt/browser', async () => ({
  browser: (await import('../../tests/fake-browser.ts')).fakeBrowser,
}));

const { actions, open, openView } = testOptions();

describe.each([
  ['en', english],
  ['nl', dutch],
] as const)('in %s', (locale, catalogue) => {
  const views: Record<string, Partial<OptionsView>> = {
    'as it comes': {},
    'with sites': {
      sites: [
        { pattern: HOST, host: 'crm.example.com', fixed: false },
        { pattern: 'https://*/*', host: '', fixed: true },
      ],
    },
    'with a broken playbook': {
      inForce: { kind: 'broken', source: 'published', version: 3, fault },
      file: null,
    },
    'with an unread one': {
      inForce: { kind: 'broken', source: 'published', version: null, fault: null },
    },
    'without a database': { inForce: { kind: 'unreadable', fault: 'refused' } },
  };
  test.each(Object.entries(views))('%s it can be read and used by everybody', async (_, view) => {
    await actions().publishPack('spiced');
    const found = { ...(await actions().look()), ...view };
    const t = wordsOf(catalogue);
    const { container } = render(
      <Options
        actions={{ ...actions(), look: () => Promise.resolve(found) }}
        t={t}
        locale={locale}
      />,
    );
    await screen.findByRole('heading', { name: t('options_force_title') });
    const packs = within(screen.getByRole('region', { name: t('options_packs_title') }));
    await user.click(packs.getAllByRole('button')[0]!);
    for (const fold of container.querySelectorAll('[aria-expanded="false"]'))
      await user.click(fold);
    expect(container.textContent).not.toMatch(/options_|\$\d|undefined|\[object/);
    const { violations } = await axe.run(container, {
      rules: { 'color-contrast': { enabled: false } },
    });
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`),
    ).toEqual([]);
  });
});

test('every text has a key in both languages, with the same places to fill in', () => {
  const ownKeys = (catalogue: object) =>
    Object.keys(catalogue).filter((key) => key.startsWith('options_'));
  expect(ownKeys(dutch)).toEqual(ownKeys(english));
  const places = (text: string) => [...new Set(text.match(/\$\d/g))].toSorted();
  for (const key of ownKeys(english) as (keyof typeof english)[]) {
    expect([key, places(dutch[key].message)]).toEqual([key, places(english[key].message)]);
  }
});

describe('the playbook in force', () => {
  test('is told with its numbers, and its gates unfold with their why', async () => {
    await actions().publishPack('meddpicc');
    await open();
    const now = section('Playbook in force');
    expect(now.getByRole('heading', { name: 'MEDDPICC Version 2' })).toBeTruthy();
    expect(now.getByText('12 (required: 10 in forecast, 12 in commit)')).toBeTruthy();
    expect(now.getByText('Since')).toBeTruthy();
    expect(now.queryByText('Plans for money and people rest on this number.')).toBeNull();
    await press('See the 12 gates');
    const gate = within(now.getByText('Why us').closest('li')!);
    expect(gate.getByText('Forecast: advised')).toBeTruthy();
    expect(gate.getByText('Commit: required')).toBeTruthy();
    expect(now.getByText('Plans for money and people rest on this number.')).toBeTruthy();
  });

  test('that can’t be used says where and why, and offers its text', async () => {
    await openView({ inForce: { kind: 'broken', source: 'published', version: 3, fault } });
    const now = section('Playbook in force');
    expect(now.getByText('At “G3”, line 41:')).toBeTruthy();
    expect(now.getByText(fault.message).lang).toBe('en');
    expect(button('Export it as it is')).toBeTruthy();
  });

  test('another tab’s publication is seen when the window comes to the front', async () => {
    await open();
    await actions().publishPack('spiced');
    window.dispatchEvent(new Event('focus'));
    expect(await screen.findByRole('heading', { name: 'SPICED Version 2' })).toBeTruthy();
  });
});

describe('a starter pack', () => {
  test('is published only after it was said what changes', async () => {
    const publishPack = vi.spyOn(actions(), 'publishPack');
    await open();
    expect(screen.queryByRole('button', { name: 'Use BANT-light' })).toBeNull();
    await press('Use SPICED');
    const asked = screen.getByRole('group', { name: 'SPICED becomes version 2' });
    expect(document.activeElement).toBe(asked);
    const changes = within(within(asked).getByRole('region', { name: 'What changes' }));
    const gates = within(changes.getByRole('group', { name: 'Gates' }));
    const names = (is: string) =>
      gates.getAllByText(is).map((tag) => tag.parentElement?.textContent.slice(is.length + 1));
    expect(names('new')).toEqual(['Decision and paper process', 'A steady date']);
    expect(names('gone')).toEqual(['Economic buyer']);
    expect(publishPack).not.toHaveBeenCalled();
    await press('Publish version 2');
    const said = await screen.findByText(/^Version 2 is in force/);
    expect(said.closest('[role="status"]')).toBe(document.activeElement);
    expect(screen.getByRole('heading', { name: 'SPICED 8 gates In force' })).toBeTruthy();
    expect(button('Use BANT-light')).toBeTruthy();
    expect(publishPack).toHaveBeenCalledTimes(1);
  });

  test.each([
    ['Not now', () => press('Not now')],
    ['Escape', () => user.keyboard('{Escape}')],
  ])('with %s nothing happens, and the focus is where it was', async (_, refuse) => {
    const publishPack = vi.spyOn(actions(), 'publishPack');
    await open();
    await press('Use SPICED');
    await refuse();
    expect(screen.queryByRole('group')).toBeNull();
    expect(document.activeElement).toBe(button('Use SPICED'));
    expect(publishPack).not.toHaveBeenCalled();
  });

  test('two presses are one publication', async () => {
    const publishPack = vi.fn(() => new Promise<never>(() => undefined));
    await open({ publishPack });
    await press('Use SPICED');
    await user.dblClick(button('Publish version 2'));
    expect(publishPack).toHaveBeenCalledTimes(1);
  });

  test('that could not be kept: why, and the question stays', async () => {
    await open({ publishPack: () => Promise.resolve({ ok: false, fault: 'full' }) });
    await press('Use SPICED');
    await press('Publish version 2');
    expect(await screen.findByText(/the browser's storage is full/)).toBeTruthy();
    expect(button('Publish version 2')).toBeTruthy();
    expect(screen.getByRole('heading', { name: 'BANT-light Version 1' })).toBeTruthy();
  });

  test('what was said of one is not left standing when another is published', async () => {
    await open();
    await press('Use SPICED');
    await press('Publish version 2');
    await screen.findByText(/^Version 2 is in force/);
    await press('Use MEDDPICC');
    expect(screen.queryByText(/^Version 2 is in force/)).toBeNull();
  });
});

test('earlier versions are a link away', async () => {
  await actions().publishPack('spiced');
  await open();
  expect(screen.getByRole('link', { name: '1 earlier version' }).getAttribute('href')).toBe(
    '#/versions',
  );
});
