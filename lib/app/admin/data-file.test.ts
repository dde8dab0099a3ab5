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
} from '../../../tests/data-world.ts';
import { known } from '../../core/fact.ts';
import { dealKey } from '../../messaging/deal-key.ts';
import { checkDataFile } from '../../storage/data-file.ts';
import type { Store } from '../../storage/db.ts';
import { exportAll } from '../../storage/export.ts';
import { mergeFile, type MergeReport } from '../../storage/import.ts';
import { KINDS } from '../../storage/kinds.ts';

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
