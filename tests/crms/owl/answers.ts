import type { Lead } from './records.ts';
import { STAGES } from './records.ts';

/** What the server answers, method by method, as Odoo 18 does for somebody who is no admin. */

export interface Params {
  readonly args?: readonly unknown[];
  readonly kwargs?: Readonly<Record<string, unknown>>;
}

/** Thrown for what the user may not do. */
export class AccessError extends Error {}

/** What is kept while the server runs. */
export interface Store {
  readonly today: string;
  readonly leads: Lead[];
  /** The notes that were written, as HTML. */
  readonly notes: string[];
}

const FIELDS = [
  'name',
  'type',
  'active',
  'partner_id',
  'user_id',
  'team_id',
  'expected_revenue',
  'company_currency',
  'stage_id',
  'probability',
  'date_deadline',
  'create_date',
  'write_date',
  'date_last_stage_update',
];

const described = (names: readonly string[]): Record<string, object> =>
  Object.fromEntries(names.map((name) => [name, { type: 'char' }]));

const idsOf = ({ args }: Params): readonly number[] => (args?.[0] as number[] | undefined) ?? [];

const picked = (rows: readonly Lead[], { kwargs, args }: Params): object[] => {
  const fields = (kwargs?.fields ?? args?.[1] ?? FIELDS) as readonly string[];
  return rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).filter(([name]) => name === 'id' || fields.includes(name)),
    ),
  );
};

const leadsOf = ({ leads }: Store, params: Params): Lead[] =>
  leads.filter(({ id }) => idsOf(params).includes(id));

type Answer = (store: Store, params: Params) => unknown;

const write: Answer = (store, params) => {
  const [id] = idsOf(params);
  const index = store.leads.findIndex((lead) => lead.id === id);
  const old = store.leads[index];
  if (!old) return [];
  store.leads[index] = { ...old, ...(params.args?.[1] as Partial<Lead>), id: old.id };
  return [{ id }];
};

const read: Answer = (store, params) => picked(leadsOf(store, params), params);

const search: Answer = ({ leads }, params) => {
  const { offset = 0, limit = leads.length } = (params.kwargs ?? {}) as {
    offset?: number;
    limit?: number;
  };
  return picked(leads.slice(offset, offset + limit), params);
};

/** The buyer wrote two days ago; nobody of ours did. */
const messages: Answer = ({ today }, { kwargs }) => {
  const asksForBuyer = JSON.stringify(kwargs?.domain).includes(
    '"author_id.partner_share","=",true',
  );
  const date = `${Temporal.PlainDate.from(today).subtract({ days: 2 }).toString()} 12:00:00`;
  return asksForBuyer ? [{ id: 70, date }] : [];
};

const activities: Answer = ({ today }) => [
  {
    id: 3,
    summary: 'Send the revised quote',
    date_deadline: Temporal.PlainDate.from(today).add({ days: 3 }).toString(),
    activity_type_id: [4, 'To-Do'],
    activity_category: 'default',
  },
];

const post: Answer = ({ notes }, { kwargs }) => notes.push(String(kwargs?.body));

const denied: Answer = () => {
  throw new AccessError();
};

export const ANSWERS: Readonly<Record<string, Answer>> = {
  'crm.lead/fields_get': () => described(FIELDS),
  'crm.lead/read': read,
  'crm.lead/web_read': read,
  'crm.lead/search_read': search,
  'crm.lead/web_search_read': search,
  'crm.lead/search_count': ({ leads }) => leads.length,
  'crm.lead/web_save': write,
  'crm.lead/message_post': post,
  'crm.stage/fields_get': () => described(['requirements']),
  'crm.stage/search_read': () => STAGES,
  'mail.message/search_read': messages,
  'mail.activity/search_read': activities,
  'calendar.event/search_read': () => [],
  'ir.model.fields/search_read': denied,
  'res.lang/search_read': () => [
    { id: 5, date_format: '%d-%m-%Y', decimal_point: ',', thousands_sep: '.' },
  ],
};

export const SESSION_INFO = {
  uid: 2,
  name: 'Rita Rep',
  username: 'rita',
  user_context: { lang: 'nl_NL', tz: 'Europe/Amsterdam', uid: 2 },
  server_version: '18.0',
};
