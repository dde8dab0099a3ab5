// @vitest-environment jsdom
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import axe from 'axe-core';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { press, section, testOptions, user } from '../../../tests/a11y/open-options.tsx';
import { everythingAbout, put, sameStore } from '../../../tests/data-world.ts';
import { fakeBrowser } from '../../../tests/fake-browser.ts';
import { wordsIn } from '../../../lib/app/catalogues.ts';
import { Options } from '../../options/Options.tsx';
import { hashOf } from '../../options/routes.ts';
import { PERMISSION_KEYS } from './PermissionsSection.tsx';

vi.mock('wxt/browser', async () => ({
  browser: (await import('../../../tests/fake-browser.ts')).fakeBrowser,
}));

const page = testOptions('about');
const copied = vi.fn<(text: string) => Promise<void>>();
beforeEach(() => {
  Object.assign(fakeBrowser.runtime, {
    getManifest: () => ({
      version: '0.1.0',
      manifest_version: 3,
      permissions: ['activeTab', 'alarms', 'scripting', 'storage'],
      optional_permissions: ['cookies'],
    }),
  });
  copied.mockReset().mockResolvedValue();
  Object.defineProperty(navigator, 'clipboard', {
    value: { writeText: copied },
    configurable: true,
  });
});
const open = async (): Promise<void> => {
  await page.open();
  await screen.findByRole('region', { name: 'Language' });
};
const violations = async (): Promise<string[]> => {
  const found = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
  return found.violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ''}`);
};

describe('the language', () => {
  it('is the browser’s own until another is chosen, and says what follows', async () => {
    await open();
    const select = screen.getByLabelText<HTMLSelectElement>('Language of all screens');
    expect(select.selectedOptions[0]?.text).toBe('The browser’s own');
    await user.selectOptions(select, 'Nederlands');
    await screen.findByText(/^Taken over/);
    expect(await fakeBrowser.storage.local.get('language')).toEqual({ language: 'nl' });
    expect(select.value).toBe('nl');
    await user.selectOptions(select, 'The browser’s own');
    await waitFor(async () => {
      expect(await fakeBrowser.storage.local.get('language')).toEqual({ language: null });
    });
  });

  it('stands fast where the policy says so', async () => {
    fakeBrowser.world.policy = { locked: ['language'] };
    await open();
    expect(screen.queryByLabelText('Language of all screens')).toBeNull();
    expect(section('Language').getByText('The browser’s own')).toBeTruthy();
  });
});

describe('the keys', () => {
  it('are told, and the browser’s page for them is opened', async () => {
    await open();
    const keys = section('Keyboard');
    expect(keys.getByText('Alt+Shift+D')).toBeTruthy();
    await press('Change the shortcut…');
    expect(fakeBrowser.world.opened).toEqual(['chrome://extensions/shortcuts']);
    expect(keys.queryByText('chrome://extensions/shortcuts')).toBeNull();
  });

  it('give the address to copy where no extension may open that page', async () => {
    vi.stubEnv('BROWSER', 'firefox');
    vi.spyOn(fakeBrowser.tabs, 'create').mockRejectedValue(new Error('Illegal URL: about:addons'));
    vi.spyOn(fakeBrowser.commands, 'getAll').mockResolvedValue([]);
    await open();
    expect(section('Keyboard').getByText('not set')).toBeTruthy();
    await press('Change the shortcut…');
    await screen.findByText('about:addons');
    expect(screen.getByText(/behind the gear/)).toBeTruthy();
  });

  it('use Firefox’s own way where it has one', async () => {
    const openShortcutSettings = vi.fn(() => Promise.resolve());
    Object.assign(fakeBrowser.commands, { openShortcutSettings });
    await open();
    await press('Change the shortcut…');
    expect(openShortcutSettings).toHaveBeenCalledOnce();
    expect(fakeBrowser.world.opened).toEqual([]);
  });
});

describe('the permissions', () => {
  it('are all put into words: those of the manifest, and no others', async () => {
    const { default: config } = await import('../../../wxt.config.ts');
    const { manifest } = config as {
      manifest: (env: object) => {
        readonly permissions: readonly string[];
        readonly optional_permissions: readonly string[];
      };
    };
    const made = manifest({ mode: 'production' });
    const named = [...made.permissions, ...made.optional_permissions].toSorted();
    expect(Object.keys(PERMISSION_KEYS).toSorted()).toEqual(named);
  });

  it('say what is given, with the hosts', async () => {
    fakeBrowser.world.granted.add('https://crm.example.com/*');
    await open();
    const part = section('What Dealside may do');
    expect(part.getByText('cookies').closest('li')?.textContent).toContain('Not given');
    expect(part.getByText('alarms').closest('li')?.textContent).toContain('Wakes Dealside');
    expect(part.getByText('crm.example.com')).toBeTruthy();
    expect(part.getByRole('link').getAttribute('href')).toBe('#/sites');
  });
});

describe('the diagnostics', () => {
  it('are shown first, and then copied as they are shown', async () => {
    await put(sameStore(), everythingAbout('1'));
    await open();
    expect(screen.queryByRole('textbox')).toBeNull();
    await press('Show the diagnostics');
    const text = await screen.findByLabelText<HTMLTextAreaElement>('Diagnostics, in English');
    expect(text.value).toContain('version: 0.1.0');
    expect(document.activeElement?.textContent).toBe('Copy the diagnostics');
    await press('Copy the diagnostics');
    await screen.findByText('Copied.');
    expect(copied).toHaveBeenCalledWith(text.value);
    copied.mockRejectedValue(new Error('not allowed'));
    await press('Copy the diagnostics');
    await screen.findByText(/Select the text and copy it yourself/);
  });
});

it('says what Dealside is, with the way back to the welcome page', async () => {
  await open();
  const about = section('About Dealside');
  expect(about.getByText('0.1.0')).toBeTruthy();
  expect(about.getByRole('link').getAttribute('href')).toBe('/welcome.html');
  expect(await violations()).toEqual([]);
});

it.each(['data', 'left', 'about'] as const)(
  'is readable in Dutch, and axe content: %s',
  async (id) => {
    await put(sameStore(), everythingAbout('1'));
    window.location.hash = hashOf(id);
    render(<Options actions={page.actions()} t={wordsIn('nl')} locale="nl" />);
    await screen.findAllByRole('heading', { level: 2 });
    await waitFor(() => {
      expect(screen.getByRole('main').querySelector('[aria-busy="true"]')).toBeNull();
    });
    expect(document.body.textContent).not.toMatch(/\b(the|what|kept|browser’s)\b/);
    expect(await violations()).toEqual([]);
    cleanup();
  },
);
