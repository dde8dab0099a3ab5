import type { z } from 'zod';
import type { Deal } from '../../core/deal.ts';
import {
  answerSchema,
  changeSchema,
  disputeSchema,
  exceptionSchema,
  parkedSchema,
  shownPromptSchema,
  type Dispute,
} from '../../core/records.ts';
import type { DealsideDb, Store } from '../../storage/db.ts';
import { dealSchema } from '../../storage/deals.ts';
import { newestByKey } from '../../storage/records.ts';
import { validRow } from '../../storage/valid.ts';
import { inSlices } from '../badge-slices.ts';
import type { PageWindow } from '../card-timing.ts';

/** Deals that are read from the database at once: few enough that handing them over takes no frame. */
const CHUNK = 200;

/** A deal as it is kept here, with everything that is kept about it. */
export interface KeptDeal {
  readonly key: string;
  /** The origin of its pages. */
  readonly site: string;
  readonly deal: Deal;
  /** The prompts that were answered on it; they do not come back. */
  readonly answered: ReadonlySet<string>;
  readonly disputes: readonly Dispute[];
}

/** How far a pass over all deals has come. */
export interface Progress {
  readonly done: number;
  readonly of: number;
}

/** What a pass over all deals could not use. */
export interface Broken {
  /** Deals whose own row is broken: nothing is said of them. */
  deals: number;
  /** Other rows (an answer, an exception, a change …) that were left out of a deal. */
  records: number;
}

export interface Pass {
  readonly signal: AbortSignal;
  readonly progress: (progress: Progress) => void;
  /** Called before the deals of a site come, once for each site. */
  readonly begin: (site: string) => Promise<void>;
  readonly work: (kept: KeptDeal) => void;
}

/**
 * Hands every kept deal of every site to `work`, in the order of their keys. They are read in chunks, and checked and worked on in
 * slices of a few milliseconds between which the page goes first. Ends early with the signal. Rejects when the database cannot be read.
 */
export async function eachKept(store: Store, pass: Pass): Promise<Broken> {
  const { signal, progress, begin, work } = pass;
  const view = globalThis as unknown as PageWindow;
  const broken: Broken = { deals: 0, records: 0 };
  const begun = new Set<string>();
  const of = await store.use((db) => db.deals.count());
  const read = (after: string): Promise<Chunk> => store.use((db) => readChunk(db, after));
  let [coming, done] = [read(''), 0];
  progress({ done, of });
  while (!signal.aborted) {
    const chunk = await coming;
    const last = chunk.deals.length < CHUNK ? undefined : chunk.deals.at(-1);
    // The database reads on while these are worked on.
    if (last) coming = read(last.key);
    // Waited for above, where a failure is heard; until then it is nobody's.
    coming.catch(() => undefined);
    for (const site of new Set(chunk.deals.map((row) => row.site))) {
      if (begun.has(site)) continue;
      begun.add(site);
      await begin(site);
    }
    const grouped = groupsOf(chunk);
    await inSlices(view, signal, chunk.deals, (row) => {
      const kept = keptOf(row, grouped, broken);
      if (kept) work(kept);
    });
    done += chunk.deals.length;
    progress({ done, of: Math.max(of, done) });
    if (!last) break;
  }
  return broken;
}

interface OfDeal {
  readonly deal: string;
}

type Side = 'changes' | 'answers' | 'exceptions' | 'parked' | 'shown' | 'disputes';
const SIDES: readonly Side[] = ['changes', 'answers', 'exceptions', 'parked', 'shown', 'disputes'];

/** Rows as they lie in the database: nothing of them is believed yet but the index that they were found by. */
interface Chunk {
  readonly deals: readonly { readonly key: string; readonly site: string }[];
  readonly sides: Readonly<Record<Side, readonly OfDeal[]>>;
}

/** The next deals by their keys, and what lies between the first and the last of them in the other tables, as one moment saw it. */
async function readChunk(db: DealsideDb, after: string): Promise<Chunk> {
  const none = { changes: [], answers: [], exceptions: [], parked: [], shown: [], disputes: [] };
  const tables = [db.deals, ...SIDES.map((side) => db.table<OfDeal>(side))];
  return await db.transaction('r', tables, async () => {
    const deals = await db.deals.where('key').above(after).limit(CHUNK).toArray();
    const [first, last] = [deals.at(0), deals.at(-1)];
    if (!first || !last) return { deals, sides: none };
    const read = async (side: Side): Promise<[Side, OfDeal[]]> => [
      side,
      await db.table<OfDeal>(side).where('deal').between(first.key, last.key, true, true).toArray(),
    ];
    const sides = Object.fromEntries(await Promise.all(SIDES.map(read)));
    return { deals, sides: { ...none, ...sides } };
  });
}

type Groups = Readonly<Record<Side, ReadonlyMap<string, readonly OfDeal[]>>>;

const groupsOf = ({ sides }: Chunk): Groups => ({
  changes: byDeal(sides.changes),
  answers: byDeal(sides.answers),
  exceptions: byDeal(sides.exceptions),
  parked: byDeal(sides.parked),
  shown: byDeal(sides.shown),
  disputes: byDeal(sides.disputes),
});

function byDeal(rows: readonly OfDeal[]): ReadonlyMap<string, readonly OfDeal[]> {
  const groups = new Map<string, OfDeal[]>();
  for (const row of rows) {
    const group = groups.get(row.deal);
    if (group) group.push(row);
    else groups.set(row.deal, [row]);
  }
  return groups;
}

/** One deal, checked; undefined where its own row is broken. */
function keptOf(
  raw: { readonly key: string },
  groups: Groups,
  broken: Broken,
): KeptDeal | undefined {
  const row = validRow('deals', dealSchema, raw);
  if (!row) {
    broken.deals += 1;
    return undefined;
  }
  const { key, site, reading } = row;
  const checked = <T>(side: Side, schema: z.ZodType<T>): T[] =>
    (groups[side].get(key) ?? []).flatMap((one) => {
      const valid = validRow(side, schema, one);
      if (valid === undefined) broken.records += 1;
      return valid === undefined ? [] : [valid];
    });
  const deal: Deal = {
    ...reading,
    answers: newestByKey(checked('answers', answerSchema)),
    exceptions: checked('exceptions', exceptionSchema),
    parked: checked('parked', parkedSchema)[0],
    history: checked('changes', changeSchema),
    historySince: row.firstSeen,
  };
  const settled = checked('shown', shownPromptSchema).filter(
    ({ outcome }) => outcome === 'answered',
  );
  const answered = new Set(settled.map(({ prompt }) => prompt));
  return { key, site, deal, answered, disputes: checked('disputes', disputeSchema) };
}
