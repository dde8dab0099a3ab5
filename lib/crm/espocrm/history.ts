import type { DealRef } from '../../core/deal.ts';
import type { IsoDate } from '../../core/fields.ts';
import type { Change } from '../../core/records.ts';
import type { Access } from '../access.ts';
import { dateOf, todayAt, decimalOf, isRow, textIn, type Row } from '../answer-values.ts';
import { changeOf, plainText, type Places } from '../changes.ts';
import { PAGE_SIZE } from './api.ts';
import { getPage } from './call.ts';
import { learn } from './known.ts';
import { DELIVERED_STAGES } from './stages.ts';
import { localDayOf } from './values.ts';

/** A stream of more pages than these is read no further: what is older is then not covered. */
const PAGES = 10;

interface Note {
  readonly day: IsoDate;
  readonly type: string | undefined;
  readonly data: Row;
}

/** Reads the deal's changes from its stream: stages, and the fields that EspoCRM audits (the amount and the close date, as delivered). */
export async function history(
  access: Access,
  { id }: DealRef,
): Promise<{ changes: readonly Change[]; since: IsoDate }> {
  const [{ stages }, notes] = await Promise.all([learn(access), notesOf(access, id)]);
  const { changes, since } = changesIn(notes, stages ?? DELIVERED_STAGES);
  const from = since ?? notes[0]?.day ?? todayAt(Date.now());
  return { changes: changes.filter(({ day }) => day >= from), since: from };
}

/** The stream's notes, oldest first. */
async function notesOf(access: Access, id: string): Promise<Note[]> {
  const notes: Note[] = [];
  for (let offset = 0, left = PAGES; left > 0; left -= 1) {
    const page = await getPage(access, `Opportunity/${encodeURIComponent(id)}/stream`, {
      maxSize: PAGE_SIZE,
      offset,
    });
    for (const { createdAt, type, data } of page.rows) {
      const day = localDayOf(createdAt);
      if (day !== undefined) notes.push({ day, type: textIn(type), data: isRow(data) ? data : {} });
    }
    if (!page.more) break;
    offset += page.rows.length;
  }
  return notes.reverse();
}

/**
 * The changes of these notes. A stage is told without the one before it: that is known from the note before, or from the
 * deal's creation. Without either, the first stage is where the covered time begins, and no change.
 */
function changesIn(
  notes: readonly Note[],
  stages: Places,
): { changes: Change[]; since: IsoDate | undefined } {
  const changes: Change[] = [];
  let stage: string | undefined;
  let since: IsoDate | undefined;
  for (const { day, type, data } of notes) {
    if (type === 'Create') since = day;
    if (type === 'Update') changes.push(...updatesIn(data, day));
    const next = stageOf(type, data);
    if (next === undefined || next === stage) continue;
    if (stage === undefined) since ??= day;
    else changes.push(...changeOf({ field: 'stage', from: stage, to: next, day }, stages));
    stage = next;
  }
  return { changes, since };
}

/** `Create` has the first stage; a `Status` note, from 9.2 on an `Update`, has the new one. */
function stageOf(type: string | undefined, data: Row): string | undefined {
  if (type === 'Create')
    return (data.statusField ?? 'stage') === 'stage' ? textIn(data.statusValue) : undefined;
  if (type === 'Status' || type === 'Update')
    return (data.field ?? 'stage') === 'stage' ? textIn(data.value) : undefined;
  return undefined;
}

const AUDITED = [
  ['amount', decimalOf],
  ['closeDate', dateOf],
] as const;

/** `attributes.was` and `attributes.became` by name. What cannot be read in either is left out. */
function updatesIn({ attributes }: Row, day: IsoDate): Change[] {
  const { was, became } = isRow(attributes) ? attributes : {};
  if (!isRow(was) || !isRow(became)) return [];
  return AUDITED.flatMap(([field, text]) => {
    if (was[field] === undefined || became[field] === undefined) return [];
    const [from, to] = [plainText(was[field], text), plainText(became[field], text)];
    return changeOf({ field, from, to, day });
  });
}
