import { describe, expect, it } from 'vitest';
import { hasDisplay, type Machine } from './machine.ts';
import { searchChromium } from './places.ts';

/** A machine on which just these files exist. */
function machine(files: readonly string[], rest: Partial<Machine> = {}): Machine {
  return {
    platform: 'linux',
    home: '/home/mia',
    env: {},
    exists: (path) => files.includes(path),
    list: (folder) => {
      const below = files.filter((file) => file.startsWith(`${folder}/`));
      return [...new Set(below.map((file) => file.slice(folder.length + 1).split('/')[0]!))];
    },
    ...rest,
  };
}

const CHROME = '/usr/bin/google-chrome';
const CHROMIUM = '/usr/bin/chromium';
const OLDER = '/home/mia/.cache/ms-playwright/chromium-999/chrome-linux/chrome';
const NEWER = '/home/mia/.cache/ms-playwright/chromium-1200/chrome-linux64/chrome';
const SHELL = '/home/mia/.cache/ms-playwright/chromium_headless_shell-1300/chrome-linux64/chrome';

describe('the search for Chromium', () => {
  it('takes the one that is named, before all others', () => {
    const env = { DEALSIDE_BROWSER: '/own/browser' };
    const found = searchChromium(machine([CHROMIUM, '/own/browser'], { env }));
    expect(found).toEqual({ path: '/own/browser', branded: false });
  });

  it('takes no other one when the named one is not there', () => {
    const env = { DEALSIDE_BROWSER: '/own/browser' };
    expect(searchChromium(machine([CHROMIUM], { env }))).toBeUndefined();
  });

  it('prefers an installed Chromium, then a downloaded one, then Chrome', () => {
    expect(searchChromium(machine([CHROME, NEWER, CHROMIUM]))?.path).toBe(CHROMIUM);
    expect(searchChromium(machine([CHROME, NEWER]))?.path).toBe(NEWER);
    expect(searchChromium(machine([CHROME]))).toEqual({ path: CHROME, branded: true });
    expect(searchChromium(machine([]))).toBeUndefined();
  });

  it('takes the newest download, and never the headless shell', () => {
    expect(searchChromium(machine([OLDER, NEWER, SHELL]))?.path).toBe(NEWER);
    expect(searchChromium(machine([SHELL]))).toBeUndefined();
  });

  it.each([
    ['/opt/google/chrome/chrome', true],
    ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', true],
    ['C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe', true],
    ['/x/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing', false],
    ['/x/chrome-linux64/chrome', false],
    ['/usr/bin/chromium', false],
  ])('knows whether %s is branded: %s', (path, branded) => {
    const found = searchChromium(machine([path], { env: { DEALSIDE_BROWSER: path } }));
    expect(found?.branded).toBe(branded);
  });

  it('knows the places of macOS and Windows', () => {
    const mac = '/Applications/Chromium.app/Contents/MacOS/Chromium';
    expect(searchChromium(machine([mac], { platform: 'darwin' }))?.path).toBe(mac);
    const edge = 'C:\\Programs\\Microsoft\\Edge\\Application\\msedge.exe';
    const env = { 'ProgramFiles(x86)': 'C:\\Programs' };
    expect(searchChromium(machine([edge], { platform: 'win32', env }))?.path).toBe(edge);
  });
});

describe('a display', () => {
  it('is there on a desktop system, and on Linux when the environment says so', () => {
    expect(hasDisplay(machine([], { platform: 'darwin' }))).toBe(true);
    expect(hasDisplay(machine([]))).toBe(false);
    expect(hasDisplay(machine([], { env: { DISPLAY: ':0' } }))).toBe(true);
  });
});
