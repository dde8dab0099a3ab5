// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { button, press, section, testOptions, user } from '../../../tests/a11y/open-options.tsx';
import {
  dealRow,
  everything,
  everythingAbout,
  OTHER,
  put,
  sameStore,
  type Store,
} from '../../../tests/data-world.ts';
import { fakeBrowser } from '../../../tests/fake-browser.ts';
import { SITE } from '../../../tests/readings.ts';
import { createData } from '../../../lib/app/admin/data.ts';
import type { DataFile } from '../../../lib/app/admin/data-model.ts';
import { packFor } from '../../../lib/app/options-draft.ts';
import { sizeText } from './size.ts';

vi.mock('wxt/browser', async () => ({
  browser: (await import('../../../tests/fake-browser.ts')).fakeBrowser,
}));

const page = testOptions('data');
let store: Store;
let saved: { readonly name: string; readonly blob: Blob }[];
beforeEach(() => {
  store = sameStore();
  saved = [];
  vi.stubGlobal(
    'URL',
    Object.assign(URL, {
      createObjectURL: (blob: Blob) => {
        saved.push({ name: '', blob });
        return 'blob:x';
      },
      revokeObjectURL: () => undefined,
    }),
  );
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
  Object.assign(fakeBrowser.runtime, { getManifest: () => ({ version: '0.1.0' }) });
  Object.assign(navigator, {
    storage: { estimate: () => Promise.resolve({ usage: 4_200_000, quota: 12e9 }) },
  });
  // jsdom's Blob cannot read itself.
  Object.assign(Blob.prototype, {
    text(this: Blob) {
      return new Promise((resolve) => {
        const reader = new FileReader();
        reader.onload = () => {
          resolve(reader.result);
        };
        reader.readAsText(this);
      });
    },
  });
});

const full = () =>
  put(store, everythingAbout('1'), everythingAbout('2', OTHER), {
    playbooks: [{ text: JSON.stringify(packFor('spiced', null)), version: 3, day: '2026-06-01' }],
  });

/** Opens the screen and waits until it has counted. */
async function open(): Promise<void> {
  await page.open();
  await screen.findByRole('region', { name: 'How long deals are kept' });
}

const exported = async (from: Store): Promise<DataFile> => {
  const result = await createData(from).exportAll();
  if (!result.ok) throw new Error('no file');
  return result.file;
};

/** A file as a browser would have it, with what stands in it. */
const fileOf = (name: string, text: string): File =>
  new File([text], name, { type: 'application/json' });
const choose = (file: File): Promise<void> =>
  user.upload(screen.getByLabelText(/Import a file/), file);

describe('what is kept', () => {
  it('is told by its kind and by CRM, with axe content', async () => {
    await full();
    await open();
    const kinds = section('Kept in this browser');
    expect(kinds.getByText('Answers').closest('li')?.textContent).toMatch(
      /2about .*kB · since Jun 10, 2026/,
    );
    expect(kinds.getByText(/uses 4.2 MB in all for Dealside, of 12 GB/)).toBeTruthy();
    const sites = section('By CRM');
    expect(sites.getByText('crm.example.com').closest('li')?.textContent).toContain(
      'Atomic CRM1 deal',
    );
    const { violations } = await axe.run(document.body, {
      rules: { 'color-contrast': { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ''}`)).toEqual([]);
  });

  it('is nothing at first, and says so', async () => {
    await open();
    expect(screen.getByText(/Nothing is kept yet/)).toBeTruthy();
    expect(screen.queryByRole('region', { name: 'By CRM' })).toBeNull();
  });

  it('is measured as people read it', () => {
    expect([0, 110, 9_940, 2_130_000].map((bytes) => sizeText(bytes, 'en'))).toEqual([
      '0 kB',
      '0.1 kB',
      '9.9 kB',
      '2.1 MB',
    ]);
    expect(sizeText(2_130_000, 'nl')).toBe('2,1 MB');
  });
});

describe('erasing', () => {
  it('asks, says what goes, and takes one CRM alone; the open cards are told', async () => {
    await full();
    fakeBrowser.world.granted.add('https://crm.example.com/*');
    fakeBrowser.world.tabs = [{ id: 1, url: `${SITE}/#/deals/1/show`, listens: true }];
    await open();
    await press('Erase what is kept of crm.example.com');
    const ask = screen.getByRole('group', { name: 'Erase what is kept of crm.example.com?' });
    expect(document.activeElement).toBe(ask);
    await user.keyboard('{Escape}');
    expect(document.activeElement).toBe(button('Erase what is kept of crm.example.com'));
    expect((await everything(store)).deals).toHaveLength(2);
    await press('Erase what is kept of crm.example.com');
    await press('Erase it');
    await screen.findByText('What was kept of crm.example.com is erased.');
    expect(document.activeElement?.textContent).toContain('is erased');
    expect(JSON.stringify(await everything(store))).not.toContain(SITE);
    expect((await everything(store)).deals).toHaveLength(1);
    expect(fakeBrowser.world.announced).toMatchObject([{ tabId: 1, type: 'dealChanged' }]);
  });

  it('everything keeps the playbook and the settings unless asked, with the export offered first', async () => {
    await full();
    await put(store, { settings: [{ key: 'role', value: 'admin' }] });
    await open();
    await press('Erase everything…');
    const ask = within(screen.getByRole('group', { name: 'Erase everything that is kept here?' }));
    expect(
      ask.getByText(/This goes: Deals: 2, .*and What left this browser: 2/).textContent,
    ).not.toContain('Playbooks');
    await user.click(ask.getByRole('button', { name: 'Export everything first' }));
    await ask.findByText(/Exported as dealside-/);
    expect(saved).toHaveLength(1);
    await user.click(ask.getByLabelText('Keep the playbook'));
    expect(ask.getByText(/Playbooks: 1/)).toBeTruthy();
    await user.click(ask.getByRole('button', { name: 'Erase everything' }));
    await screen.findByText(/Everything was erased/);
    const left = await everything(store);
    expect([left.deals, left.playbooks, left.sent]).toEqual([[], [], []]);
    expect(left.settings).toEqual([{ key: 'role', value: 'admin' }]);
  });
});

describe('moving', () => {
  it('exports one file that another browser takes, shown before it is taken', async () => {
    await full();
    const { blob, name } = await exported(store);
    expect(name).toMatch(/^dealside-\d{4}-\d\d-\d\d\.json$/);
    const text = await blob.text();
    await createData(store).erase({ settings: false, playbooks: false });
    await open();
    await choose(fileOf('theirs.json', text));
    const ask = within(await screen.findByRole('group', { name: /“theirs.json” was written on/ }));
    expect(ask.getByText('Deals: 2 new, 0 here already')).toBeTruthy();
    expect((await everything(store)).deals).toEqual([]);
    await user.click(ask.getByRole('button', { name: 'Take it over' }));
    await screen.findByText(/^Taken over. 18 rows were added/);
    expect((await everything(store)).deals).toHaveLength(2);
    // The playbook came along, and was not asked for.
    expect((await everything(store)).playbooks).toEqual([]);
    await choose(fileOf('theirs.json', text));
    const again = within(await screen.findByRole('group', { name: /theirs.json/ }));
    expect(again.getByText('Answers: 0 new, 2 here already')).toBeTruthy();
    expect(again.getByRole('button', { name: 'Take it over' }).getAttribute('aria-disabled')).toBe(
      'true',
    );
    await user.click(again.getByLabelText(/Publish its playbook too: “SPICED”/));
    await user.click(again.getByRole('button', { name: 'Take it over' }));
    await screen.findByText(/The playbook is published as version/);
    expect((await everything(store)).playbooks).toHaveLength(1);
    expect((await everything(store)).answers).toHaveLength(2);
  });

  it.each([
    [
      '{"dealside":"data-1","tables":{"answers":[{"deal":"x"}]}}',
      /Row 1 of its part “answers” .* at “(key|deal)”/,
    ],
    ['{"dealside":"data-1",\n"tables":}', 'It is not valid JSON: look at line 2.'],
    ['{"dealside":"data-1",\n"__proto__":{}}', /On line 2 stands a name/],
    [`{"a":\n${'['.repeat(50)}${']'.repeat(50)}}`, /On line 2 it goes deeper/],
    ['{"id":"spiced","gates":[]}', 'It is not a file that Dealside exported.'],
    ['{"dealside":"data-9"}', /A later Dealside wrote it/],
    ['MZ\u0000\u0001', /It is not valid JSON/],
  ])('refuses %s', async (text, why) => {
    await full();
    const before = await everything(store);
    await open();
    await choose(fileOf('bad.json', text));
    await screen.findByText('“bad.json” cannot be taken');
    expect(screen.getByText(why)).toBeTruthy();
    expect(screen.getByText('Nothing was changed.')).toBeTruthy();
    expect(await everything(store)).toEqual(before);
  });

  it('refuses a file that is far too large without reading it', async () => {
    const read = vi.fn();
    const file = { size: 200_000_000, text: read } as unknown as Blob;
    expect(await createData(store).lookInto(file)).toEqual({ kind: 'large' });
    expect(read).not.toHaveBeenCalled();
  });
});

describe('how long deals are kept', () => {
  const old = '2020-01-01';
  it('asks with what it would cost, and can be told not now', async () => {
    await put(store, { deals: [dealRow('1', { lastSeen: old, firstSeen: old })] });
    await open();
    const select = screen.getByLabelText('Keep deals');
    await user.selectOptions(select, '1 year');
    await screen.findByText(/^1 deal is older/);
    await user.keyboard('{Escape}');
    expect((select as HTMLSelectElement).value).toBe('null');
    expect(document.activeElement).toBe(select);
    await user.selectOptions(select, '90 days');
    await screen.findByText(/^1 deal is older/);
    await press('Keep them so long');
    await screen.findByText('Deals are kept for 90 days.');
    expect((await everything(store)).settings).toEqual([{ key: 'retention', value: 90 }]);
    await user.selectOptions(select, 'for ever');
    await screen.findByText('Deals are kept for ever.');
  });
});

describe('where the policy holds the data fast', () => {
  it('can be looked at and exported, and nothing else; nor by any other way', async () => {
    fakeBrowser.world.policy = { locked: ['data'] };
    await full();
    await open();
    expect(button('Export everything')).toBeTruthy();
    for (const name of [/Erase/, /Import/, 'Keep deals'])
      expect(screen.queryByRole('button', { name }) ?? screen.queryByLabelText(name)).toBeNull();
    const before = await everything(store);
    const data = createData(store);
    const found = await data.lookInto((await exported(store)).blob);
    if (found.kind !== 'good') throw new Error(found.kind);
    const locked = { ok: false, fault: 'locked' };
    expect(await data.take(found)).toEqual(locked);
    expect(await data.erase({ settings: false, playbooks: false })).toEqual(locked);
    expect(await data.eraseSite(SITE)).toEqual(locked);
    expect(await data.retain(90)).toEqual(locked);
    expect(await everything(store)).toEqual(before);
  });

  it('keeps the playbook where that is held fast', async () => {
    fakeBrowser.world.policy = { locked: ['playbook'] };
    await full();
    await open();
    await press('Erase everything…');
    expect(screen.queryByLabelText('Keep the playbook')).toBeNull();
    await createData(store).erase({ settings: false, playbooks: false });
    await waitFor(async () => {
      expect((await everything(store)).playbooks).toHaveLength(1);
    });
  });
});
