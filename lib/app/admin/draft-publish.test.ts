// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import {
  draftOf,
  freshDatabase,
  is,
  named,
  nameOf,
  openTab,
  spiced,
  stored,
  until,
  type Tab,
} from '../../../tests/draft-tabs.ts';
import { fakeBrowser } from '../../../tests/fake-browser.ts';
import { playbookOf } from '../options-model.ts';

vi.mock('wxt/browser', async () => ({
  browser: (await import('../../../tests/fake-browser.ts')).fakeBrowser,
}));

freshDatabase();

let tab: Tab;
beforeEach(() => {
  tab = openTab();
});

describe('publishing', () => {
  const rows = () => tab.store.use((db) => db.playbooks.toArray());
  const inForce = async () => playbookOf((await tab.actions.look()).inForce);

  beforeEach(async () => {
    await tab.actions.draft.start(named('Ours')(spiced), 1);
    await tab.actions.draft.flush();
  });

  test('makes a numbered version with note, name and instant, and takes the draft away', async () => {
    expect(await tab.actions.draft.publish('  For the spring.  ', 'Ann')).toEqual({
      ok: true,
      version: 2,
    });
    expect(await inForce()).toMatchObject({ version: 2, name: { en: 'Ours' } });
    const [row] = await rows();
    expect(row).toMatchObject({ version: 2, note: 'For the spring.', by: 'Ann' });
    expect(Date.parse(row?.at ?? '')).toBeGreaterThan(0);
    expect(await stored(tab)).toBeUndefined();
    expect(tab.actions.draft.state().kind).toBe('none');
    expect((await tab.actions.look()).who.name).toBe('Ann');
  });

  test('the name stands on every version that is published after it', async () => {
    await tab.actions.draft.publish('', 'Ann');
    await tab.actions.publishPack('meddpicc');
    const [first] = await rows();
    await tab.actions.goBack(first?.seq ?? null);
    expect((await rows()).map(({ by, back }) => [by, back])).toEqual([
      ['Ann', undefined],
      ['Ann', undefined],
      ['Ann', 2],
    ]);
  });

  test.each([
    ['the draft could not be taken away', 'settings', 'deleting'],
    ['the version could not be added', 'playbooks', 'creating'],
  ] as const)('when %s, both stay as they were', async (_, table, hook) => {
    const fail = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    await tab.store.use((db) => {
      const { hook: on } = db.table(table) as unknown as {
        hook: (of: string, run: () => void) => void;
      };
      on(hook, fail);
      return Promise.resolve();
    });
    expect(await tab.actions.draft.publish('', 'Ann')).toEqual({ ok: false, fault: 'full' });
    expect(await rows()).toEqual([]);
    expect((await stored(tab))?.playbook.name.en).toBe('Ours');
    expect(nameOf(tab)).toBe('Ours');
    expect((await inForce())?.version).toBe(1);
    expect((await tab.actions.look()).who.name).toBe('');
  });

  test('a draft with an error is refused with the place, and stays', async () => {
    tab.actions.draft.change((now) => ({
      ...now,
      gates: now.gates.map((gate) => ({ ...gate, why: { en: '' } })),
    }));
    const result = await tab.actions.draft.publish('', '');
    expect(result).toMatchObject({ ok: false, fault: { rule: spiced.gates[0]?.id } });
    expect(await rows()).toEqual([]);
    expect(draftOf(tab).keeping).toBe('kept');
  });

  test('a draft that another tab changed in between is not published, but shown', async () => {
    const other = openTab();
    await is(other, 'draft');
    tab.stop();
    other.actions.draft.change(named('Changed there'));
    await other.actions.draft.flush();
    const result = await tab.actions.draft.publish('', '');
    expect(result).toEqual({ ok: false, fault: 'elsewhere' });
    expect(await rows()).toEqual([]);
    expect(nameOf(tab)).toBe('Changed there');
  });

  test('is told to the tabs that show a deal', async () => {
    fakeBrowser.world.granted.add('https://atomic-crm.test/*');
    const query = vi.spyOn(fakeBrowser.tabs, 'query');
    await tab.actions.draft.publish('', '');
    await until(() => {
      expect(query).toHaveBeenCalledWith({ url: ['https://atomic-crm.test/*'] });
    });
  });

  test('two pages that publish at the same moment give out two numbers', async () => {
    const other = openTab();
    const results = await Promise.all([
      tab.actions.publishPack('meddpicc'),
      other.actions.publishPack('spiced'),
    ]);
    expect(results.map((result) => result.ok && result.version).toSorted()).toEqual([2, 3]);
    expect((await rows()).map(({ version }) => version)).toEqual([2, 3]);
  });
});
