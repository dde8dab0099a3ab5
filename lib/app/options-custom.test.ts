import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser, resetFakeBrowser } from '../../tests/fake-browser.ts';
import type { Store } from '../storage/db.ts';
import { createCustom, readAddress } from './options-custom.ts';

vi.mock('wxt/browser', async () => ({
  browser: (await import('../../tests/fake-browser.ts')).fakeBrowser,
}));

describe('an address', () => {
  test.each([
    ['https://crm.example.com', 'https://crm.example.com'],
    [' https://crm.example.com/deals/7?x=1 ', 'https://crm.example.com'],
    ['crm.example.com', 'https://crm.example.com'],
    ['crm.example.com:8443/deals', 'https://crm.example.com:8443'],
    ['http://crm/', 'http://crm'],
    ['localhost:5173/#/deals', 'http://localhost:5173'],
    ['127.0.0.1:80', 'http://127.0.0.1'],
    ['CRM.Example.com', 'https://crm.example.com'],
  ])('%s is understood', (text, site) => {
    expect(readAddress(text).address?.site).toBe(site);
  });

  test.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['our crm', 'text'],
    ['crm', 'text'],
    ['https://', 'text'],
    ['https://user:secret@crm.example.com', 'text'],
    ['javascript:alert(1)', 'text'],
    ['file:///etc/passwd', 'kind'],
    ['chrome://extensions', 'kind'],
  ])('%s is none: %s', (text, wrong) => {
    expect(readAddress(text)).toEqual({ address: null, wrong });
  });
});

describe('pointing', () => {
  const update = vi.fn();
  const create = vi.fn();
  beforeEach(() => {
    resetFakeBrowser();
    update.mockResolvedValue({ windowId: 5 });
    create.mockResolvedValue({ id: 9 });
    Object.assign(fakeBrowser.tabs, { update, create });
    Object.assign(fakeBrowser, { windows: { update: () => Promise.resolve() } });
    fakeBrowser.world.granted.add('https://crm.example.com/*');
  });
  const custom = createCustom({} as Store);
  const { address } = readAddress('https://crm.example.com/deals');

  test('starts in a tab that shows the site, whatever its port is not', async () => {
    fakeBrowser.world.tabs = [
      { id: 3, url: 'https://crm.example.com:8443/deals' },
      { id: 4, url: 'https://crm.example.com/deals/7' },
    ];
    expect(await custom.point(address!)).toBe(true);
    expect(update).toHaveBeenCalledWith(4, { active: true });
    expect(create).not.toHaveBeenCalled();
    expect(fakeBrowser.world.injected).toEqual([
      { tabId: 4, file: '/content-scripts/picker.js', frameIds: undefined },
    ]);
  });

  test('opens the page where no tab shows it', async () => {
    expect(await custom.point(address!)).toBe(true);
    expect(create).toHaveBeenCalledWith({ url: 'https://crm.example.com/deals' });
    const { picking } = await fakeBrowser.storage.session.get('picking');
    expect(picking).toMatchObject({ tabId: 9, draft: { site: 'https://crm.example.com' } });
  });

  test('asks for the one host, and for nothing else', async () => {
    const request = vi.spyOn(fakeBrowser.permissions, 'request');
    await custom.allow(address!);
    expect(request.mock.calls).toEqual([[{ origins: ['https://crm.example.com/*'] }]]);
    fakeBrowser.world.grants = false;
    expect(await custom.allow(address!)).toBe(false);
  });
});
