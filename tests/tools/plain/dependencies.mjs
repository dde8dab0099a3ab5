import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from './lock.mjs';
import { runStep } from './step.mjs';

const STAMP = '.dealside-lock-hash';

/**
 * Whether a folder's node_modules holds what its package-lock.json asks for. A stamp left by the
 * last install answers at once; without one, npm's own list of what it installed is compared,
 * so that an install made by hand is not thrown away.
 * @param {string} folder
 */
export function isInstalled(folder) {
  const modules = join(folder, 'node_modules');
  if (!existsSync(modules)) return false;
  const lock = readText(join(folder, 'package-lock.json'));
  const stamp = join(modules, STAMP);
  if (existsSync(stamp)) return readText(stamp) === hash(lock);
  const installed = join(modules, '.package-lock.json');
  if (!existsSync(installed) || !hasAll(JSON.parse(lock), JSON.parse(readText(installed)))) {
    return false;
  }
  writeStamp(folder);
  return true;
}

/**
 * @typedef {{ packages: Record<string, { version?: string, optional?: boolean, devOptional?: boolean }> }} Lock
 */

/**
 * Whether every package of the lock file is there in that version. Optional ones may be missing:
 * they are for other systems.
 * @param {Lock} wanted
 * @param {Lock} installed
 */
export function hasAll(wanted, installed) {
  return Object.entries(wanted.packages).every(([path, entry]) => {
    if (path === '') return true;
    const found = installed.packages[path];
    if (!found) return Boolean(entry.optional || entry.devOptional);
    return found.version === entry.version;
  });
}

/**
 * Installs what a folder's package-lock.json asks for, unless it is there already.
 * @param {string} folder
 * @param {string} title
 * @param {{ say?: (line: string) => void, signal?: AbortSignal | undefined }} [options]
 */
export async function ensureInstalled(folder, title, options = {}) {
  if (isInstalled(folder)) return;
  await withLock(join(folder, '.cache', 'install.lock'), async () => {
    if (isInstalled(folder)) return; // somebody else did it while we waited
    await runStep({
      title,
      command: 'npm',
      args: ['ci', '--no-audit', '--no-fund', '--loglevel=error'],
      cwd: folder,
      shell: process.platform === 'win32',
      ...options,
    });
    writeStamp(folder);
  });
}

/** @param {string} folder */
function writeStamp(folder) {
  const lock = readText(join(folder, 'package-lock.json'));
  writeFileSync(join(folder, 'node_modules', STAMP), hash(lock));
}

/** @param {string} text */
const hash = (text) => createHash('sha256').update(text).digest('hex');

/** @param {string} path */
const readText = (path) => readFileSync(path, 'utf8');
