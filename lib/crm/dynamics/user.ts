import type { Access } from '../access.ts';
import type { CrmUser } from '../adapter.ts';
import { lineOf } from '../answer-values.ts';
import { CrmTrouble } from '../trouble.ts';
import { getRow } from './client.ts';
import { guidOf } from './guid.ts';

/** The user who is logged in. */
export async function user(access: Access): Promise<CrmUser> {
  const id = guidOf((await getRow(access, 'WhoAmI')).UserId);
  if (id === undefined) throw new CrmTrouble('not-json');
  const name = lineOf(
    (await getRow(access, `systemusers(${id})`, { select: 'fullname' })).fullname,
  );
  if (name === undefined) throw new CrmTrouble('not-json');
  return { id, name };
}
