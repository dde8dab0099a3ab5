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
import type { Playbook } from '../../core/playbook.ts';
import { asText, packFor } from '../options-draft.ts';
import { DRAFT_KEY, draftIn } from './draft-kept.ts';

vi.mock('wxt/browser', async () => ({
  browser: (await import('../../../tests/fake-browser.ts')).fakeBrowser,
}));

freshDatabase();

let tab: Tab;
beforeEach(() => {
  tab = openTab();
});

describe('one tab', () => {
  test('keeps each change by itself, and a page opened later goes on from there', async () => {
    await is(tab, 'none');
    expect(await tab.actions.draft.start(spiced, 1)).toBe(true);
    tab.actions.draft.change(named('A'));
    tab.actions.draft.change(named('AB'));
    expect(nameOf(tab)).toBe('AB');
    await tab.actions.draft.flush();
    expect(draftOf(tab).keeping).toBe('kept');
    expect((await stored(tab))?.playbook.name.en).toBe('AB');
    const later = openTab();
    await is(later, 'draft');
    expect(nameOf(later)).toBe('AB');
    expect(draftOf(later).draft).toMatchObject({ basedOn: 1 });
  });

  test('what is typed while the last save is young is kept in one go, without being asked to', async () => {
    await tab.actions.draft.start(spiced, 1);
    tab.actions.draft.change(named('A'));
    await until(() => {
      expect(draftOf(tab).keeping).toBe('kept');
    });
    const { rev } = draftOf(tab).draft;
    for (const name of ['AB', 'ABC']) {
      tab.actions.draft.change(named(name));
      expect(draftOf(tab).keeping).toBe('keeping');
      expect((await stored(tab))?.playbook.name.en).toBe('A');
    }
    await until(async () => {
      expect((await stored(tab))?.playbook.name.en).toBe('ABC');
    });
    expect((await stored(tab))?.rev).toBe(rev + 1);
  });

  test('texts and groups may be empty; what it could not read again it does not keep', async () => {
    await tab.actions.draft.start(spiced, 1);
    tab.actions.draft.change((now) => ({
      ...now,
      gates: now.gates.map((gate) => ({ ...gate, why: { en: '' }, test: { all: [] } })),
    }));
    await tab.actions.draft.flush();
    expect(draftOf(tab).keeping).toBe('kept');
    tab.actions.draft.change(named('x'.repeat(10_001)));
    await tab.actions.draft.flush();
    expect(draftOf(tab).keeping).toBe('invalid');
    expect((await stored(tab))?.playbook.name.en).toBe('SPICED');
    tab.actions.draft.change(named('short'));
    await tab.actions.draft.flush();
    expect(draftOf(tab).keeping).toBe('kept');
    expect((await stored(tab))?.playbook.name.en).toBe('short');
  });

  test('undoes what was typed in one go as one step, and does it again', async () => {
    const now = vi.spyOn(performance, 'now').mockReturnValue(0);
    await tab.actions.draft.start(spiced, 1);
    tab.actions.draft.change(named('A'));
    tab.actions.draft.change(named('AB'));
    now.mockReturnValue(5000);
    tab.actions.draft.change(named('C'));
    tab.actions.draft.undo();
    expect(nameOf(tab)).toBe('AB');
    tab.actions.draft.undo();
    expect(nameOf(tab)).toBe('SPICED');
    expect(draftOf(tab)).toMatchObject({ canUndo: false, canRedo: true });
    tab.actions.draft.redo();
    tab.actions.draft.redo();
    expect(nameOf(tab)).toBe('C');
    await tab.actions.draft.flush();
    expect((await stored(tab))?.playbook.name.en).toBe('C');
    now.mockRestore();
  });

  test('a start over a draft, and a discarded one, can be brought back', async () => {
    await tab.actions.draft.start(named('Mine')(spiced), 1);
    await tab.actions.draft.start(packFor('meddpicc', null), 1);
    expect(nameOf(tab)).toBe('MEDDPICC');
    expect(draftOf(tab).aside).toMatchObject({
      why: 'replaced',
      playbook: { name: { en: 'Mine' } },
    });
    await tab.actions.draft.bringBack();
    expect(nameOf(tab)).toBe('Mine');
    expect(await tab.actions.draft.discard()).toBe(true);
    expect(await stored(tab)).toBeUndefined();
    expect(tab.actions.draft.state()).toMatchObject({ kind: 'none', aside: { why: 'discarded' } });
    await tab.actions.draft.bringBack();
    expect((await stored(tab))?.playbook.name.en).toBe('Mine');
  });

  test('a stored draft that is broken is told with its text, and a new one takes its place', async () => {
    await tab.store.use((db) =>
      db.settings.put({ key: DRAFT_KEY, value: { playbook: { gates: 'none' }, rev: 3 } }),
    );
    const later = openTab();
    await is(later, 'broken');
    const state = later.actions.draft.state();
    expect(state.kind === 'broken' && state.text).toContain('"gates": "none"');
    expect(await later.actions.draft.start(spiced, 1)).toBe(true);
    expect(draftOf(later).draft.rev).toBe(4);
  });

  test('one whose groups go too deep for anybody to follow is broken, and nothing fails', () => {
    const value = { playbook: deep(20_000), basedOn: 1, rev: 1, savedAt: '2027-01-01T00:00:00Z' };
    expect(draftIn(value)).toMatchObject({ kind: 'broken' });
  });

  test('a full disk is said, nothing is lost, and the next change tries again', async () => {
    await tab.actions.draft.start(spiced, 1);
    const full = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    await tab.store.use((db) => {
      db.settings.hook('updating', full);
      return Promise.resolve();
    });
    tab.actions.draft.change(named('Too much'));
    await tab.actions.draft.flush();
    expect(draftOf(tab).keeping).toBe('full');
    expect(nameOf(tab)).toBe('Too much');
    expect((await stored(tab))?.playbook.name.en).toBe('SPICED');
    await tab.store.use((db) => {
      db.settings.hook('updating').unsubscribe(full);
      return Promise.resolve();
    });
    await tab.actions.draft.flush();
    expect(draftOf(tab).keeping).toBe('kept');
    expect((await stored(tab))?.playbook.name.en).toBe('Too much');
  });
});

describe('a file', () => {
  const check = (playbook: unknown) => tab.actions.draft.check(JSON.stringify(playbook, null, 2));

  test('that could not be published starts a draft all the same', () => {
    const [gate] = spiced.gates;
    const rough = { ...spiced, gates: [{ ...gate, owner: '', test: { any: [] } }] };
    expect(check(rough).playbook?.gates[0]).toMatchObject({ owner: '', test: { any: [] } });
    expect(tab.actions.check(asText(rough as Playbook)).playbook).toBeNull();
  });

  test.each([
    ['no JSON', () => tab.actions.draft.check('{'), 'playbook', /not valid JSON/],
    ['a list for a text', () => check({ ...spiced, name: [] }), 'name', /"name"|name/],
    ['a part that nobody knows', () => check({ ...spiced, extra: 1 }), 'playbook', /extra/],
    [
      'an operator that nobody knows',
      () =>
        check({ ...spiced, gates: [{ ...spiced.gates[0], test: { field: 'amount', op: 'x' } }] }),
      spiced.gates[0]?.id,
      /operator/,
    ],
    [
      'a name of the language',
      () => tab.actions.draft.check('{"__proto__":{}}'),
      'playbook',
      /__proto__/,
    ],
    [
      'groups without end',
      () => tab.actions.draft.check(JSON.stringify(deep(500))),
      'playbook',
      /deep/,
    ],
  ] as const)('with %s is refused with where and why', (_, read, rule, message) => {
    const { playbook, playbookFault } = read();
    expect(playbook).toBeNull();
    expect(playbookFault?.rule).toBe(rule);
    expect(playbookFault?.message).toMatch(message);
  });
});

const deep = (levels: number): unknown => {
  let inner: unknown = { field: 'amount', op: 'is-set' };
  for (let level = 0; level < levels; level += 1) inner = { not: inner };
  return { ...spiced, gates: [{ ...spiced.gates[0], test: inner }] };
};
