import type { Category, Stage } from '../../core/fields.ts';
import type { Access } from '../access.ts';
import type { CrmStage, ListRef } from '../adapter.ts';
import { isRow, lineOf, type Row } from '../answer-values.ts';
import { CrmTrouble } from '../trouble.ts';
import { clientOf, type Client } from './client.ts';
import { idOf } from './values.ts';

/** A stage with what the CRM says of forecasting in it. */
export interface ZohoStage extends CrmStage {
  readonly category?: Category;
}

const STATES: ReadonlyMap<unknown, Stage['state']> = new Map<unknown, Stage['state']>([
  ['Open', 'open'],
  ['Closed Won', 'won'],
  ['Closed Lost', 'lost'],
]);

const CATEGORIES: Readonly<Record<string, Category>> = {
  pipeline: 'pipeline',
  'best case': 'best-case',
  committed: 'commit',
  commit: 'commit',
  omitted: 'omitted',
};

/** A forecast category by its name. What is closed is won or lost by the stage alone. */
export function categoryOf(name: unknown, state?: Stage['state']): Category | undefined {
  const text = lineOf(name)?.toLowerCase() ?? '';
  if (text === 'closed') return state === 'won' || state === 'lost' ? state : undefined;
  return Object.hasOwn(CATEGORIES, text) ? CATEGORIES[text] : undefined;
}

/** The stages of one layout's pipelines. A record holds a stage by its `actual_value`, so that is its id. */
export async function stagesOfLayout(
  client: Client,
  layout: string,
): Promise<readonly ZohoStage[]> {
  const pipelines = await client.rows('settings/pipeline', 'pipeline', { layout_id: layout });
  return pipelines.flatMap((pipeline) => {
    const maps: unknown = pipeline.maps;
    return Array.isArray(maps) ? maps.filter(isRow).flatMap((row) => stageOf(row, pipeline)) : [];
  });
}

function stageOf(row: Row, pipeline: Row): ZohoStage[] {
  const id = lineOf(row.actual_value);
  const label = lineOf(row.display_value);
  const state = STATES.get(row.forecast_type);
  // Without its type nobody can tell whether a deal in it is open.
  if (!id || !label || state === undefined) return [];
  const { sequence_number: order, probability } = row;
  const category = categoryOf(
    isRow(row.forecast_category) ? row.forecast_category.name : undefined,
    state,
  );
  const [pipelineId, pipelineLabel] = [idOf(pipeline.id), lineOf(pipeline.display_value)];
  return [
    {
      id,
      label,
      state,
      ...(Number.isInteger(order) ? { order: order as number } : {}),
      ...(typeof probability === 'number' ? { probability } : {}),
      ...(category === undefined ? {} : { category }),
      ...(pipelineId && pipelineLabel
        ? { pipeline: { id: pipelineId, label: pipelineLabel } }
        : {}),
    },
  ];
}

/** All stages of all layouts that are shown, each pipeline's own in order. */
export async function allStages(client: Client): Promise<readonly ZohoStage[]> {
  const layouts = await client.rows('settings/layouts', 'layouts', { module: 'Deals' });
  const ids = layouts
    .filter(({ visible }) => visible !== false)
    .flatMap(({ id }) => idOf(id) ?? []);
  const lists = await Promise.all(ids.map((id) => stagesOfLayout(client, id)));
  const stages = lists.flat();
  if (stages.length === 0) throw new CrmTrouble('not-found');
  return stages;
}

/** All stages, for whoever maps them. */
export async function stages(access: Access, { org = '' }: ListRef): Promise<readonly CrmStage[]> {
  const all = await allStages(clientOf(access, org));
  return all.map(({ id, label, state, order, probability, pipeline }) => ({
    id,
    label,
    state,
    ...(order === undefined ? {} : { order }),
    ...(probability === undefined ? {} : { probability }),
    ...(pipeline === undefined ? {} : { pipeline }),
  }));
}

/** The stage of that value, in the deal's own pipeline where two have it; undefined where they differ and it is not known. */
export function stageCalled(
  all: readonly ZohoStage[],
  value: string,
  pipeline?: string,
): ZohoStage | undefined {
  const called = all.filter(({ id }) => id === value);
  const own = called.find((stage) => pipeline !== undefined && stage.pipeline?.label === pipeline);
  const [first] = called;
  const alike = called.every(({ state, order }) => state === first?.state && order === first.order);
  return own ?? (alike ? first : undefined);
}
