import type { Access } from '../access.ts';
import { lineOf, type Row } from '../answer-values.ts';
import { attempt } from '../ask.ts';
import { remember, toldIn } from './labels.ts';
import { attemptBeside, me } from './people.ts';
import { askAll } from './request.ts';

/** The key of a field: the versions have different names for it. */
export const keyOf = (row: Row): string | undefined => lineOf(row.field_code) ?? lineOf(row.key);
export const labelOf = (row: Row): string | undefined => lineOf(row.field_name) ?? lineOf(row.name);

/**
 * Learns, once in a window, what this company calls its fields and in which locale the user reads: the page's rows are found by
 * their labels. Where the API does not tell, the usual labels have to do, and it is asked again next time.
 */
export async function learnLabels(access: Access): Promise<void> {
  const { labels, locale } = toldIn(access.view);
  await Promise.all([
    labels ?? attempt(access, () => learnFields(access)),
    locale ?? attemptBeside(access, () => learnLocale(access)),
  ]);
}

async function learnFields(access: Access): Promise<void> {
  const rows = await askAll(access, {
    v2: ['/dealFields', { limit: 500 }],
    v1: ['/dealFields', { limit: 500 }],
  });
  const labels = new Map<string, string>();
  for (const row of rows) {
    const [key, label] = [keyOf(row), labelOf(row)?.toLowerCase()];
    if (!key || !label) continue;
    // A label that two fields share stands for neither
    labels.set(label, labels.has(label) ? '' : key);
  }
  remember(access.view, { labels });
}

async function learnLocale(access: Access): Promise<void> {
  const { locale } = await me(access);
  if (locale !== undefined) remember(access.view, { locale });
}
