import type { Kind } from '../../../lib/app/admin/data-model.ts';
import type { MessageKey } from '../../../lib/app/words.ts';

/** What each kind of row is called, and what stands in it. */
export const KIND_KEYS: Readonly<
  Record<Kind, { readonly name: MessageKey; readonly what: MessageKey }>
> = {
  deals: { name: 'data_kind_deals', what: 'data_what_deals' },
  changes: { name: 'data_kind_changes', what: 'data_what_changes' },
  answers: { name: 'data_kind_answers', what: 'data_what_answers' },
  exceptions: { name: 'data_kind_exceptions', what: 'data_what_exceptions' },
  parked: { name: 'data_kind_parked', what: 'data_what_parked' },
  shown: { name: 'data_kind_shown', what: 'data_what_shown' },
  disputes: { name: 'data_kind_disputes', what: 'data_what_disputes' },
  places: { name: 'data_kind_places', what: 'data_what_places' },
  playbooks: { name: 'data_kind_playbooks', what: 'data_what_playbooks' },
  settings: { name: 'data_kind_settings', what: 'data_what_settings' },
  sent: { name: 'data_kind_sent', what: 'data_what_sent' },
};
