import type { Send } from '../crm/access.ts';
import type { CrmMeta } from '../crm/adapter.ts';
import { pageSend } from '../crm/page-send.ts';
import { backgroundSend, type CallClient } from './background-send.ts';

/** The way to a CRM's API: from the page itself, or by way of the background where the API lives on another host. */
export const sendOf = ({ id, api }: CrmMeta, view: Window, client: CallClient): Send =>
  api === 'background' ? backgroundSend(id, client) : pageSend(view);
