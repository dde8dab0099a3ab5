import { fileURLToPath } from 'node:url';
import { aptInstall, canAptInstall } from '../apt.ts';
import { LeftOut } from '../left-out.ts';
import { PlainError, runStep, say, type Say } from '../say.ts';
import { thisMachine } from './machine.ts';
import { searchChromium, type FoundBrowser } from './places.ts';

interface FindOptions {
  readonly say?: Say;
  readonly signal?: AbortSignal | undefined;
}

/** The Chromium to run on, installed if there is none. Throws a `PlainError` that says what to do. */
export async function findChromium(options: FindOptions = {}): Promise<FoundBrowser> {
  const found = searchChromium(thisMachine);
  if (found) return found;
  const named = thisMachine.env.DEALSIDE_BROWSER;
  if (named) throw new PlainError(`DEALSIDE_BROWSER names ${named}, and there is no such file.`);
  const problems = [];
  for (const install of [installWithApt, downloadWithPlaywright]) {
    try {
      await install(options);
    } catch (error) {
      problems.push((error as Error).message);
    }
    const installed = searchChromium(thisMachine);
    if (installed) return installed;
  }
  throw new PlainError(
    'There is no Chromium here, and none could be installed. Install Chrome or Chromium, or name one ' +
      `in the environment variable DEALSIDE_BROWSER.\n${problems.join('\n')}`,
  );
}

async function installWithApt({ signal, say: tell = say }: FindOptions): Promise<void> {
  if (!canAptInstall()) return;
  await aptInstall(['chromium'], 'Installing Chromium (apt, once, about 90 MB)', {
    say: tell,
    signal,
  });
}

async function downloadWithPlaywright({ signal, say: tell = say }: FindOptions): Promise<void> {
  const root = process.platform === 'linux' && process.getuid?.() === 0;
  const cli = fileURLToPath(import.meta.resolve('playwright-core/cli.js'));
  await runStep({
    title: 'Downloading Chromium (Playwright, once, about 170 MB)',
    command: process.execPath,
    args: [cli, 'install', ...(root ? ['--with-deps'] : []), '--no-shell', 'chromium'],
    say: tell,
    signal,
  });
}

const FIREFOX: Readonly<Record<string, readonly string[]>> = {
  linux: ['/usr/bin/firefox-esr', '/usr/lib/firefox/firefox', '/opt/firefox/firefox'],
  darwin: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
  win32: ['C:\\Program Files\\Mozilla Firefox\\firefox.exe'],
};

/** The Firefox to run on; DEALSIDE_FIREFOX names another. Throws `LeftOut` where there is none. */
export async function findFirefox(options: FindOptions = {}): Promise<string> {
  const search = (): string | undefined => {
    const named = thisMachine.env.DEALSIDE_FIREFOX;
    return (named ? [named] : (FIREFOX[process.platform] ?? [])).find(thisMachine.exists);
  };
  const found = search();
  if (found) return found;
  if (canAptInstall()) {
    const { signal, say: tell = say } = options;
    await aptInstall(['firefox-esr'], 'Installing Firefox (apt, once, about 70 MB)', {
      say: tell,
      signal,
    }).catch((error: unknown) => {
      throw new LeftOut(`Firefox is left out: ${(error as Error).message}`, { cause: error });
    });
  }
  const installed = search();
  if (installed) return installed;
  throw new LeftOut('Firefox is left out: it is not installed. DEALSIDE_FIREFOX can name one.');
}
