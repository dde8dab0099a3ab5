import { unknownFields, type DealRef, type Reading } from '../../core/deal.ts';
import { empty, known as fact, unknown, type Fact, type UnknownReason } from '../../core/fact.ts';
import type { Stage } from '../../core/fields.ts';
import type { Access } from '../access.ts';
import type { CrmStage } from '../adapter.ts';
import { attempt } from '../ask.ts';
import type { SomeFields } from '../form-facts.ts';
import { lastContactIn, nextMeetingIn } from './activities.ts';
import { getPage, getRow } from './call.ts';
import { learn } from './known.ts';
import { NOT_OFFERED } from './offered.ts';
import { DELIVERED_STAGES } from './stages.ts';
import { urlOf } from './url.ts';
import { dateOf, decimalOf, localDayOf, textIn, type Row } from './values.ts';

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
    ...('got' in past ? lastContactIn(past.got, addresses ?? new Set()) : missed(past.reason)),
    ...('got' in planned
      ? nextMeetingIn(planned.got, Date.now())
      : { nextMeeting: unknown(planned.reason) }),
  });
}

const missed = (reason: UnknownReason): SomeFields => ({
  lastContact: unknown(reason),
  lastContactBy: unknown(reason),
});

/** One record of the server as a reading; `page` is any address of the client. */
export function readingOf(
  page: string,
  ref: DealRef,
  row: Row,
  stages: readonly CrmStage[] | undefined,
  more: SomeFields = {},
): Reading {
  return {
    ref,
    url: urlOf(page, ref),
    fields: {
      ...unknownFields('not-on-page'),
      ...NOT_OFFERED,
      ...factsOf(row, stages ?? DELIVERED_STAGES),
      ...more,
    },
    custom: {},
  };
}

/** A field's fact. EspoCRM leaves out of its answer what the user may not see. */
function factIn<T>(row: Row, field: string, parse: (value: unknown) => T | undefined): Fact<T> {
  if (!(field in row)) return unknown('no-access');
  const value = row[field];
  if (value === null || value === '') return empty('api');
  const parsed = parse(value);
  return parsed === undefined ? unknown('not-readable') : fact(parsed, 'api');
}

function factsOf(row: Row, stages: readonly CrmStage[]): SomeFields {
  const currency = textIn(row.amountCurrency);
  const text = (field: string): Fact<string> => factIn(row, field, textIn);
  return {
    name: text('name'),
    account: text('accountName'),
    owner: text('assignedUserName'),
    amount: factIn(row, 'amount', (value) => {
      const amount = decimalOf(value);
      return amount === undefined ? undefined : { amount, ...(currency ? { currency } : {}) };
    }),
    stage: factIn(row, 'stage', (value) => stageIn(stages, value)),
    probability: factIn(row, 'probability', (value) =>
      typeof value === 'number' && value >= 0 && value <= 100 ? value : undefined,
    ),
    closeDate: factIn(row, 'closeDate', dateOf),
    created: factIn(row, 'createdAt', localDayOf),
    modified: factIn(row, 'modifiedAt', localDayOf),
    ...('contactsIds' in row ? { contacts: factIn(row, 'contactsIds', countOf) } : {}),
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
