import type { DealRef, Reading } from '../../core/deal.ts';
import type { Access } from '../access.ts';
import { isRow, type Row } from '../answer-values.ts';
import { attempt } from '../ask.ts';
import { savedReading } from '../saved-reading.ts';
import { CrmTrouble } from '../trouble.ts';
import { activityFacts } from './activities.ts';
import { ALSO, dealFacts, NOT_OFFERED } from './deal-facts.ts';
import { learnLabels } from './deal-fields.ts';
import { accountFact, ownerFact } from './people.ts';
import { askEither } from './request.ts';
import { fetchStages } from './stages.ts';
import { urlOf } from './url.ts';
import { idOf } from './values.ts';

/** The deal as the API has it: in either version's columns. */
export async function fetchRow(access: Access, { id }: DealRef): Promise<Row> {
  const path = `/deals/${encodeURIComponent(id)}`;
  const { answer } = await askEither(access, {
    v2: [path, { include_fields: ALSO }],
    v1: [path],
  });
  const { data } = answer;
  if (!isRow(data) || idOf(data.id) !== id) throw new CrmTrouble('not-json');
  return data;
}

/** Reads what is saved, with the organisation, the owner and the activities. */
export async function fetchDeal(access: Access, ref: DealRef): Promise<Reading> {
  // First by itself: its answer decides which version the others ask
  const deal = await fetchRow(access, ref);
  const [stages, account, owner, activities] = await Promise.all([
    attempt(access, () => fetchStages(access)),
    accountFact(access, deal),
    ownerFact(access, deal),
    activityFacts(access, ref, deal, Date.now()),
    learnLabels(access),
  ]);
  return savedReading(ref, urlOf(access.view.location.href, ref), {
    ...NOT_OFFERED,
    ...dealFacts(deal, 'got' in stages ? stages.got : undefined),
    account,
    owner,
    ...activities,
  });
}
