import type { Access } from '../access.ts';
import type { CrmStage } from '../adapter.ts';
import { isRow, lineOf, type Row } from '../answer-values.ts';
import { CrmTrouble } from '../trouble.ts';
import { askHubSpot } from './request.ts';
import { idOf, percentOf, resultsOf } from './values.ts';

/** All stages of the deals' pipelines, in the pipelines' and the stages' own order. */
export async function fetchStages(access: Access, org: string | undefined): Promise<CrmStage[]> {
  const answer = await askHubSpot(access, org, { path: '/crm/v3/pipelines/deals' });
  const stages = inOrder(resultsOf(answer)).flatMap(stagesIn);
  if (stages.length === 0) throw new CrmTrouble('not-json');
  remember(access.view, org, stages);
  return stages;
}

function stagesIn(pipeline: Row): CrmStage[] {
  const [id, label] = [idOf(pipeline.id), lineOf(pipeline.label)];
  if (id === undefined || label === undefined || !Array.isArray(pipeline.stages)) return [];
  return inOrder(pipeline.stages.filter(isRow)).flatMap((stage, order) =>
    stageOf(stage, order, { id, label }),
  );
}

/** Lost is no step of the pipeline: it has no place in the order. */
function stageOf(row: Row, order: number, pipeline: { id: string; label: string }): CrmStage[] {
  const [id, label] = [idOf(row.id), lineOf(row.label)];
  if (id === undefined || label === undefined) return [];
  const metadata = isRow(row.metadata) ? row.metadata : {};
  const probability = percentOf(metadata.probability);
  const state = stateOf(metadata.isClosed, probability);
  return [
    {
      id,
      label,
      state,
      ...(state === 'lost' ? {} : { order }),
      ...(probability === undefined ? {} : { probability }),
      pipeline,
    },
  ];
}

/** HubSpot's documentation: a probability of 1 is closed won, one of 0 is closed lost. `isClosed` is a text. */
function stateOf(closed: unknown, probability: number | undefined): CrmStage['state'] {
  if (String(closed) === 'false') return 'open';
  if (probability === 100) return 'won';
  return probability === 0 ? 'lost' : 'open';
}

/** By `displayOrder`; those that share one by their label, as HubSpot does. Archived ones are left out. */
function inOrder(rows: readonly Row[]): Row[] {
  const place = ({ displayOrder }: Row): number =>
    typeof displayOrder === 'number' ? displayOrder : Number.MAX_SAFE_INTEGER;
  return rows
    .filter(({ archived }) => archived !== true)
    .sort((a, b) => place(a) - place(b) || String(a.label).localeCompare(String(b.label)));
}

/** A stage without what belongs to its pipeline: as a deal carries it. */
export const plainStage = ({ id, label, order, state }: CrmStage) => ({
  id,
  label,
  ...(order === undefined ? {} : { order }),
  state,
});

/** The stages that the API last gave in this window: the page shows their labels alone. */
const remembered = new WeakMap<Window, ReadonlyMap<string, readonly CrmStage[]>>();

function remember(view: Window, org: string | undefined, stages: readonly CrmStage[]): void {
  remembered.set(view, new Map(remembered.get(view)).set(org ?? '', stages));
}

/** The stages of this portal, if they were read in this window before. */
export const knownStages = (
  view: Window | null,
  org: string | undefined,
): readonly CrmStage[] | undefined => (view ? remembered.get(view)?.get(org ?? '') : undefined);
