import { z } from 'zod';
import type { SaveResult } from '../../messaging/protocol.ts';
import type { Store } from '../../storage/db.ts';
import { keep } from '../../storage/fault.ts';
import { readSetting, saveSetting } from '../../storage/settings.ts';
import { lockedBy, NAME_LIMIT, readPolicy, ROLES, type Policy, type Role } from '../policy.ts';

/**
 * Who works in this browser: which screens the menu shows, and whether a staged start holds Dealside back. A matter
 * of screens and of nothing else: whoever has the browser can read what is kept in it.
 */
export interface Who {
  readonly role: Role;
  /** Who said so; nobody on a fresh install, where somebody must be able to set things up. */
  readonly from: 'policy' | 'here' | 'nobody';
  /** The name under which versions are published here; "" where none was given. */
  readonly name: string;
}

/** What the page can do about them. No action rejects. */
export interface RoleActions {
  /** Keeps another role, unless the policy holds it fast. */
  readonly choose: (role: Role) => Promise<SaveResult>;
  /** Keeps the name under which versions are published here; "" for none. */
  readonly call: (name: string) => Promise<SaveResult>;
}

const ROLE = 'role';
/** Where the name stands in the settings. */
export const NAME = 'name';

const roleSchema = z.enum(ROLES);
const nameSchema = z.string().trim().max(NAME_LIMIT);

/** What was chosen here, under what the policy says: a policy that locks roles decides, and one that does not proposes. */
export function whoOf(policy: Policy, chosen: Role | undefined, name = ''): Who {
  const { role: set } = policy;
  if (set && (lockedBy(policy, 'roles') || !chosen)) return { role: set, from: 'policy', name };
  return chosen ? { role: chosen, from: 'here', name } : { role: 'admin', from: 'nobody', name };
}

/** Reads who works here. Never rejects: what cannot be read was not chosen. */
export async function readWho(store: Store, policy: Policy): Promise<Who> {
  try {
    return await store.use(async (db) =>
      whoOf(
        policy,
        await readSetting(db, ROLE, roleSchema),
        await readSetting(db, NAME, nameSchema),
      ),
    );
  } catch {
    return whoOf(policy, undefined);
  }
}

/** What the page stands on. */
export const createRoles = (store: Store): RoleActions => ({
  choose: async (role) => {
    if (lockedBy(await readPolicy(), 'roles')) return { ok: false, fault: 'locked' };
    return await keep(store, (db) => saveSetting(db, ROLE, role));
  },
  call: async (name) => {
    const { data } = nameSchema.safeParse(name);
    if (data === undefined) return { ok: false, fault: 'invalid' };
    return await keep(store, (db) => saveSetting(db, NAME, data));
  },
});
