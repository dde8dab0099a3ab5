// @vitest-environment jsdom
import { expect, it, vi } from 'vitest';
import { expectOwn, takeOwn } from './own-requests.ts';

const here = 'https://crm.example.com/api/deals/7';

/** Notes requests of ours at these moments of the page's clock. */
function send(address: string, ...moments: readonly number[]): void {
  const now = vi.spyOn(performance, 'now');
  for (const at of moments) {
    now.mockReturnValue(at);
    expectOwn(window, address);
  }
}

it('takes each request of ours once, and nobody else’s', () => {
  send(here, 1000, 1001);
  expect(takeOwn(window, `${here}1`, 1000)).toBe(false);
  expect([1, 2, 3].map(() => takeOwn(window, here, 1000.4))).toEqual([true, true, false]);
});

it('does not take a save of the client’s for ours, where the browser never lists ours', () => {
  send(`${here}/a`, 1000, 1000);
  expect([900, 1100].map((started) => takeOwn(window, `${here}/a`, started))).toEqual([
    false,
    false,
  ]);
  expect(takeOwn(window, `${here}/a`, 984)).toBe(true);
});

it('knows ours however long its answer took, whatever else was sent', () => {
  send(`${here}/b`, 1000, 15_000, 30_000);
  expect([15_000, 1000, 30_000].map((started) => takeOwn(window, `${here}/b`, started))).toEqual([
    true,
    true,
    true,
  ]);
});
