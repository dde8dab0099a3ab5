import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser, resetFakeBrowser } from '../../tests/fake-browser.ts';
import english from '../../public/_locales/en/messages.json';
import { cardWords } from './card-words-plugin.ts';
import { chooseLanguage, chosenLanguage, leaveWords, pageWords } from './language.ts';
import { CHOSEN, createWords, readWhenIdle, type MessageKey, type Texts } from './words.ts';

vi.mock('wxt/browser', async () => ({
  browser: (await import('../../tests/fake-browser.ts')).fakeBrowser,
}));

const world = globalThis as { [CHOSEN]?: Texts | null };
const HOST = 'https://crm.example.com/*';
beforeEach(() => {
  resetFakeBrowser();
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  vi.stubGlobal('fetch', (path: string) =>
    Promise.resolve(new Response(readFileSync(`public${path}`, 'utf8'))),
  );
  fakeBrowser.world.granted.add(HOST);
  fakeBrowser.world.tabs = [
    { id: 1, url: 'https://crm.example.com/deals/7' },
    { id: 2, url: 'https://elsewhere.example/' },
  ];
});
afterEach(() => {
  world[CHOSEN] = null;
});

/** Leaves in this world what was left in a tab. */
const land = (): void => {
  const [name, texts] = fakeBrowser.world.ran.at(-1)?.args as [typeof CHOSEN, Texts | null];
  world[name] = texts;
};

describe('the words of a script in a page', () => {
  test('are read one by one, when they are first needed', () => {
    const read = vi.spyOn(fakeBrowser.i18n, 'getMessage');
    const t = createWords();
    expect(read).not.toHaveBeenCalled();
    expect(t('form_save')).toBe('Save');
    expect(t('form_save')).toBe('Save');
    expect(t('signal_learned', 1)).toBe('Learned from 1 deal');
    expect(read).toHaveBeenCalledTimes(2);
  });

  test('are read while the page has nothing else to do, some at a time, until it ends', () => {
    const read = vi.spyOn(fakeBrowser.i18n, 'getMessage');
    const idle: (() => void)[] = [];
    const view = {
      requestIdleCallback: (job: IdleRequestCallback) => idle.push(job as () => void),
      cancelIdleCallback: vi.fn(),
    };
    const keys = cardWords('.') as MessageKey[];
    const end = new AbortController();
    readWhenIdle(view, createWords(), keys, end.signal);
    expect(read).not.toHaveBeenCalled();
    idle.shift()?.();
    expect(read).toHaveBeenCalledTimes(40);
    while (idle.length > 0) idle.shift()?.();
    expect(read).toHaveBeenCalledTimes(keys.length);
    end.abort();
    readWhenIdle(view, createWords(), keys, end.signal);
    expect(idle).toEqual([]);
  });

  test('of the card are found in its sources, and are a part of all', () => {
    const keys = cardWords('.');
    expect(keys).toEqual(
      expect.arrayContaining(['fault_updated', 'standing_edge', 'signals_title']),
    );
    expect(keys.filter((key) => /^(options|data|edit|welcome|about)_/.test(key))).toEqual([]);
    expect(keys.length).toBeLessThan(Object.keys(english).length / 2);
  });
});

describe('a chosen language', () => {
  test('is none at first: then nothing is sent to any page', async () => {
    expect(await chosenLanguage()).toBeNull();
    await leaveWords({ tabId: 1 });
    expect(fakeBrowser.world.ran).toEqual([]);
    expect((await pageWords())('form_save')).toBe('Save');
  });

  test('that is the browser’s own sends nothing either', async () => {
    await fakeBrowser.storage.local.set({ language: 'en' });
    await leaveWords({ tabId: 1 });
    expect(fakeBrowser.world.ran).toEqual([]);
  });

  test('is spoken on our own pages, in a page that opens, and on open pages of granted hosts', async () => {
    expect(await chooseLanguage('nl')).toBe(true);
    expect(fakeBrowser.world.ran.map(({ tabId }) => tabId)).toEqual([1]);
    const page = await pageWords();
    expect([page('locale'), page('form_save')]).toEqual(['nl', 'Opslaan']);
    await leaveWords({ tabId: 1, frameId: 0 });
    const t = createWords();
    expect(t('form_save')).toBe('Save');
    land();
    expect([t('locale'), t('form_save')]).toEqual(['nl', 'Opslaan']);
    expect(t('window_in', 23, [23, 60])).toContain('23');
    expect(t('read_short', 3, [3, 'this | that $1'])).toContain('this | that $1');
    expect(await chooseLanguage(null)).toBe(true);
    land();
    expect(t('form_save')).toBe('Save');
  });

  test('does not bring the words of our own pages along', async () => {
    await chooseLanguage('nl');
    const [, texts] = fakeBrowser.world.ran[0]?.args as [string, Texts];
    const keys = Object.keys(texts);
    expect(keys).toEqual(expect.arrayContaining([...cardWords('.'), 'picker_title', 'badge_more']));
    expect(keys.filter((key) => /^(options|data|welcome)_/.test(key))).toEqual([]);
  });

  test('that is none of ours is the browser’s own', async () => {
    await fakeBrowser.storage.local.set({ language: 'xx' });
    expect(await chosenLanguage()).toBeNull();
  });

  test('stays as it is where the policy holds it fast', async () => {
    fakeBrowser.world.policy = { locked: ['language'] };
    expect(await chooseLanguage('nl')).toBe(false);
    expect(await chosenLanguage()).toBeNull();
  });

  test('that cannot be brought to a page costs only itself', async () => {
    await fakeBrowser.storage.local.set({ language: 'nl' });
    fakeBrowser.world.injection = new Error('Cannot access contents of the page');
    await expect(leaveWords({ tabId: 1 })).resolves.toBeUndefined();
  });
});
