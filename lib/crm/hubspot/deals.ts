import { unknownFields, type DealRef, type Reading } from '../../core/deal.ts';
import { known, unknown, type Fact } from '../../core/fact.ts';
import type { Access } from '../access.ts';
import type { CrmStage, DealPage, ListRef } from '../adapter.ts';
import { columnFact } from '../answer-facts.ts';
import { isRow, type Row } from '../answer-values.ts';
import { CrmTrouble } from '../trouble.ts';
import { NOT_OFFERED } from './api.ts';
import { dealFacts, PROPERTIES } from './deal-facts.ts';
import { meta } from './meta.ts';
import { ownerNames } from './people.ts';
import { askHubSpot } from './request.ts';
import { fetchStages } from './stages.ts';
import { urlOf } from './url.ts';
import { idOf, propertiesOf, resultsOf } from './values.ts';

/** The most that a search gives at a time, and the most that it gives in all. */
const PAGE = 200;
const CAP = 10_000;

/**
 * The open deals, by their ids, so that a new search can go on behind the last one where the first has reached its cap.
 * Company and activities would be a request for each deal: they are left to the deal's own page.
 */
export async function* deals(access: Access, { org }: ListRef): AsyncGenerator<DealPage> {
  const stages = await fetchStages(access, org);
  const names = await ownerNames(access, org);
  let behind = '0';
  let after: string | undefined;
  let total: number | undefined;
  for (;;) {
    const answer = await askHubSpot(access, org, {
      path: '/crm/v3/objects/deals/search',
      body: searchFor(behind, after),
    });
    if (!isRow(answer) || !Array.isArray(answer.results)) throw new CrmTrouble('not-json');
    if (total === undefined && typeof answer.total === 'number') total = answer.total;
    const rows = resultsOf(answer);
    const readings = rows.flatMap((row) => readingOf(access, org, row, stages, names) ?? []);
    yield { readings, ...(total === undefined ? {} : { total }) };
    const last = idOf(rows.at(-1)?.id);
    after = nextOf(answer);
    if (after === undefined || last === undefined) return;
    if (Number(after) < CAP) continue;
    behind = last;
    after = undefined;
  }
}

const searchFor = (behind: string, after: string | undefined) => ({
  filterGroups: [
    {
      filters: [
        { propertyName: 'hs_is_closed', operator: 'EQ', value: 'false' },
        { propertyName: 'hs_object_id', operator: 'GT', value: behind },
      ],
    },
  ],
  sorts: [{ propertyName: 'hs_object_id', direction: 'ASCENDING' }],
  properties: PROPERTIES,
  limit: PAGE,
  ...(after === undefined ? {} : { after }),
});

function nextOf({ paging }: Row): string | undefined {
  const next = isRow(paging) ? paging.next : undefined;
  return isRow(next) ? idOf(next.after) : undefined;
}

function readingOf(
  access: Access,
  org: string | undefined,
  row: Row,
  stages: readonly CrmStage[],
  names: ReadonlyMap<string, string> | undefined,
): Reading | undefined {
  const id = idOf(row.id);
  if (id === undefined) return undefined;
  const properties = propertiesOf(row);
  const facts = dealFacts(properties, stages);
  if (facts.stage?.is === 'value' && facts.stage.value.state !== 'open') return undefined;
  const ref: DealRef = { crm: meta.id, id, ...(org === undefined ? {} : { org }) };
  const fields = {
    ...unknownFields('not-on-page'),
    ...NOT_OFFERED,
    ...facts,
    owner: ownerOf(properties, names),
  };
  return { ref, url: urlOf(access.view.location.href, ref), fields, custom: {} };
}

function ownerOf(properties: Row, names: ReadonlyMap<string, string> | undefined): Fact<string> {
  const id = columnFact(properties, 'hubspot_owner_id', idOf, 'no-access');
  if (id.is !== 'value') return id;
  const name = names?.get(id.value);
  return name === undefined ? unknown('not-readable') : known(name, 'api');
}
