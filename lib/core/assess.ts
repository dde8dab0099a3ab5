import type { Assessment } from './assessment.ts';
import type { Deal } from './deal.ts';
import type { ActivePlaybook } from './playbook.ts';

export declare function assess(deal: Deal, playbook: ActivePlaybook, now: string): Assessment;
