import { createHash } from 'node:crypto';
import { readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The id that Chromium gives to an unpacked extension: from its manifest's key if there is one, else
 * from the folder's path.
 */
export function unpackedId(folder: string): string {
  const { key } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as {
    key?: string;
  };
  const windows = process.platform === 'win32';
  const path = realpathSync(folder);
  return idOf(key ? Buffer.from(key, 'base64') : Buffer.from(path, windows ? 'utf16le' : 'utf8'));
}

/** The first 16 bytes of the hash, each half byte as a letter from a to p. */
export function idOf(source: Buffer): string {
  const digest = createHash('sha256').update(source).digest('hex').slice(0, 32);
  return digest.replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));
}
