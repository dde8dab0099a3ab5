import type { SeedDeal } from '../seed.ts';

const STATES = {
  early: 'lead',
  proposal: 'opportunity',
  negotiation: 'opportunity', // Tryton has one stage for both
  won: 'won',
  lost: 'lost',
} as const;

/** What an opportunity held from a moment on. */
export interface Revision {
  /** UTC, as Tryton's SQLite tables write it. */
  readonly at: string;
  readonly state: string;
  readonly end_date: string | null;
}

/** One opportunity as prepare.py puts it into the database. */
export interface TrytonRecord {
  readonly description: string;
  readonly party: string;
  readonly contacts: SeedDeal['contacts'];
  readonly amount: string | null;
  readonly start_date: string;
  readonly conversion_probability: number;
  readonly comment: string;
  readonly notes: readonly { readonly at: string; readonly message: string }[];
  /** Oldest first; the last one is what it holds now. */
  readonly revisions: readonly Revision[];
}

/** Tryton's records for the seeded deals, in their order. */
export function toTryton(deals: readonly SeedDeal[]): TrytonRecord[] {
  return deals.map((deal) => ({
    description: deal.name,
    party: deal.account,
    contacts: deal.contacts,
    amount: deal.amount === null ? null : deal.amount.toFixed(2),
    start_date: deal.created,
    conversion_probability: deal.probability / 100,
    comment: deal.nextStep,
    notes: deal.notes.map(({ date, text }) => ({ at: moment(date, 14), message: text })),
    revisions: revisionsOf(deal),
  }));
}

function revisionsOf(deal: SeedDeal): Revision[] {
  const moments = [deal.created, ...deal.changes.map((change) => change.date)];
  const revisions = moments.map((date, index) => ({
    at: moment(date, index === 0 ? 9 : 10),
    ...heldAfter(deal, index),
  }));
  return revisions.filter((revision, index) => {
    const before = revisions[index - 1];
    return revision.state !== before?.state || revision.end_date !== before.end_date;
  });
}

/** What a deal held after its first `count` changes: what the next change of a field says that it replaced. */
function heldAfter(deal: SeedDeal, count: number): Omit<Revision, 'at'> {
  const later = deal.changes.slice(count);
  const stage = later.find((change) => change.field === 'stage')?.from ?? deal.stage;
  const closeDate = later.find((change) => change.field === 'closeDate')?.from ?? deal.closeDate;
  return { state: STATES[stage], end_date: closeDate === 'unreadable' ? null : closeDate };
}

/**
 * Tryton compares moments as text and reads them with a fraction, so there must be one that is
 * not zero: Python leaves a zero fraction out.
 */
function moment(date: string, hour: number): string {
  return `${date} ${String(hour).padStart(2, '0')}:00:00.000001`;
}
