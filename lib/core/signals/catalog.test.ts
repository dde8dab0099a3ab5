import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { SIGNAL_IDS } from './ids.ts';
import { signals } from './index.ts';

it('names every signal of this folder once, by the name of its file', () => {
  const files = readdirSync(new URL('.', import.meta.url))
    .filter((file) => !/^(index|ids|signal)\.ts$|\.test\.ts$/.test(file))
    .map((file) => file.replace(/\.ts$/, ''));
  expect(signals.map(({ id }) => id).sort()).toEqual(files.sort());
  expect([...SIGNAL_IDS].sort()).toEqual(files);
});
