import type { OptionsView } from '../../../lib/app/options-model.ts';
import { lockedBy, type Lock, type PolicyKey, type Role } from '../../../lib/app/policy-model.ts';

/** Why something cannot be changed on this page. */
export type Held =
  | { readonly by: 'policy'; readonly key: PolicyKey }
  /** The playbook is the one of a URL: what were published here would not be in force. */
  | { readonly by: 'url' }
  /** The role looks at the playbook and does not set it. */
  | { readonly by: 'role'; readonly role: Role };

/** What holds this fast here, or null where it can be changed. */
export function heldBy({ policy, inForce, who }: OptionsView, lock: Lock): Held | null {
  const key = lockedBy(policy, lock);
  if (key !== null) return { by: 'policy', key };
  if (lock !== 'playbook') return null;
  const fromUrl = inForce.kind === 'set' ? inForce.by === 'url' : isBrokenUrl(inForce);
  if (fromUrl) return { by: 'url' };
  return who.role === 'admin' ? null : { by: 'role', role: who.role };
}

const isBrokenUrl = (inForce: OptionsView['inForce']): boolean =>
  inForce.kind === 'broken' && inForce.source === 'url';
