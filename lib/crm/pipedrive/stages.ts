import type { Access } from '../access.ts';
import type { CrmStage } from '../adapter.ts';
import { lineOf, percentOf, type Row } from '../answer-values.ts';
import { CrmTrouble } from '../trouble.ts';
import { askAll } from './request.ts';
import { idOf } from './values.ts';

const STAGES = { v2: ['/stages', { limit: 500 }], v1: ['/stages'] } as const;
const PIPELINES = { v2: ['/pipelines', { limit: 500 }], v1: ['/pipelines'] } as const;

/**
 * All stages of all pipelines, in order. Each of them is open: in Pipedrive a deal is won or lost by its status, in whatever
 * stage it is.
 */
export async function fetchStages(access: Access): Promise<CrmStage[]> {
  const pipelines = inOrder(await askAll(access, PIPELINES));
  const rows = inOrder(await askAll(access, STAGES));
  const stages = pipelines.flatMap((pipeline) => {
    const [id, label] = [idOf(pipeline.id), lineOf(pipeline.name)];
    if (id === undefined || label === undefined) return [];
    const own = rows.filter((row) => idOf(row.pipeline_id) === id);
    return own.flatMap((row, order) => stageOf(row, order, { id, label }));
  });
  if (stages.length === 0) throw new CrmTrouble('not-json');
  return stages;
}

function stageOf(row: Row, order: number, pipeline: { id: string; label: string }): CrmStage[] {
  const [id, label] = [idOf(row.id), lineOf(row.name)];
  if (id === undefined || label === undefined) return [];
  const probability = percentOf(row.deal_probability);
  return [
    {
      id,
      label,
      order,
      state: 'open',
      ...(probability === undefined ? {} : { probability }),
      pipeline,
    },
  ];
}

/** By `order_nr`; deleted ones are left out. */
function inOrder(rows: readonly Row[]): Row[] {
  const place = ({ order_nr: place, id }: Row): number =>
    typeof place === 'number' ? place : Number(idOf(id) ?? 0);
  return rows
    .filter((row) => row.is_deleted !== true && row.active_flag !== false && row.active !== false)
    .sort((a, b) => place(a) - place(b));
}
