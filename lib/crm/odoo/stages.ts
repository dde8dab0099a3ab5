import type { Stage } from '../../core/fields.ts';
import type { Access } from '../access.ts';
import type { CrmStage, SuggestedGate } from '../adapter.ts';
import { isRow, lineOf, type Row } from '../answer-values.ts';
import { callKw } from './rpc.ts';
import { idOf, relatedOf, rowsOf } from './values.ts';

export type StageList = readonly Stage[];

const STAGE_MODEL = 'crm.stage';
/** As Odoo's own board orders them. */
const ORDER = 'sequence, name, id';

/** Reads the rows of all stages. */
async function stageRows(access: Access, more: readonly string[] = []): Promise<readonly Row[]> {
  const fields = ['name', 'is_won', ...more];
  return rowsOf(
    await callKw(access, STAGE_MODEL, 'search_read', [], { domain: [], fields, order: ORDER }),
  );
}

/** All stages in order. A lost deal keeps its stage: there is none for it. */
export const stageList = async (access: Access): Promise<StageList> =>
  stagesIn(await stageRows(access));

function stagesIn(rows: readonly Row[]): Stage[] {
  return rows.flatMap((row, order) => {
    const [id, label] = [idOf(row.id), lineOf(row.name)];
    if (id === undefined || label === undefined) return [];
    return [{ id, label, order, state: row.is_won === true ? 'won' : 'open' } as const];
  });
}

/** Which of these fields the server's stages have: a stage belongs to one team until version 18, then to several. */
async function offeredBy(access: Access, names: readonly string[]): Promise<string[]> {
  const found = await callKw(access, STAGE_MODEL, 'fields_get', [names], { attributes: ['type'] });
  return isRow(found) ? names.filter((name) => name in found) : [];
}

/** All stages, with the team of those that one team alone has. */
export async function stages(access: Access): Promise<readonly CrmStage[]> {
  const rows = await stageRows(access, await offeredBy(access, ['team_id']));
  const teams = new Map(rows.map((row) => [idOf(row.id), relatedOf(row.team_id)]));
  return stagesIn(rows).map((stage) => {
    const pipeline = teams.get(stage.id);
    return pipeline ? { ...stage, pipeline } : stage;
  });
}

/** What an admin wrote down for each stage: it stands beside the stage on the board. */
export async function stageGates(access: Access): Promise<readonly SuggestedGate[]> {
  const rows = await stageRows(access, await offeredBy(access, ['requirements', 'team_id']));
  return stagesIn(rows).flatMap(({ id, label }) => {
    const row = rows.find((one) => idOf(one.id) === id);
    const text = lineOf(row?.requirements);
    if (text === undefined || text === '') return [];
    const team = relatedOf(row?.team_id);
    return [
      {
        id: `stage-${id}`,
        stage: { id, label },
        ...(team ? { pipeline: team.label } : {}),
        kind: 'text' as const,
        text,
      },
    ];
  });
}
