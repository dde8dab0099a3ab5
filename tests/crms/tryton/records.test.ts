import { describe, expect, it } from 'vitest';
import { seedDeals } from '../seed.ts';
import { toTryton } from './records.ts';

const records = toTryton(seedDeals('2026-03-10'));
const find = (party: string) => records.find((record) => record.party === party)!;

describe("Tryton's records", () => {
  it('keep an amount exact, and empty when there is none', () => {
    expect(find('Kestrel & Daughters').amount).toBe('117549.99');
    expect(find('Hollis Insurance').amount).toBeNull();
  });

  it('leave a date that Tryton cannot hold empty', () => {
    expect(find('Port of Lindhaven').revisions.at(-1)?.end_date).toBeNull();
  });

  it('tell the history as revisions, oldest first', () => {
    expect(find('Velden Logistics').revisions).toEqual([
      { at: '2026-02-04 09:00:00.000001', state: 'lead', end_date: '2026-03-08' },
      { at: '2026-02-12 10:00:00.000001', state: 'opportunity', end_date: '2026-03-08' },
      { at: '2026-02-20 10:00:00.000001', state: 'opportunity', end_date: '2026-03-19' },
      { at: '2026-03-03 10:00:00.000001', state: 'opportunity', end_date: '2026-03-31' },
    ]);
  });

  it('end a won deal as won on its close date', () => {
    const { revisions } = find('Stonebridge Quarry');
    expect(revisions.at(-1)).toMatchObject({ state: 'won', end_date: '2026-02-26' });
    expect(revisions.map((revision) => revision.state)).toEqual(['lead', 'opportunity', 'won']);
  });
});
