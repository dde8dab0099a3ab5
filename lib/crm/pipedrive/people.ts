import { empty, known, unknown, type Fact } from '../../core/fact.ts';
import type { Access } from '../access.ts';
import type { CrmUser } from '../adapter.ts';
import { isRow, lineOf, type Row } from '../answer-values.ts';
import { attempt } from '../ask.ts';
import { CrmTrouble, SessionExpired } from '../trouble.ts';
import { askEither, askVersion } from './request.ts';
import { idOf } from './values.ts';

const dataOf = ({ data }: Row): Row => (isRow(data) ? data : {});

/**
 * Asks the first version for something beside the deal. The session has just been good for the deal itself: where the first
 * version does not take it, that costs this part alone.
 */
export const attemptBeside = <T>(access: Access, run: () => Promise<T>) =>
  attempt(access, async () => {
    try {
      return await run();
    } catch (error) {
      throw error instanceof SessionExpired ? new CrmTrouble('no-access') : error;
    }
  });

/** The deal's owner: the first version names him in the deal, the second by his id alone. Users are in the first version only. */
export async function ownerFact(access: Access, deal: Row): Promise<Fact<string>> {
  const id = idOf(deal.owner_id) ?? idOf(deal.user_id);
  const name = lineOf(deal.owner_name) ?? nameIn(deal.user_id);
  if (name) return known(name, 'api');
  if (id === undefined) return unknown('no-access');
  const user = await attemptBeside(access, () => askVersion(access, 'v1', `/users/${id}`));
  if ('reason' in user) return unknown(user.reason);
  const found = lineOf(dataOf(user.got).name);
  return found ? known(found, 'api') : unknown('not-readable');
}

/** The deal's organisation. */
export async function accountFact(access: Access, deal: Row): Promise<Fact<string>> {
  if (!('org_id' in deal) || deal.org_hidden === true) return unknown('no-access');
  const id = idOf(deal.org_id);
  const name = lineOf(deal.org_name) ?? nameIn(deal.org_id);
  if (name) return known(name, 'api');
  if (id === undefined) return deal.org_id === null ? empty('api') : unknown('not-readable');
  const organization = await attempt(access, async () => {
    const path = `/organizations/${id}`;
    return (await askEither(access, { v2: [path], v1: [path] })).answer;
  });
  if ('reason' in organization) return unknown(organization.reason);
  const found = lineOf(dataOf(organization.got).name);
  return found ? known(found, 'api') : unknown('not-readable');
}

const nameIn = (value: unknown): string | undefined =>
  isRow(value) ? lineOf(value.name) : undefined;

/** Who is logged in, and the locale that the user reads numbers in. */
export async function me(access: Access): Promise<CrmUser & { readonly locale?: string }> {
  const self = dataOf(await askVersion(access, 'v1', '/users/self'));
  const [id, name, locale] = [idOf(self.id), lineOf(self.name), lineOf(self.locale)];
  if (id === undefined || !name) throw new CrmTrouble('not-json');
  return { id, name, ...(locale ? { locale: locale.replaceAll('_', '-') } : {}) };
}

/** The names of all users by their ids; undefined where they cannot be had. */
export async function userNames(access: Access): Promise<ReadonlyMap<string, string> | undefined> {
  const users = await attemptBeside(access, () => askVersion(access, 'v1', '/users'));
  if ('reason' in users || !Array.isArray(users.got.data)) return undefined;
  return new Map(
    users.got.data.filter(isRow).flatMap((row) => {
      const [id, name] = [idOf(row.id), lineOf(row.name)];
      return id === undefined || !name ? [] : [[id, name] as const];
    }),
  );
}
