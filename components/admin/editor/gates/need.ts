import type { MessageKey } from '../../../../lib/app/words.ts';
import type { Gate } from '../../../../lib/core/playbook.ts';

/** What says how much a gate is needed in a category. */
export const NEED_KEYS: Readonly<Record<Gate['need']['forecast'], MessageKey>> = {
  required: 'options_need_required',
  advised: 'options_need_advised',
  off: 'options_need_off',
};
