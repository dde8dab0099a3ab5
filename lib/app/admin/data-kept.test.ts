import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
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
import { SITE } from '../../../tests/readings.ts';
import { known } from '../../core/fact.ts';
import { siteNamed, sitePrefix } from '../../messaging/deal-key.ts';
import type { Store } from '../../storage/db.ts';
import { eraseAll, eraseSite } from '../../storage/erase.ts';
import { KINDS } from '../../storage/kinds.ts';
import { dropExpired } from '../../storage/retention.ts';
import { addSent, forgetSent, readSent } from '../../storage/sent.ts';
import { summarise } from '../../storage/summary.ts';

const PLAYBOOK = { playbooks: [{ text: '{}', version: 3, day: DAY }] };
const SETTING = { settings: [{ key: 'role', value: 'rep' }] };
let store: Store;
beforeEach(() => {
  store = freshStore();
});

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
