import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser, resetFakeBrowser } from '../../tests/fake-browser.ts';
import type { Playbook } from '../core/playbook.ts';
import { packs } from '../playbooks/index.ts';
import type { Store } from '../storage/db.ts';
import { createStore } from '../storage/store.ts';
import { asText, packFor } from './options-draft.ts';
import type { OptionsActions } from './options-model.ts';
import { createOptions } from './options.ts';
import { activePlaybook } from './playbook-store.ts';

vi.mock('wxt/browser', async () => ({
  browser: (await import('../../tests/fake-browser.ts')).fakeBrowser,
}));

const DAY = '2026-11-20';
const own: Playbook = { ...packFor('spiced', null), id: 'own', name: { en: 'Ours' }, version: 12 };

let store: Store;
let options: OptionsActions;
beforeEach(() => {
  resetFakeBrowser();
  Object.assign(fakeBrowser.runtime, { getManifest: () => ({ host_permissions: [] }) });
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  vi.spyOn(Temporal.Now, 'plainDateISO').mockReturnValue(Temporal.PlainDate.from(DAY));
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ NL: [], BE: [] })));
  globalThis.indexedDB = new IDBFactory();
  Dexie.dependencies.indexedDB = globalThis.indexedDB;
  store = createStore();
  options = createOptions(store);
  return () => {
    store.close();
  };
});

const add = (row: object) =>
  store.use(async (db) => {
    await db.playbooks.add(row as never);
  });
const texts = () => store.use(async (db) => (await db.playbooks.toArray()).map(({ text }) => text));
/** What the cards get. */
const active = async () => (await activePlaybook(store, 'https://crm.example.com')).playbook;

describe('what the page shows', () => {
  test('before anything was published: the starter pack', async () => {
    expect(await options.look()).toMatchObject({
      inForce: { kind: 'starter', playbook: { id: 'bant-light', version: 1 } },
      next: 2,
      earlier: [],
      file: { name: 'dealside-bant-light-v1.json' },
    });
  });

  test('after a publication: the version, its day, and the ones before it, the newest first', async () => {
    await options.publishPack('spiced');
    await options.publishPack('meddpicc');
    expect(await options.look()).toMatchObject({
      inForce: { kind: 'published', day: DAY, playbook: { id: 'meddpicc', version: 3 } },
      next: 4,
      earlier: [
        { version: 2, name: { en: 'SPICED' }, day: DAY },
        { seq: null, version: 1, name: { en: 'BANT-light' }, day: null },
      ],
    });
  });

  test('a published playbook that is broken: what is wrong with it, and its text to be mended', async () => {
    await options.publishPack('spiced');
    await add({ text: '{\n"id": }', version: 3, day: DAY });
    expect(await options.look()).toMatchObject({
      inForce: { kind: 'broken', version: 3, fault: { line: 2 } },
      next: 4,
      earlier: [{ version: 2 }, { version: 1 }],
      file: { text: '{\n"id": }' },
    });
  });

  test('a row that is no playbook at all: that it can’t be read, and the ones before it', async () => {
    await options.publishPack('spiced');
    await add({ text: 5 });
    expect(await options.look()).toMatchObject({
      inForce: { kind: 'broken', fault: null },
      earlier: [{ version: 2 }, { version: 1 }],
      file: null,
    });
  });

  test('a database that cannot be opened: why, and no starter pack in its place', async () => {
    store.close();
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw Object.assign(new Error('no'), { name: 'InvalidStateError' });
    });
    const view = await options.look();
    expect(view).toMatchObject({
      inForce: { kind: 'unreadable', fault: 'refused' },
      earlier: [],
      file: null,
    });
    expect(await options.publishPack('spiced')).toEqual({ ok: false, fault: 'refused' });
    expect(await options.earlier(1)).toEqual({ playbook: null, playbookFault: null });
  });

  test('the list of holidays is read once, when it is asked for, and again where that failed', async () => {
    const list = vi.fn(() => Promise.reject<Response>(new Error('gone')));
    vi.stubGlobal('fetch', list);
    await options.look();
    expect(list).not.toHaveBeenCalled();
    expect(await options.countries()).toEqual([]);
    list.mockImplementation(() => Promise.resolve(Response.json({ NL: [], BE: [] })));
    expect(await options.countries()).toEqual(['NL', 'BE']);
    expect(await options.countries()).toEqual(['NL', 'BE']);
    expect(list).toHaveBeenCalledTimes(2);
  });
});

describe('publishing', () => {
  test('a pack: it gets the next number, keeps where the team works, and the cards get it', async () => {
    await options.publish(asText({ ...own, country: 'NL', currencies: ['EUR', 'USD'] }));
    expect(await options.publishPack('meddpicc')).toEqual({ ok: true, version: 13 });
    expect(await active()).toMatchObject({
      id: 'meddpicc',
      version: 13,
      country: 'NL',
      currencies: ['EUR', 'USD'],
      gates: packs.meddpicc.gates,
    });
  });

  test('where the one in force is broken, what would change in it has nothing to stand in', async () => {
    await add({ text: '{}', version: 3, day: DAY });
    const places = await options.publishPlaces('tryton', 'amount', { form: ['input.sum'] });
    expect(places).toMatchObject({ ok: false, fault: { line: 1 } });
    expect(await texts()).toEqual(['{}']);
    // And a pack gets the team out of it.
    expect(await options.publishPack('spiced')).toEqual({ ok: true, version: 4 });
    expect(await active()).toMatchObject({ id: 'spiced', version: 4 });
  });

  test('two pages of it: a number is given out once', async () => {
    const other = createOptions(store);
    await Promise.all([options.look(), other.look()]);
    await options.publishPack('spiced');
    expect(await other.publishPack('meddpicc')).toEqual({ ok: true, version: 3 });
  });

  test('is not said when it was not kept', async () => {
    await store.use(async (db) => {
      vi.spyOn(db, 'transaction').mockReturnValue(
        Dexie.Promise.reject(Object.assign(new Error('full'), { name: 'QuotaExceededError' })),
      );
      await Promise.resolve();
    });
    expect(await options.publishPack('spiced')).toEqual({ ok: false, fault: 'full' });
  });
});

describe('a file', () => {
  test('with a higher number keeps it, and its text, byte for byte', async () => {
    const text = JSON.stringify(own);
    expect(await options.publish(text)).toEqual({ ok: true, version: 12 });
    expect(await texts()).toEqual([text]);
  });

  test('with a lower number gets the next one', async () => {
    await options.publish(asText(own));
    expect(await options.publish(asText({ ...own, version: 2 }))).toEqual({
      ok: true,
      version: 13,
    });
    expect(await active()).toMatchObject({ id: 'own', version: 13 });
  });

  test('that is wrong changes nothing, and says the rule and the line', async () => {
    const text = asText(own).replace(own.gates[0]!.reviewBy, 'soon');
    const line = text.slice(0, text.indexOf('soon')).split('\n').length;
    const { id } = own.gates[0]!;
    expect(options.check(text).playbookFault).toMatchObject({ rule: id, line });
    expect(await options.publish(text)).toMatchObject({ ok: false, fault: { rule: id, line } });
    expect(await texts()).toEqual([]);
  });

  test('that was exported can be imported', async () => {
    await options.publish(JSON.stringify(own));
    const { file } = await options.look();
    expect(file?.name).toBe('dealside-own-v12.json');
    expect(file?.text).toContain('\n  "version": 12');
    expect(options.check(file!.text).playbook).toEqual(own);
  });
});

describe('going back', () => {
  test('brings the earlier rules under a new number; nothing is lost', async () => {
    await options.publish(asText(own));
    await options.publishPack('meddpicc');
    const [last] = (await options.look()).earlier;
    expect((await options.earlier(last!.seq)).playbook).toEqual(own);
    expect(await options.goBack(last!.seq)).toEqual({ ok: true, version: 14 });
    expect(await active()).toMatchObject({ ...own, version: 14 });
    const { earlier } = await options.look();
    expect(earlier.map(({ version }) => version)).toEqual([13, 12, 1]);
  });

  test('reaches the starter pack, which was never published', async () => {
    await options.publishPack('spiced');
    expect(await options.goBack(null)).toEqual({ ok: true, version: 3 });
    expect(await active()).toMatchObject({ id: 'bant-light', version: 3 });
  });

  test('to a version that is not valid any more says why, and changes nothing', async () => {
    await add({ text: '{}', version: 2, day: DAY });
    await options.publishPack('spiced');
    const { seq } = (await options.look()).earlier[0]!;
    expect((await options.earlier(seq)).playbookFault).toMatchObject({ line: 1 });
    expect(await options.goBack(seq)).toMatchObject({ ok: false, fault: { line: 1 } });
    expect(await active()).toMatchObject({ id: 'spiced', version: 3 });
  });
});
