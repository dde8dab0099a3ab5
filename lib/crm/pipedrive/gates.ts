import type { Access } from '../access.ts';
import type { CrmStage, SuggestedGate } from '../adapter.ts';
import { isRow, type Row } from '../answer-values.ts';
import { CrmTrouble } from '../trouble.ts';
import { keyOf, labelOf } from './deal-fields.ts';
import { oursOf } from './labels.ts';
import { askVersion, textOrNone } from './request.ts';
import { fetchStages } from './stages.ts';
import { idOf } from './values.ts';

/** No company has more fields than this many pages hold. */
const MOST_PAGES = 20;

/**
 * The fields that the company requires or calls important, by stage. They are in the second version of the API alone: where
 * that one does not take the session, this throws CrmTrouble. What is required to lose a deal is left out.
 */
export async function suggestedGates(access: Access): Promise<readonly SuggestedGate[]> {
  const fields = await dealFields(access);
  const stages = await fetchStages(access);
  return fields.flatMap((row) => {
    const [name, label] = [keyOf(row), labelOf(row)];
    if (!name || !label) return [];
    const ours = oursOf(name);
    const field = { name, label, ...(ours === undefined ? {} : { ours }) };
    return [
      ...byStage(row.required_fields, field, 'required', stages),
      ...whenWon(row.required_fields, field, stages),
      ...byStage(row.important_fields, field, 'advised', stages),
    ];
  });
}

async function dealFields(access: Access): Promise<readonly Row[]> {
  const rows: Row[] = [];
  let cursor: string | undefined;
  for (let left = MOST_PAGES; left > 0; left -= 1) {
    const query = { include_fields: 'important_fields,required_fields', limit: 500, cursor };
    const answer = await askVersion(access, 'v2', '/dealFields', query);
    if (!Array.isArray(answer.data)) throw new CrmTrouble('not-json');
    rows.push(...answer.data.filter(isRow));
    cursor = isRow(answer.additional_data)
      ? textOrNone(answer.additional_data.next_cursor)
      : undefined;
    if (cursor === undefined) break;
  }
  return rows;
}

type Field = NonNullable<SuggestedGate['field']>;

/** A rule without stages counts in all of them, unless it is about winning or losing. */
function byStage(
  rule: unknown,
  field: Field,
  kind: 'required' | 'advised',
  stages: readonly CrmStage[],
): SuggestedGate[] {
  if (!isRow(rule) || rule.enabled !== true) return [];
  const ids = Array.isArray(rule.stage_ids) ? rule.stage_ids.map(idOf) : [];
  if (ids.length === 0)
    return Object.keys(statusesOf(rule)).length > 0
      ? []
      : [{ id: `${kind}:${field.name}`, field, kind }];
  return stages
    .filter(({ id }) => ids.includes(id))
    .map(({ id, label, pipeline }) => ({
      id: `${kind}:${field.name}:${id}`,
      stage: { id, label },
      ...(pipeline ? { pipeline: pipeline.label } : {}),
      field,
      kind,
    }));
}

/** Pipedrive has no stage for won deals: the rule is put in words, by pipeline. */
function whenWon(rule: unknown, field: Field, stages: readonly CrmStage[]): SuggestedGate[] {
  if (!isRow(rule) || rule.enabled !== true) return [];
  return Object.entries(statusesOf(rule)).flatMap(([id, statuses]) => {
    if (!Array.isArray(statuses) || !statuses.includes('won')) return [];
    const pipeline = stages.find((stage) => stage.pipeline?.id === id)?.pipeline;
    return [
      {
        id: `won:${field.name}:${id}`,
        ...(pipeline ? { pipeline: pipeline.label } : {}),
        field,
        kind: 'text' as const,
        text: `${field.label}: asked for when the deal is won.`,
      },
    ];
  });
}

const statusesOf = ({ statuses }: Row): Row => (isRow(statuses) ? statuses : {});
