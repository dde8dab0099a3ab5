import type { PageRef } from '../adapter.ts';

const deal: PageRef = { kind: 'deal', ref: { crm: 'salesforce', id: '0065g00000LxYzAAAV' } };
const list: PageRef = { kind: 'list', ref: { crm: 'salesforce' } };

/** URLs and what they are, for the contract tests. */
export const examples: readonly (readonly [url: string, what: PageRef | undefined])[] = [
  ['https://acme.lightning.force.com/lightning/r/Opportunity/0065g00000LxYzAAAV/view', deal],
  ['https://acme.lightning.force.com/lightning/r/Opportunity/0065g00000LxYzA/view', deal],
  ['https://acme.lightning.force.com/lightning/r/Opportunity/0065g00000lxyzaaav/view', deal],
  ['https://acme.lightning.force.com/lightning/r/0065g00000LxYzAAAV/view', deal],
  [
    'https://acme.lightning.force.com/lightning/r/Opportunity/0065g00000LxYzAAAV/view?ws=%2Flightning%2Fr%2FAccount%2F0015g00000AbCdEAAV%2Fview',
    deal,
  ],
  [
    'https://acme.lightning.force.com/lightning/r/Opportunity/0065g00000LxYzAAAV/edit?navigationLocation=LIST_VIEW',
    deal,
  ],
  [
    'https://acme--uat.sandbox.lightning.force.com/lightning/r/Opportunity/0065g00000LxYzAAAV/view',
    deal,
  ],
  ['https://acme.my.salesforce.com/lightning/r/Opportunity/0065g00000LxYzAAAV/view', deal],
  ['https://acme.lightning.force.mil/lightning/r/Opportunity/0065g00000LxYzAAAV/view', deal],
  ['https://acme.lightning.sfcrmapps.cn/lightning/r/Opportunity/0065g00000LxYzAAAV/view', deal],
  [
    'https://acme.lightning.force.com.mcas.ms/lightning/r/Opportunity/0065g00000LxYzAAAV/view',
    deal,
  ],
  ['https://acme.lightning.force.com/lightning/o/Opportunity/list?filterName=Recent', list],
  ['https://acme.lightning.force.com/lightning/o/Opportunity/home', list],
  [
    'https://acme.lightning.force.com/lightning/o/Opportunity/pipelineInspection?filterName=00B5g00000AbCdEEAV',
    list,
  ],
  [
    'https://acme.lightning.force.com/lightning/r/Opportunity/0065g00000LxYzAAAV/related/OpportunityContactRoles/view',
    undefined,
  ],
  ['https://acme.lightning.force.com/lightning/r/Account/0015g00000AbCdEAAV/view', undefined],
  ['https://acme.lightning.force.com/lightning/r/0015g00000AbCdEAAV/view', undefined],
  ['https://acme.lightning.force.com/lightning/o/Opportunity/new', undefined],
  ['https://acme.lightning.force.com/lightning/o/Account/list', undefined],
  ['https://acme.lightning.force.com/lightning/page/home', undefined],
  // Cases that the three last characters contradict.
  ['https://acme.lightning.force.com/lightning/r/Opportunity/0065g00000LxYzA555/view', undefined],
  ['https://lightning.force.com/lightning/r/Opportunity/0065g00000LxYzAAAV/view', undefined],
  [
    'https://acme.lightning.force.com.example.com/lightning/r/Opportunity/0065g00000LxYzAAAV/view',
    undefined,
  ],
  ['https://crm.example.com/lightning/r/Opportunity/0065g00000LxYzAAAV/view', undefined],
];
