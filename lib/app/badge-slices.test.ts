// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';
import { inSlices, SLICE_MS } from './badge-slices.ts';

test('work goes on in slices, and the page has its turn in between', async () => {
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  const done: number[] = [];
  const turns: number[] = [];
  const yields = vi.fn(() => {
    turns.push(done.length);
    return Promise.resolve();
  });
  vi.stubGlobal('scheduler', { yield: yields });
  await inSlices(window, new AbortController().signal, [1, 2, 3, 4, 5], (item) => {
    done.push(item);
    now += SLICE_MS / 2;
  });
  expect(done).toEqual([1, 2, 3, 4, 5]);
  expect(turns).toEqual([2, 4]);
});

test('work ends with the signal', async () => {
  const stop = new AbortController();
  const done: number[] = [];
  await inSlices(window, stop.signal, [1, 2, 3], (item) => {
    done.push(item);
    vi.spyOn(performance, 'now').mockReturnValue(Number.POSITIVE_INFINITY);
    stop.abort();
  });
  expect(done).toEqual([1]);
});
