import pack from '../../../lib/playbooks/bant-light.json' with { type: 'json' };

/** The light starter pack, with a rule for each of the page's stages: Odoo's stages are the team's own. */
export const PLAYBOOK = JSON.stringify({
  ...pack,
  stages: [
    ...pack.stages,
    { crm: 'odoo', stage: 'New', category: 'pipeline' },
    { crm: 'odoo', stage: 'Qualified', category: 'pipeline' },
    { crm: 'odoo', stage: 'Proposition', category: 'forecast' },
  ],
});
