import { known, unknown, type Fact } from '../../core/fact.ts';
import type { Stage } from '../../core/fields.ts';
import type { Money } from '../../core/money.ts';
import type { CrmStage } from '../adapter.ts';
import type { SomeFields } from '../form-facts.ts';
import {
  columnFact,
  dateOf,
  dayOf,
  decimalOf,
  idOf,
  lineOf,
  percentOf,
  type Row,
} from './values.ts';

/** Columns that the second version gives only when it is asked for them. */
export const ALSO = 'last_incoming_mail_time,last_outgoing_mail_time,participants_count';

/** Pipedrive has no forecast category, and counts no pushes of the close date: its history tells those. */
export const NOT_OFFERED = {
  forecastCategory: unknown('not-offered'),
  pushes: unknown('not-offered'),
};

/** The deal's own columns. `stages` is undefined where they could not be read. */
export function dealFacts(row: Row, stages: readonly CrmStage[] | undefined): SomeFields {
  const stage = stages?.find(({ id }) => id === idOf(row.stage_id));
  return {
    name: columnFact(row, 'title', lineOf),
    amount: columnFact(row, 'value', (value) => moneyOf(value, row.currency)),
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

function moneyOf(value: unknown, code: unknown): Money | undefined {
  const amount = decimalOf(value);
  if (amount === undefined) return undefined;
  return typeof code === 'string' && /^[A-Z]{3}$/.test(code)
    ? { amount, currency: code }
    : { amount };
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

const countOf = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
