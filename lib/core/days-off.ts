import type { Playbook } from './playbook.ts';

/** The days on which nobody works beside weekends (YYYY-MM-DD): the country's holidays and the playbook's own days off. */
export const holidaysWith = (
  { daysOff }: Pick<Playbook, 'daysOff'>,
  holidays: readonly string[],
): readonly string[] => (daysOff ? [...new Set([...holidays, ...daysOff])] : holidays);
