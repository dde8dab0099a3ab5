import { unknownFields, type DealRef, type Reading } from '../../core/deal.ts';
import { empty, known, unknown, type Fact } from '../../core/fact.ts';
import { withQuery, type Access } from '../access.ts';
import type { CrmStage } from '../adapter.ts';
import { attempt } from '../ask.ts';
import type { SomeFields } from '../form-facts.ts';
import { CrmTrouble } from '../trouble.ts';
import { NOT_OFFERED } from './offered.ts';
import { rest } from './session.ts';
import { learnStages, stageOf } from './stages.ts';
import { timelineFacts } from './timeline.ts';
import { urlOf } from './url.ts';
import { isRow, localDayOf, moneyOf, personOf, textIn, type Row } from './values.ts';

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
  const fields = { ...unknownFields('not-on-page'), ...NOT_OFFERED, ...factsOf(row, stages) };
  return { ref, url: urlOf(page, ref), fields: { ...fields, ...more }, custom: {} };
}

/** A field's fact: the server leaves out what the user may not see. `parse` gives null for empty, undefined for unreadable. */
function factIn<T>(
  row: Row,
  field: string,
  parse: (value: unknown) => T | null | undefined,
): Fact<T> {
  if (!(field in row)) return unknown('no-access');
  const value = row[field];
  const parsed = value === null || value === '' ? null : parse(value);
  if (parsed === undefined) return unknown('not-readable');
  return parsed === null || parsed === '' ? empty('api') : known(parsed, 'api');
}

function factsOf(row: Row, stages: readonly CrmStage[] | undefined): SomeFields {
  return {
    name: factIn(row, 'name', textIn),
    amount: factIn(row, 'amount', moneyOf),
    stage: factIn(row, 'stage', (id) => (typeof id === 'string' ? stageOf(id, stages) : undefined)),
    closeDate: factIn(row, 'closeDate', localDayOf),
    created: factIn(row, 'createdAt', localDayOf),
    modified: factIn(row, 'updatedAt', localDayOf),
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
  if (field in row && row[field] !== null) return factIn(row, field, parse);
  return unknown(field in row || !(`${field}Id` in row) ? 'no-access' : 'not-on-page');
}
