import type { DealRef, Reading } from '../../core/deal.ts';
import { empty, unknown, type Fact } from '../../core/fact.ts';
import { withQuery, type Access } from '../access.ts';
import type { CrmStage } from '../adapter.ts';
import { columnFact } from '../answer-facts.ts';
import { dayOf, isRow, textIn, type Row } from '../answer-values.ts';
import { attempt } from '../ask.ts';
import type { SomeFields } from '../form-facts.ts';
import { CrmTrouble } from '../trouble.ts';
import { savedReading } from '../saved-reading.ts';
import { NOT_OFFERED } from './offered.ts';
import { rest } from './session.ts';
import { learnStages, stageOf } from './stages.ts';
import { timelineFacts } from './timeline.ts';
import { urlOf } from './url.ts';
import { moneyOf, personOf } from './values.ts';

/** Reads what is saved, and the meetings and mails of the deal's timeline beside it. */
export async function fetchDeal(access: Access, ref: DealRef): Promise<Reading> {
  const [row, stages, timeline] = await Promise.all([
    readRow(access, ref),
    attempt(access, () => learnStages(access)),
    timelineFacts(access, ref),
  ]);
  const page = access.view.location.href;
  return readingOf(page, ref, row, 'got' in stages ? stages.got : undefined, timeline);
}

/** The record, with the records that it points at. */
async function readRow(access: Access, { id }: DealRef): Promise<Row> {
  const answer = await rest(access, withQuery(`/rest/opportunities/${id}`, { depth: 1 }));
  const row = isRow(answer) && isRow(answer.data) ? answer.data.opportunity : undefined;
  if (!isRow(row)) throw new CrmTrouble('not-json');
  return row;
}

/** One record of the server as a reading; `page` is any address of the client. */
export function readingOf(
  page: string,
  ref: DealRef,
  row: Row,
  stages: readonly CrmStage[] | undefined,
  more: SomeFields = {},
): Reading {
  const facts = { ...NOT_OFFERED, ...factsOf(row, stages), ...more };
  return savedReading(ref, urlOf(page, ref), facts);
}

function factsOf(row: Row, stages: readonly CrmStage[] | undefined): SomeFields {
  return {
    name: columnFact(row, 'name', textIn),
    amount: columnFact(row, 'amount', moneyOf),
    stage: columnFact(row, 'stage', (id) =>
      typeof id === 'string' ? stageOf(id, stages) : undefined,
    ),
    closeDate: columnFact(row, 'closeDate', dayOf),
    created: columnFact(row, 'createdAt', dayOf),
    modified: columnFact(row, 'updatedAt', dayOf),
    account: relatedIn(row, 'company', (company) =>
      isRow(company) ? textIn(company.name) : undefined,
    ),
    // Releases before 2026 have no owner of a deal.
    owner:
      'ownerId' in row || 'owner' in row
        ? relatedIn(row, 'owner', personOf)
        : unknown('not-offered'),
  };
}

/** A related record's name: its id alone says that there is one, and not which. */
function relatedIn(
  row: Row,
  field: string,
  parse: (value: unknown) => string | null | undefined,
): Fact<string> {
  if (row[`${field}Id`] === null) return empty('api');
  if (field in row && row[field] !== null) return columnFact(row, field, parse);
  return unknown(field in row || !(`${field}Id` in row) ? 'no-access' : 'not-on-page');
}
