import { dayNumber } from './calendar.ts';
import type { Fields } from './deal.ts';
import { known, type Fact } from './fact.ts';
import type { Change } from './records.ts';

/** The times that the close date moved later, oldest first, each with the calendar days that it moved. */
export function pushesIn(history: readonly Change[]): { day: string; days: number }[] {
  const pushes: { day: string; days: number }[] = [];
  for (const change of history) {
    if (change.field !== 'closeDate' || change.from === null || change.to === null) continue;
    const days = dayNumber(change.to) - dayNumber(change.from);
    if (days > 0) pushes.push({ day: change.day, days });
  }
  return pushes;
}

const canFill = (fact: Fact<unknown>): boolean =>
  fact.is === 'unknown' && (fact.reason === 'not-on-page' || fact.reason === 'not-offered');

/**
 * Fills in what the CRM does not tell and history does: the number of pushes, and the day on which the
 * deal entered its stage. Both speak of the time since `since` alone; without it nothing is filled in.
 */
export function deriveFromHistory(
  fields: Fields,
  history: readonly Change[],
  since: string | undefined,
): Fields {
  if (since === undefined) return fields;
  const pushes = canFill(fields.pushes)
    ? known(pushesIn(history).length, 'history')
    : fields.pushes;
  const entered = canFill(fields.stageEntered) ? stageEntered(fields, history, since) : undefined;
  return { ...fields, pushes, stageEntered: entered ?? fields.stageEntered };
}

/** The day of the last change into the present stage; the day of creation where history reaches back to it. */
function stageEntered(
  fields: Fields,
  history: readonly Change[],
  since: string,
): Fact<string> | undefined {
  if (fields.stage.is !== 'value') return undefined;
  const moves = history.filter((change) => change.field === 'stage');
  const last = moves.at(-1);
  if (last) return last.to === fields.stage.value.id ? known(last.day, 'history') : undefined;
  const { created } = fields;
  return created.is === 'value' && since <= created.value
    ? known(created.value, 'history')
    : undefined;
}
