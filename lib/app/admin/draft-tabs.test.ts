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

vi.mock('wxt/browser', async () => ({
  browser: (await import('../../../tests/fake-browser.ts')).fakeBrowser,
}));

freshDatabase();

let tab: Tab;
beforeEach(() => {
  tab = openTab();
});

describe('two tabs', () => {
  let other: Tab;
  beforeEach(async () => {
    other = openTab();
    await tab.actions.draft.start(spiced, 1);
    await is(other, 'draft');
  });

  /** Both change the draft at the same moment: one of them is told. */
  const collide = async (): Promise<{ first: Tab; late: Tab }> => {
    tab.actions.draft.change(named('Mine'));
    other.actions.draft.change(named('Theirs'));
    await Promise.all([tab.actions.draft.flush(), other.actions.draft.flush()]);
    await until(() => {
      expect([draftOf(tab).elsewhere, draftOf(other).elsewhere].filter(Boolean)).toHaveLength(1);
    });
    return draftOf(tab).elsewhere ? { first: other, late: tab } : { first: tab, late: other };
  };

  test('one that changes nothing follows the other', async () => {
    tab.actions.draft.change(named('Followed'));
    await until(() => {
      expect(nameOf(other)).toBe('Followed');
    });
    expect(draftOf(other).elsewhere).toBeNull();
    await tab.actions.draft.flush();
    other.actions.draft.change(named('And back'));
    await until(() => {
      expect(nameOf(tab)).toBe('And back');
    });
  });

  test('the later one is told, and what it has is not kept over the other’s', async () => {
    const { first, late } = await collide();
    const { elsewhere } = draftOf(late);
    expect(elsewhere).toMatchObject({
      kind: 'changed',
      draft: { playbook: { name: { en: nameOf(first) } } },
    });
    late.actions.draft.change((now) => ({ ...now, country: 'BE' }));
    await late.actions.draft.flush();
    expect((await stored(tab))?.playbook.name.en).toBe(nameOf(first));
    expect((await late.actions.draft.publish('', '')).ok).toBe(false);
  });

  test('takes the other one, and its own can be brought back', async () => {
    const { first, late } = await collide();
    const own = nameOf(late);
    await late.actions.draft.take('theirs');
    expect(nameOf(late)).toBe(nameOf(first));
    expect(draftOf(late)).toMatchObject({ elsewhere: null, aside: { why: 'mine' } });
    await late.actions.draft.bringBack();
    expect((await stored(tab))?.playbook.name.en).toBe(own);
  });

  test('keeps its own, and the other one can be brought back', async () => {
    const { first, late } = await collide();
    const [own, theirs] = [nameOf(late), nameOf(first)];
    await late.actions.draft.take('mine');
    expect((await stored(tab))?.playbook.name.en).toBe(own);
    expect(draftOf(late).aside).toMatchObject({
      why: 'theirs',
      playbook: { name: { en: theirs } },
    });
    await until(() => {
      expect(nameOf(first)).toBe(own);
    });
  });

  test('a draft that the other published is told of, and can be brought back', async () => {
    const late = openTab();
    await is(late, 'draft');
    await tab.actions.draft.flush();
    expect(await tab.actions.draft.publish('', 'Ann')).toMatchObject({ ok: true });
    await is(late, 'none');
    expect(late.actions.draft.state()).toMatchObject({ aside: { why: 'gone' } });
    expect(tab.actions.draft.state()).toMatchObject({ kind: 'none', aside: null });
    await late.actions.draft.bringBack();
    expect(await stored(tab)).toMatchObject({ playbook: { id: spiced.id } });
  });

  test('a draft that the other published while this one had changes can be kept or set aside', async () => {
    const late = openTab();
    await is(late, 'draft');
    // It hears nothing of what the other does until it keeps something itself.
    late.stop();
    await tab.actions.draft.flush();
    expect(await tab.actions.draft.publish('', 'Ann')).toMatchObject({ ok: true });
    late.actions.draft.change(named('Late'));
    await late.actions.draft.flush();
    expect(draftOf(late).elsewhere).toEqual({ kind: 'gone' });
    expect(await stored(tab)).toBeUndefined();
    await late.actions.draft.take('mine');
    expect((await stored(tab))?.playbook.name.en).toBe('Late');
    expect(draftOf(late)).toMatchObject({ keeping: 'kept', elsewhere: null });
  });
});
