import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { customDefinition } from '../../tests/custom-crm.ts';
import { fakeBrowser, resetFakeBrowser } from '../../tests/fake-browser.ts';
import type { Definition } from '../core/custom-schema.ts';
import type { Store } from '../storage/db.ts';
import { createStore } from '../storage/store.ts';
import { definitionsOf, listDefinitions, saveDefinition, savePointed } from './custom-kept.ts';
import { createOptions } from './options.ts';
import { packFor } from './options-draft.ts';
import type { OptionsActions } from './options-model.ts';
import { publishPlaybook } from './playbook-store.ts';

vi.mock('wxt/browser', async () => ({
  browser: (await import('../../tests/fake-browser.ts')).fakeBrowser,
}));

const SITE = 'https://crm.example.com';
const pack = packFor('bant-light', null);
const named = (name: string, more: Partial<Definition> = {}): Definition => ({
  ...customDefinition,
  name,
  ...more,
});
const other = named('Other', { id: 'custom-other', sites: ['https://other.example.com'] });

let store: Store;
let options: OptionsActions;
beforeEach(() => {
  resetFakeBrowser();
  Object.assign(fakeBrowser.runtime, { getManifest: () => ({}) });
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json({})));
  globalThis.indexedDB = new IDBFactory();
  Dexie.dependencies.indexedDB = globalThis.indexedDB;
  store = createStore();
  options = createOptions(store);
  return () => {
    store.close();
  };
});

const text = (version: number, sites: readonly Definition[]): string =>
  JSON.stringify({ ...pack, version, sites });
const publish = (version: number, sites: readonly Definition[]) =>
  publishPlaybook(store, text(version, sites), '2026-11-20');
const listed = async () =>
  (await listDefinitions(store)).map(({ definition: { id, name }, from }) => [id, name, from]);

describe('the CRM sites in force', () => {
  test('are those made here, the playbook’s and the policy’s, each id once in that order of rank', async () => {
    await saveDefinition(store, named('Here'));
    await saveDefinition(store, other);
    expect(await listed()).toEqual([
      ['custom-harbour', 'Here', 'here'],
      ['custom-other', 'Other', 'here'],
    ]);
    await publish(5, [named('Playbook')]);
    expect(await listed()).toEqual([
      ['custom-harbour', 'Playbook', 'playbook'],
      ['custom-other', 'Other', 'here'],
    ]);
    fakeBrowser.world.policy = { sites: [named('Policy')] };
    expect(await listed()).toEqual([
      ['custom-harbour', 'Policy', 'policy'],
      ['custom-other', 'Other', 'here'],
    ]);
    expect(await definitionsOf(store, SITE)).toMatchObject({
      ok: true,
      definitions: [{ name: 'Policy' }],
    });
    expect(await definitionsOf(store, 'https://evil.example')).toEqual({
      ok: true,
      definitions: [],
    });
    // What was made here is there again once nothing stands in its place.
    fakeBrowser.world.policy = {};
    await publish(6, []);
    expect(await listed()).toEqual([
      ['custom-harbour', 'Here', 'here'],
      ['custom-other', 'Other', 'here'],
    ]);
  });

  test('pointing anew at a site of the playbook’s makes one of this browser’s own beside it', async () => {
    await publish(5, [named('Playbook')]);
    expect(await savePointed(store, named('Playbook'))).toEqual({ ok: true });
    expect(await listed()).toEqual([
      ['custom-harbour', 'Playbook', 'playbook'],
      ['custom-harbour-2', 'Playbook', 'here'],
    ]);
  });

  test('say which of their hosts the user has not granted yet', async () => {
    await publish(5, [named('Playbook', { sites: [SITE, 'https://crm2.example.com:8443'] })]);
    fakeBrowser.world.granted.add('https://crm.example.com/*');
    const [found] = await options.custom.list();
    expect(found?.ungranted.map(({ host }) => host)).toEqual(['crm2.example.com:8443']);
  });
});

describe('the file of the playbook', () => {
  const sitesIn = (file: string): unknown => (JSON.parse(file) as { sites?: unknown }).sites;

  test('carries the sites of this browser to another one, with everything else', async () => {
    await publish(5, [named('Playbook')]);
    await saveDefinition(store, named('Here, and not in force'));
    await saveDefinition(store, other);
    const { file } = await options.look();
    expect(sitesIn(file!.text)).toEqual([named('Playbook'), other]);
    store.close();
    globalThis.indexedDB = new IDBFactory();
    Dexie.dependencies.indexedDB = globalThis.indexedDB;
    const colleague = createStore();
    const theirs = createOptions(colleague);
    expect(theirs.check(file!.text).playbookFault).toBeNull();
    expect(await theirs.publish(file!.text)).toEqual({ ok: true, version: 5 });
    expect((await theirs.custom.list()).map(({ definition, from }) => [definition, from])).toEqual([
      [named('Playbook'), 'playbook'],
      [other, 'playbook'],
    ]);
    colleague.close();
  });

  test('has no sites where there are none', async () => {
    expect(sitesIn((await options.look()).file!.text)).toBeUndefined();
  });

  test('that is broken names path, line and reason, and changes nothing', async () => {
    const broken = JSON.stringify(
      { ...pack, version: 5, sites: [{ ...customDefinition, currency: 'euro' }] },
      null,
      2,
    );
    const line = broken.slice(0, broken.indexOf('"euro"')).split('\n').length;
    const MESSAGE =
      'CRM site custom-harbour has a part "currency" that must be a code such as "EUR".';
    const fault = { path: 'sites.0.currency', line, message: MESSAGE };
    expect(options.check(broken).playbookFault).toMatchObject(fault);
    expect(await options.publish(broken)).toMatchObject({ ok: false, fault });
    expect((await options.look()).inForce.kind).toBe('starter');
    expect(await options.custom.look()).toEqual([]);
  });
});
