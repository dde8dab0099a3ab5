import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser, resetFakeBrowser } from '../../tests/fake-browser.ts';
import { grantHost, pageInFront, readPopup, stopHost } from './popup.ts';

vi.mock('wxt/browser', async () => ({
  browser: (await import('../../tests/fake-browser.ts')).fakeBrowser,
}));
vi.mock('../crm/metas.ts', () => ({
  crmMetas: [
    { id: 'tryton', label: 'Tryton', hosts: [] },
    { id: 'atomic', label: 'Atomic CRM', hosts: [] },
  ],
}));

const PAGE = { tabId: 1, url: 'https://crm.example.com:8443/deals/7' };
const HOST = 'https://crm.example.com/*';
const ELSEWHERE = { kind: 'elsewhere', crms: ['Atomic CRM', 'Tryton'] };

beforeEach(() => {
  resetFakeBrowser();
  fakeBrowser.world.tabs = [{ id: 1, url: PAGE.url, active: true }];
});

describe('what the popup says', () => {
  test('on a CRM that is not granted: an offer for its host', async () => {
    fakeBrowser.world.injection = 'atomic';
    const state = await readPopup(await pageInFront());
    expect(state).toEqual({ kind: 'offer', host: 'crm.example.com:8443', crm: 'Atomic CRM' });
    expect(fakeBrowser.world.injected).toEqual([
      { tabId: 1, file: '/detect.js', frameIds: undefined },
    ]);
  });

  test('on a granted host: that it is on, without looking at the page', async () => {
    fakeBrowser.world.granted.add(HOST);
    expect(await readPopup(PAGE)).toEqual({ kind: 'on', host: 'crm.example.com:8443' });
    expect(fakeBrowser.world.injected).toEqual([]);
  });

  test.each([
    ['a page that is no CRM', PAGE, null],
    ['a page that answers with something else', PAGE, { crm: 'atomic' }],
    ['a page that cannot be looked at', PAGE, new Error('cannot be scripted')],
    ['the browser’s own page', { tabId: 1, url: 'chrome://settings' }, 'atomic'],
    ['no page that we may see', undefined, 'atomic'],
  ])('on %s: where it works', async (_, page, found) => {
    fakeBrowser.world.injection = found;
    expect(await readPopup(page)).toEqual(ELSEWHERE);
  });
});

describe('granting and stopping', () => {
  test('asks for this one host, with its scheme', async () => {
    expect(await grantHost(PAGE)).toBe(true);
    expect([...fakeBrowser.world.granted]).toEqual([HOST]);
    expect(await stopHost(PAGE)).toBe(true);
    expect(fakeBrowser.world.granted.size).toBe(0);
  });

  test('asks in the same turn as the click: a later one is no gesture any more', () => {
    const request = vi.spyOn(fakeBrowser.permissions, 'request');
    void grantHost(PAGE);
    expect(request).toHaveBeenCalledTimes(1);
  });

  test('a refusal is a refusal, and so is an error', async () => {
    fakeBrowser.world.grants = false;
    expect(await grantHost(PAGE)).toBe(false);
    vi.spyOn(fakeBrowser.permissions, 'request').mockRejectedValue(new Error('no gesture'));
    expect(await grantHost(PAGE)).toBe(false);
  });

  test('a host that was granted with all others stays, and that is said', async () => {
    fakeBrowser.world.granted.add('https://*/*');
    expect(await stopHost(PAGE)).toBe(false);
    vi.spyOn(fakeBrowser.permissions, 'remove').mockRejectedValue(new Error('required'));
    expect(await stopHost(PAGE)).toBe(false);
  });
});
