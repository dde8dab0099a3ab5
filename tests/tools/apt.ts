import { existsSync } from 'node:fs';
import { PlainError, runStep, type Say } from './say.ts';

const PATIENCE = ['-o', 'DPkg::Lock::Timeout=300']; // another apt may be at work

/** Whether this machine can install Debian packages without asking anybody. */
export function canAptInstall(): boolean {
  return existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;
}

/** Installs Debian packages; reads the package lists anew if the ones here are too old or missing. */
export async function aptInstall(
  packages: readonly string[],
  title: string,
  options: { say: Say; signal?: AbortSignal | undefined },
): Promise<void> {
  const apt = (name: string, args: readonly string[]): Promise<string> =>
    runStep({
      title: name,
      command: 'apt-get',
      args: [...PATIENCE, ...args],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      ...options,
    });
  const install = ['install', '-y', '--no-install-recommends', ...packages];
  try {
    await apt(title, install);
  } catch (error) {
    if (!(error instanceof PlainError) || options.signal?.aborted) throw error;
    await apt('Reading the package lists (apt-get update)', ['update']);
    await apt(title, install);
  }
}
