import type { DealRef } from '../../core/deal.ts';
import type { FieldName } from '../../core/fields.ts';
import type { Change } from '../../core/records.ts';
import type { Access } from '../access.ts';
import { decimalOfNumber, isRow, percentOf, type Row } from '../answer-values.ts';
import { changeOf, type Places } from '../changes.ts';
import { CrmTrouble } from '../trouble.ts';
import { callKw } from './rpc.ts';
import { stageList } from './stages.ts';
import { MODEL } from './url.ts';
import { idOf, localDayOf, relatedOf, rowsOf } from './values.ts';

const TRACKING = 'mail.tracking.value';

/** The fields whose changes are read, the kinds of value that they are kept as, and their texts; null for empty. */
const KEPT: Readonly<
  Record<
    string,
    readonly [FieldName, readonly string[], (value: unknown) => string | null | undefined]
  >
> = {
  stage_id: [
    'stage',
    ['integer'],
    (value) => (value === 0 || value === false ? null : idOf(value)),
  ],
  date_deadline: ['closeDate', ['datetime'], (value) => (value === false ? null : dayOf(value))],
  expected_revenue: ['amount', ['monetary', 'float'], decimalOfNumber],
  probability: ['probability', ['float'], (value) => percentOf(value)?.toString()],
};
/** Without these the history would say "never pushed" of what nobody wrote down. */
const NEEDED = ['stage_id', 'date_deadline'];

/** A tracked date is kept as midnight in UTC, and is a date all the same. */
const dayOf = (value: unknown): string | undefined =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value) ? value.slice(0, 10) : undefined;

/**
 * The deal's changes, from the values that Odoo tracks, which it lets admins alone read. Throws CrmTrouble: `refused` where
 * the stage or the closing date is not tracked here, as the latter is not by default.
 */
export async function history(
  access: Access,
  ref: DealRef,
): Promise<{ changes: readonly Change[]; since: string }> {
  const id = Number(ref.id);
  const tracked = await trackedFields(access);
  const [rows, stages, [deal]] = await Promise.all([
    trackingRows(access, id, tracked),
    stageList(access),
    callKw(access, MODEL, 'read', [[id], ['create_date']]).then(rowsOf),
  ]);
  const since = localDayOf(deal?.create_date);
  if (since === undefined) throw new CrmTrouble('not-found');
  return { changes: rows.flatMap((row) => changesIn(row, tracked, stages)), since };
}

/** The tracked fields' names by the ids that the server gives them. */
type Tracked = ReadonlyMap<string, string>;

async function trackedFields(access: Access): Promise<Tracked> {
  const rows = rowsOf(
    await callKw(access, 'ir.model.fields', 'search_read', [], {
      domain: [
        ['model', '=', MODEL],
        ['name', 'in', Object.keys(KEPT)],
      ],
      fields: ['name', 'tracking'],
    }),
  );
  const tracked = new Map(
    rows.flatMap((row) => {
      const id = idOf(row.id);
      const isTracked = typeof row.tracking === 'number' && row.tracking > 0;
      return id !== undefined && isTracked && typeof row.name === 'string' ? [[id, row.name]] : [];
    }),
  );
  const names = new Set(tracked.values());
  if (!NEEDED.every((name) => names.has(name))) throw new CrmTrouble('refused');
  return tracked;
}

/** The tracked values, oldest first. The field stands in `field` in version 16, and in `field_id` from 17 on. */
async function trackingRows(access: Access, id: number, tracked: Tracked): Promise<readonly Row[]> {
  const kinds = ['integer', 'float', 'monetary', 'datetime'];
  const wanted = [
    'field',
    'field_id',
    ...kinds.flatMap((kind) => [`old_value_${kind}`, `new_value_${kind}`]),
  ];
  const offered = await callKw(access, TRACKING, 'fields_get', [wanted], { attributes: ['type'] });
  if (!isRow(offered)) throw new CrmTrouble('refused');
  const fields = wanted.filter((name) => name in offered);
  const key = fields.includes('field_id') ? 'field_id' : 'field';
  return rowsOf(
    await callKw(access, TRACKING, 'search_read', [], {
      domain: [
        ['mail_message_id.model', '=', MODEL],
        ['mail_message_id.res_id', '=', id],
        [key, 'in', [...tracked.keys()].map(Number)],
      ],
      fields: [...fields, 'create_date'],
      order: 'id',
    }),
  );
}

function changesIn(row: Row, tracked: Tracked, stages: Places): Change[] {
  const name = tracked.get(relatedOf(row.field_id ?? row.field)?.id ?? '');
  const kept = name === undefined ? undefined : KEPT[name];
  const day = localDayOf(row.create_date);
  if (!kept || day === undefined) return [];
  const [field, kinds, text] = kept;
  const kind = kinds.find((one) => `new_value_${one}` in row) ?? '';
  const [from, to] = [text(row[`old_value_${kind}`]), text(row[`new_value_${kind}`])];
  return changeOf({ field, from, to, day }, stages);
}
