import { describe, expect, it } from 'vitest';
import { seedDeals } from '../seed.ts';
import { toAtomic } from './records.ts';

const records = toAtomic(seedDeals('2026-03-10'));

describe("Atomic's records", () => {
  it('number the deals from 1, in the order of the seed list', () => {
    expect(records.deals.map((deal) => deal.id)).toEqual(
      records.deals.map((_, index) => index + 1),
    );
    expect(records.deals[0]).toMatchObject({
      name: 'Warehouse scanners, three sites',
      amount: 23150,
      stage: 'in-negociation',
      expected_closing_date: '2026-03-31T12:00:00.000Z',
    });
  });

  it('hold 0 for no amount and text that is no date', () => {
    const amounts = records.deals.map((deal) => deal.amount);
    expect(amounts).toContain(0);
    expect(amounts).not.toContain(null);
    const dates = records.deals.map((deal) => new Date(String(deal.expected_closing_date)));
    expect(dates.filter((date) => Number.isNaN(date.valueOf()))).toHaveLength(1);
  });

  it('point only at records that exist', () => {
    const contacts = new Set(records.contacts.map((contact) => contact.id));
    const companies = new Set(records.companies.map((company) => company.id));
    for (const deal of records.deals) {
      expect(companies.has(deal.company_id)).toBe(true);
      for (const id of deal.contact_ids as number[]) expect(contacts.has(id)).toBe(true);
    }
  });

  it('count the places in each column from 0', () => {
    const won = records.deals.filter((deal) => deal.stage === 'won');
    expect(won.map((deal) => deal.index)).toEqual([0, 1, 2, 3]);
  });
});
