import type { DealRef, Reading } from '../../core/deal.ts';
import { known } from '../../core/fact.ts';
import type { Access } from '../access.ts';
import { lineOf, type Row } from '../answer-values.ts';
import { savedReading } from '../saved-reading.ts';
import { CrmTrouble } from '../trouble.ts';
import { getRow } from './client.ts';
import { contactOf } from './contact.ts';
import { CATEGORY_LABEL, COLUMNS, CURRENCY, factsOf, FORECAST, stateOf } from './facts.ts';
import { NOT_OFFERED } from './offered.ts';
import { processRuns, standingOf } from './process.ts';
import { urlOf } from './url.ts';
import { labelOf } from './values.ts';
import { guidOf } from './guid.ts';

/** Reads what is saved: the deal's row, its business process and its activities, at the same time. */
export async function fetchDeal(access: Access, ref: DealRef): Promise<Reading> {
  const [row, runs, contact] = await Promise.all([
    dealRow(access, ref),
    processRuns(access, [ref.id]),
    contactOf(access, ref.id),
  ]);
  const { stage, stageEntered, pipeline } = standingOf(
    runs,
    ref,
    stateOf(row.statecode),
    lineOf(row.stepname),
  );
  const category = labelOf(row, FORECAST);
  return savedReading(
    ref,
    urlOf(access.view.location.href, ref),
    {
      ...NOT_OFFERED,
      ...factsOf(row),
      ...contact,
      stage,
      stageEntered,
      pipeline,
    },
    category === undefined ? {} : { [CATEGORY_LABEL]: known(category, 'api') },
  );
}

/** An organisation without forecasts refuses to name their column: it is asked again without it. */
async function dealRow(access: Access, { id }: DealRef): Promise<Row> {
  const path = `opportunities(${id})`;
  const ask = (columns: readonly string[]): Promise<Row> =>
    getRow(access, path, { select: columns.join(','), expand: CURRENCY });
  const row = await ask([...COLUMNS, FORECAST]).catch((error: unknown) => {
    if (error instanceof CrmTrouble && error.kind === 'refused') return ask(COLUMNS);
    throw error;
  });
  if (guidOf(row.opportunityid) !== id) throw new CrmTrouble('not-found');
  return row;
}
