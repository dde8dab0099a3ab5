import type { Definition } from '../core/custom-schema.ts';

/** What an admin can hold fast by browser policy. */
export const LOCKS = ['playbook', 'sites', 'roles', 'data', 'language'] as const;
export type Lock = (typeof LOCKS)[number];

/** Who uses this browser. */
export const ROLES = ['rep', 'manager', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** The longest name of whoever publishes, in characters: as long as a rule's owner. */
export const NAME_LIMIT = 120;

/** The keys that a policy may set. */
export const POLICY_KEYS = [
  'playbook',
  'playbookUrl',
  'playbookKey',
  'sites',
  'role',
  'locked',
] as const;
export type PolicyKey = (typeof POLICY_KEYS)[number];

/** Where a playbook is fetched from, and the public key that it must be signed with (Ed25519, 32 bytes in base64). */
export interface Feed {
  readonly url: string;
  readonly key: string;
}

/** Something that the policy sets wrongly. */
export interface PolicyFault {
  /** The policy's own key. */
  readonly key: string;
  /** In plain English: what is wrong with it, and what to do. */
  readonly message: string;
}

/** What the browser's policy sets, checked. A part that it does not set, or sets wrongly, is left out. */
export interface Policy {
  /**
   * The text of a playbook. What stands there wrongly is its text all the same: it is checked where it is
   * used, and never gives way to another playbook unseen.
   */
  readonly playbook?: string;
  readonly feed?: Feed;
  /** Descriptions of CRMs that Dealside does not know. */
  readonly sites?: readonly Definition[];
  readonly role?: Role;
  readonly locked: readonly Lock[];
  /** What is wrong, by the policy's own key; the rest holds. */
  readonly faults: readonly PolicyFault[];
}

/** What a browser without a policy is set to. */
export const NO_POLICY: Policy = { locked: [], faults: [] };

/**
 * The policy's key that keeps this from being changed here, or null where it can be changed. A playbook that the
 * policy itself holds is in force whatever is published here: it locks the playbook by being there.
 */
export function lockedBy(policy: Policy, lock: Lock): PolicyKey | null {
  if (lock === 'playbook' && policy.playbook !== undefined) return 'playbook';
  return policy.locked.includes(lock) ? 'locked' : null;
}
