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
import type { Store } from '../../storage/db.ts';
import { playbookOf } from '../options-model.ts';
import { made, publishNext } from '../options-publish.ts';

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

  test('what is changed while a publication is refused is kept after it', async () => {
    tab.actions.draft.change((now) => ({ ...now, gates: [] }));
    await tab.actions.draft.flush();
    vi.spyOn(fakeBrowser.storage.managed, 'get').mockImplementationOnce(() => {
      tab.actions.draft.change(named('Meanwhile'));
      return Promise.resolve({});
    });
    expect((await tab.actions.draft.publish('', '')).ok).toBe(false);
    await until(async () => {
      expect((await stored(tab))?.playbook.name.en).toBe('Meanwhile');
    });
  });

  test('a page that another one overtakes while it publishes takes the next number', async () => {
    const other = openTab();
    let overtaken = false;
    const slow: Store = {
      ...tab.store,
      use: async (work) => {
        if (overtaken) {
          overtaken = false;
          await other.actions.publishPack('spiced');
        }
        return tab.store.use(work);
      },
    };
    let turns = 0;
    const result = await publishNext(slow, (_, version) => {
      overtaken = turns === 0;
      turns += 1;
      return made({ ...spiced, version });
    });
    expect(result).toEqual({ ok: true, version: 3 });
    expect(turns).toBe(2);
    expect((await rows()).map(({ version }) => version)).toEqual([2, 3]);
  });
});
