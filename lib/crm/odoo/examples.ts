import type { PageRef } from '../adapter.ts';
import { meta } from './meta.ts';

const deal = (id: string): PageRef => ({ kind: 'deal', ref: { crm: meta.id, id } });
const listOf = (view: 'list' | 'board'): PageRef => ({ kind: view, ref: { crm: meta.id } });

/** URLs and what they are, for the contract tests. */
export const examples: readonly (readonly [url: string, what: PageRef | undefined])[] = [
  ['https://acme.odoo.com/web#id=12&model=crm.lead&view_type=form', deal('12')],
  [
    'https://erp.example.com/web#cids=1&menu_id=120&action=178&model=crm.lead&view_type=form&id=12',
    deal('12'),
  ],
  ['https://erp.example.com/web?debug=1#id=12&action=178&model=crm.lead', deal('12')],
  ['https://acme.odoo.com/odoo/crm/12', deal('12')],
  ['https://acme.odoo.com/odoo/crm.lead/12?debug=1', deal('12')],
  ['https://acme.odoo.com/odoo/action-178/12', deal('12')],
  ['https://acme.odoo.com/odoo/action-crm.crm_lead_all_leads/12', deal('12')],
  ['https://acme.odoo.com/odoo/contacts/5/action-178/12', deal('12')],
  ['http://localhost:8069/odoo/crm/3/crm.lead/12/', deal('12')],
  ['https://acme.odoo.com/scoped_app/crm/12', deal('12')],
  ['https://acme.odoo.com/web#model=crm.lead&view_type=kanban', listOf('board')],
  ['https://acme.odoo.com/web#model=crm.lead&view_type=list&cids=1', listOf('list')],
  ['https://acme.odoo.com/odoo/crm', listOf('board')],
  ['https://acme.odoo.com/odoo/crm?view_type=list', listOf('list')],
  ['https://acme.odoo.com/odoo/crm/new', undefined],
  ['https://acme.odoo.com/odoo/crm.lead/new', undefined],
  ['https://acme.odoo.com/odoo/contacts/5', undefined],
  ['https://acme.odoo.com/odoo/crm/12/contacts/5', undefined],
  ['https://acme.odoo.com/odoo/crm/12/res.partner/5', undefined],
  ['https://acme.odoo.com/odoo/m-website/12', undefined],
  ['https://acme.odoo.com/odoo/crm?view_type=pivot', undefined],
  ['https://acme.odoo.com/odoo/crm/12/34', undefined],
  ['https://acme.odoo.com/odoo', undefined],
  ['https://acme.odoo.com/web#id=5&model=res.partner&view_type=form', undefined],
  ['https://acme.odoo.com/web#model=crm.lead&view_type=form', undefined],
  ['https://acme.odoo.com/web#id=&model=crm.lead&view_type=form', undefined],
  ['https://acme.odoo.com/web/login', undefined],
  ['https://acme.odoo.com/crm/12', undefined],
];
