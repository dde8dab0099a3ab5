import type { Access } from '../access.ts';
import type { CrmUser } from '../adapter.ts';
import { isRow, lineOf } from '../answer-values.ts';
import { ask } from '../ask.ts';
import { CrmTrouble } from '../trouble.ts';

/** The user who is logged in, with the locale that numbers and dates are written in: "nl_NL". */
export async function userInfo(
  access: Access,
): Promise<CrmUser & { readonly locale: string | undefined }> {
  const answer = await ask(access, { path: '/services/oauth2/userinfo' });
  const id = isRow(answer) ? lineOf(answer.user_id) : undefined;
  if (!isRow(answer) || !id) throw new CrmTrouble('not-json');
  return { id, name: lineOf(answer.name) ?? id, locale: lineOf(answer.locale) };
}

/** The user who is logged in. */
export async function user(access: Access): Promise<CrmUser> {
  const { id, name } = await userInfo(access);
  return { id, name };
}
