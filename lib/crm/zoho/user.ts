import type { Access } from '../access.ts';
import type { CrmUser, ListRef } from '../adapter.ts';
import { lineOf } from '../answer-values.ts';
import { CrmTrouble } from '../trouble.ts';
import { clientOf } from './client.ts';
import { idOf } from './values.ts';

/** The user who is logged in. */
export async function user(access: Access, { org = '' }: ListRef): Promise<CrmUser> {
  const [row] = await clientOf(access, org).rows('users', 'users', { type: 'CurrentUser' });
  const [id, name] = [idOf(row?.id), lineOf(row?.full_name)];
  if (id === undefined || name === undefined) throw new CrmTrouble('not-json');
  return { id, name };
}
