import { z } from 'zod';
import type { DealRef } from '../core/deal.ts';
import { FIELD_NAMES, type FieldName } from '../core/fields.ts';
import { crmId } from '../core/reading-schema.ts';
import { isoDate } from '../core/records.ts';
import type { Same } from '../core/same.ts';
import { SEEN_LIMIT, SELECTOR_LIMIT, type FieldCheck } from '../core/self-check.ts';
import { carryOn, mistrustedOf, type FieldRun } from '../core/self-check-runs.ts';
import type { DealsideDb } from './db.ts';
import { validRow } from './valid.ts';

/**
 * How well each site's pages can be read, one row among the settings for each site, CRM and organisation. The texts in it are deal
 * data: they stay in this browser and stand on the health page alone.
 */

const seen = z.string().max(SEEN_LIMIT + 1);

const runSchema = z.object({
  field: z.enum(FIELD_NAMES as [FieldName, ...FieldName[]]),
  state: z.enum(['shown', 'form']),
  deals: z.array(z.string().max(120)).max(50),
  since: isoDate,
  result: z.enum(['disagrees', 'nothing-found']),
  selector: z.string().max(SELECTOR_LIMIT).optional(),
  saw: seen.optional(),
  saved: seen.optional(),
});

/** A row of health, as it stands among the settings. */
export const healthSchema = z.object({
  site: z.string().max(300),
  crm: crmId,
  org: z.string().max(120).optional(),
  /** The day of the last check. */
  checked: isoDate,
  runs: z.array(runSchema).max(100),
});

true satisfies Same<z.output<typeof runSchema>, FieldRun>;

/** What is kept about one site's pages. */
export type SiteHealth = z.output<typeof healthSchema>;

/** Whose pages: a CRM on a site, and the organisation where the site has several. */
export type HealthOf = Pick<SiteHealth, 'site' | 'crm' | 'org'>;

/** What the keys of these settings begin with. */
export const HEALTH_PREFIX = 'health|';
const part = (text: string): string => text.replace(/[%|]/g, encodeURIComponent);
/** The key of the setting that holds a site's health. */
export const healthKey = ({ site, crm, org = '' }: HealthOf): string =>
  HEALTH_PREFIX + [site, crm, org].map(part).join('|');

async function readHealth(db: DealsideDb, of: HealthOf): Promise<SiteHealth | undefined> {
  const row = await db.settings.get(healthKey(of));
  return row && validRow('settings', healthSchema, row.value);
}

/** Carries on what is kept by one deal's check. */
export async function keepChecks(
  db: DealsideDb,
  site: string,
  ref: DealRef,
  day: string,
  checks: readonly FieldCheck[],
): Promise<void> {
  const { crm, org } = ref;
  const of: HealthOf = { site, crm, ...(org === undefined ? {} : { org }) };
  await db.transaction('rw', db.settings, async () => {
    const before = await readHealth(db, of);
    const runs = carryOn(before?.runs ?? [], ref.id, day, checks);
    await db.settings.put({ key: healthKey(of), value: { ...of, checked: day, runs } });
  });
}

/** The fields of a CRM on a site that are switched off. */
export async function readMistrusted(
  db: DealsideDb,
  site: string,
  { crm, org }: DealRef,
): Promise<readonly FieldName[]> {
  const health = await readHealth(db, { site, crm, ...(org === undefined ? {} : { org }) });
  return mistrustedOf(health?.runs ?? []);
}

/** Every site's health, by the name of the site. */
export async function readAllHealth(db: DealsideDb): Promise<readonly SiteHealth[]> {
  const rows = await db.settings.where('key').startsWith(HEALTH_PREFIX).toArray();
  return rows.flatMap(({ value }) => validRow('settings', healthSchema, value) ?? []);
}

/** Forgets what was found on a site, or of one of its fields: it is then trusted until it goes wrong again. */
export async function forgetHealth(db: DealsideDb, of: HealthOf, field?: FieldName): Promise<void> {
  await db.transaction('rw', db.settings, async () => {
    const health = await readHealth(db, of);
    if (!health) return;
    const runs = field === undefined ? [] : health.runs.filter((run) => run.field !== field);
    await db.settings.put({ key: healthKey(of), value: { ...health, runs } });
  });
}
