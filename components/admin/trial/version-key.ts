import type { Version } from '../../../lib/app/admin/versions.ts';

/** One word for each version, to be told from all others. */
export const versionKey = ({ id }: Pick<Version, 'id'>): string => String(id ?? 'starter');
