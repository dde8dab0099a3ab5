import type { FieldName } from '../core/fields.ts';
import type { Selectors } from '../core/overrides.ts';
import type { Playbook } from '../core/playbook.ts';
import { isOff, type FieldRun } from '../core/self-check-runs.ts';
import { metaOf } from '../crm/metas.ts';
import type { Store } from '../storage/db.ts';
import { forgetHealth, readAllHealth, type HealthOf, type SiteHealth } from '../storage/health.ts';

/** How well one site's pages can be read. */
export interface Health extends HealthOf {
  /** "HubSpot", or its id where this version knows it no more. */
  readonly label: string;
  /** The day of the last check, YYYY-MM-DD. */
  readonly checked: string;
  /** The fields that are switched off. */
  readonly off: readonly FieldRun[];
  /** How many others went wrong on one deal or two. */
  readonly watched: number;
}

/** Where a field stands, as an admin corrects it: one selector a line, in the order of their rank. */
export type Places = NonNullable<
  NonNullable<Selectors[string]>[FieldName & keyof Selectors[string]]
>;

const labelOf = (id: string): string => metaOf(id)?.label ?? id;

/** The health of every site that was checked, by its name. Empty where it cannot be read. */
export async function readHealth(store: Store): Promise<readonly Health[]> {
  try {
    const rows = await store.use(readAllHealth);
    return rows.map(healthOf).toSorted((a, b) => a.site.localeCompare(b.site));
  } catch {
    // The page says elsewhere that the database cannot be read.
    return [];
  }
}

function healthOf({ site, crm, org, checked, runs }: SiteHealth): Health {
  const off = runs.filter(isOff);
  const label = labelOf(crm);
  return { site, crm, org, label, checked, off, watched: runs.length - off.length };
}

/** Forgets what was found. False when it could not be kept. */
export async function forget(store: Store, of: HealthOf, field?: FieldName): Promise<boolean> {
  try {
    await store.use((db) => forgetHealth(db, of, field));
    return true;
  } catch {
    return false;
  }
}

/** The playbook with a field's places in a CRM; without any, what Dealside knows by itself counts again. */
export function withPlaces(
  playbook: Playbook,
  crm: string,
  field: FieldName,
  places: Places | null,
): Playbook {
  const { selectors = {}, ...rest } = playbook;
  const own: Readonly<Record<string, Places>> = selectors[crm] ?? {};
  const ofCrm = places === null ? without(own, field) : { ...own, [field]: places };
  const crms = without(selectors, crm);
  const all: Selectors = Object.keys(ofCrm).length === 0 ? crms : { ...crms, [crm]: ofCrm };
  return Object.keys(all).length === 0 ? rest : { ...rest, selectors: all };
}

const without = <T>(record: Readonly<Record<string, T>>, key: string): Record<string, T> =>
  Object.fromEntries(Object.entries(record).filter(([each]) => each !== key));
