import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** One hash for the contents of files and for other inputs: the same inputs, the same hash. */
export function hashOf(files: readonly string[], ...values: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(file)).update('\0');
  for (const value of values) hash.update(value).update('\0');
  return hash.digest('hex').slice(0, 16);
}

/** Whether the stamp file was left by a run with these inputs. */
export function isFresh(stamp: string, hash: string): boolean {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === hash;
}

/** Leaves the stamp, once what it stands for is complete. */
export function writeStamp(stamp: string, hash: string): void {
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
}
