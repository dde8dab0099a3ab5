import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser, resetFakeBrowser } from '../../../tests/fake-browser.ts';
import type { Store } from '../../storage/db.ts';
import { createStore } from '../../storage/store.ts';
import { NAME_LIMIT, NO_POLICY, readPolicy, type Policy, type Role } from '../policy.ts';
import { createRoles, readWho, whoOf } from './roles.ts';

vi.mock('wxt/browser', async () => ({
  browser: (await import('../../../tests/fake-browser.ts')).fakeBrowser,
}));

let store: Store;
beforeEach(() => {
  resetFakeBrowser();
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  globalThis.indexedDB = new IDBFactory();
  Dexie.dependencies.indexedDB = globalThis.indexedDB;
  store = createStore();
  return () => {
    store.close();
  };
});

const policy = (role?: Role, locked: Policy['locked'] = []): Policy => ({
  ...NO_POLICY,
  locked,
  ...(role && { role }),
});

describe('the role', () => {
  test.each([
    [
      'nothing chosen, no policy: somebody must set things up',
      policy(),
      undefined,
      'admin',
      'nobody',
    ],
    ['chosen here', policy(), 'rep', 'rep', 'here'],
    ['proposed by policy', policy('rep'), undefined, 'rep', 'policy'],
    ['proposed by policy, chosen otherwise', policy('rep'), 'manager', 'manager', 'here'],
    ['set by policy and locked', policy('rep', ['roles']), 'manager', 'rep', 'policy'],
    ['locked as it was', policy(undefined, ['roles']), 'manager', 'manager', 'here'],
    ['another lock', policy('rep', ['data']), 'admin', 'admin', 'here'],
  ] as const)('%s', (_, set, chosen, role, from) => {
    expect(whoOf(set, chosen)).toEqual({ role, from, name: '' });
  });

  test('is kept when it is chosen', async () => {
    expect(await createRoles(store).choose('rep')).toEqual({ ok: true });
    expect(await readWho(store, await readPolicy())).toMatchObject({ role: 'rep', from: 'here' });
  });

  test('that the policy holds fast is not changed, and stays what it was when the policy goes', async () => {
    await createRoles(store).choose('manager');
    fakeBrowser.world.policy = { role: 'rep', locked: ['roles'] };
    expect(await createRoles(store).choose('admin')).toEqual({ ok: false, fault: 'locked' });
    expect((await readWho(store, await readPolicy())).role).toBe('rep');
    fakeBrowser.world.policy = undefined;
    expect((await readWho(store, await readPolicy())).role).toBe('manager');
  });

  test('that cannot be read was not chosen', async () => {
    await store.use((db) => db.settings.put({ key: 'role', value: 'emperor' }));
    expect(await readWho(store, NO_POLICY)).toMatchObject({ role: 'admin', from: 'nobody' });
    const broken: Store = { ...store, use: () => Promise.reject(new Error('no database')) };
    expect(await readWho(broken, policy('rep'))).toMatchObject({ role: 'rep', from: 'policy' });
  });
});

test('the name is kept without the spaces around it, and not where it is too long', async () => {
  const { call } = createRoles(store);
  expect(await call('  Ada  ')).toEqual({ ok: true });
  expect((await readWho(store, NO_POLICY)).name).toBe('Ada');
  expect(await call('a'.repeat(NAME_LIMIT + 1))).toEqual({ ok: false, fault: 'invalid' });
  expect((await readWho(store, NO_POLICY)).name).toBe('Ada');
  await call('');
  expect((await readWho(store, NO_POLICY)).name).toBe('');
});
