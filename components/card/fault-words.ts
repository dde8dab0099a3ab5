import type { CrmFault } from '../../lib/app/card-model.ts';
import type { StorageFault } from '../../lib/messaging/protocol.ts';
import type { MessageKey } from '../../lib/app/words.ts';

/** Why a text was not kept, and what helps; the text is still in its field. */
export const SAVE_FAULT_KEYS: Readonly<Record<StorageFault, MessageKey>> = {
  full: 'save_fault_full',
  refused: 'save_fault_refused',
  blocked: 'save_fault_blocked',
  migration: 'save_fault_migration',
  invalid: 'save_fault_invalid',
  'no-answer': 'save_fault_no_answer',
  updated: 'save_fault_updated',
  locked: 'policy_fault_locked',
  follows: 'feed_fault_follows',
};

/** The same for a button that saves no text: "Not now", "Wake", "End exception". */
export const ACT_FAULT_KEYS: Readonly<Record<StorageFault, MessageKey>> = {
  full: 'act_fault_full',
  refused: 'act_fault_refused',
  blocked: 'act_fault_blocked',
  migration: 'act_fault_migration',
  invalid: 'act_fault_invalid',
  'no-answer': 'act_fault_no_answer',
  updated: 'act_fault_updated',
  locked: 'policy_fault_locked',
  follows: 'feed_fault_follows',
};

/** Why what is kept about the deal could not be read. */
export const RECORDS_FAULT_KEYS: Readonly<Record<StorageFault, MessageKey>> = {
  full: 'records_fault_full',
  refused: 'records_fault_refused',
  blocked: 'records_fault_blocked',
  migration: 'records_fault_migration',
  invalid: 'records_fault_invalid',
  'no-answer': 'records_fault_no_answer',
  updated: 'fault_updated',
  locked: 'policy_fault_locked',
  follows: 'feed_fault_follows',
};

/** Why the CRM's API did not give what is saved, and what helps. $1 is the CRM. */
export const CRM_FAULT_KEYS: Readonly<Record<CrmFault, MessageKey>> = {
  'no-access': 'fault_crm_no_access',
  'not-found': 'fault_crm_not_found',
  busy: 'fault_crm_busy',
  down: 'fault_crm_down',
  'not-json': 'fault_crm_not_json',
  refused: 'fault_crm_refused',
  timeout: 'fault_crm_timeout',
  offline: 'fault_crm_offline',
};

/** What the card still says once the extension is gone under its page, and nothing more can be read. */
export const CUT_OFF: readonly MessageKey[] = [
  'locale',
  'fault_updated',
  'fault_updated_text',
  'act_fault_updated',
  'save_fault_updated',
  'prompt_label',
  'form_copy',
  'save_copied',
  'save_not_copied',
];
