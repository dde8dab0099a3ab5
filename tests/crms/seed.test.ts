import { describe, expect, it } from 'vitest';
import { seedDeals } from './seed.ts';

const TODAY = '2026-03-10';
const deals = seedDeals(TODAY);
const find = (key: string) => deals.find((deal) => deal.key === key)!;
const daysFrom = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' }).days;

describe('the seed list', () => {
  it('is the same for the same day', () => {
    expect(seedDeals(TODAY)).toEqual(deals);
  });

  it('moves with the day', () => {
    const later = seedDeals('2026-03-17');
    expect(daysFrom(find('velden').closeDate, later[0]!.closeDate)).toBe(7);
  });

  it('gives each deal its own key and name', () => {
    expect(new Set(deals.map((deal) => deal.key)).size).toBe(deals.length);
    expect(new Set(deals.map((deal) => deal.name)).size).toBe(deals.length);
  });

  it('holds the cases that the screens are tried on', () => {
    expect(find('velden').amount).toBe(23150);
    expect(daysFrom(TODAY, find('coldchain').closeDate)).toBeGreaterThan(30);
    expect(daysFrom(TODAY, find('fleet').closeDate)).toBeLessThan(0);
    expect(find('training').amount).toBeNull();
    expect(find('harbour').closeDate).toBe('unreadable');
    expect(find('freezers').stage).toBe('early');
    expect(find('soehne').name).toContain('<b>');
  });

  it.each(['2026-01-20', '2026-02-10', '2028-02-20', '2026-12-31'])(
    'closes a deal on the last day of a month, seen from %s',
    (today) => {
      const date = Temporal.PlainDate.from(
        seedDeals(today).find((deal) => deal.key === 'monthend')!.closeDate,
      );
      expect(date.day).toBe(date.daysInMonth);
      expect(daysFrom(today, date.toString())).toBeGreaterThanOrEqual(14);
    },
  );

  it('has won deals with a cycle of 40 to 55 days, and a lost one', () => {
    const cycles = deals
      .filter((deal) => deal.stage === 'won')
      .map((deal) => daysFrom(deal.created, deal.closeDate));
    expect(cycles).toEqual([41, 49, 44, 55]);
    expect(deals.filter((deal) => deal.stage === 'lost')).toHaveLength(1);
  });
});

describe("a deal's history", () => {
  it('runs from old to new, between its creation and today', () => {
    for (const { created, changes } of deals) {
      const dates = changes.map((change) => change.date);
      expect(dates).toEqual(dates.toSorted());
      for (const date of dates) {
        expect(date >= created && date <= TODAY, `${date} of ${created}`).toBe(true);
      }
    }
  });

  it('has a close date that was pushed twice', () => {
    const pushes = find('velden').changes.filter((change) => change.field === 'closeDate');
    expect(pushes).toHaveLength(2);
    expect([...pushes.map((push) => push.from), find('velden').closeDate]).toEqual(
      [...pushes.map((push) => push.from), find('velden').closeDate].toSorted(),
    );
  });

  it('writes addresses that exist nowhere', () => {
    const addresses = deals.flatMap((deal) => deal.contacts.map((contact) => contact.email));
    expect(addresses).toContain('jurgen.sohne@soehne.example');
    expect(addresses.every((address) => /^[\w.]+@\w+\.example$/.test(address))).toBe(true);
  });
});
