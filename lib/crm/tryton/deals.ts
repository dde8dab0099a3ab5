import { isRow } from '../answer-values.ts';
import { oneLine } from '../dom.ts';
import type { Access } from '../access.ts';
import type { CrmStage, CrmUser, DealPage, ListRef } from '../adapter.ts';
import { FIELDS, MODEL, readingOf, stateLabels } from './api.ts';
import { meta } from './meta.ts';
import { callerOf } from './rpc.ts';
import { sessionOf } from './session.ts';
import { OVER, stageOf } from './stages.ts';

/** Deals to a page: an answer of some tens of kilobytes. */
const PAGE = 100;
const OPEN = [['state', 'not in', [...OVER.keys()]]];

/** The open deals, page by page, those that close first before the others. */
export async function* deals(access: Access, { org = '' }: ListRef): AsyncGenerator<DealPage> {
  const call = callerOf(access, org);
  const [count, labels] = await Promise.all([
    call(`${MODEL}.search_count`, [OPEN]),
    stateLabels(call),
  ]);
  const order = [
    ['end_date', 'ASC'],
    ['id', 'ASC'],
  ];
  const page = access.view.location.href;
  const total = typeof count === 'number' ? count : 0;
  for (let offset = 0; offset < total;) {
    const result = await call(`${MODEL}.search_read`, [OPEN, offset, PAGE, order, FIELDS]);
    const rows = Array.isArray(result) ? result.filter(isRow) : [];
    const readings = rows.flatMap((row) =>
      typeof row.id === 'number'
        ? [readingOf(page, { crm: meta.id, id: String(row.id), org }, row, labels)]
        : [],
    );
    yield { readings, total };
    if (rows.length === 0) return;
    offset += rows.length;
  }
}

/** The states, along the pipeline; those that it leads nowhere behind it. Tryton has one chance for each deal, and none for a state. */
export async function stages(access: Access, { org = '' }: ListRef): Promise<CrmStage[]> {
  const labels = await stateLabels(callerOf(access, org));
  const all = [...labels].map(([id, label]) => stageOf(id, oneLine(label)));
  return all.sort((a, b) => (a.order ?? all.length) - (b.order ?? all.length));
}

/** The user of the session, by the name that the server has for them. */
export async function user(access: Access, { org = '' }: ListRef): Promise<CrmUser> {
  const call = callerOf(access, org);
  const id = sessionOf(access.view, org)?.user_id ?? 0;
  const result = await call('model.res.user.read', [[id], ['name']]);
  const row: unknown = Array.isArray(result) ? result[0] : undefined;
  const name = isRow(row) && typeof row.name === 'string' ? oneLine(row.name) : '';
  return { id: String(id), name };
}
