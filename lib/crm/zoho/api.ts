import type { DealRef, Reading } from '../../core/deal.ts';
import { known, unknown, type Fact } from '../../core/fact.ts';
import type { IsoDate } from '../../core/fields.ts';
import type { Access } from '../access.ts';
import { isRow, lineOf, localDayOf, momentOf, type Row } from '../answer-values.ts';
import { attempt } from '../ask.ts';
import { savedReading } from '../saved-reading.ts';
import { CrmTrouble } from '../trouble.ts';
import { clientOf, type Client } from './client.ts';
import { contactOf, contactsOf } from './contact.ts';
import { factsOf, type StagesKnown } from './facts.ts';
import { NOT_OFFERED } from './offered.ts';
import { stagesOfLayout } from './stages.ts';
import { urlOf } from './url.ts';
import { idOf } from './values.ts';

/** Reads what is saved: the deal, its related lists, and the stages of its layout. */
export async function fetchDeal(access: Access, ref: DealRef): Promise<Reading> {
  const client = clientOf(access, ref.org ?? '');
  const [{ row, stages, stageEntered }, contact, contacts] = await Promise.all([
    dealOf(access, client, ref),
    contactOf(access, client, ref.id),
    contactsOf(access, client, ref.id),
  ]);
  return savedReading(ref, urlOf(access.view.location.href, ref), {
    ...NOT_OFFERED,
    ...factsOf(row, stages),
    ...contact,
    contacts,
    stageEntered,
  });
}

async function dealOf(access: Access, client: Client, { id }: DealRef) {
  const [row] = await client.rows(`Deals/${id}`, 'data');
  // Another organisation's record of the same number is none of ours.
  if (row?.id !== id) throw new CrmTrouble('not-found');
  const layout = isRow(row.Layout) ? idOf(row.Layout.id) : undefined;
  const [stages, stageEntered] = await Promise.all([
    layout === undefined
      ? ({ reason: 'not-readable' } as const)
      : stagesKnown(access, client, layout),
    enteredOf(access, client, row),
  ]);
  return { row, stages, stageEntered };
}

async function stagesKnown(access: Access, client: Client, layout: string): Promise<StagesKnown> {
  const found = await attempt(access, () => stagesOfLayout(client, layout));
  if ('got' in found) return found;
  return { reason: found.reason === 'no-access' ? 'no-access' : 'not-readable' };
}

/**
 * When the deal entered its stage: its own column, which may be null without meaning anything, or else the last entry of
 * its stage history. An entry's time is when the stage began, and counts only if the entry is of the present stage.
 */
async function enteredOf(access: Access, client: Client, row: Row): Promise<Fact<IsoDate>> {
  const day = localDayOf(row.Stage_Modified_Time);
  if (day !== undefined) return known(day, 'api');
  const found = await attempt(access, () =>
    client.wholeList(`Deals/${String(row.id)}/Stage_History`),
  );
  if ('reason' in found) return unknown(found.reason);
  const [last] = [...found.got].sort(
    (a, b) => (momentOf(b.Modified_Time) ?? 0) - (momentOf(a.Modified_Time) ?? 0),
  );
  const began =
    last && lineOf(last.Stage) === lineOf(row.Stage) ? localDayOf(last.Modified_Time) : undefined;
  return began === undefined ? unknown('not-readable') : known(began, 'api');
}
