import type { DealRef } from '../../core/deal.ts';
import { known, unknown, type Fact, type UnknownReason } from '../../core/fact.ts';
import type { IsoDate, Stage } from '../../core/fields.ts';
import type { Access } from '../access.ts';
import { dayOf, isRow, lineOf, type Row } from '../answer-values.ts';
import { attempt } from '../ask.ts';
import { getRows } from './client.ts';
import { labelOf } from './values.ts';
import { guidOf } from './guid.ts';

/**
 * Where a deal stands in its business process flow. The sales app brings two of them, each with a table of its own; the
 * deal's own `stepname` has not followed them reliably since v9, and is never taken for the stage.
 */
export const PROCESS_TABLES = ['opportunitysalesprocesses', 'leadtoopportunitysalesprocesses'];

const SELECT =
  'businessprocessflowinstanceid,_opportunityid_value,_processid_value,activestagestartedon,statecode';
const EXPAND = 'activestageid($select=processstageid,stagename,stagecategory)';

/** A deal's run through one process. */
export interface ProcessRun {
  readonly table: string;
  readonly row: Row;
}

export interface Runs {
  readonly runs: readonly ProcessRun[];
  /** Why a process's table could not be read, if one could not. */
  readonly reason?: UnknownReason;
}

/** Reads the runs of one or more deals, one request for each table. */
export async function processRuns(access: Access, ids: readonly string[]): Promise<Runs> {
  const filter = ids.map((id) => `_opportunityid_value eq ${id}`).join(' or ');
  const options = { select: SELECT, expand: EXPAND, filter };
  const answers = await Promise.all(
    PROCESS_TABLES.map(async (table) => {
      const answer = await attempt(access, () => getRows(access, table, options));
      return { table, answer };
    }),
  );
  const runs = answers.flatMap(({ table, answer }) =>
    'got' in answer ? answer.got.map((row) => ({ table, row })) : [],
  );
  const reasons = answers.flatMap(({ answer }) => ('reason' in answer ? [answer.reason] : []));
  const reason = reasons.includes('no-access') ? 'no-access' : reasons[0];
  return { runs, ...(reason === undefined ? {} : { reason }) };
}

/** A deal's stage, when it entered it, and which process it follows. */
export interface Standing {
  readonly stage: Fact<Stage>;
  readonly stageEntered: Fact<IsoDate>;
  readonly pipeline: Fact<string>;
  readonly run?: ProcessRun;
}

/**
 * The standing of one deal. A deal can run through several processes at once: then which one its people look at is
 * theirs to choose, and ours not to guess. `state` is the deal's own; `saw` the stage's name in the deal's row.
 */
export function standingOf(
  { runs, reason }: Runs,
  { id }: DealRef,
  state: Stage['state'] | undefined,
  saw?: string,
): Standing {
  const own = runs.filter(({ row }) => guidOf(row._opportunityid_value) === id);
  const active = own.filter(({ row }) => row.statecode === 0);
  const [run, ...others] = active.length > 0 ? active : own;
  if (!run)
    return nowhere(unknown(reason ?? 'not-readable', reason || saw === '' ? undefined : saw));
  if (others.length > 0) return nowhere(unknown('ambiguous'));
  const { row } = run;
  const stage = state && stageOf(row, state);
  const entered = dayOf(row.activestagestartedon);
  const pipeline = labelOf(row, '_processid_value');
  return {
    run,
    stage: stage ? known(stage, 'api') : unknown('not-readable'),
    stageEntered: entered === undefined ? unknown('not-readable') : known(entered, 'api'),
    pipeline: pipeline === undefined ? unknown('not-readable') : known(pipeline, 'api'),
  };
}

const nowhere = (fact: Fact<never>): Standing => ({
  stage: fact,
  stageEntered: fact,
  pipeline: fact,
});

function stageOf(row: Row, state: Stage['state']): Stage | undefined {
  const active = isRow(row.activestageid) ? row.activestageid : {};
  const id = guidOf(active.processstageid);
  const label = lineOf(active.stagename);
  if (id === undefined || !label) return undefined;
  return { id, label, state, ...orderIn(active.stagecategory) };
}

/**
 * A stage's place by its category: Qualify, Develop, Propose, Close. The tables of stages keep no other order, and the
 * remaining categories are not of a sale.
 */
export const orderIn = (category: unknown): { order?: number } =>
  typeof category === 'number' && [0, 1, 2, 3].includes(category) ? { order: category } : {};
