import type { DealsideDb } from './db.ts';
import { inChunks } from './in-chunks.ts';
import { KINDS, tableOf, type Kind } from './kinds.ts';

/** How much there is of something. */
export interface Amount {
  readonly count: number;
  /** The length of its rows as text: about what they take on the disk, without the database's own share. */
  readonly bytes: number;
  /** The earliest day among its rows, YYYY-MM-DD; null where rows of this kind carry none. */
  readonly since: string | null;
}

/** What is kept of one CRM's site. */
export interface SiteAmount extends Amount {
  readonly site: string;
  /** How many of its rows are deals. */
  readonly deals: number;
  readonly crms: readonly string[];
}

export interface Summary {
  readonly kinds: Readonly<Record<Kind, Amount>>;
  /** By the site's name. */
  readonly sites: readonly SiteAmount[];
}

const NOTHING: Amount = { count: 0, bytes: 0, since: null };

/** What a row of any kind may say about itself. Nothing of it is certain. */
interface AnyRow {
  readonly site?: unknown;
  readonly deal?: unknown;
  readonly key?: unknown;
  readonly day?: unknown;
  readonly firstSeen?: unknown;
  readonly ref?: { readonly crm?: unknown };
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;

const earlier = (a: string | null, b: string | undefined): string | null =>
  a === null || (b !== undefined && b < a) ? (b ?? null) : a;

const plus = <T extends Amount>(to: T, bytes: number, day: string | undefined): T => ({
  ...to,
  count: to.count + 1,
  bytes: to.bytes + bytes,
  since: earlier(to.since, day),
});

/** Which site a row speaks of; undefined for what belongs to none. `siteIn` tells it from a deal's key. */
function siteOfRow(row: AnyRow, kind: Kind, siteIn: (key: string) => string): string | undefined {
  if (kind === 'settings' || kind === 'sent' || kind === 'playbooks') return undefined;
  const own = text(row.site);
  const deal = text(row.deal);
  return own ?? (deal === undefined ? undefined : siteIn(deal));
}

/**
 * Counts and measures everything that is kept, a few hundred rows at a time. Rejects with the database's error. Rows are not
 * checked: a broken one takes room too.
 */
export async function summarise(db: DealsideDb, siteIn: (key: string) => string): Promise<Summary> {
  const kinds = new Map<Kind, Amount>();
  const sites = new Map<string, SiteAmount>();
  for (const kind of KINDS) {
    kinds.set(kind, NOTHING);
    await inChunks(tableOf(db, kind), (rows: readonly AnyRow[]) => {
      for (const row of rows) {
        const bytes = JSON.stringify(row).length;
        const day = text(row.day) ?? text(row.firstSeen);
        kinds.set(kind, plus(kinds.get(kind) ?? NOTHING, bytes, day));
        const site = siteOfRow(row, kind, siteIn);
        if (site === undefined) continue;
        const before = sites.get(site) ?? { ...NOTHING, site, deals: 0, crms: [] };
        sites.set(site, plus(withDeal(before, row, kind), bytes, day));
      }
    });
  }
  return {
    kinds: Object.fromEntries(kinds) as Record<Kind, Amount>,
    sites: [...sites.values()].toSorted((a, b) => a.site.localeCompare(b.site)),
  };
}

function withDeal(site: SiteAmount, row: AnyRow, kind: Kind): SiteAmount {
  if (kind !== 'deals') return site;
  const crm = text(row.ref?.crm);
  const crms = crm === undefined || site.crms.includes(crm) ? site.crms : [...site.crms, crm];
  return { ...site, deals: site.deals + 1, crms };
}
