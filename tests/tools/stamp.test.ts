import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashOf, isFresh, writeStamp } from './stamp.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dealside-stamp-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('a stamp', () => {
  it('is fresh for the same inputs, and stale for others', () => {
    const input = join(folder, 'input.txt');
    const stamp = join(folder, 'made', 'stamp');
    writeFileSync(input, 'one');
    const hash = hashOf([input], '2026-03-10');

    expect(isFresh(stamp, hash)).toBe(false);
    writeStamp(stamp, hash);
    expect(isFresh(stamp, hashOf([input], '2026-03-10'))).toBe(true);
    expect(isFresh(stamp, hashOf([input], '2026-03-11'))).toBe(false);
    writeFileSync(input, 'two');
    expect(isFresh(stamp, hashOf([input], '2026-03-10'))).toBe(false);
  });

  it('does not take two inputs for one', () => {
    expect(hashOf([], 'ab', 'c')).not.toBe(hashOf([], 'a', 'bc'));
  });
});
