import type { DealRef, Reading } from '../../core/deal.ts';
import type { Access } from '../access.ts';
import { isRow } from '../answer-values.ts';
import { attempt } from '../ask.ts';
import { notOffered } from '../offered.ts';
import { savedReading } from '../saved-reading.ts';
import { CrmTrouble } from '../trouble.ts';
import { activityFacts } from './activities.ts';
import { dealFacts, PROPERTIES } from './deal-facts.ts';
import { accountFact, ownerFact } from './people.ts';
import { askHubSpot } from './request.ts';
import { fetchStages } from './stages.ts';
import { urlOf } from './url.ts';
import { idOf, propertiesOf } from './values.ts';

/** HubSpot counts no pushes of the close date: its history tells them. */
export const NOT_OFFERED = notOffered('pushes');

/** Reads what is saved, with the company, the owner, and what was logged. */
export async function fetchDeal(access: Access, ref: DealRef): Promise<Reading> {
  const { org, id } = ref;
  const answer = await askHubSpot(access, org, {
    path: `/crm/v3/objects/deals/${encodeURIComponent(id)}`,
    query: { properties: PROPERTIES.join(','), associations: 'companies' },
  });
  if (!isRow(answer) || idOf(answer.id) !== id) throw new CrmTrouble('not-json');
  const properties = propertiesOf(answer);
  const [stages, account, owner, activities] = await Promise.all([
    attempt(access, () => fetchStages(access, org)),
    accountFact(access, org, answer),
    ownerFact(access, org, properties),
    activityFacts(access, ref, properties.notes_last_contacted, Date.now()),
  ]);
  return savedReading(ref, urlOf(access.view.location.href, ref), {
    ...NOT_OFFERED,
    ...dealFacts(properties, 'got' in stages ? stages.got : undefined),
    account,
    owner,
    ...activities,
  });
}
