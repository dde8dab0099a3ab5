import type { Reading } from '../../core/deal.ts';
import type { FieldName, Stage } from '../../core/fields.ts';
import type { Answer } from '../../core/records.ts';
import type { Store } from '../../storage/db.ts';
import { readRecords } from '../../storage/records.ts';
import { createCrms, type GatheredCrm } from './known-crm.ts';
import { eachDeal } from './known-rows.ts';
import { createTallies } from './known-tally.ts';

/** What is known here of the deals of one CRM on one site. */
export interface KnownCrm {
  readonly crm: string;
  /** The origin of its pages. */
  readonly site: string;
  /** How many deals are kept. */
  readonly deals: number;
  /** The deal that was read last. */
  readonly last: Reading | null;
  /** What was answered on it, by the answers' keys. */
  readonly answers: Readonly<Record<string, Answer>>;
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

/** What is known where no deal is kept. */
export const NOTHING_KNOWN: KnownDeals = { deals: 0, crms: [], choices: {}, ranges: {} };

/** Reads what is known here. Rejects when the database cannot be read; a broken row costs itself. */
export async function readKnown(store: Store): Promise<KnownDeals> {
  const crms = createCrms();
  const tallies = createTallies();
  let deals = 0;
  await eachDeal(store, new AbortController().signal, (row) => {
    deals += 1;
    crms.add(row);
    tallies.add(row);
  });
  const all = await Promise.all(crms.all().map((crm) => withAnswers(store, crm)));
  return { deals, crms: all, choices: tallies.choices(), ranges: tallies.ranges() };
}

async function withAnswers(store: Store, { lastKey, ...crm }: GatheredCrm): Promise<KnownCrm> {
  const { answers } = await store.use((db) => readRecords(db, lastKey));
  return { ...crm, answers };
}

/** What is known here, read once for each look at the page. */
export interface KnownCache {
  /** Never rejects: nothing is known where the database cannot be read. */
  readonly read: () => Promise<KnownDeals>;
  readonly forget: () => void;
}

/** What is known here, read once and again only when that is asked for. */
export function createKnown(store: Store): KnownCache {
  let current: Promise<KnownDeals> | undefined;
  return {
    read: () =>
      (current ??= readKnown(store).catch((error: unknown) => {
        console.warn('[dealside] the kept deals could not be read', error);
        current = undefined;
        return NOTHING_KNOWN;
      })),
    forget: () => {
      current = undefined;
    },
  };
}
