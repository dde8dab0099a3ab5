import { z } from 'zod';
import { checkDefinition, DEFINITION_LIMITS, type Definition } from '../core/custom-schema.ts';
import type { DealRef } from '../core/deal.ts';
import {
  answerSchema,
  changeSchema,
  disputeSchema,
  exceptionSchema,
  isoDate,
  parkedSchema,
  shownPromptSchema,
  type Answer,
  type Change,
  type Dispute,
  type Exception,
  type Parked,
  type ShownPrompt,
} from '../core/records.ts';
import { crmId } from '../core/reading-schema.ts';
import type { DealRow, PlaceRow } from './db.ts';
import { dealSchema, wonCycle } from './deals.ts';
import { HEALTH_PREFIX, healthKey, healthSchema, type SiteHealth } from './health.ts';
import { CUSTOM_CRMS } from './settings.ts';

/** The file that everything kept here is written to, and read from in another browser. Version 1 of its form. */
export const DATA_FORMAT = 'data-1';

/** The longest name of a deal: an origin, a CRM, an organisation and an id, each of them possibly escaped. */
const KEY_LIMIT = 1500;
/** Rows of one kind that a file may hold. */
export const ROWS_LIMIT = 1_000_000;

const dealName = z
  .string()
  .max(KEY_LIMIT)
  .regex(/^https?:\/\/[^|]+\|[a-z0-9-]{1,40}\|[^|]*\|[^|]+$/);
const ofDeal = z.object({ deal: dealName });
const pixels = z.number().min(0).max(20_000);

/** How the names of deals are made: given from outside, since a name's form belongs to the messages. */
export type NameOf = (site: string, ref: DealRef) => string;

/** A deal, whose name, address and reading must speak of the same deal of the same site. */
const dealRow = (nameOf: NameOf): z.ZodType<DealRow> =>
  dealSchema
    .refine(({ key, site, ref }) => key === nameOf(site, ref), { path: ['key'] })
    .refine(({ ref, reading, key, site }) => sameDeal(ref, reading.ref) && key.startsWith(site), {
      path: ['reading', 'ref'],
    })
    .refine(({ site, reading }) => new URL(reading.url).origin === site, {
      path: ['reading', 'url'],
    })
    .transform((row): DealRow => {
      const cycle = wonCycle(row.reading);
      return cycle === undefined ? row : { ...row, cycle };
    });

const sameDeal = (a: DealRef, b: DealRef): boolean =>
  a.crm === b.crm && a.id === b.id && a.org === b.org;

const placeRow = z.object({
  site: z.url({ protocol: /^https?$/ }).max(300),
  crm: crmId,
  right: pixels,
  bottom: pixels,
  collapsed: z.boolean(),
});

/** A setting that means something in another browser: how well a site's pages can be read. */
const healthRow = z
  .object({ key: z.string().startsWith(HEALTH_PREFIX).max(KEY_LIMIT), value: healthSchema })
  .refine(({ key, value }) => key === healthKey(value), { path: ['key'] })
  .transform(({ key, value }) => ({ kind: 'health' as const, key, value }));

const customRow = z
  .object({
    key: z.literal(CUSTOM_CRMS),
    value: z.array(z.unknown()).max(DEFINITION_LIMITS.definitions),
  })
  .transform(({ value }, context) => {
    const definitions = value.flatMap((raw, index) => {
      const checked = checkDefinition(raw);
      if ('definition' in checked) return [checked.definition];
      const path = ['value', index, ...(checked.problems[0]?.path ?? [])];
      context.addIssue({ code: 'custom', path });
      return [];
    });
    return { kind: 'custom' as const, definitions };
  });

/** A setting of the other browser's own: it is no use here, and is passed over. */
const otherRow = z
  .object({ key: z.string().max(KEY_LIMIT) })
  .transform(() => ({ kind: 'other' as const }));

/** A playbook as it was published there. Its text is checked where it is published, like any other file's. */
const playbookRow = z.object({
  text: z.string().max(1_000_000),
  version: z.number().int(),
  day: isoDate,
});

/** What a setting of a file says. */
export type FileSetting =
  | { readonly kind: 'health'; readonly key: string; readonly value: SiteHealth }
  | { readonly kind: 'custom'; readonly definitions: readonly Definition[] }
  | { readonly kind: 'other' };

type Of<T> = T & { readonly deal: string };

/** What a file holds, every row checked. What was sent from the other browser was not sent from this one: it is not among it. */
export interface FileTables {
  readonly deals: readonly DealRow[];
  readonly changes: readonly Of<Change>[];
  readonly answers: readonly Of<Answer>[];
  readonly exceptions: readonly Of<Exception>[];
  readonly parked: readonly Of<Parked>[];
  readonly shown: readonly ShownPrompt[];
  readonly disputes: readonly Of<Dispute>[];
  readonly places: readonly PlaceRow[];
  readonly playbooks: readonly z.output<typeof playbookRow>[];
  readonly settings: readonly FileSetting[];
}

const settingRow = (raw: unknown): z.ZodType<FileSetting> => {
  const key = z.object({ key: z.string() }).safeParse(raw).data?.key ?? '';
  if (key === CUSTOM_CRMS) return customRow;
  return key.startsWith(HEALTH_PREFIX) ? healthRow : otherRow;
};

const always =
  <T>(schema: z.ZodType<T>) =>
  (): z.ZodType<T> =>
    schema;

/** How a row of each table is checked; a setting's check depends on what it is. */
const checks = (nameOf: NameOf) =>
  ({
    deals: always(dealRow(nameOf)),
    changes: always(changeSchema.extend(ofDeal.shape)),
    answers: always(answerSchema.extend(ofDeal.shape)),
    exceptions: always(exceptionSchema.extend(ofDeal.shape)),
    parked: always(parkedSchema.extend(ofDeal.shape)),
    shown: always(shownPromptSchema.extend(ofDeal.shape)),
    disputes: always(disputeSchema.extend(ofDeal.shape)),
    places: always(placeRow),
    playbooks: always(playbookRow),
    settings: settingRow,
  }) satisfies Record<keyof FileTables, (raw: unknown) => z.ZodType>;

/** Where a file is not as it should be: the part of it, the number of the row from 1, and the place in that row. */
export interface FileProblem {
  readonly part: string;
  readonly row: number | null;
  readonly path: string;
}

const headSchema = z.object({
  dealside: z.string().max(40),
  made: z.string().max(40).catch(''),
  tables: z.record(z.string().max(40), z.array(z.unknown()).max(ROWS_LIMIT)),
});

/** What was found in a file that was parsed as JSON. */
export type Checked =
  | { readonly ok: true; readonly made: string; readonly tables: FileTables }
  | { readonly ok: false; readonly problem: FileProblem }
  /** No file of ours; or of a later Dealside, whose form this one does not know. */
  | { readonly ok: false; readonly problem: 'stranger' | 'later' };

/** Checks what a file holds, row by row; the first row that is not as it should be ends it. Never throws. */
export function checkDataFile(raw: unknown, nameOf: NameOf): Checked {
  const head = z.object({ dealside: z.string() }).safeParse(raw);
  if (!head.success || !head.data.dealside.startsWith('data-'))
    return { ok: false, problem: 'stranger' };
  if (head.data.dealside !== DATA_FORMAT) return { ok: false, problem: 'later' };
  const whole = headSchema.safeParse(raw);
  if (!whole.success) {
    const path = whole.error.issues[0]?.path.join('.') ?? '';
    return { ok: false, problem: { part: 'tables', row: null, path } };
  }
  const { made, tables } = whole.data;
  const good: Record<string, unknown[]> = {};
  for (const [part, check] of Object.entries(checks(nameOf))) {
    const rows: unknown[] = [];
    for (const [index, row] of (tables[part] ?? []).entries()) {
      const { data, error } = (check as (raw: unknown) => z.ZodType)(row).safeParse(row);
      if (error) {
        const path = (error.issues[0]?.path ?? []).map(String).join('.');
        return { ok: false, problem: { part, row: index + 1, path } };
      }
      rows.push(data);
    }
    good[part] = rows;
  }
  return { ok: true, made, tables: good as unknown as FileTables };
}
