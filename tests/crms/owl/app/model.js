import { callKw } from './server-calls.js';

const { reactive } = owl;

/**
 * How long the address comes behind the page, in milliseconds. In Odoo it is the next turn of the event loop; here it is
 * long enough for a reader to fall into.
 */
const ADDRESS_BEHIND = 150;

export const FIELDS = [
  'name',
  'partner_id',
  'user_id',
  'team_id',
  'expected_revenue',
  'probability',
  'date_deadline',
  'stage_id',
];

/** What the page shows: one view, and the record in it. The next record takes the last one's place in the same object. */
export const model = reactive({
  view: '',
  ids: [],
  deals: [],
  stages: [],
  id: 0,
  title: '',
  data: {},
  dirty: false,
  invalid: '',
  /** Counts what was loaded: then inputs take the record's values again. */
  loads: 0,
});

export function update(changes) {
  Object.assign(model.data, changes);
  model.dirty = true;
}

async function loadDeals() {
  model.deals = await callKw('crm.lead', 'web_search_read', [], { fields: FIELDS });
  model.ids = model.deals.map(({ id }) => id);
}

async function show(id) {
  const [row] = await callKw('crm.lead', 'web_read', [[id]], { fields: FIELDS });
  Object.assign(model, {
    view: 'form',
    id,
    title: row.name,
    data: row,
    dirty: false,
    invalid: '',
    loads: model.loads + 1,
  });
}

export async function save() {
  if (!model.dirty) return;
  const { id, data } = model;
  await callKw('crm.lead', 'web_save', [[id], { ...data }]);
  await show(id);
}

export const discard = () => show(model.id);

/** The page first, the address behind it: that is the order in Odoo too. */
export async function open(id) {
  await save();
  await show(id);
  setTimeout(() => history.pushState({}, '', `/odoo/crm/${id}`), ADDRESS_BEHIND);
}

export const step = (by) => {
  const at = model.ids.indexOf(model.id) + by;
  return open(model.ids.at(at % model.ids.length));
};

export async function openBoard() {
  await loadDeals();
  model.view = 'kanban';
  history.pushState({}, '', '/odoo/crm');
}

export async function move(id, stage) {
  await callKw('crm.lead', 'web_save', [[id], { stage_id: stage }]);
  await loadDeals();
}

/** The browser's Back and Forward change the address first, and the page when the server has answered. */
async function follow() {
  const id = Number(/\/crm\/(\d+)/.exec(location.pathname)?.[1]);
  if (id) return await show(id);
  await loadDeals();
  model.view = new URL(location.href).searchParams.get('view_type') ?? 'kanban';
}

export async function start() {
  model.stages = await callKw('crm.stage', 'search_read', [], { fields: ['name'] });
  await loadDeals();
  addEventListener('popstate', follow);
  await follow();
}
