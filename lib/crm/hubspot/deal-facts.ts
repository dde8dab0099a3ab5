import { known, unknown, type Fact } from '../../core/fact.ts';
import type { Category } from '../../core/fields.ts';
import type { CrmStage } from '../adapter.ts';
import { columnFact } from '../answer-facts.ts';
import { lineOf, moneyOf, type Row } from '../answer-values.ts';
import type { SomeFields } from '../form-facts.ts';
import { plainStage } from './stages.ts';
import { dayOf, decimalOf, idOf, percentOf } from './values.ts';

/**
 * The properties that are asked for. `hs_v2_time_in_current_stage` is left out on purpose: it looks like a duration and is a
 * moment; `hs_v2_date_entered_current_stage` is the one that says since when.
 */
export const PROPERTIES = [
  'dealname',
  'amount',
  'deal_currency_code',
  'dealstage',
  'pipeline',
  'hs_deal_stage_probability',
  'hs_manual_forecast_category',
  'closedate',
  'hubspot_owner_id',
  'createdate',
  'hs_lastmodifieddate',
  'hs_next_step',
  'hs_v2_date_entered_current_stage',
  'notes_last_contacted',
  'notes_next_activity_date',
  'num_associated_contacts',
] as const;

/** The values of HubSpot's own categories. A portal can add others: what they mean, it does not say. */
const CATEGORIES: Readonly<Record<string, Category>> = {
  OMIT: 'omitted',
  PIPELINE: 'pipeline',
  BEST_CASE: 'best-case',
  COMMIT: 'commit',
  CLOSED: 'won',
};

/** The deal's own columns. `stages` is undefined where the pipelines could not be read. */
export function dealFacts(
  properties: Row,
  stages: readonly CrmStage[] | undefined,
): Partial<SomeFields> {
  const core = <T>(name: string, parse: (value: unknown) => T | undefined): Fact<T> =>
    columnFact(properties, name, parse, 'no-access');
  const extra = <T>(name: string, parse: (value: unknown) => T | undefined): Fact<T> =>
    columnFact(properties, name, parse, 'not-offered');
  const stage = (id: unknown): CrmStage | undefined => stages?.find((one) => one.id === idOf(id));
  const probability = extra('hs_deal_stage_probability', percentOf);
  return {
    name: core('dealname', lineOf),
    amount: core('amount', (value) => moneyOf(decimalOf(value), properties.deal_currency_code)),
    stage: core('dealstage', (id) => {
      const found = stage(id);
      return found && plainStage(found);
    }),
    pipeline: pipelineFact(properties, stages),
    probability,
    forecastCategory: extra('hs_manual_forecast_category', categoryOf),
    // Instants: the user's own calendar says which day they are
    closeDate: core('closedate', dayOf),
    created: core('createdate', dayOf),
    modified: core('hs_lastmodifieddate', dayOf),
    stageEntered: extra('hs_v2_date_entered_current_stage', dayOf),
    nextStep: extra('hs_next_step', lineOf),
    // Any planned activity, a task too: good for a next step, and never a meeting that is booked
    nextStepDate: extra('notes_next_activity_date', dayOf),
    contacts: extra('num_associated_contacts', countOf),
  };
}

const categoryOf = (value: unknown): Category | undefined =>
  typeof value === 'string' && Object.hasOwn(CATEGORIES, value) ? CATEGORIES[value] : undefined;

const countOf = (value: unknown): number | undefined =>
  typeof value === 'string' && /^\d{1,6}$/.test(value) ? Number(value) : undefined;

/** The pipeline's name, from the stages: the deal itself has only its id. */
function pipelineFact(properties: Row, stages: readonly CrmStage[] | undefined): Fact<string> {
  const id = columnFact(properties, 'pipeline', idOf, 'no-access');
  if (id.is !== 'value') return id;
  const found = stages?.find(({ pipeline }) => pipeline?.id === id.value)?.pipeline;
  return found ? known(found.label, 'api') : unknown('not-readable');
}
