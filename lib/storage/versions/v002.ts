import type { Version } from '../versions.ts';

/**
 * Version 2. Never edited once released: the next change is v003.ts.
 * Beside what version 1 keeps: what reps call wrong, by deal and by rule, and how often what was sent to which host.
 * Published playbooks carry a note, a name and an instant from now on; those of version 1 have none.
 */
export const version: Version = {
  stores: {
    deals: 'key, site, [site+cycle]',
    changes: '++seq, deal',
    answers: '++seq, deal',
    exceptions: '[deal+gate], deal',
    parked: 'deal',
    shown: '[deal+prompt+day], deal, day',
    places: '[site+crm]',
    playbooks: '++seq',
    settings: 'key',
    disputes: '[deal+rule], deal, rule',
    sent: '[day+host+kind], day',
  },
};
