import { withQuery, type Access } from '../access.ts';
import type { Stage } from '../../core/fields.ts';
import type { CrmStage } from '../adapter.ts';
import { isRow, textIn, type Row } from '../answer-values.ts';
import { oneLine } from '../dom.ts';
import { CrmTrouble } from '../trouble.ts';
import { rest } from './session.ts';
import { rowsIn } from './values.ts';

/** The option that a workspace is delivered with for a deal that was won. Twenty itself knows neither won nor lost. */
export const WON = 'CUSTOMER';

/** Objects to a page of the metadata; a workspace has some tens of them. */
const OBJECTS = 200;

const knownOf = new WeakMap<Window, readonly CrmStage[]>();

/** The stages, once they were asked for; those that a workspace is delivered with before that. */
export const knownStages = (view: Window | null): readonly CrmStage[] | undefined =>
  view ? knownOf.get(view) : undefined;

/** Asks for the stages once in a page's life. */
export const learnStages = async (access: Access): Promise<readonly CrmStage[]> =>
  knownOf.get(access.view) ?? loadStages(access);

/** The options of the stage field, in their own order, by the names that the workspace has for them. */
export async function loadStages(access: Access): Promise<readonly CrmStage[]> {
  const field = rowsIn((await opportunityOf(access)).fields).find(({ name }) => name === 'stage');
  if (!field) throw new CrmTrouble('not-json');
  const options = rowsIn(field.options).flatMap(({ value, label, position }) =>
    typeof value === 'string'
      ? [{ id: value, label: textIn(label), at: typeof position === 'number' ? position : 0 }]
      : [],
  );
  const stages = options
    .sort((a, b) => a.at - b.at)
    .map(({ id, label }, order) => stageNamed(id, label, order));
  knownOf.set(access.view, stages);
  return stages;
}

const stageNamed = (id: string, label = id, order?: number): CrmStage => ({
  id,
  label: oneLine(label),
  state: id === WON ? 'won' : 'open',
  ...(order === undefined ? {} : { order }),
});

/** The object's metadata. The list has stood under `data.objects`, and stands under `data` in newer releases. */
async function opportunityOf(access: Access): Promise<Row> {
  for (let after: string | undefined; ;) {
    const answer = await rest(
      access,
      withQuery('/rest/metadata/objects', { limit: OBJECTS, starting_after: after }),
    );
    if (!isRow(answer)) throw new CrmTrouble('not-json');
    const { data, pageInfo } = answer;
    const objects = rowsIn(isRow(data) ? data.objects : data);
    const found = objects.find(({ nameSingular }) => nameSingular === 'opportunity');
    if (found) return found;
    const next = isRow(pageInfo) && pageInfo.hasNextPage === true ? pageInfo.endCursor : undefined;
    if (typeof next !== 'string' || next === after) throw new CrmTrouble('not-json');
    after = next;
  }
}

/** The stage of that id; without the metadata, by its id alone. Undefined for one that the workspace does not have. */
export function stageOf(id: string, stages: readonly CrmStage[] | undefined): Stage | undefined {
  return stages ? stages.find((stage) => stage.id === id) : stageNamed(id);
}
