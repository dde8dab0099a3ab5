import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtExtension, type Build } from './world.ts';

type Manifest = Record<string, unknown>;

/** A copy of a built extension that a test may change. */
export interface Variant {
  readonly folder: string;
  /** Writes the built manifest, with these entries in the place of its own. */
  readonly manifest: (changes: Manifest) => Promise<void>;
  readonly remove: () => Promise<void>;
}

/** Copies a built extension into a folder of its own. */
export async function variantOf(build: Build): Promise<Variant> {
  const folder = await mkdtemp(join(tmpdir(), 'dealside-extension-'));
  await cp(builtExtension(build), folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  const built = JSON.parse(await readFile(file, 'utf8')) as Manifest;
  return {
    folder,
    manifest: async (changes) => {
      await writeFile(file, JSON.stringify({ ...built, ...changes }));
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/**
 * The demo build with Dutch texts in any browser: one that comes with few languages (Debian's has English
 * alone) then falls back to Dutch, as it otherwise does to English.
 */
export async function dutchVariant(): Promise<Variant> {
  const variant = await variantOf('chrome-mv3-demo');
  await variant.manifest({ default_locale: 'nl' });
  await rm(join(variant.folder, '_locales', 'en'), { recursive: true });
  return variant;
}
