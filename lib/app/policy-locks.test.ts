import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { customDefinition } from '../../tests/custom-crm.ts';
import { fakeBrowser, resetFakeBrowser } from '../../tests/fake-browser.ts';
import { createStore } from '../storage/store.ts';
import type { Store } from '../storage/db.ts';
import { definitionsOf, readDefinitions, savePointed } from './custom-kept.ts';
import { createOptions } from './options.ts';
import { asText, packFor } from './options-draft.ts';
import { playbookOf, type OptionsActions } from './options-model.ts';
import { activePlaybook } from './playbook-store.ts';

vi.mock('wxt/browser', async () => ({
  browser: (await import('../../tests/fake-browser.ts')).fakeBrowser,
}));

const LOCKED = { ok: false, fault: 'locked' };
const spiced = packFor('spiced', null);

let store: Store;
let actions: OptionsActions;
beforeEach(() => {
  resetFakeBrowser();
  Object.assign(fakeBrowser.runtime, { getManifest: () => ({}) });
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json({})));
  globalThis.indexedDB = new IDBFactory();
  Dexie.dependencies.indexedDB = globalThis.indexedDB;
  store = createStore();
  actions = createOptions(store);
  return () => {
    store.close();
  };
});

/** Everything that publishes. */
const PUBLISHING: Record<string, () => Promise<unknown>> = {
  'an import': () => actions.publish(asText(spiced)),
  'a pack': () => actions.publishPack('meddpicc'),
  'a corrected field': () => actions.publishPlaces('atomic', 'amount', { shown: ['b'] }),
  gates: () => actions.publishGates([]),
  'a staged start': () => actions.publishRollout({ from: '2026-06-01', managersFirst: 3 }, ''),
  'a roll-back': () => actions.goBack(null),
  'a draft': async () => {
    await actions.draft.start(packFor('meddpicc', null), 1);
    return await actions.draft.publish('', '');
  },
};

describe.each([
  ['locked', () => ({ locked: ['playbook'] })],
  ['held by the policy itself', () => ({ playbook: asText(spiced) })],
] as const)('a playbook that is %s', (_, policy) => {
  test.each(Object.keys(PUBLISHING))('is not changed by %s', async (what) => {
    await actions.publishPack('spiced');
    fakeBrowser.world.policy = policy();
    const before = await store.use((db) => db.playbooks.toArray());
    expect(await PUBLISHING[what]!()).toEqual(LOCKED);
    expect(await store.use((db) => db.playbooks.toArray())).toEqual(before);
    fakeBrowser.world.policy = undefined;
    expect(await PUBLISHING[what]!()).not.toEqual(LOCKED);
  });
});

describe('a playbook by policy', () => {
  test('goes before what was published here, which counts again without it', async () => {
    await actions.publishPack('meddpicc');
    fakeBrowser.world.policy = { playbook: asText(spiced) };
    expect(playbookOf((await actions.look()).inForce)?.id).toBe('spiced');
    expect((await activePlaybook(store, 'https://a.example')).playbook?.id).toBe('spiced');
    fakeBrowser.world.policy = undefined;
    expect(playbookOf((await actions.look()).inForce)?.id).toBe('meddpicc');
  });

  test('that is wrong says so as the policy’s, and no other takes its place', async () => {
    await actions.publishPack('meddpicc');
    fakeBrowser.world.policy = { playbook: '{\n"id": "ours"\n}' };
    const { playbook, playbookFault } = await activePlaybook(store, 'https://a.example');
    expect(playbook).toBeNull();
    expect(playbookFault).toMatchObject({ from: 'policy' });
    expect((await actions.look()).inForce).toMatchObject({
      kind: 'broken',
      source: 'policy',
      fault: { from: 'policy' },
    });
  });

  test.each([[7], [null], [[]], ['']])('that is %j is wrong as well', async (playbook) => {
    fakeBrowser.world.policy = { playbook };
    expect(await activePlaybook(store, 'https://a.example')).toMatchObject({
      playbook: null,
      playbookFault: { from: 'policy' },
    });
  });
});

describe('CRM sites', () => {
  const own = { ...customDefinition, id: 'custom-own', name: 'Own' };

  test('that are locked are neither made, changed nor forgotten, and go on working', async () => {
    await actions.custom.save(own);
    fakeBrowser.world.policy = { locked: ['sites'] };
    expect(await actions.custom.save({ ...own, version: 2 })).toEqual(LOCKED);
    expect(await actions.custom.remove(own.id)).toEqual(LOCKED);
    expect(await savePointed(store, customDefinition)).toEqual(LOCKED);
    expect(await actions.publishPlaces('atomic', 'amount', null)).toEqual(LOCKED);
    expect(await readDefinitions(store)).toEqual([own]);
  });

  test('of the policy are in force beside our own, before one of the same id, and are not ours to change', async () => {
    await actions.custom.save(own);
    await actions.custom.save({ ...customDefinition, name: 'Ours of that id' });
    fakeBrowser.world.policy = { sites: JSON.stringify([customDefinition]) };
    expect(await readDefinitions(store)).toEqual([customDefinition, own]);
    expect(await definitionsOf(store, 'https://crm.example.com')).toEqual({
      ok: true,
      definitions: [customDefinition, own],
    });
    expect(await actions.custom.save(customDefinition)).toEqual(LOCKED);
    expect(await actions.custom.remove(customDefinition.id)).toEqual(LOCKED);
    expect(await actions.custom.save({ ...own, version: 2 })).toEqual({ ok: true });
    fakeBrowser.world.policy = undefined;
    expect((await readDefinitions(store)).map(({ name }) => name)).toEqual([
      'Own',
      'Ours of that id',
    ]);
  });

  test('that are pointed at anew get an id of their own beside the policy’s', async () => {
    fakeBrowser.world.policy = { sites: [customDefinition] };
    expect(await savePointed(store, customDefinition)).toEqual({ ok: true });
    expect((await readDefinitions(store)).map(({ id }) => id)).toEqual([
      'custom-harbour',
      'custom-harbour-2',
    ]);
  });
});
