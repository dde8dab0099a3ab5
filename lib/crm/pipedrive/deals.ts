import { unknownFields, type Reading } from '../../core/deal.ts';
import { known, unknown, type Fact } from '../../core/fact.ts';
import type { Access } from '../access.ts';
import type { CrmStage, DealPage } from '../adapter.ts';
import { isRow, lineOf, type Row } from '../answer-values.ts';
import { ALSO, dealFacts, NOT_OFFERED } from './deal-facts.ts';
import { meta } from './meta.ts';
import { userNames } from './people.ts';
import { askPage, type Place } from './request.ts';
import { fetchStages } from './stages.ts';
import { urlOf } from './url.ts';
import { idOf } from './values.ts';

const OPEN = {
  v2: [
    '/deals',
    { status: 'open', sort_by: 'id', sort_direction: 'asc', include_fields: ALSO, limit: 500 },
  ],
  v1: ['/deals', { status: 'open', sort: 'id ASC', limit: 500 }],
} as const;

/**
 * The open deals. How many there are, Pipedrive does not say. Organisation and activities would be a request for each deal: they
 * are left to the deal's own page.
 */
export async function* deals(access: Access): AsyncGenerator<DealPage> {
  const stages = await fetchStages(access);
  const names = await userNames(access);
  let place: Place | undefined;
  for (;;) {
    const page = await askPage(access, OPEN, place);
    yield { readings: page.rows.flatMap((row) => readingOf(access, row, stages, names) ?? []) };
    if (!page.next) return;
    place = page.next;
  }
}

function readingOf(
  { view }: Access,
  row: Row,
  stages: readonly CrmStage[],
  names: ReadonlyMap<string, string> | undefined,
): Reading | undefined {
  const id = idOf(row.id);
  if (id === undefined || row.status !== 'open' || row.is_archived === true) return undefined;
  const ref = { crm: meta.id, id };
  const fields = {
    ...unknownFields('not-on-page'),
    ...NOT_OFFERED,
    ...dealFacts(row, stages),
    owner: ownerOf(row, names),
  };
  return { ref, url: urlOf(view.location.href, ref), fields, custom: {} };
}

function ownerOf(row: Row, names: ReadonlyMap<string, string> | undefined): Fact<string> {
  const id = idOf(row.owner_id) ?? idOf(row.user_id);
  const own = lineOf(row.owner_name) ?? (isRow(row.user_id) ? lineOf(row.user_id.name) : undefined);
  const name = own ?? (id === undefined ? undefined : names?.get(id));
  if (name) return known(name, 'api');
  return unknown(id === undefined ? 'no-access' : 'not-readable');
}
