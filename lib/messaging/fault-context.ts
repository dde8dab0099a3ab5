import type { DealContext, StorageFault } from './protocol.ts';

/** What opening a deal gives when nothing could be asked or read: the fault, and nothing that looks like data. */
export const faultContext = (fault: StorageFault): DealContext => ({
  key: '',
  playbook: null,
  playbookFault: null,
  records: null,
  recordsFault: fault,
  shown: [],
  place: null,
  mistrusted: [],
  clock: null,
});
