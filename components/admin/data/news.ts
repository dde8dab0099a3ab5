import type { FileFound } from '../../../lib/app/admin/data-model.ts';

/** A file that can be taken. */
export type GoodFile = Extract<FileFound, { kind: 'good' }>;

/** How many rows taking a file adds or brings up to date. */
export const newsIn = ({ report }: Pick<GoodFile, 'report'>): number =>
  Object.values(report).reduce((sum, { added, changed }) => sum + added + changed, 0);
