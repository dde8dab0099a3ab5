import { startAtomic } from './atomic/start.ts';
import type { CrmName, RunningCrm, StartOptions } from './crm.ts';
import { startTryton } from './tryton/start.ts';

/** Starts a CRM by its name. Throws `LeftOut` where it cannot run on this machine. */
export function startCrm(name: CrmName, options: StartOptions): Promise<RunningCrm> {
  return name === 'atomic' ? startAtomic(options) : startTryton(options);
}
