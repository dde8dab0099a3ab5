import type { Transaction } from 'dexie';

/** One version of the database: all its stores, and how the data of the version before it is brought over. */
export interface Version {
  readonly stores: Readonly<Record<string, string | null>>;
  readonly upgrade?: (transaction: Transaction) => Promise<void> | void;
}

/**
 * Puts found version files in order. Throws when a number is missing or twice there: a gap would mean that
 * a released version was taken away.
 */
export function orderVersions(files: Readonly<Record<string, Version>>): readonly Version[] {
  const numbered = Object.entries(files)
    .map(([path, version]) => ({ number: Number(/v(\d{3})\.ts$/.exec(path)?.[1]), version }))
    .sort((a, b) => a.number - b.number);
  for (const [index, { number }] of numbered.entries()) {
    if (number !== index + 1) throw new RangeError(`database version ${index + 1} is missing`);
  }
  return numbered.map(({ version }) => version);
}

/** All versions of the database, found by their files and only ever added to. */
export const versions: readonly Version[] = orderVersions(
  import.meta.glob<Version>('./versions/v*.ts', { eager: true, import: 'version' }),
);
