import type { DealRef } from '../../core/deal.ts';
import type { Access } from '../access.ts';
import type { DealPage } from '../adapter.ts';
import { textIn } from '../answer-values.ts';
import { PAGE_SIZE, readingOf } from './api.ts';
import { getPage, post } from './call.ts';
import { learn } from './known.ts';
import { meta } from './meta.ts';

/** EspoCRM's own filter of that name: stages that are neither won nor lost. */
const OPEN = 'open';
const COLUMNS = [
  'name',
  'accountId',
  'accountName',
  'stage',
  'amount',
  'amountCurrency',
  'probability',
  'closeDate',
  'assignedUserId',
  'assignedUserName',
  'createdAt',
  'modifiedAt',
].join(',');

/** The open deals, page by page, those that close first before the others. */
export async function* deals(access: Access): AsyncGenerator<DealPage> {
  const { stages } = await learn(access);
  for (let offset = 0; ;) {
    const page = await getPage(access, 'Opportunity', {
      primaryFilter: OPEN,
      select: COLUMNS,
      orderBy: 'closeDate',
      order: 'asc',
      maxSize: PAGE_SIZE,
      offset,
    });
    const readings = page.rows.flatMap((row) => {
      const id = textIn(row.id);
      const ref = { crm: meta.id, id: id ?? '' };
      return id ? [readingOf(access.view.location.href, ref, row, stages)] : [];
    });
    yield { readings, ...(page.total === undefined ? {} : { total: page.total }) };
    if (!page.more) return;
    offset += page.rows.length;
  }
}

/** Posts a text to the deal's stream. */
export async function note(access: Access, { id }: DealRef, text: string): Promise<void> {
  await post(access, 'Note', { type: 'Post', parentType: 'Opportunity', parentId: id, post: text });
}
