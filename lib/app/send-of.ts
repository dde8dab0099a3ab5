import type { Send } from '../crm/access.ts';
import type { CrmMeta } from '../crm/adapter.ts';
import { pageSend } from '../crm/page-send.ts';
import { backgroundSend, type CallClient } from './background-send.ts';
import { counted, type Purpose, type SentClient } from './sent-tally.ts';

/**
 * The way to a CRM's API: from the page itself, or by way of the background where the API lives on another host. What leaves is
 * counted where it leaves: here, or in the background.
 */
export const sendOf = (
  { id, api }: CrmMeta,
  view: Window,
  client: CallClient & SentClient,
  purpose: Purpose = 'read',
): Send =>
  api === 'background'
    ? backgroundSend(id, client)
    : counted(pageSend(view), view, client, purpose);

/** Both ways of a deal: one to read what is saved, one to write a note. */
export const sendsOf = (
  meta: CrmMeta,
  view: Window,
  client: CallClient & SentClient,
): Readonly<Record<Purpose, Send>> => ({
  read: sendOf(meta, view, client),
  note: sendOf(meta, view, client, 'note'),
});
