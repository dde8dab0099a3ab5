import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser, resetFakeBrowser } from '../../tests/fake-browser.ts';
import { framedHosts } from './framed-hosts.ts';
import { hostPattern } from './hosts.ts';
import { startSites } from './sites.ts';
import { startToolbar } from './toolbar.ts';

vi.mock('wxt/browser', async () => ({
  browser: (await import('../../tests/fake-browser.ts')).fakeBrowser,
}));

const HOST = 'https://crm.example.com/*';
const WATCH = '/content-scripts/watch.js';

let stop: AbortController;
beforeEach(() => {
  resetFakeBrowser();
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  vi.spyOn(console, 'debug').mockImplementation(() => undefined);
  fakeBrowser.world.tabs = [
    { id: 1, url: 'https://crm.example.com/deals/7', listens: true, active: true },
    { id: 2, url: 'https://crm.example.com/', listens: true },
    { id: 3, url: 'https://news.example.org/', listens: true },
  ];
  stop = new AbortController();
  return () => {
    stop.abort();
  };
});

const registered = () => fakeBrowser.world.scripts.map(({ matches }) => matches);
const injected = () => fakeBrowser.world.injected.map(({ tabId, file }) => [tabId, file]);
const grant = (origin = HOST) => fakeBrowser.permissions.request({ origins: [origin] });
/** Waits until everything that was started has come to rest. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 20));

test.each([
  ['https://crm.example.com:8443/deals/7?x=1#y', 'https://crm.example.com/*'],
  ['http://127.0.0.1:5173/', 'http://127.0.0.1/*'],
  ['chrome://extensions', undefined],
  ['file:///tmp/x.html', undefined],
  ['', undefined],
  [undefined, undefined],
])('the pattern of %s is %s', (address, pattern) => {
  expect(hostPattern(address)).toBe(pattern);
});

describe('granting', () => {
  test('nothing is registered and nothing injected before a host is granted', async () => {
    startSites(stop.signal);
    await settle();
    expect([registered(), injected()]).toEqual([[], []]);
  });

  test('a host: its open tabs get the script at once, and so do later pages', async () => {
    startSites(stop.signal);
    await settle();
    await grant();
    await settle();
    expect(registered()).toEqual([[HOST]]);
    expect(injected()).toEqual([
      [1, WATCH],
      [2, WATCH],
    ]);
  });

  test('two hosts at the same moment are one script', async () => {
    startSites(stop.signal);
    await Promise.all([grant(), grant('https://other.example.com/*')]);
    await settle();
    expect(registered()).toEqual([[HOST, 'https://other.example.com/*']]);
    expect(console.error).not.toHaveBeenCalled();
  });

  test('a tab that refuses the script costs only itself', async () => {
    startSites(stop.signal);
    fakeBrowser.world.injection = new Error('error page');
    await grant();
    await settle();
    expect(registered()).toEqual([[HOST]]);
  });
});

describe('taking away', () => {
  test('unregisters, and its pages are told to go quiet, the one in front too', async () => {
    startSites(stop.signal);
    await grant();
    await grant('https://news.example.org/*');
    await fakeBrowser.permissions.remove({ origins: [HOST] });
    await settle();
    expect(registered()).toEqual([['https://news.example.org/*']]);
    const told = fakeBrowser.world.announced.map(({ tabId, type }) => `${tabId} ${type}`);
    expect(told.toSorted()).toEqual(['1 goQuiet', '2 goQuiet']);
  });

  test('the last host leaves no script behind', async () => {
    startSites(stop.signal);
    await grant();
    await fakeBrowser.permissions.remove({ origins: [HOST] });
    await settle();
    expect(registered()).toEqual([]);
  });
});

describe('a CRM that stands in frames of other pages', () => {
  const ZOHO = 'https://crm.zoho.com/*';
  const scripts = () =>
    fakeBrowser.world.scripts.map((script) => ({
      ...(script as { allFrames?: boolean; excludeMatches?: string[] } & typeof script),
    }));
  const start = async (...granted: string[]) => {
    for (const host of granted) fakeBrowser.world.granted.add(host);
    startSites(stop.signal);
    await settle();
  };

  test('is watched in all frames of its own hosts, and nowhere twice', async () => {
    await start(HOST, ZOHO);
    expect(scripts()).toMatchObject([
      { id: 'watch', matches: [HOST, ZOHO], excludeMatches: [ZOHO] },
      { id: 'watch-frames', matches: [ZOHO], allFrames: true },
    ]);
    expect(scripts()[0]).not.toHaveProperty('allFrames');
  });

  test('costs the other hosts nothing: no frame of theirs is looked at', async () => {
    await start(HOST);
    expect(scripts().map(({ id }) => id)).toEqual(['watch']);
    expect(scripts()[0]).not.toHaveProperty('excludeMatches');
  });

  test('is found under a wider grant, by its own hosts alone', async () => {
    await start('https://*/*');
    const frames = scripts().find(({ id }) => id === 'watch-frames');
    expect(frames?.matches).toContain(ZOHO);
    expect(frames?.matches).not.toContain('https://*/*');
  });

  test('leaves nothing excluded behind when its host is taken away', async () => {
    await start(HOST, ZOHO);
    await fakeBrowser.permissions.remove({ origins: [ZOHO] });
    await settle();
    expect(
      scripts().map(({ id, matches, excludeMatches }) => [id, matches, excludeMatches]),
    ).toEqual([['watch', [HOST], undefined]]);
    await fakeBrowser.permissions.remove({ origins: [HOST] });
    await settle();
    expect(scripts()).toEqual([]);
  });

  test('comes to a script that was registered before', async () => {
    await start(HOST);
    await grant(ZOHO);
    await settle();
    expect(scripts().map(({ id, excludeMatches }) => [id, excludeMatches])).toEqual([
      ['watch', [ZOHO]],
      ['watch-frames', undefined],
    ]);
    expect(console.error).not.toHaveBeenCalled();
  });

  test.each([
    [['https://*.example.com/*'], 'https://eu.example.com/*', true],
    [['https://*.example.com/*'], 'https://example.com/*', true],
    [['https://*.example.com/*'], 'https://badexample.com/*', false],
    [['https://*.example.com/*'], 'http://eu.example.com/*', false],
    [['https://eu.example.com/*'], 'https://us.example.com/*', false],
    [['https://*.example.com/*'], 'https://*.example.com/*', true],
  ])('a CRM of %s and the granted %s: %s', async (named, granted, is) => {
    expect((await framedHosts([granted], named)).includes(granted)).toBe(is);
  });
});

describe('a start', () => {
  test('after an update brings what is registered in line with what is granted', async () => {
    fakeBrowser.world.granted.add(HOST);
    fakeBrowser.world.scripts = [{ id: 'watch', matches: ['https://gone.example.com/*'] }];
    startSites(stop.signal);
    await settle();
    expect(registered()).toEqual([[HOST]]);
    expect(injected()).toEqual([
      [1, WATCH],
      [2, WATCH],
    ]);
  });

  test('after a mere sleep does not inject again', async () => {
    fakeBrowser.world.granted.add(HOST);
    startSites(stop.signal);
    await settle();
    stop.abort();
    startSites(new AbortController().signal);
    await settle();
    expect(injected()).toHaveLength(2);
  });

  test('listens to nothing after the signal', () => {
    startSites(stop.signal);
    startToolbar(stop.signal);
    stop.abort();
    const { permissions, action, commands } = fakeBrowser;
    for (const event of [
      permissions.onAdded,
      permissions.onRemoved,
      action.onClicked,
      commands.onCommand,
    ]) {
      expect(event.listeners.size).toBe(0);
    }
  });
});

describe('the toolbar button and the shortcut', () => {
  const heard = () =>
    fakeBrowser.world.announced.map(({ tabId, type, data }) => [tabId, type, data]);

  test('toggle the card in their tab; only the shortcut asks for the focus', async () => {
    startToolbar(stop.signal);
    fakeBrowser.action.onClicked.fire({ id: 2 });
    fakeBrowser.commands.onCommand.fire('toggle-card', { id: 1 });
    fakeBrowser.commands.onCommand.fire('toggle-card');
    fakeBrowser.commands.onCommand.fire('something-else', { id: 1 });
    await settle();
    expect(heard()).toEqual([
      [2, 'toggleCard', { focus: false }],
      [1, 'toggleCard', { focus: true }],
      [1, 'toggleCard', { focus: true }],
    ]);
  });

  test('a press that no card hears gives the button its popup back', async () => {
    fakeBrowser.world.tabs = [{ id: 5, url: 'https://crm.example.com/' }];
    startToolbar(stop.signal);
    fakeBrowser.action.onClicked.fire({ id: 5 });
    await settle();
    expect(fakeBrowser.world.popups.get(5)).toBe('popup.html');
  });
});
