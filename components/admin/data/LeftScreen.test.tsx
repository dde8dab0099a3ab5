// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import axe from 'axe-core';
import { beforeEach, expect, it, vi } from 'vitest';
import { button, press, testOptions } from '../../../tests/a11y/open-options.tsx';
import {
  everything,
  everythingAbout,
  put,
  sameStore,
  type Store,
} from '../../../tests/data-world.ts';
import { fakeBrowser } from '../../../tests/fake-browser.ts';

vi.mock('wxt/browser', async () => ({
  browser: (await import('../../../tests/fake-browser.ts')).fakeBrowser,
}));

const page = testOptions('left');
let store: Store;
beforeEach(() => {
  store = sameStore();
});
const ago = (days: number): string => Temporal.Now.plainDateISO().subtract({ days }).toString();
const line = (days: number, host: string, kind: string, count = 1) => ({
  day: ago(days),
  host,
  kind,
  count,
  last: `${ago(days)}T10:30:00Z`,
});

it('says that nothing left, and what never leaves', async () => {
  await page.open();
  await screen.findByText('Nothing has left this browser in the last 90 days.');
  expect(screen.getByRole('region', { name: 'What never leaves' }).textContent).toContain(
    'no account',
  );
  expect(screen.queryByRole('button', { name: 'Erase this list' })).toBeNull();
});

it('tells each host and kind per day, the newest first, and older days on request; axe is content', async () => {
  await put(store, {
    sent: [
      line(1, 'crm.example.com', 'read', 12),
      line(0, 'crm.example.com', 'note'),
      line(0, 'acme.my.salesforce.com', 'salesforce', 3),
      line(0, 'playbook.example', 'playbook', 2),
      ...[2, 3, 4, 5, 6, 7].map((days) => line(days, 'crm.example.com', 'read')),
      line(91, 'old.example', 'read'),
    ],
  });
  await page.open();
  await screen.findByText(/12 times, last at/);
  const days = () => screen.getAllByRole('heading', { level: 3 });
  expect(days()).toHaveLength(7);
  const [first] = days();
  expect(first?.parentElement?.textContent).toContain('Wrote to your CRM, because you clicked');
  expect(first?.parentElement?.textContent).toMatch(/once, at/);
  expect(first?.parentElement?.textContent).toContain('Fetched the playbook');
  const { violations } = await axe.run(document.body, {
    rules: { 'color-contrast': { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ''}`)).toEqual([]);
  await press('Show earlier days');
  expect(days()).toHaveLength(8);
  expect(screen.queryByText('old.example')).toBeNull();
});

it('is erased by itself, after it was asked', async () => {
  await put(store, everythingAbout('1'), { sent: [line(0, 'crm.example.com', 'read')] });
  await page.open();
  await screen.findByText('crm.example.com');
  await press('Erase this list');
  await press('Not now');
  expect(document.activeElement).toBe(button('Erase this list'));
  await press('Erase this list');
  await press('Erase the list');
  await screen.findByText('The list is erased.');
  const left = await everything(store);
  expect([left.sent.length, left.deals.length]).toEqual([0, 1]);
  expect(document.activeElement?.textContent).toContain('The list is erased.');
});

it('stays where the policy holds the data fast', async () => {
  fakeBrowser.world.policy = { locked: ['data'] };
  await put(store, { sent: [line(0, 'crm.example.com', 'read')] });
  await page.open();
  await screen.findByText('crm.example.com');
  expect(screen.queryByRole('button', { name: 'Erase this list' })).toBeNull();
  expect(await page.actions().left.forget()).toEqual({ ok: false, fault: 'locked' });
  expect((await everything(store)).sent).toHaveLength(1);
});
