import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser, resetFakeBrowser } from '../../tests/fake-browser.ts';
import { SITE } from '../../tests/readings.ts';
import { defaultPack, packs } from '../playbooks/index.ts';
import type { Store } from '../storage/db.ts';
import { createStore } from '../storage/store.ts';
import { lineOfPath, lineOfSyntaxError } from './json-line.ts';
import { learnNorms } from './norms.ts';
import { activePlaybook, checkText, publishPlaybook } from './playbook-store.ts';

vi.mock('wxt/browser', async () => ({
  browser: (await import('../../tests/fake-browser.ts')).fakeBrowser,
}));

const DAY = '2026-11-20';
const starter = packs[defaultPack];
const pretty = JSON.stringify(starter, null, 2);
/** The pack's text with one piece replaced, and the line on which that piece stands. */
function spoilt(piece: string, by: string): { text: string; line: number } {
  const at = pretty.indexOf(piece);
  expect(at).toBeGreaterThan(0);
  return { text: pretty.replace(piece, by), line: pretty.slice(0, at).split('\n').length };
}

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

describe('lines', () => {
  const text = '{\n  "a": [\n    1,\r\n    { "b":\n      2 }\n  ]\n}';
  test.each([
    [[], 1],
    [['a'], 2],
    [['a', 0], 3],
    [['a', 1], 4],
    [['a', 1, 'b'], 4],
    [['a', 1, 'missing'], 4],
    [['a', 9], 2],
    [['nowhere', 'at', 'all'], 1],
  ])('%j stands on line %i', (path, line) => {
    expect(lineOfPath(text, path)).toBe(line);
  });

  test.each([
    ['{\n  "a": 1,\n}', 3],
    ['{\n  "a": 1\n  "b": 2\n}', 3],
    ['{\n  "a": tru\n}', 2],
    ['{\n  "a": 1', 2],
    ['// no comments\n{}', 1],
    ['', 1],
    ['{"a": 1}', undefined],
  ])('%j is no JSON on line %s', (broken, line) => {
    expect(lineOfSyntaxError(broken)).toBe(line);
  });
});

describe('checking a text', () => {
  test('the starter pack is valid', () => {
    expect(checkText(pretty)).toEqual({ playbook: starter, playbookFault: null });
  });

  test('a comma too many is told with its line', () => {
    const { text, line } = spoilt('"version":', ', "version":');
    expect(checkText(text)).toMatchObject({
      playbook: null,
      playbookFault: { rule: 'playbook', line },
    });
  });

  test('a wrong value is told with its rule, its line and a sentence', () => {
    const gate = starter.gates[0]!;
    const { text, line } = spoilt(`"reviewBy": "${gate.reviewBy}"`, '"reviewBy": "soon"');
    const { playbook, playbookFault } = checkText(text);
    expect(playbook).toBeNull();
    expect(playbookFault).toMatchObject({ rule: gate.id, line });
    expect(playbookFault?.message).toMatch(/reviewBy/);
  });
});

describe('the playbook in force', () => {
  const days = ['2026-12-25'];
  const holidays = (): void => {
    vi.stubGlobal('fetch', (address: string) =>
      address === '/holidays.json'
        ? Promise.resolve(Response.json({ NL: days }))
        : Promise.reject(new Error('404')),
    );
  };
  const publish = (change: object) =>
    publishPlaybook(store, JSON.stringify({ ...starter, ...change }), DAY);

  test('is the starter pack until one is published', async () => {
    holidays();
    expect((await activePlaybook(store, SITE)).playbook).toMatchObject({
      id: starter.id,
      norms: {},
    });
    expect(await publish({ version: 7, country: 'NL' })).toEqual({ ok: true });
    expect((await activePlaybook(store, SITE)).playbook).toMatchObject({
      version: 7,
      holidays: days,
    });
  });

  test('a country that the file does not know has no holidays, and that is no fault', async () => {
    holidays();
    await publish({ country: 'ZZ' });
    expect(await activePlaybook(store, SITE)).toMatchObject({
      playbook: { holidays: [] },
      playbookFault: null,
    });
  });

  test('an invalid text is not published', async () => {
    expect(await publishPlaybook(store, '{}', DAY)).toEqual({ ok: false, fault: 'invalid' });
  });

  test('an invalid text that stands stored is said, and never replaced by the starter pack', async () => {
    await store.use(async (db) => {
      await db.playbooks.add({ text: '{\n"id": }', version: 1, day: DAY });
    });
    expect(await activePlaybook(store, SITE)).toMatchObject({
      playbook: null,
      playbookFault: { line: 2 },
    });
  });

  test('a published one that cannot be read is not replaced by the starter pack', async () => {
    await publish({ version: 7 });
    store.close();
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw Object.assign(new Error('no'), { name: 'InvalidStateError' });
    });
    expect(await activePlaybook(store, SITE)).toEqual({ playbook: null, playbookFault: null });
    // Where none was ever published, the starter pack is right: the browser keeps no database in this window.
    await fakeBrowser.storage.local.set({ playbookPublished: false });
    expect((await activePlaybook(store, SITE)).playbook?.id).toBe(starter.id);
  });
});

describe('norms', () => {
  test('need five deals', () => {
    expect(learnNorms([10, 20, 30, 40])).toEqual({});
  });
  test.each([
    [[50, 10, 20, 40, 30], { median: 30, p90: 50, deals: 5 }],
    [[10, 20, 30, 41, 50, 60], { median: 36, p90: 60, deals: 6 }],
    [Array.from({ length: 20 }, (_, index) => index + 1), { median: 11, p90: 18, deals: 20 }],
    [[0, 0, 0, 0, 0], { median: 0, p90: 0, deals: 5 }],
  ])('of %j are %j', (cycles, cycle) => {
    expect(learnNorms(cycles)).toEqual({ cycle });
  });
});
