import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser, resetFakeBrowser } from '../../tests/fake-browser.ts';
import { crmMetas } from '../crm/metas.ts';
import { mountPageScript } from './page-script.ts';

vi.mock('wxt/browser', async () => ({
  browser: (await import('../../tests/fake-browser.ts')).fakeBrowser,
}));

const FROM = { tabId: 1, frameId: 4 };
const warned = vi.fn();
beforeEach(() => {
  resetFakeBrowser();
  vi.spyOn(console, 'warn').mockImplementation(warned);
  warned.mockClear();
});

test('a CRM that asks for one gets its script, in the page’s own world and in the frame that asked', async () => {
  const execute = vi.spyOn(fakeBrowser.scripting, 'executeScript');
  await mountPageScript('dynamics', FROM);
  expect(execute.mock.calls).toEqual([
    [{ target: { tabId: 1, frameIds: [4] }, world: 'MAIN', files: ['/xrm.js'] }],
  ]);
});

test.each(['atomic', 'no-such-crm', '__proto__'])('%s gets nothing', async (crm) => {
  await mountPageScript(crm, FROM);
  expect(fakeBrowser.world.injected).toEqual([]);
});

test('a page that refuses it has its card all the same', async () => {
  fakeBrowser.world.injection = new Error('Cannot access contents of the page');
  await expect(mountPageScript('dynamics', FROM)).resolves.toBeUndefined();
  expect(warned).toHaveBeenCalledTimes(1);
});

test('every script that a CRM names is an entry point', () => {
  const named = crmMetas.flatMap(({ pageScript }) => pageScript ?? []);
  expect(named.length).toBeGreaterThan(0);
  for (const name of named)
    expect(existsSync(join(import.meta.dirname, `../../entrypoints/${name}.ts`))).toBe(true);
});
