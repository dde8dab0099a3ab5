import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withLock } from './lock.mjs';

const NO_PROCESS = 2 ** 30; // above any process number

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dealside-lock-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('a lock', () => {
  it('lets one work after the other', async () => {
    const file = join(folder, 'lock');
    const order: string[] = [];
    const work = (name: string) => async () => {
      order.push(`${name} begins`);
      await sleep(20);
      order.push(`${name} ends`);
    };
    await Promise.all([withLock(file, work('one')), withLock(file, work('two'))]);
    expect(order).toEqual(['one begins', 'one ends', 'two begins', 'two ends']);
  });

  it('is taken over from a process that is gone, and given back', async () => {
    const file = join(folder, 'lock');
    writeFileSync(file, String(NO_PROCESS));
    expect(await withLock(file, () => Promise.resolve('done'))).toBe('done');
    expect(existsSync(file)).toBe(false);
  });

  it('is given back when the work fails', async () => {
    const file = join(folder, 'lock');
    await expect(withLock(file, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(existsSync(file)).toBe(false);
  });
});
