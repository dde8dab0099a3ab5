import { isHeldBack } from '../core/rollout.ts';
import type { Store } from '../storage/db.ts';
import { readWho } from './admin/roles.ts';
import { today } from './clock.ts';
import { playbookInForce } from './playbook-store.ts';
import { readPolicy } from './policy.ts';
import { startsOn } from './rollout-days.ts';

/**
 * The day on which the team starts, where a staged start holds Dealside back in this browser today; null where it does
 * not. A playbook that cannot be used holds nobody back: the card says what is wrong with it.
 */
export async function heldBackUntil(store: Store): Promise<string | null> {
  const { playbook } = await playbookInForce(store);
  if (!playbook?.rollout) return null;
  const { role } = await readWho(store, await readPolicy());
  return isHeldBack(playbook, role, await today()) ? startsOn(playbook.rollout) : null;
}
