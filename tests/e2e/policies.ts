import { accessSync, constants, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import {
  copyFile,
  mkdir,
  mkdtemp,
  readdir,
  realpath,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { findChromium, findFirefox } from '../tools/browser.ts';
import { LeftOut } from '../tools/left-out.ts';

/** Real policies for real browsers. What is changed on the machine for it is put back, also when a test or the run fails. */
export interface InstalledPolicy {
  readonly install: (text: string) => void;
  /** Takes the policy away again; the machine is as it was. */
  readonly remove: () => void;
}

/** The folder that a Chromium of this machine reads its policies from; undefined where that is not known. */
function chromiumFolder(path: string): string | undefined {
  if (process.platform !== 'linux') return undefined;
  if (/edge/i.test(path)) return '/etc/opt/edge/policies/managed';
  if (/google|\/chrome$/i.test(path)) return '/etc/opt/chrome/policies/managed';
  return path === '/usr/bin/chromium' ? '/etc/chromium/policies/managed' : undefined;
}

/** The folders of a path that are not there yet, the outermost first. */
function missing(folder: string): readonly string[] {
  return existsSync(folder) ? [] : [...missing(dirname(folder)), folder];
}

const isWritable = (folder: string): boolean => {
  if (!existsSync(folder)) return isWritable(dirname(folder));
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
};

/** A place for a policy of Chromium's. Throws `LeftOut` where none can be written. */
export async function chromiumPolicy(): Promise<InstalledPolicy> {
  const { path } = await findChromium();
  const folder = chromiumFolder(path);
  if (folder === undefined)
    throw new LeftOut(`Policies are left out: it is not known where ${path} reads them from.`);
  if (!isWritable(folder))
    throw new LeftOut(`Policies are left out: ${folder} cannot be written by this user.`);
  const file = join(folder, 'dealside-test.json');
  // One that a run left behind when it was killed.
  rmSync(file, { force: true });
  const made = missing(folder);
  const remove = (): void => {
    rmSync(file, { force: true });
    for (const one of made.toReversed()) rmSync(one, { recursive: true, force: true });
  };
  process.once('exit', remove);
  return {
    install: (text) => {
      mkdirSync(folder, { recursive: true });
      writeFileSync(file, text);
    },
    remove,
  };
}

/** A Firefox of its own, which reads policies from its own folder. */
export interface FirefoxCopy {
  readonly executable: string;
  readonly install: (text: string) => Promise<void>;
  readonly uninstall: () => Promise<void>;
  readonly remove: () => Promise<void>;
}

const SYSTEM = '/etc/firefox/policies/policies.json';

/**
 * Firefox beside the installed one: its program as a copy, all else as links. It looks for policies in the folder that
 * its program stands in, so that nothing changes on the machine. Throws `LeftOut` where that cannot be.
 */
export async function firefoxCopy(): Promise<FirefoxCopy> {
  if (process.platform !== 'linux')
    throw new LeftOut('Firefox’s policies are left out: they are tried on Linux alone.');
  if (existsSync(SYSTEM))
    throw new LeftOut(`Firefox’s policies are left out: ${SYSTEM} would go before them.`);
  const program = await realpath(await findFirefox());
  const from = dirname(program);
  const folder = await mkdtemp(join(tmpdir(), 'dealside-firefox-'));
  for (const name of await readdir(from)) {
    if (name === basename(program)) await copyFile(program, join(folder, name));
    else if (name !== 'distribution') await symlink(join(from, name), join(folder, name));
  }
  const own = join(folder, 'distribution');
  return {
    executable: join(folder, basename(program)),
    install: async (text) => {
      await mkdir(own, { recursive: true });
      await writeFile(join(own, 'policies.json'), text);
    },
    uninstall: () => rm(own, { recursive: true, force: true }),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
