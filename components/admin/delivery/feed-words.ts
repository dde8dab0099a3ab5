import type { Checked } from '../../../lib/app/playbook-feed.ts';
import type { FeedAddress } from '../../../lib/app/playbook-feed-address.ts';
import type { Refusal, RefusalKind } from '../../../lib/app/playbook-feed-kept.ts';
import type { MessageKey } from '../../../lib/app/words.ts';
import type { Say } from '../../options/say.ts';

/** Why what the address gave was not taken. */
const WHY: Readonly<Record<RefusalKind, MessageKey>> = {
  address: 'feed_why_address',
  key: 'feed_why_key',
  permission: 'feed_why_permission',
  status: 'feed_why_status',
  redirect: 'feed_why_redirect',
  html: 'feed_why_html',
  'too-large': 'feed_why_too_large',
  'not-text': 'feed_why_not_text',
  'not-json': 'feed_why_not_json',
  plain: 'feed_why_plain',
  unsigned: 'feed_why_unsigned',
  shape: 'feed_why_shape',
  signature: 'feed_why_signature',
  invalid: 'feed_why_invalid',
  older: 'feed_why_older',
  changed: 'feed_why_changed',
};

/** A refusal in one sentence or two. */
export const whyOf = ({ kind, number }: Refusal, { t }: Say): string =>
  t(WHY[kind], number === undefined ? [] : [number]);

/** What is said after a check. */
export const CHECKED: Readonly<Record<Checked, MessageKey>> = {
  none: 'feed_said_none',
  taken: 'feed_said_taken',
  same: 'feed_said_same',
  unheard: 'feed_said_unheard',
  refused: 'feed_said_refused',
  'not-kept': 'feed_said_not_kept',
};

type Wrong = (FeedAddress & { readonly ok: false })['wrong'];

/** What is wrong with an address that was typed. */
export const WRONG: Readonly<Record<Wrong, MessageKey>> = {
  empty: 'feed_wrong_empty',
  text: 'feed_wrong_text',
  kind: 'feed_wrong_kind',
  open: 'feed_wrong_open',
};
