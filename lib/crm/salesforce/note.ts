import type { DealRef } from '../../core/deal.ts';
import type { Access } from '../access.ts';
import { ask } from '../ask.ts';
import { DATA, idIn } from './rows-of.ts';

/**
 * Writes a post into the deal's feed. It is the one record that a single request makes, that everybody who sees the deal can read
 * on its page, and that is no activity: a task would count as one, and a note in the newer form takes two records.
 */
export async function note(access: Access, ref: DealRef, text: string): Promise<void> {
  await ask(access, {
    method: 'POST',
    path: `${DATA}/sobjects/FeedItem`,
    body: { ParentId: idIn(ref.id), Body: text },
  });
}
