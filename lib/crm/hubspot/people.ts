import { empty, known, unknown, type Fact } from '../../core/fact.ts';
import type { Access } from '../access.ts';
import type { CrmUser, ListRef } from '../adapter.ts';
import { columnFact } from '../answer-facts.ts';
import { isRow, lineOf, type Row } from '../answer-values.ts';
import { attempt } from '../ask.ts';
import { CrmTrouble } from '../trouble.ts';
import { askHubSpot } from './request.ts';
import { idOf, propertiesOf, resultsOf } from './values.ts';

/** An owner's name, or the e-mail address where there is none. */
export function ownerName(owner: unknown): string | undefined {
  if (!isRow(owner)) return undefined;
  const name = [lineOf(owner.firstName), lineOf(owner.lastName)].filter(Boolean).join(' ');
  return name === '' ? lineOf(owner.email) : name;
}

/** The deal's owner, by name. */
export async function ownerFact(
  access: Access,
  org: string | undefined,
  properties: Row,
): Promise<Fact<string>> {
  const id = columnFact(properties, 'hubspot_owner_id', idOf, 'no-access');
  if (id.is !== 'value') return id;
  const owner = await attempt(access, () =>
    askHubSpot(access, org, { path: `/crm/v3/owners/${encodeURIComponent(id.value)}` }),
  );
  if ('reason' in owner) return unknown(owner.reason);
  const name = ownerName(owner.got);
  return name === undefined ? unknown('not-readable') : known(name, 'api');
}

/** The names of all owners by their ids; undefined where they cannot be had. */
export async function ownerNames(
  access: Access,
  org: string | undefined,
): Promise<ReadonlyMap<string, string> | undefined> {
  const owners = await attempt(access, () =>
    askHubSpot(access, org, { path: '/crm/v3/owners', query: { limit: 500 } }),
  );
  if ('reason' in owners) return undefined;
  return new Map(
    resultsOf(owners.got).flatMap((owner) => {
      const [id, name] = [idOf(owner.id), ownerName(owner)];
      return id === undefined || name === undefined ? [] : [[id, name] as const];
    }),
  );
}

/** The deal's company: its primary one, or the only one. Of several without a primary, nobody can say which it is. */
export async function accountFact(
  access: Access,
  org: string | undefined,
  deal: Row,
): Promise<Fact<string>> {
  const associations = isRow(deal.associations) ? deal.associations : {};
  const companies = resultsOf(associations.companies);
  const primary = companies.filter(({ type }) => type === 'deal_to_company');
  const ids = new Set((primary.length > 0 ? primary : companies).map(({ id }) => idOf(id)));
  const [id] = ids;
  if (ids.size === 0) return empty('api');
  if (ids.size > 1) return unknown('ambiguous');
  if (id === undefined) return unknown('not-readable');
  const company = await attempt(access, () =>
    askHubSpot(access, org, {
      path: `/crm/v3/objects/companies/${encodeURIComponent(id)}`,
      query: { properties: 'name' },
    }),
  );
  if ('reason' in company) return unknown(company.reason);
  return columnFact(
    isRow(company.got) ? propertiesOf(company.got) : {},
    'name',
    lineOf,
    'no-access',
  );
}

/**
 * The user who is logged in, as HubSpot's own client asks for it; the name from the owners, who are the users that can
 * own a deal, or else the e-mail address.
 */
export async function user(access: Access, { org }: ListRef): Promise<CrmUser> {
  const answer = await askHubSpot(access, org, {
    path: '/login-verify/hub-user-info',
    query: { early: 'true' },
  });
  const me = isRow(answer) && isRow(answer.user) ? answer.user : {};
  const [id, email] = [idOf(me.user_id), lineOf(me.email)];
  if (id === undefined || email === undefined) throw new CrmTrouble('not-json');
  const owners = await attempt(access, () =>
    askHubSpot(access, org, { path: '/crm/v3/owners', query: { email } }),
  );
  const owner = 'got' in owners ? resultsOf(owners.got)[0] : undefined;
  return { id, name: ownerName(owner) ?? email };
}
