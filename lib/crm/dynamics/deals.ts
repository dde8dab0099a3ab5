import { unknownFields, type DealRef, type Reading } from '../../core/deal.ts';
import type { Access } from '../access.ts';
import type { DealPage, ListRef } from '../adapter.ts';
import type { Row } from '../answer-values.ts';
import { CrmTrouble } from '../trouble.ts';
import { pagesOf, type Page } from './client.ts';
import { COLUMNS, CURRENCY, factsOf, FORECAST, stateOf } from './facts.ts';
import { NOT_OFFERED } from './offered.ts';
import { processRuns, standingOf } from './process.ts';
import { urlOf } from './url.ts';
import { guidOf } from './guid.ts';

/** Deals on a page: their ids must fit into one address when their processes are asked for. */
const SIZE = 100;

/** The open deals, page by page, with the stage of each from its business process. */
export async function* deals(access: Access, { crm }: ListRef): AsyncGenerator<DealPage> {
  for await (const { rows, total } of openDeals(access)) {
    const found = rows.flatMap((row) => {
      const id = guidOf(row.opportunityid);
      return id === undefined ? [] : [{ ref: { crm, id }, row }];
    });
    const ids = found.map(({ ref }) => ref.id);
    const runs = ids.length === 0 ? { runs: [] } : await processRuns(access, ids);
    const readings = found.map(({ ref, row }): Reading => {
      const { stage, stageEntered, pipeline } = standingOf(runs, ref, stateOf(row.statecode));
      return readingOf(access, ref, row, { stage, stageEntered, pipeline });
    });
    yield { readings, ...(total === undefined ? {} : { total }) };
  }
}

const readingOf = (
  { view }: Access,
  ref: DealRef,
  row: Row,
  standing: Pick<Reading['fields'], 'stage' | 'stageEntered' | 'pipeline'>,
): Reading => ({
  ref,
  url: urlOf(view.location.href, ref),
  fields: { ...unknownFields('not-on-page'), ...NOT_OFFERED, ...factsOf(row), ...standing },
  custom: {},
});

/** Asked again without the forecasts' column where the organisation has none: only the first page can be refused so. */
async function* openDeals(access: Access): AsyncGenerator<Page> {
  const asking = (columns: readonly string[]): AsyncGenerator<Page> => {
    const select = columns.join(',');
    const filter = 'statecode eq 0';
    return pagesOf(access, 'opportunities', { select, expand: CURRENCY, filter }, SIZE);
  };
  let started = false;
  try {
    for await (const page of asking([...COLUMNS, FORECAST])) {
      started = true;
      yield page;
    }
  } catch (error) {
    if (started || !(error instanceof CrmTrouble) || error.kind !== 'refused') throw error;
    yield* asking(COLUMNS);
  }
}
