import { empty, known } from '../../core/fact.ts';
import { withQuery, type Access } from '../access.ts';
import type { CrmUser, DealPage } from '../adapter.ts';
import { isRow, textIn, type Row } from '../answer-values.ts';
import { attempt } from '../ask.ts';
import { CrmTrouble } from '../trouble.ts';
import { readingOf } from './api.ts';
import { meta } from './meta.ts';
import { graphql, rest, type Operation } from './session.ts';
import { learnStages, WON } from './stages.ts';
import { personOf, rowsIn } from './values.ts';

/** As many records as the REST API gives at a time. */
const PAGE = 60;

/** The open deals, page by page, those that close first before the others. Their companies' names would take a request for each. */
export async function* deals(access: Access): AsyncGenerator<DealPage> {
  const [learned, members] = await Promise.all([
    attempt(access, () => learnStages(access)),
    attempt(access, () => membersOf(access)),
  ]);
  const stages = 'got' in learned ? learned.got : undefined;
  const names = 'got' in members ? members.got : undefined;
  // An option that the workspace does not have would be refused.
  const filter = stages?.some(({ id }) => id === WON)
    ? `or(stage[neq]:"${WON}",stage[is]:NULL)`
    : undefined;
  for (let after: string | undefined; ;) {
    const { rows, total, next } = await pageOf(access, filter, after);
    const readings = rows.flatMap((row) => {
      const id = textIn(row.id);
      if (!id || row.stage === WON) return [];
      const owner = ownerIn(row, names);
      const page = access.view.location.href;
      return [readingOf(page, { crm: meta.id, id }, row, stages, owner)];
    });
    // Without the filter, the server counts those that are won too.
    yield { readings, ...(total === undefined || !filter ? {} : { total }) };
    if (next === undefined || next === after) return;
    after = next;
  }
}

async function pageOf(access: Access, filter: string | undefined, after: string | undefined) {
  const answer = await rest(
    access,
    withQuery('/rest/opportunities', {
      filter,
      order_by: 'closeDate[AscNullsLast]',
      limit: PAGE,
      depth: 0,
      starting_after: after,
    }),
  );
  if (!isRow(answer) || !isRow(answer.data) || !Array.isArray(answer.data.opportunities))
    throw new CrmTrouble('not-json');
  const { data, pageInfo, totalCount } = answer;
  const next = isRow(pageInfo) && pageInfo.hasNextPage === true ? pageInfo.endCursor : undefined;
  return {
    rows: rowsIn(data.opportunities),
    total: typeof totalCount === 'number' ? totalCount : undefined,
    next: textIn(next),
  };
}

/** The names of the workspace's members, by their ids. */
async function membersOf(access: Access): Promise<ReadonlyMap<string, string>> {
  const answer = await rest(access, withQuery('/rest/workspaceMembers', { limit: PAGE, depth: 0 }));
  const members = rowsIn(isRow(answer) && isRow(answer.data) ? answer.data.workspaceMembers : []);
  return new Map(
    members.flatMap((member) => {
      const [id, name] = [textIn(member.id), personOf(member)];
      return id && name ? [[id, name]] : [];
    }),
  );
}

function ownerIn({ ownerId }: Row, names: ReadonlyMap<string, string> | undefined) {
  if (ownerId === null) return { owner: empty('api') };
  const name = typeof ownerId === 'string' ? names?.get(ownerId) : undefined;
  return name === undefined ? {} : { owner: known(name, 'api') };
}

const WHO: Operation = {
  operationName: 'WhoAmI',
  query: `query WhoAmI {
  currentUser { workspaceMember { id name { firstName lastName } } }
}`,
};

/** The user who is logged in, as a member of this workspace. Older releases answer this beside the data, newer ones beside the metadata. */
export async function user(access: Access): Promise<CrmUser> {
  const data = await graphql(access, '/metadata', WHO).catch((error: unknown) => {
    if (error instanceof CrmTrouble && error.kind === 'refused')
      return graphql(access, '/graphql', WHO);
    throw error;
  });
  const member = isRow(data.currentUser) ? data.currentUser.workspaceMember : undefined;
  const id = isRow(member) ? textIn(member.id) : undefined;
  if (id === undefined) throw new CrmTrouble('not-json');
  return { id, name: personOf(member) ?? '' };
}
