/** The signals, in the order in which the playbook lists them; each has a file of its name here. */
export const SIGNAL_IDS = [
  'quiet-buyer',
  'stuck-in-stage',
  'older-than-we-win',
  'date-passed',
  'date-moves',
  'no-next-step',
  'month-end-habit',
  'going-backwards',
] as const;
export type SignalId = (typeof SIGNAL_IDS)[number];
