import type { Lock } from '../../../lib/app/policy-model.ts';
import type { Desk } from '../../options/desk.ts';
import type { Say } from '../../options/say.ts';
import { heldBy, type Held } from './held.ts';
import { ROLE_KEYS } from './role-words.ts';

interface Props {
  readonly desk: Pick<Desk, 'say' | 'view'>;
  /** What might be held fast. */
  readonly lock: Lock;
}

/** Says why something cannot be changed here, with the policy's key where it was set by policy; nothing where it can be. */
export function SetBy({ desk: { say, view }, lock }: Props) {
  const held = heldBy(view, lock);
  return held && <p className="dl-held">{sentenceOf(held, say)}</p>;
}

function sentenceOf(held: Held, { t }: Say): string {
  switch (held.by) {
    case 'policy':
      return t('policy_set_by', [held.key]);
    case 'url':
      return t('policy_set_url');
    case 'role':
      return t('policy_set_role', [t(ROLE_KEYS[held.role])]);
  }
}
