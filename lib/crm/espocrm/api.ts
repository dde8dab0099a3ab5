import type { DealRef, Reading } from '../../core/deal.ts';
import { unknown, type Fact } from '../../core/fact.ts';
import type { Stage } from '../../core/fields.ts';
import type { Access } from '../access.ts';
import type { CrmStage } from '../adapter.ts';
import { columnFact } from '../answer-facts.ts';
import { dateOf, decimalOf, moneyOf, percentOf, textIn, type Row } from '../answer-values.ts';
import { attempt } from '../ask.ts';
import type { SomeFields } from '../form-facts.ts';
import { unknownContact } from '../last-contact.ts';
import { savedReading } from '../saved-reading.ts';
import { lastContactIn, nextMeetingIn } from './activities.ts';
import { getPage, getRow } from './call.ts';
import { learn } from './known.ts';
import { NOT_OFFERED } from './offered.ts';
import { DELIVERED_STAGES } from './stages.ts';
import { urlOf } from './url.ts';
import { localDayOf } from './values.ts';

/** As many records as EspoCRM gives at a time, unless its administrator allows for fewer. */
export const PAGE_SIZE = 200;

/** Reads what is saved, and the deal's activities beside it. */
export async function fetchDeal(access: Access, ref: DealRef): Promise<Reading> {
  const id = encodeURIComponent(ref.id);
  const activities = (kind: 'history' | 'activities') =>
    attempt(access, () =>
      getPage(access, `Activities/Opportunity/${id}/${kind}`, { maxSize: PAGE_SIZE, offset: 0 }),
    );
  const [row, { stages, addresses }, past, planned] = await Promise.all([
    getRow(access, `Opportunity/${id}`),
    learn(access),
    activities('history'),
    activities('activities'),
  ]);
  return readingOf(access.view.location.href, ref, row, stages, {
    ...('got' in past
      ? lastContactIn(past.got, addresses ?? new Set())
      : unknownContact(past.reason)),
    nextMeeting:
      'got' in planned ? nextMeetingIn(planned.got, Date.now()) : unknown(planned.reason),
  });
}

/** One record of the server as a reading; `page` is any address of the client. */
export function readingOf(
  page: string,
  ref: DealRef,
  row: Row,
  stages: readonly CrmStage[] | undefined,
  more: SomeFields = {},
): Reading {
  return savedReading(ref, urlOf(page, ref), {
    ...NOT_OFFERED,
    ...factsOf(row, stages ?? DELIVERED_STAGES),
    ...more,
  });
}

function factsOf(row: Row, stages: readonly CrmStage[]): SomeFields {
  const text = (field: string): Fact<string> => columnFact(row, field, textIn);
  return {
    name: text('name'),
    account: text('accountName'),
    owner: text('assignedUserName'),
    amount: columnFact(row, 'amount', (value) => moneyOf(decimalOf(value), row.amountCurrency)),
    stage: columnFact(row, 'stage', (value) => stageIn(stages, value)),
    probability: columnFact(row, 'probability', percentOf),
    closeDate: columnFact(row, 'closeDate', dateOf),
    created: columnFact(row, 'createdAt', localDayOf),
    modified: columnFact(row, 'modifiedAt', localDayOf),
    ...('contactsIds' in row ? { contacts: columnFact(row, 'contactsIds', countOf) } : {}),
  };
}

const countOf = (value: unknown): number | undefined =>
  Array.isArray(value) ? value.length : undefined;

/** The stage of that id, without what only lists of stages need; undefined for one that EspoCRM does not offer any more. */
export function stageIn(stages: readonly CrmStage[], id: unknown): Stage | undefined {
  const found = stages.find((stage) => stage.id === id);
  if (!found) return undefined;
  const { label, state, order } = found;
  return { id: found.id, label, state, ...(order === undefined ? {} : { order }) };
}
