// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import axe from 'axe-core';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { dealRow, everything, freshStore, put, type Store } from '../../../tests/data-world.ts';
import { fakeBrowser, resetFakeBrowser } from '../../../tests/fake-browser.ts';
import { createWelcome } from '../../../lib/app/admin/welcome.ts';
import { wordsIn, type Language } from '../../../lib/app/catalogues.ts';
import { startWelcome } from '../../../lib/app/welcome.ts';
import { Welcome } from './Welcome.tsx';

vi.mock('wxt/browser', async () => ({
  browser: (await import('../../../tests/fake-browser.ts')).fakeBrowser,
}));

const user = userEvent.setup({ delay: null });
let store: Store;
beforeEach(() => {
  resetFakeBrowser();
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  vi.stubGlobal('fetch', () => Promise.reject(new Error('no holidays here')));
  Object.assign(fakeBrowser.runtime, { getManifest: () => ({}) });
  store = freshStore();
});

async function open(language: Language = 'en'): Promise<void> {
  render(<Welcome actions={createWelcome(store)} t={wordsIn(language)} locale={language} />);
  await waitFor(() => {
    expect(screen.getByRole('main').getAttribute('aria-busy')).toBe('false');
  });
}
const step = (title: string) =>
  within(screen.getByRole('heading', { level: 3, name: new RegExp(title) }).closest('li')!);
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const violations = async (): Promise<string[]> => {
  const found = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
  return found.violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ''}`);
};

describe('the welcome page', () => {
  it('opens once, when Dealside was installed, and not in the demo', () => {
    const fire = (mode: string, reason: string): void => {
      vi.stubEnv('MODE', mode);
      const end = new AbortController();
      startWelcome(end.signal);
      fakeBrowser.runtime.onInstalled.fire({ reason });
      end.abort();
    };
    fire('production', 'update');
    fire('demo', 'install');
    fire('production', 'browser_update');
    expect(fakeBrowser.world.opened).toEqual([]);
    fire('production', 'install');
    expect(fakeBrowser.world.opened).toEqual(['/welcome.html']);
  });

  it.each(['en', 'nl'] as const)('has nothing that axe minds, %s', async (language) => {
    await open(language);
    expect(await violations()).toEqual([]);
    await user.click(screen.getAllByRole('button')[1]!);
    fakeBrowser.world.granted.add('https://crm.example.com/*');
    fakeBrowser.permissions.onAdded.fire({});
    await screen.findByText(/(read|mag) crm\.example\.com/);
    expect(await violations()).toEqual([]);
  });
});

describe('the first step', () => {
  it('asks for the host of the address alone, with or without its scheme, and ticks itself', async () => {
    const request = vi.spyOn(fakeBrowser.permissions, 'request');
    await open();
    await user.type(
      screen.getByLabelText('Address of your CRM'),
      'crm.example.com/deals?x=1{Enter}',
    );
    await step('Your CRM').findByText('Done');
    expect(request).toHaveBeenCalledExactlyOnceWith({ origins: ['https://crm.example.com/*'] });
    expect(step('Your CRM').getByText('Dealside may read crm.example.com.')).toBeTruthy();
    expect(screen.getByText('1 of 3 done')).toBeTruthy();
  });

  it.each(['', 'hubspot', 'chrome://settings', 'javascript:alert(1)', 'file:///etc/passwd'])(
    'says that “%s” is no address, and asks for nothing',
    async (text) => {
      const request = vi.spyOn(fakeBrowser.permissions, 'request');
      await open();
      const field = screen.getByLabelText('Address of your CRM');
      if (text !== '') await user.type(field, text);
      await user.click(button('Use Dealside there'));
      await screen.findByText(/That is no web address/);
      expect(request).not.toHaveBeenCalled();
      expect(document.activeElement).toBe(field);
      expect(field.getAttribute('aria-invalid')).toBe('true');
    },
  );

  it('can be asked again after the browser said no', async () => {
    fakeBrowser.world.grants = false;
    await open();
    await user.type(screen.getByLabelText('Address of your CRM'), 'https://crm.example.com{Enter}');
    await screen.findByText(/The browser did not allow/);
    fakeBrowser.world.grants = true;
    await user.click(button('Use Dealside there'));
    await step('Your CRM').findByText('Done');
  });

  it('ticks itself when the host was granted elsewhere, and names the CRM of an open tab', async () => {
    await open();
    fakeBrowser.world.granted.add('https://app.hubspot.com/*');
    fakeBrowser.world.tabs = [{ id: 3, url: 'https://app.hubspot.com/contacts/1/record/0-3/2' }];
    fakeBrowser.world.injection = 'hubspot';
    fakeBrowser.permissions.onAdded.fire({});
    await screen.findByText('HubSpot is open at app.hubspot.com.');
    expect(fakeBrowser.world.injected).toMatchObject([{ tabId: 3, file: '/detect.js' }]);
    const link = screen.getByRole('link', { name: 'Go to app.hubspot.com' });
    expect(link.getAttribute('href')).toBe('https://app.hubspot.com/contacts/1/record/0-3/2');
  });
});

describe('the second step', () => {
  it('publishes the pack that was taken, and another one later', async () => {
    await open();
    await user.click(button('Take MEDDPICC'));
    await step('Your playbook').findByText('MEDDPICC is in force.');
    await user.click(button('Choose another'));
    await user.click(button('Take SPICED'));
    await step('Your playbook').findByText('SPICED is in force.');
    expect((await everything(store)).playbooks).toHaveLength(2);
  });

  it('can be left to the organisation: nothing is published', async () => {
    await open();
    await user.click(button('My organisation gives it'));
    await screen.findByText(/Your organisation gives it. Until then BANT-light/);
    expect(screen.getByRole('link', { name: /Import a file/ }).getAttribute('href')).toBe(
      '/options.html#/deliver',
    );
    expect((await everything(store)).playbooks).toEqual([]);
  });

  it('is done where the policy sets the playbook', async () => {
    fakeBrowser.world.policy = { playbook: '{}' };
    await open();
    expect(step('Your playbook').getByText('Your organisation has set it.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Take/ })).toBeNull();
  });

  it('says when the playbook could not be kept', async () => {
    fakeBrowser.world.policy = { locked: ['playbook'] };
    await open();
    await user.click(button('Take SPICED'));
    await screen.findByText(/could not be kept/);
  });
});

describe('the third step', () => {
  it('ticks itself when the first deal was read', async () => {
    await open();
    expect(screen.getByText('Waiting for the first deal.')).toBeTruthy();
    await put(store, { deals: [dealRow('1')] });
    await screen.findByText('The first deal was read.');
    expect(step('A deal').getByText('Done')).toBeTruthy();
  });
});
