import type { DealRef } from '../../core/deal.ts';
import type { FieldName } from '../../core/fields.ts';
import type { Change } from '../../core/records.ts';
import type { Access } from '../access.ts';
import { dayAt, isRow, listOf, type Row } from '../answer-values.ts';
import { attempt } from '../ask.ts';
import { changeOf, plainText, type Places, type Text } from '../changes.ts';
import { CrmTrouble } from '../trouble.ts';
import { askHubSpot } from './request.ts';
import { fetchStages } from './stages.ts';
import { dayOf, decimalOf, idOf, momentOf, propertiesOf } from './values.ts';

/** Each property whose changes are kept, and its value as a plain text. */
const KEPT: readonly (readonly [field: FieldName, property: string, text: Text])[] = [
  ['stage', 'dealstage', idOf],
  ['closeDate', 'closedate', dayOf],
  ['amount', 'amount', decimalOf],
];

/**
 * HubSpot keeps a limited number of versions of a property and does not say how many. A list this long may have lost its
 * beginning: then its oldest entry is the first day that is known.
 */
const MAY_BE_CUT = 20;

interface Version {
  readonly time: number;
  /** Null for empty. */
  readonly text: string | null;
}

/** The changes of stage, close date and amount, oldest first, from HubSpot's own versions of these properties. */
export async function history(
  access: Access,
  { org, id }: DealRef,
): Promise<{ changes: readonly Change[]; since: string }> {
  const [answer, stages] = await Promise.all([
    askHubSpot(access, org, {
      path: `/crm/v3/objects/deals/${encodeURIComponent(id)}`,
      query: {
        properties: 'createdate',
        propertiesWithHistory: KEPT.map(([, property]) => property).join(','),
      },
    }),
    attempt(access, () => fetchStages(access, org)),
  ]);
  if (!isRow(answer) || idOf(answer.id) !== id) throw new CrmTrouble('not-json');
  const all = isRow(answer.propertiesWithHistory) ? answer.propertiesWithHistory : {};
  const known = 'got' in stages ? stages.got : [];
  const lists = KEPT.map(([field, property, text]) => ({
    field,
    versions: versionsOf(all[property], text),
  }));
  const changes = lists.flatMap(({ field, versions }) => changesOf(field, versions, known));
  return {
    changes: changes.sort((a, b) => a.time - b.time).map(({ change }) => change),
    since: sinceOf(
      propertiesOf(answer),
      lists.map(({ versions }) => versions),
    ),
  };
}

/** Oldest first; HubSpot gives the newest first. What cannot be read is left out. */
function versionsOf(list: unknown, text: Text): Version[] {
  const versions = (listOf(list) ?? []).flatMap((entry) => {
    const time = momentOf(entry.timestamp);
    const value = plainText(entry.value, text);
    return time === undefined || value === undefined ? [] : [{ time, text: value }];
  });
  return versions.sort((a, b) => a.time - b.time);
}

function changesOf(
  field: FieldName,
  versions: readonly Version[],
  stages: Places,
): { time: number; change: Change }[] {
  return versions.flatMap(({ time, text }, index) => {
    const before = versions[index - 1];
    const day = dayAt(time);
    if (!before || day === undefined) return [];
    const changes = changeOf({ field, from: before.text, to: text, day }, stages);
    return changes.map((change) => ({ time, change }));
  });
}

/** The day on which the deal was made, or a later one where a list may have lost its beginning. */
function sinceOf(properties: Row, lists: readonly (readonly Version[])[]): string {
  const created = momentOf(properties.createdate);
  const oldest = lists.flatMap((versions) => versions[0]?.time ?? []);
  const cut = lists.flatMap((versions) =>
    versions.length >= MAY_BE_CUT ? (versions[0]?.time ?? []) : [],
  );
  const first = created ?? Math.max(...oldest);
  const day = dayAt(Math.max(first, ...cut));
  if (day === undefined) throw new CrmTrouble('not-json');
  return day;
}
