import { beforeEach, expect, test, vi } from 'vitest';
import { resetFakeBrowser } from '../../tests/fake-browser.ts';
import { readSalesforce, turnApi } from './salesforce-setting.ts';

vi.mock('wxt/browser', async () => ({
  browser: (await import('../../tests/fake-browser.ts')).fakeBrowser,
}));

const API = 'acme.my.salesforce.com';

beforeEach(() => {
  resetFakeBrowser();
});

test('the options name each organisation once, by its pages, with what stands', async () => {
  await turnApi(API, true);
  const site = (host: string) => ({ pattern: `https://${host}/*`, host, fixed: false });
  const sites = [
    'acme.my.salesforce.com',
    'acme.lightning.force.com',
    'globex.my.salesforce.com',
    'acme.lightning.sfcrmapps.cn',
    'crm.example.com',
    '',
  ].map(site);
  expect(await readSalesforce(sites)).toEqual([
    { host: 'acme.lightning.force.com', apiHost: API, on: true },
    { host: 'globex.my.salesforce.com', apiHost: 'globex.my.salesforce.com', on: false },
  ]);
});
