import type { Access } from '../access.ts';
import type { CrmStage } from '../adapter.ts';
import { lineOf, type Row } from '../answer-values.ts';
import { getRows } from './client.ts';
import { orderIn } from './process.ts';
import { labelOf } from './values.ts';
import { guidOf } from './guid.ts';

/** All stages of the processes on opportunities, process by process. Won and lost are states of a deal, not stages. */
export async function stages(access: Access): Promise<readonly CrmStage[]> {
  const rows = await getRows(access, 'processstages', {
    select: 'processstageid,stagename,stagecategory,_processid_value',
    filter: "primaryentitytypecode eq 'opportunity'",
  });
  return rows.flatMap(stageOf).sort(inOrder);
}

function stageOf(row: Row): CrmStage[] {
  const id = guidOf(row.processstageid);
  const label = lineOf(row.stagename);
  if (id === undefined || !label) return [];
  const pipeline = guidOf(row._processid_value);
  const name = labelOf(row, '_processid_value');
  return [
    {
      id,
      label,
      state: 'open',
      ...orderIn(row.stagecategory),
      ...(pipeline === undefined ? {} : { pipeline: { id: pipeline, label: name ?? pipeline } }),
    },
  ];
}

const inOrder = (a: CrmStage, b: CrmStage): number =>
  (a.pipeline?.label ?? '').localeCompare(b.pipeline?.label ?? '') ||
  (a.pipeline?.id ?? '').localeCompare(b.pipeline?.id ?? '') ||
  (a.order ?? 9) - (b.order ?? 9);
