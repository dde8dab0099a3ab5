import type { Machine } from './machine.ts';

/** A browser that was found. A branded one (Chrome, Edge) takes no `--load-extension`. */
export interface FoundBrowser {
  readonly path: string;
  readonly branded: boolean;
}

type Places = Readonly<Record<string, (machine: Machine) => readonly string[]>>;

const CHROMIUM: Places = {
  // Snap packages are not looked for: they cannot read an extension in a hidden or temporary folder.
  linux: () => ['/usr/bin/chromium', '/usr/lib64/chromium-browser/chromium-browser'],
  darwin: (machine) => macApps(machine, ['Chromium', 'Google Chrome for Testing']),
  win32: (machine) => windowsPrograms(machine, ['Chromium\\Application\\chrome.exe']),
};

const BRANDED: Places = {
  linux: () => [
    '/usr/bin/google-chrome-stable',
    '/usr/bin/google-chrome',
    '/opt/google/chrome/chrome',
    '/usr/bin/microsoft-edge-stable',
    '/usr/bin/microsoft-edge',
  ],
  darwin: (machine) => macApps(machine, ['Google Chrome', 'Microsoft Edge']),
  win32: (machine) =>
    windowsPrograms(machine, [
      'Google\\Chrome\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ]),
};

/**
 * The Chromium to use, in the order: the one that DEALSIDE_BROWSER names, an installed Chromium, one
 * that Playwright or Puppeteer downloaded, an installed Chrome or Edge.
 */
export function searchChromium(machine: Machine): FoundBrowser | undefined {
  const named = machine.env.DEALSIDE_BROWSER;
  if (named) return machine.exists(named) ? { path: named, branded: isBranded(named) } : undefined;
  const first = (paths: readonly string[]): string | undefined => paths.find(machine.exists);
  const chromium = first(placesOf(CHROMIUM, machine)) ?? first(downloaded(machine));
  if (chromium) return { path: chromium, branded: false };
  const branded = first(placesOf(BRANDED, machine));
  return branded ? { path: branded, branded: true } : undefined;
}

function placesOf(places: Places, machine: Machine): readonly string[] {
  return places[machine.platform]?.(machine) ?? [];
}

function isBranded(path: string): boolean {
  if (/for testing|chrome-(linux|mac|win)|ms-playwright|puppeteer/i.test(path)) return false;
  return /google[- /\\]?chrome|msedge|microsoft[- ]edge/i.test(path);
}

function macApps({ home }: Machine, names: readonly string[]): string[] {
  return names.flatMap((name) =>
    ['/Applications', `${home}/Applications`].map(
      (folder) => `${folder}/${name}.app/Contents/MacOS/${name}`,
    ),
  );
}

function windowsPrograms({ env }: Machine, programs: readonly string[]): string[] {
  const folders = [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA];
  return programs.flatMap((program) =>
    folders.filter((folder) => folder !== undefined).map((folder) => `${folder}\\${program}`),
  );
}

const TESTING_APP = 'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing';

/** Where a downloaded browser lies inside its own version's folder. */
const INSIDE: Readonly<Record<string, readonly string[]>> = {
  linux: ['chrome-linux64/chrome', 'chrome-linux/chrome'],
  darwin: [
    `chrome-mac-arm64/${TESTING_APP}`,
    `chrome-mac-x64/${TESTING_APP}`,
    'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: ['chrome-win64/chrome.exe', 'chrome-win/chrome.exe'],
};

function downloaded(machine: Machine): string[] {
  const inside = INSIDE[machine.platform] ?? [];
  const versions = [
    // Not chromium_headless_shell: that one knows no extensions.
    ...inFolder(machine, playwrightCache(machine), /^chromium-\d+$/),
    ...inFolder(machine, `${machine.home}/.cache/puppeteer/chrome`, /-\d+(\.\d+)*$/),
  ];
  return versions.flatMap((version) => inside.map((path) => `${version}/${path}`));
}

function playwrightCache({ env, home, platform }: Machine): string {
  const chosen = env.PLAYWRIGHT_BROWSERS_PATH;
  if (chosen && chosen !== '0') return chosen;
  if (platform === 'darwin') return `${home}/Library/Caches/ms-playwright`;
  if (platform === 'win32') return `${env.LOCALAPPDATA ?? home}/ms-playwright`;
  return `${env.XDG_CACHE_HOME ?? `${home}/.cache`}/ms-playwright`;
}

/** The folders whose names match, the highest version first. */
function inFolder(machine: Machine, folder: string, pattern: RegExp): string[] {
  const names = machine.list(folder).filter((name) => pattern.test(name));
  const newestFirst = names.toSorted((a, b) => b.localeCompare(a, 'en', { numeric: true }));
  return newestFirst.map((name) => `${folder}/${name}`);
}
