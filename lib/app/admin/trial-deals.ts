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
import { asItIs, type AsItIs } from '../../storage/as-it-is.ts';
import { newestByKey } from '../../storage/records.ts';
import { validRow } from '../../storage/valid.ts';
import { inSlices } from '../badge-slices.ts';
import type { PageWindow } from '../card-timing.ts';

/** Deals that are read from the database at once: few enough that handing them over takes no frame. */
const CHUNK = 200;
/** Chunks that are on their way while one is worked on. */
const AHEAD = 2;

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
 * Hands every deal that is kept at the beginning, of every site, to `work`, in the order of their keys. They are read in
 * chunks, and checked and worked on in slices of a few milliseconds between which the page goes first. Ends early with
 * the signal. Rejects when the database cannot be read.
 */
export async function eachKept(store: Store, pass: Pass): Promise<Broken> {
  const { signal, progress, begin, work } = pass;
  const view = globalThis as unknown as PageWindow;
  const broken: Broken = { deals: 0, records: 0 };
  const begun = new Set<string>();
  const keys = await store.use((db) => db.deals.toCollection().primaryKeys());
  const next = readAhead(store, keys);
  let done = 0;
  progress({ done, of: keys.length });
  while (done < keys.length && !signal.aborted) {
    const chunk = await next();
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
    done = Math.min(done + CHUNK, keys.length);
    progress({ done, of: keys.length });
  }
  return broken;
}

/** Reads chunk after chunk. The database goes on with the next ones while one is worked on. */
function readAhead(store: Store, keys: readonly string[]): () => Promise<Chunk> {
  const coming: Promise<Chunk>[] = [];
  let at = 0;
  return async () => {
    while (coming.length <= AHEAD && at < keys.length) {
      const span = keys.slice(at, at + CHUNK);
      const chunk = store.use((db) => readChunk(db, span));
      // It is waited for below, where a failure is heard; until then it is nobody's.
      chunk.catch(() => undefined);
      coming.push(chunk);
      at += CHUNK;
    }
    return (await coming.shift()) ?? NOTHING;
  };
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

const NOTHING: Chunk = {
  deals: [],
  sides: { changes: [], answers: [], exceptions: [], parked: [], shown: [], disputes: [] },
};

/**
 * The deals from the first to the last of these keys, and what lies between them in the other tables, as one moment saw it.
 * All is asked for at once: no answer waits for the page to hear another one.
 */
async function readChunk(db: DealsideDb, keys: readonly string[]): Promise<Chunk> {
  const [first = '', last = ''] = [keys.at(0), keys.at(-1)];
  const tables = [db.deals, ...SIDES.map((side) => db.table<OfDeal>(side))];
  return await db.transaction('r', tables, async () => {
    const read = async (side: Side): Promise<[Side, OfDeal[]]> => [
      side,
      await db.table<OfDeal>(side).where('deal').between(first, last, true, true).toArray(),
    ];
    const [deals, ...sides] = await Promise.all([
      db.deals.where('key').between(first, last, true, true).toArray(),
      ...SIDES.map(read),
    ]);
    return { deals, sides: { ...NOTHING.sides, ...Object.fromEntries(sides) } };
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

/** What lies in each table, with a quick check for what needs no other. */
const KINDS = {
  changes: kindOf(changeSchema),
  answers: kindOf(answerSchema),
  exceptions: kindOf(exceptionSchema),
  parked: kindOf(parkedSchema),
  shown: kindOf(shownPromptSchema, []),
  disputes: kindOf(disputeSchema),
} satisfies Record<Side, Kind<unknown>>;
const isGoodDeal = asItIs(dealSchema, ['cycle']);

interface Kind<T> {
  readonly schema: z.ZodType<T>;
  readonly isGood: AsItIs<T>;
}

function kindOf<T>(schema: z.ZodType<T>, beside = ['deal', 'seq']): Kind<T> {
  return { schema, isGood: asItIs(schema, beside) };
}

function checked<T>(
  side: Side,
  { schema, isGood }: Kind<T>,
  rows: readonly OfDeal[],
  broken: Broken,
): readonly T[] {
  return rows.flatMap((row: unknown) => {
    const valid = isGood(row) ? row : validRow(side, schema, row);
    if (valid === undefined) broken.records += 1;
    return valid === undefined ? [] : [valid];
  });
}

const NO_ROWS: readonly OfDeal[] = [];

/** One deal, checked; undefined where its own row is broken. */
function keptOf(
  raw: { readonly key: string },
  groups: Groups,
  broken: Broken,
): KeptDeal | undefined {
  const row = isGoodDeal(raw) ? raw : validRow('deals', dealSchema, raw);
  if (!row) {
    broken.deals += 1;
    return undefined;
  }
  const { key, site, reading } = row;
  const of = <S extends Side>(side: S): readonly RowOf<S>[] =>
    checked(side, KINDS[side] as Kind<RowOf<S>>, groups[side].get(key) ?? NO_ROWS, broken);
  const deal: Deal = {
    ...reading,
    answers: newestByKey(of('answers')),
    exceptions: of('exceptions'),
    parked: of('parked')[0],
    history: of('changes'),
    historySince: row.firstSeen,
  };
  const settled = of('shown').filter(({ outcome }) => outcome === 'answered');
  const answered = new Set(settled.map(({ prompt }) => prompt));
  return { key, site, deal, answered, disputes: of('disputes') };
}

type RowOf<S extends Side> = (typeof KINDS)[S] extends Kind<infer T> ? T : never;
