import type { SeedDeal, SeedChange } from '../seed.ts';

const STAGES = {
  early: 'opportunity',
  proposal: 'proposal-sent',
  negotiation: 'in-negociation', // sic: Atomic's own key
  won: 'won',
  lost: 'lost',
} as const;

const FIRST_COMPANY = 1001; // above the ids of Atomic's own made-up companies and contacts
const FIRST_CONTACT = 2001;
const JANE_DOE = 0; // the user who is logged in

/** What is put into Atomic's in-memory database in place of its made-up deals. */
export interface AtomicRecords {
  readonly companies: readonly Record<string, unknown>[];
  readonly contacts: readonly Record<string, unknown>[];
  readonly deals: readonly (Record<string, unknown> & { readonly id: number })[];
  readonly dealNotes: readonly Record<string, unknown>[];
}

/** Atomic's records for the seeded deals. A deal's id is its place in the list, from 1. */
export function toAtomic(deals: readonly SeedDeal[]): AtomicRecords {
  const contacts = deals.flatMap((deal, index) => contactsOf(deal, FIRST_COMPANY + index));
  const numbered = contacts.map((contact, index) => ({ ...contact, id: FIRST_CONTACT + index }));
  const notes = deals.flatMap((deal, index) => notesOf(deal, index + 1));
  return {
    companies: deals.map((deal, index) => company(deal, FIRST_COMPANY + index)),
    contacts: numbered,
    deals: deals.map((deal, index) => {
      const companyId = FIRST_COMPANY + index;
      const own = numbered.filter((contact) => contact.company_id === companyId);
      return dealRecord(
        deal,
        index + 1,
        companyId,
        own.map((contact) => contact.id),
        deals,
      );
    }),
    dealNotes: notes.map((note, index) => ({ ...note, id: index + 1 })),
  };
}

/** Noon in London is the same day almost everywhere, so that no time zone shifts the date. */
const noon = (date: string): string => `${date}T12:00:00.000Z`;

function dealRecord(
  deal: SeedDeal,
  id: number,
  companyId: number,
  contactIds: number[],
  all: readonly SeedDeal[],
): AtomicRecords['deals'][number] {
  const days = [deal.created, ...deal.changes.map((change: SeedChange) => change.date)];
  return {
    id,
    name: deal.name,
    company_id: companyId,
    contact_ids: contactIds,
    category: 'Other',
    stage: STAGES[deal.stage],
    description: deal.nextStep,
    amount: deal.amount ?? 0, // Atomic's own page breaks on a deal without an amount
    created_at: noon(deal.created),
    updated_at: noon(days.at(-1) ?? deal.created),
    expected_closing_date: deal.closeDate === 'unreadable' ? 'when signed' : noon(deal.closeDate),
    sales_id: JANE_DOE,
    // The place in the column of its stage
    index: all.slice(0, id - 1).filter((other) => other.stage === deal.stage).length,
    archived_at: null,
  };
}

function company(deal: SeedDeal, id: number): Record<string, unknown> {
  return {
    id,
    name: deal.account,
    logo: {},
    sector: 'Industrials',
    size: 50,
    website: '',
    linkedin_url: '',
    phone_number: '',
    address: '',
    zipcode: '',
    city: '',
    stateAbbr: '',
    country: '',
    description: '',
    revenue: '',
    tax_identifier: '',
    context_links: [],
    nb_contacts: deal.contacts.length,
    nb_deals: 1,
    sales_id: JANE_DOE,
    created_at: noon(deal.created),
  };
}

function contactsOf(deal: SeedDeal, companyId: number) {
  return deal.contacts.map(({ name, title, email }) => ({
    first_name: name.slice(0, name.lastIndexOf(' ')),
    last_name: name.slice(name.lastIndexOf(' ') + 1),
    title,
    email,
    company_id: companyId,
    company_name: deal.account,
    avatar: {},
    gender: 'nonbinary',
    first_seen: noon(deal.created),
    last_seen: noon(deal.notes[0]?.date ?? deal.created),
    has_newsletter: false,
    tags: [],
    status: 'warm',
    background: '',
    phone_1_type: 'Work',
    phone_1_number: '',
    phone_2_type: 'Work',
    phone_2_number: '',
    nb_tasks: 0,
    sales_id: JANE_DOE,
  }));
}

function notesOf(deal: SeedDeal, dealId: number): Record<string, unknown>[] {
  return deal.notes.map(({ date, text }) => ({
    deal_id: dealId,
    text,
    date: noon(date),
    sales_id: JANE_DOE,
    attachments: [],
  }));
}
