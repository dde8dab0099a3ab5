import type { Version } from '../versions.ts';

/**
 * Version 1. Never edited once released: the next change is v002.ts.
 * Deals by key; the won ones by their cycle, so that the norms need no deal to be loaded. Changes, answers and playbooks are
 * only ever added, in the order of their numbers.
 */
export const version: Version = {
  stores: {
    deals: 'key, [site+cycle]',
    changes: '++seq, deal',
    answers: '++seq, deal',
    exceptions: '[deal+gate], deal',
    parked: 'deal',
    shown: '[deal+prompt+day], deal, day',
    places: '[site+crm]',
    playbooks: '++seq',
    settings: 'key',
  },
};
