import type { Stage } from '../../core/fields.ts';
import type { Access } from '../access.ts';
import type { CrmStage } from '../adapter.ts';
import { lineOf, percentOf, type Row } from '../answer-values.ts';
import { query } from './rows-of.ts';

const SOQL =
  'SELECT ApiName, MasterLabel, DefaultProbability, IsClosed, IsWon, SortOrder ' +
  'FROM OpportunityStage WHERE IsActive = true ORDER BY SortOrder';

/** All stages in their order. Which of them a record type uses, the query does not tell: they stand in one list. */
export async function stages(access: Access): Promise<readonly CrmStage[]> {
  const { rows } = await query(access, SOQL);
  return rows.flatMap((row, order) => {
    const id = lineOf(row.ApiName) ?? lineOf(row.MasterLabel);
    if (id === undefined || id === '') return [];
    const probability = percentOf(row.DefaultProbability);
    return [
      {
        id,
        label: lineOf(row.MasterLabel) ?? id,
        order,
        state: stateOf(row),
        ...(probability === undefined ? {} : { probability }),
      },
    ];
  });
}

/** Whether a stage, or a deal, is over, and how. */
export const stateOf = ({ IsClosed, IsWon }: Row): Stage['state'] =>
  IsClosed === true ? (IsWon === true ? 'won' : 'lost') : 'open';

/** A deal's stage, with its order where the stages are known. */
export function stageOf(
  id: string,
  label: string,
  state: Stage['state'],
  all: readonly CrmStage[],
): Stage {
  const order = all.find((stage) => stage.id === id)?.order;
  return { id, label, state, ...(order === undefined ? {} : { order }) };
}
