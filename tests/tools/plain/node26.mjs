import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from './lock.mjs';
import { PlainError, runStep, say } from './step.mjs';

export const NODE_MAJOR = 26;
const WINDOWS = process.platform === 'win32';

/**
 * The path of a Node 26: the one that the `node` npm package holds, set up if need be. npm may
 * have left out that package's install script (it fetches the program), so it is run here.
 * @param {string} root
 */
export async function ensureNode26(root) {
  const folder = join(root, 'node_modules', 'node');
  const bin = join(folder, 'bin', WINDOWS ? 'node.exe' : 'node');
  if (majorOf(bin) === NODE_MAJOR) return bin;
  try {
    await withLock(join(root, '.cache', 'node26.lock'), () => setUp(folder, bin));
  } catch (error) {
    return ownNodeOr(error);
  }
  return majorOf(bin) === NODE_MAJOR ? bin : ownNodeOr(undefined);
}

/**
 * @param {string} folder
 * @param {string} bin
 */
async function setUp(folder, bin) {
  if (majorOf(bin) === NODE_MAJOR) return;
  await runStep({
    title: `Setting up Node ${NODE_MAJOR} for this project`,
    command: process.execPath,
    args: ['installArchSpecificPackage.js'],
    cwd: folder,
  });
}

/** @param {unknown} cause */
function ownNodeOr(cause) {
  if (Number(process.versions.node.split('.')[0]) >= NODE_MAJOR) {
    say(`using this system's Node ${process.versions.node}`);
    return process.execPath;
  }
  const why = cause instanceof Error ? `\n${cause.message}` : '';
  throw new PlainError(
    `Dealside's scripts run on Node ${NODE_MAJOR}, and the npm package that brings it could not be set up. ` +
      `Run "npm rebuild node", or install Node ${NODE_MAJOR} from nodejs.org.${why}`,
    { cause },
  );
}

/** @param {string} bin */
function majorOf(bin) {
  if (!existsSync(bin)) return 0;
  const { stdout } = spawnSync(bin, ['--version'], { encoding: 'utf8' });
  return Number(/^v(\d+)\./.exec(stdout ?? '')?.[1] ?? 0);
}
