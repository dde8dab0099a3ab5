import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import {
  DAY,
  dealRow,
  everything,
  everythingAbout,
  freshStore,
  keyOf,
  OTHER,
  put,
} from '../../tests/data-world.ts';
import { SITE } from '../../tests/readings.ts';
import { known } from '../core/fact.ts';
import { dealKey, siteNamed, sitePrefix } from '../messaging/deal-key.ts';
import { checkDataFile } from './data-file.ts';
import type { Store } from './db.ts';
import { eraseAll, eraseSite } from './erase.ts';
import { exportAll } from './export.ts';
import { mergeFile, type MergeReport } from './import.ts';
import { KINDS } from './kinds.ts';
import { dropExpired } from './retention.ts';
import { addSent, forgetSent, readSent } from './sent.ts';
import { summarise } from './summary.ts';

const PLAYBOOK = { playbooks: [{ text: '{}', version: 3, day: DAY }] };
const SETTING = { settings: [{ key: 'role', value: 'rep' }] };
let store: Store;
beforeEach(() => {
  store = freshStore();
});

async function exported(from: Store): Promise<string> {
  let text = '';
  await from.use((db) =>
    exportAll(db, { made: `${DAY}T10:00:00Z`, version: '0.1.0' }, (piece) => {
      text += piece;
    }),
  );
  return text;
}

async function take(text: string, into: Store, look = false): Promise<MergeReport> {
  const checked = checkDataFile(JSON.parse(text), dealKey);
  if (!checked.ok) throw new Error(JSON.stringify(checked.problem));
  return await into.use((db) => mergeFile(db, checked.tables, look));
}

describe('the summary', () => {
  test('counts and measures each kind and each site, in more rows than are read at once', async () => {
    const deals = Array.from({ length: 1203 }, (_, id) =>
      dealRow(String(id), { firstSeen: id === 700 ? '2026-01-02' : DAY }),
    );
    await put(store, { deals }, everythingAbout('x', OTHER));
    const { kinds, sites } = await store.use((db) => summarise(db, siteNamed));
    expect(kinds.deals.count).toBe(1204);
    expect(kinds.deals.since).toBe('2026-01-02');
    const length = [...deals, dealRow('x', { site: OTHER })].map(
      (row) => JSON.stringify(row).length,
    );
    expect(kinds.deals.bytes).toBe(length.reduce((sum, one) => sum + one, 0));
    expect(sites.map(({ site, deals: count, crms }) => [site, count, crms])).toEqual([
      [SITE, 1203, ['atomic']],
      [OTHER, 1, ['atomic']],
    ]);
    expect(sites[1]?.count).toBe(8);
    expect(kinds.playbooks).toEqual({ count: 0, bytes: 0, since: null });
  });
});

describe('erasing', () => {
  test('a site takes all that is kept of it, and nothing of another one', async () => {
    const lookalike = `${SITE}.evil.example`;
    await put(store, everythingAbout('1'), PLAYBOOK, SETTING);
    await put(store, everythingAbout('2', OTHER), everythingAbout('3', lookalike));
    await store.use((db) =>
      eraseSite(db, { site: SITE, prefix: sitePrefix(SITE), hosts: ['crm.example.com'] }),
    );
    const left = await everything(store);
    expect(JSON.stringify(left)).not.toContain(`"${SITE}"`);
    expect(JSON.stringify(left)).not.toContain(keyOf('1'));
    for (const kind of KINDS) {
      const others = kind === 'playbooks' ? 1 : kind === 'settings' ? 3 : 2;
      expect(left[kind], kind).toHaveLength(others);
    }
  });

  test.each([
    [{ settings: true, playbooks: true }, ['draft', 'playbook-feed', 'role'], 1],
    [{ settings: false, playbooks: true }, ['draft', 'playbook-feed'], 1],
    [{ settings: true, playbooks: false }, ['role'], 0],
    [{ settings: false, playbooks: false }, [], 0],
  ])('everything spares what was chosen: %o', async (spared, settings, playbooks) => {
    const kept = ['playbook-feed', 'draft'].map((key) => ({ key, value: 1 }));
    await put(store, everythingAbout('1'), PLAYBOOK, SETTING, { settings: kept });
    await store.use((db) => eraseAll(db, spared));
    const left = await everything(store);
    expect(left.settings.map((row) => (row as { key: string }).key).toSorted()).toEqual(settings);
    expect(left.playbooks).toHaveLength(playbooks);
    const others = KINDS.filter((kind) => kind !== 'settings' && kind !== 'playbooks');
    for (const kind of others) expect(left[kind], kind).toEqual([]);
  });
});

describe('retention', () => {
  const stage = (state: 'open' | 'won' | 'lost') => ({
    stage: known({ id: state, label: state, state }, 'api'),
  });
  const closed = (day: string) => ({ closeDate: known(day, 'api') });

  test('takes decided and unseen deals with all of theirs, and no other', async () => {
    const old = '2026-01-01';
    const rows = [
      dealRow('open-seen', { firstSeen: old }, { ...stage('open'), ...closed(old) }),
      dealRow('open-unseen', { firstSeen: old, lastSeen: old }, stage('open')),
      dealRow('won-old', {}, { ...stage('won'), ...closed(old) }),
      dealRow('lost-new', {}, { ...stage('lost'), ...closed(DAY) }),
      dealRow('asleep', { lastSeen: old }, stage('open')),
      dealRow('awake', { lastSeen: old }, stage('open')),
      dealRow('edge', { lastSeen: '2026-03-12' }, stage('open')),
    ];
    const until = { asleep: '2026-06-11', awake: DAY };
    const parked = Object.entries(until).map(([id, day]) => ({
      deal: keyOf(id),
      reason: 'later',
      until: day,
      day: old,
    }));
    const answers = rows.map(({ key: deal }) => ({ deal, key: 'pain', text: deal, day: old }));
    await put(store, { deals: rows, parked, answers }, PLAYBOOK);
    expect(await store.use((db) => dropExpired(db, '2026-03-12', DAY))).toBe(3);
    const left = await everything(store);
    const names = ['asleep', 'edge', 'lost-new', 'open-seen'].map((id) => keyOf(id));
    expect(left.deals.map((row) => (row as { key: string }).key)).toEqual(names);
    expect(left.answers.map((row) => (row as { deal: string }).deal).toSorted()).toEqual(names);
    expect(left.parked).toHaveLength(1);
    expect(left.playbooks).toHaveLength(1);
  });

  test('leaves a row that cannot be read', async () => {
    await put(store, { deals: [{ key: 'broken' }] });
    expect(await store.use((db) => dropExpired(db, '2026-03-12', DAY))).toBe(0);
  });
});

describe('a file', () => {
  const full = () => [everythingAbout('1'), everythingAbout('2', OTHER), PLAYBOOK, SETTING];

  test('brings everything of the deals into another browser, once, however often it is taken', async () => {
    await put(store, ...full());
    const text = await exported(store);
    const before = await everything(store);
    const there = freshStore();
    const report = await take(text, there);
    expect(report.answers).toEqual({ added: 2, changed: 0, same: 0 });
    const once = await everything(there);
    for (const kind of KINDS) {
      // What left the one browser did not leave the other, and its playbook and settings stay its own.
      if (kind === 'sent' || kind === 'playbooks') expect(once[kind], kind).toEqual([]);
      else if (kind === 'settings') expect(once[kind]).toHaveLength(2);
      else expect(once[kind], kind).toEqual(before[kind]);
    }
    const again = await take(text, there);
    expect(Object.values(again).every(({ added, changed }) => added + changed === 0)).toBe(true);
    expect(await everything(there)).toEqual(once);
    expect(text).not.toContain('"role"');
  });

  test('is only looked into, and changes nothing', async () => {
    await put(store, ...full());
    const text = await exported(store);
    const there = freshStore();
    expect((await take(text, there, true)).deals.added).toBe(2);
    expect(Object.values(await everything(there)).flat()).toEqual([]);
  });

  test('puts answers side by side in their order: here is later on the same day, and a clock orders nothing', async () => {
    const deal = keyOf('1');
    const answer = (text: string, day: string) => ({ deal, key: 'pain', text, day });
    await put(store, {
      answers: [answer('theirs 1', '2026-05-01'), answer('theirs 2', DAY), answer('both', DAY)],
    });
    const text = await exported(store);
    const here = freshStore();
    // The clock of this browser once went backwards: what was kept last is the newest all the same.
    await put(here, {
      answers: [
        answer('ours 1', '2026-05-20'),
        answer('both', DAY),
        answer('ours 3', '2026-05-02'),
      ],
    });
    await take(text, here);
    const { answers } = await everything(here);
    expect(answers.map((row) => (row as { text: string }).text)).toEqual([
      'theirs 1',
      'ours 1',
      'theirs 2',
      'both',
      'ours 3',
    ]);
  });

  test('adds the same change twice where it happened twice, and no third time', async () => {
    const change = {
      deal: keyOf('1'),
      field: 'amount',
      from: '1',
      to: '2',
      day: DAY,
      source: 'api',
    };
    await put(store, { changes: [{ ...change }, { ...change }] });
    const text = await exported(store);
    const here = freshStore();
    await put(here, { changes: [{ ...change }] });
    expect((await take(text, here)).changes).toEqual({ added: 1, changed: 0, same: 1 });
    expect((await everything(here)).changes).toHaveLength(2);
    expect((await take(text, here)).changes.added).toBe(0);
  });

  test('of two readings takes the later one, keeps what only the other knew, and the first day of both', async () => {
    const owner = { owner: known('Mia', 'api') };
    await put(store, {
      deals: [
        dealRow(
          '1',
          { lastSeen: '2026-06-12', firstSeen: '2026-02-01' },
          { account: known('Acme', 'api') },
        ),
      ],
    });
    const text = await exported(store);
    const here = freshStore();
    await put(here, { deals: [dealRow('1', { firstSeen: '2026-03-01' }, owner)] });
    expect((await take(text, here)).deals).toEqual({ added: 0, changed: 1, same: 0 });
    const [row] = (await everything(here)).deals as [ReturnType<typeof dealRow>];
    expect([row.firstSeen, row.lastSeen]).toEqual(['2026-02-01', '2026-06-12']);
    expect(row.reading.fields.account).toMatchObject({ value: 'Acme' });
    expect(row.reading.fields.owner).toMatchObject({ value: 'Mia' });
  });

  test('never takes back what was answered, waived later or placed here', async () => {
    const deal = keyOf('1');
    const exception = (reason: string, day: string) => ({
      deal,
      gate: 'G3',
      reason,
      until: '2026-12-01',
      day,
    });
    const shown = (outcome: string) => ({ deal, prompt: 'p', day: DAY, outcome });
    const place = (right: number) => ({ ...everythingAbout('1').places?.[0], right });
    await put(store, {
      exceptions: [exception('older', '2026-05-01')],
      shown: [shown('shown')],
      places: [place(99)],
    });
    const text = await exported(store);
    const here = freshStore();
    const ours = {
      exceptions: [exception('newer', DAY)],
      shown: [shown('answered')],
      places: [place(16)],
    };
    await put(here, ours);
    await take(text, here);
    expect(await everything(here)).toMatchObject(ours);
  });

  test('is taken whole or not at all', async () => {
    await put(store, ...full());
    const text = await exported(store);
    const here = freshStore();
    await here.use((db) =>
      Promise.resolve(vi.spyOn(db.places, 'bulkPut').mockRejectedValue(new Error('full'))),
    );
    await expect(take(text, here)).rejects.toThrow('full');
    expect(Object.values(await everything(here)).flat()).toEqual([]);
  });
});

describe('a file that is not as it should be', () => {
  const file = (tables: object) => ({ dealside: 'data-1', made: '', tables });
  const check = (tables: object) => checkDataFile(file(tables), dealKey);
  const good = everythingAbout('1');
  const [deal] = good.deals as [ReturnType<typeof dealRow>];

  test.each([
    [
      'an answer without a text',
      { answers: [...good.answers!, { deal: keyOf('1'), key: 'pain', text: '', day: DAY }] },
      'answers',
      2,
      'text',
    ],
    [
      'a text that is too long',
      { answers: [{ ...good.answers![0], text: 'x'.repeat(10_001) }] },
      'answers',
      1,
      'text',
    ],
    [
      'a day that is none',
      { changes: [{ ...good.changes![0], day: '2026-02-30' }] },
      'changes',
      1,
      'day',
    ],
    ['another site’s deal', { deals: [{ ...deal, site: OTHER }] }, 'deals', 1, 'key'],
    [
      'an address elsewhere',
      { deals: [{ ...deal, reading: { ...deal.reading, url: 'https://evil.example/' } }] },
      'deals',
      1,
      'reading.url',
    ],
    [
      'a script for an address',
      { deals: [{ ...deal, reading: { ...deal.reading, url: 'javascript:alert(1)' } }] },
      'deals',
      1,
      'reading.url',
    ],
    [
      'another deal’s reading',
      { deals: [{ ...deal, reading: { ...deal.reading, ref: { crm: 'atomic', id: '8' } } }] },
      'deals',
      1,
      'reading.ref',
    ],
    [
      'a deal’s name that is none',
      { answers: [{ ...good.answers![0], deal: '7' }] },
      'answers',
      1,
      'deal',
    ],
    [
      'health under another name',
      { settings: [{ ...good.settings![0], key: 'health|x' }] },
      'settings',
      1,
      'key',
    ],
    [
      'no CRM of one’s own',
      { settings: [{ key: 'custom-crms', value: [{ id: 1 }] }] },
      'settings',
      1,
      'value.0.id',
    ],
    ['a row that is none', { parked: [null] }, 'parked', 1, ''],
  ])('is refused with the place: %s', (_, tables, part, row, path) => {
    const checked = check(tables);
    expect(checked).toMatchObject({ ok: false, problem: { part, row } });
    if (checked.ok || typeof checked.problem === 'string') throw new Error('taken');
    expect(checked.problem.path.startsWith(path)).toBe(true);
  });

  test('knows strangers, and later versions of itself', () => {
    expect(checkDataFile([], dealKey)).toEqual({ ok: false, problem: 'stranger' });
    expect(checkDataFile({ dealside: 'playbook' }, dealKey)).toEqual({
      ok: false,
      problem: 'stranger',
    });
    expect(checkDataFile({ dealside: 'data-2' }, dealKey)).toEqual({ ok: false, problem: 'later' });
    expect(check({ answers: 'none' })).toMatchObject({ ok: false, problem: { part: 'tables' } });
  });

  test('with parts and settings that are not known is taken without them', () => {
    const checked = check({ ...good, extra: [1], settings: [{ key: 'role', value: 'admin' }] });
    expect(checked).toMatchObject({ ok: true, tables: { settings: [{ kind: 'other' }] } });
    expect(JSON.stringify(checked)).not.toContain('admin');
  });
});

describe('what was sent', () => {
  const line = (day: string, count = 1) =>
    ({ day, host: 'a.example', kind: 'read', count, last: `${day}T09:30:00Z` }) as const;
  test('is added up by day, host and kind, and forgotten by its day', async () => {
    await store.use(async (db) => {
      await addSent(db, line(DAY, 2));
      await addSent(db, { ...line(DAY, 3), last: `${DAY}T10:00:00Z` });
      await addSent(db, line('2026-06-11'));
    });
    expect(await store.use(readSent)).toEqual([
      line('2026-06-11'),
      { ...line(DAY, 5), last: `${DAY}T10:00:00Z` },
    ]);
    await store.use((db) => forgetSent(db, '2026-06-11'));
    expect(await store.use(readSent)).toEqual([line('2026-06-11')]);
    await store.use((db) => forgetSent(db));
    expect(await store.use(readSent)).toEqual([]);
  });
});
