import { known, unknown, type Fact } from '../../core/fact.ts';
import type { Stage } from '../../core/fields.ts';
import type { CrmStage } from '../adapter.ts';
import { columnFact } from '../answer-facts.ts';
import {
  countOf,
  dateOf,
  decimalOf,
  lineOf,
  moneyOf,
  percentOf,
  type Row,
} from '../answer-values.ts';
import type { SomeFields } from '../form-facts.ts';
import { notOffered } from '../offered.ts';
import { dayOf, idOf } from './values.ts';

/** Columns that the second version gives only when it is asked for them. */
export const ALSO = 'last_incoming_mail_time,last_outgoing_mail_time,participants_count';

/** Pipedrive has no forecast category, and counts no pushes of the close date: its history tells those. */
export const NOT_OFFERED = notOffered('forecastCategory', 'pushes');

/** The deal's own columns. `stages` is undefined where they could not be read. */
export function dealFacts(row: Row, stages: readonly CrmStage[] | undefined): SomeFields {
  const stage = stages?.find(({ id }) => id === idOf(row.stage_id));
  return {
    name: columnFact(row, 'title', lineOf),
    amount: columnFact(row, 'value', (value) => moneyOf(decimalOf(value), row.currency)),
    stage: columnFact(row, 'stage_id', () => stage && stageOf(stage, row.status)),
    pipeline: pipelineFact(row, stages),
    probability: probabilityFact(row, stage, stages !== undefined),
    closeDate: columnFact(row, 'expected_close_date', dateOf),
    created: columnFact(row, 'add_time', dayOf),
    modified: columnFact(row, 'update_time', dayOf),
    // A deal that never changed its stage is in the one that it was made in
    stageEntered: columnFact(
      row,
      row.stage_change_time === null ? 'add_time' : 'stage_change_time',
      dayOf,
    ),
    contacts: columnFact(row, 'participants_count', countOf, 'not-readable'),
  };
}

/** The stage, open, won or lost by the deal's status; undefined for a status that is none of these. */
function stageOf({ id, label, order }: CrmStage, status: unknown): Stage | undefined {
  if (status !== 'open' && status !== 'won' && status !== 'lost') return undefined;
  return { id, label, ...(order === undefined ? {} : { order }), state: status };
}

/** The deal's own probability; where it has none, the stage's counts. */
function probabilityFact(row: Row, stage: CrmStage | undefined, hasStages: boolean): Fact<number> {
  const own = columnFact(row, 'probability', percentOf);
  if (own.is !== 'empty') return own;
  if (stage?.probability !== undefined) return known(stage.probability, 'api');
  return hasStages && stage ? own : unknown('not-readable');
}

/** The pipeline's name, from the stages: the deal itself has only its id. */
function pipelineFact(row: Row, stages: readonly CrmStage[] | undefined): Fact<string> {
  const id = columnFact(row, 'pipeline_id', idOf);
  if (id.is !== 'value') return id;
  const found = stages?.find(({ pipeline }) => pipeline?.id === id.value)?.pipeline;
  return found ? known(found.label, 'api') : unknown('not-readable');
}
