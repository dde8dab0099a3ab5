import { dayNumber, isoOfDay } from '../lib/core/calendar.ts';
import { unknownFields, type Reading } from '../lib/core/deal.ts';
import { empty, known, type Fact } from '../lib/core/fact.ts';
import type { Stage } from '../lib/core/fields.ts';
import type {
  Answer,
  Change,
  Dispute,
  Exception,
  Parked,
  ShownPrompt,
} from '../lib/core/records.ts';
import { dealKey } from '../lib/messaging/deal-key.ts';
import type { DealRow, DealsideDb } from '../lib/storage/db.ts';
import { wonCycle } from '../lib/storage/deals.ts';

/** Made-up deals with everything that is kept about them: the same ones for the same number, on every machine. */

type Of<T> = T & { readonly deal: string };

/** Rows as the database keeps them, by table. */
export interface MadeUp {
  readonly deals: readonly DealRow[];
  readonly changes: readonly Of<Change>[];
  readonly answers: readonly Of<Answer>[];
  readonly exceptions: readonly Of<Exception>[];
  readonly parked: readonly Of<Parked>[];
  readonly shown: readonly ShownPrompt[];
  readonly disputes: readonly Of<Dispute>[];
}

const SITES = [
  { site: 'https://crm.example.com', crm: 'atomic' },
  { site: 'https://sales.example.org', crm: 'tryton' },
] as const;
const OWNERS = ['Ann', 'Bram', 'Chloé', 'Daan', 'Esra', 'Femke', 'Gijs', 'Hana', 'Ivo', 'Jutta'];
const ATOMIC: readonly Stage[] = [
  { id: 'opportunity', label: 'Opportunity', order: 0, state: 'open' },
  { id: 'proposal-sent', label: 'Proposal sent', order: 1, state: 'open' },
  { id: 'in-negociation', label: 'In negotiation', order: 2, state: 'open' },
  { id: 'won', label: 'Won', order: 3, state: 'won' },
];
const TRYTON: readonly Stage[] = [
  { id: 'lead', label: 'Lead', order: 0, state: 'open' },
  { id: 'opportunity', label: 'Opportunity', order: 1, state: 'open' },
  { id: 'opportunity', label: 'Opportunity', order: 1, state: 'open' },
  { id: 'converted', label: 'Converted', order: 2, state: 'won' },
];

/** A generator of numbers from 0 up to 1, by its seed (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** So many deals on two sites, as they may be kept on the day `today` (YYYY-MM-DD). */
export function madeUpDeals(count: number, today: string, seed = 7): MadeUp {
  const next = numbersFrom(seed);
  const chance = (share: number): boolean => next() < share;
  const upTo = (most: number): number => Math.floor(next() * most);
  const day = (offset: number): string => isoOfDay(dayNumber(today) + offset);
  const some = <T>(share: number, fact: () => Fact<T>): Fact<T> =>
    chance(share) ? fact() : empty('api');
  const all: { [K in keyof MadeUp]: MadeUp[K][number][] } = {
    deals: [],
    changes: [],
    answers: [],
    exceptions: [],
    parked: [],
    shown: [],
    disputes: [],
  };
  for (let index = 0; index < count; index += 1) {
    const { site, crm } = SITES[index % SITES.length]!;
    const ref = { crm, id: String(index) };
    const deal = dealKey(site, ref);
    const age = 10 + upTo(200);
    const stage = (crm === 'atomic' ? ATOMIC : TRYTON)[upTo(4)]!;
    const reading: Reading = {
      ref,
      url: `${site}/deals/${index}`,
      fields: {
        ...unknownFields('not-offered'),
        name: known(`Fleet renewal ${index}`, 'api'),
        account: some(0.9, () => known(`Customer ${upTo(400)}`, 'api')),
        owner: some(0.95, () => known(OWNERS[upTo(OWNERS.length)]!, 'api')),
        amount: some(0.9, () =>
          known({ amount: `${1000 + upTo(90_000)}.50`, currency: 'EUR' }, 'api'),
        ),
        stage: known(stage, 'api'),
        probability: known(10 * upTo(10), 'api'),
        closeDate: some(0.93, () => known(day(upTo(120) - 30), 'api')),
        created: known(day(-age), 'api'),
        modified: known(day(-upTo(20)), 'api'),
        lastContact: some(0.8, () => known(day(-upTo(40)), 'api')),
        lastContactBy: known(chance(0.6) ? 'buyer' : 'us', 'api'),
        nextStep: some(0.7, () => known('Jan sends the signed terms to their buyer', 'api')),
        nextStepDate: some(0.6, () => known(day(upTo(20) - 4), 'api')),
        contacts: known(upTo(5), 'api'),
        pipeline: known('Sales', 'api'),
      },
      custom: { region: known(['North', 'South'][upTo(2)]!, 'api') },
    };
    const cycle = wonCycle(reading);
    all.deals.push({
      key: deal,
      site,
      ref,
      reading,
      firstSeen: day(-age),
      lastSeen: today,
      ...(cycle === undefined ? {} : { cycle }),
    });
    for (const key of ['pain', 'economicBuyer', 'decisionProcess', 'criticalEvent']) {
      if (!chance(0.4)) continue;
      const text = 'Four people lose an hour a day on it, says their head of operations';
      all.answers.push({ deal, key, text, day: day(-upTo(60)) });
    }
    for (let push = upTo(4); push > 0; push -= 1) {
      const from = day(-5 * push);
      all.changes.push({
        deal,
        field: 'closeDate',
        from,
        to: day(30 - 5 * push),
        day: from,
        source: 'api',
      });
    }
    const gate = `G${1 + upTo(7)}`;
    if (chance(0.08)) {
      const until = day(upTo(40) - 20);
      all.exceptions.push({ deal, gate, reason: 'A framework contract', until, day: day(-30) });
    }
    if (chance(0.03)) {
      all.parked.push({ deal, reason: 'Budget next year', until: day(30), day: day(-3) });
    }
    if (chance(0.1)) {
      all.shown.push({ deal, prompt: `gate:${gate}`, day: day(-1), outcome: 'answered' });
    }
    if (chance(0.05)) all.disputes.push({ deal, rule: `gate:${gate}`, day: day(-2) });
  }
  return all;
}

/** Puts made-up deals into a database, all in one transaction. */
export async function keepMadeUp(db: DealsideDb, made: MadeUp): Promise<void> {
  const { deals, changes, answers, exceptions, parked, shown, disputes } = db;
  const tables = [deals, changes, answers, exceptions, parked, shown, disputes];
  await db.transaction('rw', tables, async () => {
    await deals.bulkPut([...made.deals]);
    await changes.bulkAdd([...made.changes]);
    await answers.bulkAdd([...made.answers]);
    await exceptions.bulkPut([...made.exceptions]);
    await parked.bulkPut([...made.parked]);
    await shown.bulkPut([...made.shown]);
    await disputes.bulkPut([...made.disputes]);
  });
}
