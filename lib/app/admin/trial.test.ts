import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser, resetFakeBrowser } from '../../../tests/fake-browser.ts';
import { keepMadeUp, madeUpDeals } from '../../../tests/made-up-deals.ts';
import { readingWith, REF, SITE } from '../../../tests/readings.ts';
import { gate } from '../../../tests/builders.ts';
import { empty, known } from '../../core/fact.ts';
import type { Playbook } from '../../core/playbook.ts';
import { STANDINGS } from '../../core/trial/tally.ts';
import { dealKey } from '../../messaging/deal-key.ts';
import type { DealsideDb, Store } from '../../storage/db.ts';
import { recordReading } from '../../storage/deals.ts';
import { saveAnswer, saveException } from '../../storage/records.ts';
import { saveSetting } from '../../storage/settings.ts';
import { createStore } from '../../storage/store.ts';
import { packFor } from '../options-draft.ts';
import { createTrial, tryDraft, type Trial } from './trial.ts';
import { DRAFT_KEY } from './draft-kept.ts';
import { createUse } from './use.ts';

vi.mock('wxt/browser', async () => ({
  browser: (await import('../../../tests/fake-browser.ts')).fakeBrowser,
}));

const DAY = Temporal.Now.plainDateISO().toString();
const OTHER = 'https://other.example.com';
const bant = packFor('bant-light', null);
const spiced: Playbook = { ...packFor('spiced', null), version: 2 };
const deal = { site: SITE, key: dealKey(SITE, REF) };

let store: Store;
beforeEach(() => {
  resetFakeBrowser();
  vi.stubGlobal('chrome', fakeBrowser);
  vi.stubGlobal('fetch', () => Promise.reject(new Error('no holidays here')));
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  globalThis.indexedDB = new IDBFactory();
  Dexie.dependencies.indexedDB = globalThis.indexedDB;
  store = createStore();
  return () => {
    store.close();
  };
});

const onDb = (work: (db: DealsideDb) => Promise<unknown>) =>
  store.use(async (db) => {
    await work(db);
  });
const never = new AbortController().signal;
const nothing = () => undefined;

async function tried(draft: Playbook) {
  const trial = await tryDraft(store, draft, never, nothing);
  if (trial.is !== 'done') throw new Error(trial.is);
  return trial.result;
}

const stage = known(
  { id: 'proposal-sent', label: 'Proposal', order: 1, state: 'open' as const },
  'api',
);

describe('a draft on the deals that are kept', () => {
  test('adds up, whatever is kept, and the numbers of both sides agree with the moves', async () => {
    await onDb((db) => keepMadeUp(db, madeUpDeals(450, DAY)));
    const seen: number[] = [];
    const trial = await tryDraft(store, spiced, never, ({ done }) => seen.push(done));
    if (trial.is !== 'done') throw new Error(trial.is);
    const { moves, sums, over, changed, gates, prompts } = trial.result;
    const cells = STANDINGS.flatMap((from) => STANDINGS.map((to) => moves[from][to]));
    expect(cells.reduce((sum, cell) => sum + cell, 0)).toBe(sums.deals);
    expect(sums.deals + over).toBe(450);
    expect(over).toBeGreaterThan(50);
    expect(changed).toHaveLength(sums.changed);
    expect(sums.changed).toBeGreaterThan(0);
    expect(seen).toEqual([0, 200, 400, 450]);
    const first = gates.draft.get('G1')!;
    expect(first.met + first.open + first.cannotTell + first.excepted).toBe(sums.deals);
    expect(prompts.draft.reps).toBe(10);
    expect(prompts.draft.perRepDay).toBeLessThanOrEqual(6);
    expect(prompts.draft.ownerless).toBeGreaterThan(0);
  });

  test('with itself changes nothing', async () => {
    await onDb((db) => keepMadeUp(db, madeUpDeals(60, DAY)));
    const { sums, prompts } = await tried({ ...bant, version: 2 });
    expect(sums).toMatchObject({ changed: 0, lost: 0, gained: 0 });
    expect(prompts.draft).toEqual(prompts.inForce);
  });

  test('takes answers and exceptions of the deal itself into account, and says which gates turned', async () => {
    const draft = {
      ...bant,
      version: 2,
      gates: [gate('pain', { field: 'answer.pain', op: 'is-set' })],
    };
    await onDb((db) =>
      recordReading(db, deal, readingWith({ stage, closeDate: empty('api') }), DAY),
    );
    const before = await tried(draft);
    expect(before.changed).toMatchObject([
      { key: deal.key, name: 'Northwind renewal', turn: { after: 'edge' } },
    ]);
    expect(before.changed[0]!.turn.gates[0]).toMatchObject({
      id: 'pain',
      after: { state: 'open' },
    });
    const full = await createTrial(store, () => Promise.resolve()).look(before.changed[0]!, before);
    expect(full).toMatchObject({ deal: { ref: REF }, turn: { after: 'edge' } });
    await onDb((db) => saveAnswer(db, deal.key, { key: 'pain', text: 'Two days', day: DAY }));
    expect((await tried(draft)).moves.out.counts + (await tried(draft)).moves.edge.counts).toBe(1);
    const exception = { gate: 'G1', reason: 'why', until: DAY, day: DAY };
    await onDb((db) => saveException(db, deal.key, exception));
    expect((await tried({ ...bant, version: 2 })).gates.draft.get('G1')?.excepted).toBe(1);
  });

  test('reads each site’s deals by what that site’s own deals taught', async () => {
    const won = known({ id: 'won', label: 'Won', state: 'won' as const }, 'api');
    await onDb(async (db) => {
      for (const id of ['1', '2', '3', '4', '5']) {
        const reading = readingWith(
          {
            stage: won,
            created: known('2026-06-01', 'api'),
            closeDate: known('2026-11-28', 'api'),
          },
          { crm: 'atomic', id },
        );
        await recordReading(db, { site: SITE, key: dealKey(SITE, reading.ref) }, reading, DAY);
      }
      const late = Temporal.PlainDate.from(DAY).add({ days: 100 }).toString();
      for (const site of [SITE, OTHER]) {
        const reading = readingWith(
          { stage, closeDate: known(late, 'api') },
          { crm: 'atomic', id: '9' },
        );
        await recordReading(db, { site, key: dealKey(site, reading.ref) }, reading, DAY);
      }
    });
    const { gates, over } = await tried({ ...bant, version: 2 });
    // The window is 180 days at the one site, and 30 at the other.
    expect(gates.draft.get('G1')).toMatchObject({ met: 1, open: 1 });
    expect(over).toBe(5);
  });

  test('counts broken rows, and goes on without them', async () => {
    await onDb(async (db) => {
      await recordReading(db, deal, readingWith({ stage }), DAY);
      await db.answers.add({ deal: deal.key, key: 'pain', text: 7, day: 'soon' } as never);
      await db.deals.put({ key: `${deal.key}x`, site: null, reading: { fields: 1 } } as never);
      await db.deals.put({ key: `${deal.key}y`, reading: '<script>' } as never);
    });
    const { sums, broken } = await tried(spiced);
    expect(sums.deals).toBe(1);
    expect(broken).toEqual({ deals: 2, records: 1 });
  });

  test('stops when it is told to, and says so', async () => {
    await onDb((db) => keepMadeUp(db, madeUpDeals(450, DAY)));
    const stop = new AbortController();
    const seen: number[] = [];
    const trial = await tryDraft(store, spiced, stop.signal, ({ done }) => {
      seen.push(done);
      if (done === 200) stop.abort();
    });
    expect(trial).toEqual({ is: 'stopped' });
    expect(seen.at(-1)).toBe(200);
  });
});

describe('before anything is tried', () => {
  const flush = vi.fn(() => Promise.resolve());
  const run = (): Promise<Trial> => createTrial(store, flush).run(never, nothing);
  const keepDraft = (playbook: Playbook) =>
    onDb((db) =>
      saveSetting(db, DRAFT_KEY, { playbook, basedOn: 1, rev: 1, savedAt: `${DAY}T08:00:00Z` }),
    );

  test('there must be a draft', async () => {
    expect(await run()).toEqual({ is: 'no-draft' });
    await onDb((db) => saveSetting(db, DRAFT_KEY, 'broken'));
    expect(await run()).toEqual({ is: 'no-draft' });
    expect(flush).toHaveBeenCalledTimes(2);
  });

  test('and one that can decide: otherwise it says what is wrong', async () => {
    const [first, ...others] = spiced.gates;
    await keepDraft({ ...spiced, gates: [{ ...first!, test: { all: [] } }, ...others] });
    expect(await run()).toMatchObject({
      is: 'invalid',
      which: 'draft',
      fault: { rule: first!.id },
    });
    // Who keeps a gate decides nothing.
    await keepDraft({ ...spiced, gates: [{ ...first!, owner: '' }, ...others] });
    expect(await run()).toMatchObject({ is: 'done' });
  });

  test('and the database must be readable', async () => {
    const broken: Store = { ...store, use: () => Promise.reject(new Error('gone')) };
    const trial = await createTrial(broken, flush).run(never, nothing);
    expect(trial).toEqual({ is: 'fault', fault: 'refused' });
  });
});

test('the use of rules counts open deals, disputes and exceptions that have run out', async () => {
  await onDb(async (db) => {
    await recordReading(db, deal, readingWith({ stage }), DAY);
    await db.disputes.put({ deal: deal.key, rule: 'gate:G2', day: DAY });
    await db.exceptions.put({
      ...{ deal: deal.key, gate: 'G1', reason: 'why', until: '2020-01-01', day: '2019-12-01' },
    });
  });
  const found = await createUse(store).count(never, nothing);
  if (found.is !== 'done') throw new Error(found.is);
  expect(found.use.deals).toBe(1);
  const of = (id: string) => found.use.gates.find((each) => each.id === id);
  expect(of('G2')).toMatchObject({ stood: 1, disputed: 1 });
  expect(of('G1')).toMatchObject({ excepted: 0, exceptedBefore: 1 });
});
