import type { Definition } from '../core/custom-schema.ts';

/** What an admin can hold fast by browser policy. */
export const LOCKS = ['playbook', 'sites', 'roles', 'data', 'language'] as const;
export type Lock = (typeof LOCKS)[number];

export const ROLES = ['rep', 'manager', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** Where a playbook is fetched from, and the public key that it must be signed with (Ed25519, 32 bytes in base64). */
export interface Feed {
  readonly url: string;
  readonly key: string;
}

/** What the browser's policy sets, checked. A part that it does not set, or sets wrongly, is left out. */
export interface Policy {
  /** The text of a playbook. */
  readonly playbook?: string;
  readonly feed?: Feed;
  /** Descriptions of CRMs that Dealside does not know. */
  readonly sites?: readonly Definition[];
  readonly role?: Role;
  readonly locked: readonly Lock[];
  /** What is wrong, by the policy's own key; the rest holds. */
  readonly faults: readonly { readonly key: string; readonly message: string }[];
}

export const NO_POLICY: Policy = { locked: [], faults: [] };

/** Reads the browser's policy. Never rejects: a browser without one has none. */
export async function readPolicy(): Promise<Policy> {
  return Promise.resolve(NO_POLICY);
}
