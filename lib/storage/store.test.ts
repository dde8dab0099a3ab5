import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { known } from '../core/fact.ts';
import type { Stage } from '../core/fields.ts';
import type { DealsideDb, Store } from './db.ts';
import { recordReading, wonCycles } from './deals.ts';
import { faultOf, keep } from './fault.ts';
import { savePlace } from './places.ts';
import { readPlaybook, savePlaybook } from './playbooks.ts';
import {
  endDispute,
  endException,
  park,
  readRecords,
  saveAnswer,
  saveDispute,
  saveException,
  wake,
} from './records.ts';
import { readingWith, REF, SITE } from '../../tests/readings.ts';
import { saveSetting } from './settings.ts';
import { notePrompt, readShown } from './shown.ts';
import { createStore } from './store.ts';

const key = `${SITE}|${REF.crm}||${REF.id}`;
const name = { key, site: SITE };
const DAY = '2026-11-20';
const answer = (text: string, day = DAY) => ({ key: 'pain', text, day });
const named = (error: string) => Object.assign(new Error(error), { name: error });

/** A promise that fails a moment later. Made when it is asked for: one that failed before anybody listened would be nobody's. */
const late = (error: string) =>
  new Promise<never>((_, reject) => {
    setTimeout(() => {
      reject(named(error));
    }, 5);
  });

/** Does something to the open database, such as breaking a part of it. */
const onDb = (act: (db: DealsideDb) => unknown): Promise<void> =>
  store.use(async (db) => {
    await act(db);
  });

let store: Store;
beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  Dexie.dependencies.indexedDB = globalThis.indexedDB;
  store = createStore();
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  return () => {
    store.close();
  };
});

const records = (of: Store = store, deal = key) => of.use((db) => readRecords(db, deal));

describe('answers', () => {
  test('survive reopening the database', async () => {
    await keep(store, (db) => saveAnswer(db, key, answer('<b>Slow</b> reports & "quotes"')));
    store.close();
    expect((await records(createStore())).answers.pain?.text).toBe(
      '<b>Slow</b> reports & "quotes"',
    );
  });

  test('of two tabs are both kept, and the one kept last counts', async () => {
    const other = createStore();
    await Promise.all([
      keep(store, (db) => saveAnswer(db, key, answer('from tab one'))),
      keep(other, (db) => saveAnswer(db, key, answer('from tab two'))),
    ]);
    await keep(store, (db) => saveAnswer(db, key, answer('the last')));
    expect((await records()).answers.pain?.text).toBe('the last');
    expect(await store.use((db) => db.answers.count())).toBe(3);
    other.close();
  });

  test('a clock that was set back does not make an older answer count', async () => {
    await keep(store, (db) => saveAnswer(db, key, answer('first', '2027-05-01')));
    await keep(store, (db) => saveAnswer(db, key, answer('second', '2026-11-01')));
    expect((await records()).answers.pain).toMatchObject({ text: 'second', day: '2026-11-01' });
  });

  test('of 5,000 characters are kept whole', async () => {
    const text = 'ë'.repeat(5000);
    await keep(store, (db) => saveAnswer(db, key, answer(text)));
    expect((await records()).answers.pain?.text).toBe(text);
  });
});

describe('saying that it was kept', () => {
  test('waits for the database: a write that fails later is not called kept', async () => {
    await records();
    await onDb((db) => {
      db.answers.hook('creating', function () {
        // Fails after the request, when the transaction is about to be committed.
        this.onsuccess = () => {
          Dexie.currentTransaction.abort();
        };
      });
    });
    const result = await keep(store, (db) => saveAnswer(db, key, answer('lost')));
    expect(result).toEqual({ ok: false, fault: 'refused' });
    expect((await records()).answers).toEqual({});
  });

  test.each([
    ['QuotaExceededError', 'full'],
    ['InvalidStateError', 'refused'],
    ['SecurityError', 'refused'],
    ['UnknownError', 'refused'],
    ['DataCloneError', 'invalid'],
    ['UpgradeError', 'migration'],
  ] as const)('%s is "%s"', async (error, fault) => {
    await onDb((db) =>
      vi.spyOn(db.answers, 'add').mockImplementation(() => Dexie.Promise.resolve(late(error))),
    );
    const result = await keep(store, (db) => saveAnswer(db, key, answer('x')));
    expect(result).toEqual({ ok: false, fault });
  });

  test('a full disk behind an aborted transaction is "full"', () => {
    expect(
      faultOf(Object.assign(named('AbortError'), { inner: named('QuotaExceededError') })),
    ).toBe('full');
  });

  test('a database that cannot be opened is "refused", and is tried again later', async () => {
    const open = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw named('InvalidStateError');
    });
    const result = await keep(store, (db) => saveAnswer(db, key, answer('x')));
    expect(result).toEqual({ ok: false, fault: 'refused' });
    open.mockRestore();
    expect(await keep(store, (db) => saveAnswer(db, key, answer('x')))).toEqual({ ok: true });
  });
});

describe('every write', () => {
  const exception = { gate: 'G3', reason: 'why', until: '2026-12-01', day: DAY };
  const parked = { reason: 'why', until: '2026-12-01', day: DAY };
  const note = { prompt: 'gate:G3', deal: key, day: DAY, outcome: 'shown' as const };
  const place = { right: 1, bottom: 2, collapsed: false };
  test.each<[string, (db: DealsideDb) => Promise<unknown>]>([
    ['saveAnswer', (db) => saveAnswer(db, key, answer('x'))],
    ['saveException', (db) => saveException(db, key, exception)],
    ['endException', (db) => endException(db, key, 'G3')],
    ['saveDispute', (db) => saveDispute(db, key, { rule: 'gate:G3', day: DAY })],
    ['endDispute', (db) => endDispute(db, key, 'gate:G3')],
    ['park', (db) => park(db, key, parked)],
    ['wake', (db) => wake(db, key)],
    ['notePrompt', (db) => notePrompt(db, note)],
    ['savePlace', (db) => savePlace(db, SITE, 'atomic', place)],
    ['savePlaybook', (db) => savePlaybook(db, { text: '{}', version: 1, day: DAY })],
    ['saveSetting', (db) => saveSetting(db, 'a', 1)],
    ['recordReading', (db) => recordReading(db, name, readingWith(), DAY)],
  ])('%s is kept only when its transaction is', async (_, write) => {
    await onDb((db) =>
      vi
        .spyOn(db, 'transaction')
        .mockImplementation(() => Dexie.Promise.resolve(late('AbortError'))),
    );
    const result = await keep(store, async (db) => {
      await write(db);
    });
    expect(result).toEqual({ ok: false, fault: 'refused' });
  });
});

describe('exceptions and parking', () => {
  test('a second exception takes the place of the first, and can be ended', async () => {
    const exception = { gate: 'G3', reason: 'first', until: '2026-12-01', day: DAY };
    await keep(store, (db) => saveException(db, key, exception));
    await keep(store, (db) => saveException(db, key, { ...exception, reason: 'second' }));
    expect((await records()).exceptions).toEqual([{ ...exception, reason: 'second' }]);
    await keep(store, (db) => endException(db, key, 'G3'));
    expect((await records()).exceptions).toEqual([]);
  });

  test('a second word on the same rule takes the place of the first; other deals keep theirs', async () => {
    const dispute = { rule: 'gate:G3', reason: 'first', day: DAY };
    await keep(store, (db) => saveDispute(db, key, dispute));
    await keep(store, (db) => saveDispute(db, 'other', dispute));
    await keep(store, (db) => saveDispute(db, key, { rule: 'gate:G3', day: DAY }));
    expect((await records()).disputes).toEqual([{ rule: 'gate:G3', day: DAY }]);
    await keep(store, (db) => endDispute(db, key, 'gate:G3'));
    expect((await records()).disputes).toEqual([]);
    expect(await store.use((db) => db.disputes.count())).toBe(1);
  });

  test('a parked deal wakes', async () => {
    const parked = { reason: 'budget year', until: '2027-01-04', day: DAY };
    await keep(store, (db) => park(db, key, parked));
    expect((await records()).parked).toEqual(parked);
    await keep(store, (db) => wake(db, key));
    expect((await records()).parked).toBeNull();
  });
});

describe('readings', () => {
  const record = (fields = {}, day = DAY, of: Store = store) =>
    of.use((db) => recordReading(db, name, readingWith(fields), day));
  const moved = { closeDate: known('2027-01-15', 'api') };

  test('the first one starts the history and is no change', async () => {
    expect(await record()).toBe(true);
    expect(await records()).toMatchObject({ since: DAY, history: [], remembered: readingWith() });
  });

  test('the same one twice changes nothing', async () => {
    await record();
    await record(moved);
    expect(await record(moved)).toBe(false);
    expect((await records()).history).toHaveLength(1);
  });

  test('two tabs that see the same change make one', async () => {
    await record();
    const other = createStore();
    await Promise.all([record(moved), record(moved, DAY, other)]);
    expect((await records()).history).toHaveLength(1);
    other.close();
  });

  test('history is in the order in which it was seen, even when the clock was set back', async () => {
    await record({}, '2027-03-01');
    await record(moved, '2026-11-02');
    await record({ closeDate: known('2027-02-15', 'api') }, '2026-11-03');
    const { history, since } = await records();
    expect(history.map(({ to }) => to)).toEqual(['2027-01-15', '2027-02-15']);
    expect(since).toBe('2026-11-02');
  });

  test('a failing history leaves the stored reading as it was', async () => {
    await record();
    const full = Dexie.Promise.reject(named('QuotaExceededError'));
    await onDb((db) => vi.spyOn(db.changes, 'bulkAdd').mockReturnValue(full));
    const result = await keep(store, async (db) => {
      await recordReading(db, name, readingWith(moved), DAY);
    });
    expect(result).toEqual({ ok: false, fault: 'full' });
    expect((await records()).remembered).toEqual(readingWith());
  });

  test('won deals teach their site their cycle, and no other site', async () => {
    const stage = (state: Stage['state']) => known({ id: 's', label: 'S', state }, 'api');
    const created = known('2026-11-01', 'api');
    await record({ stage: stage('won'), created });
    const cycles = (site: string) => store.use((db) => wonCycles(db, site));
    expect(await cycles(SITE)).toEqual([30]);
    expect(await cycles('https://other.example.com')).toEqual([]);
    await record({ stage: stage('open'), created });
    expect(await cycles(SITE)).toEqual([]);
  });
});

describe('prompts', () => {
  const note = { prompt: 'gate:G3', deal: key, day: DAY, outcome: 'answered' as const };

  test('an outcome is not taken back by another tab that only shows the prompt', async () => {
    await keep(store, (db) => notePrompt(db, note));
    await keep(store, (db) => notePrompt(db, { ...note, outcome: 'shown' }));
    expect(await store.use((db) => readShown(db, key, DAY))).toEqual([note]);
  });

  test('all of this deal, and of other deals only from today on', async () => {
    await keep(store, (db) => notePrompt(db, { ...note, day: '2026-01-01' }));
    await keep(store, (db) => notePrompt(db, { ...note, deal: 'x|y||1', day: '2026-11-19' }));
    await keep(store, (db) => notePrompt(db, { ...note, deal: 'x|y||2', day: DAY }));
    const shown = await store.use((db) => readShown(db, key, DAY));
    expect(shown.map(({ deal, day }) => [deal, day])).toEqual([
      [key, '2026-01-01'],
      ['x|y||2', DAY],
    ]);
  });
});

describe('broken rows', () => {
  test('are left out with one line in the log, and the rest is read', async () => {
    await keep(store, (db) => saveAnswer(db, key, answer('whole')));
    await store.use(async (db) => {
      await db.answers.add({ deal: key, key: 'pain', text: 7, day: 'never' } as never);
      await db.deals.put({ key, site: SITE, reading: 'gone' } as never);
    });
    const log = vi.mocked(console.warn).mockClear();
    const { answers, remembered } = await records();
    expect([answers.pain?.text, remembered]).toEqual(['whole', null]);
    expect(log).toHaveBeenCalledTimes(2);
  });

  test('a broken playbook is never passed over for an older one', async () => {
    await keep(store, (db) => savePlaybook(db, { text: '{}', version: 1, day: DAY }));
    await onDb((db) => db.playbooks.add({ text: 5 } as never));
    await expect(store.use(readPlaybook)).rejects.toThrow(/broken/);
  });
});
