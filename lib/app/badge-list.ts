import type { ListRef, ListRow } from '../crm/adapter.ts';
import { forget, undraw, work, type List, type ListWorld } from './badge-pass.ts';
import { dealOn, track, type TrackedRow } from './badge-rows.ts';
import { onSight } from './badge-sight.ts';
import { onRows } from './badge-watch.ts';
import { localToday } from './card-view.ts';

/** The badges of one list or board, until it is left. */
export interface BadgeList {
  /** Asks again about every row in sight. */
  readonly refresh: () => void;
}

/** Follows the rows of a list: those in sight get a badge, those that leave lose it. Ends with the signal, and leaves no trace. */
export function openList(ref: ListRef, world: ListWorld, signal: AbortSignal): BadgeList {
  const rows = new Map<Element, TrackedRow>();
  const sight = onSight(world.view, signal, (changes) => {
    seen(list, changes);
  });
  const look = onRows(world.view, signal, {
    note: (record) => note(record, rows),
    look: () => {
      scan(list);
    },
  });
  const list: List = {
    ref,
    world,
    signal,
    rows,
    sight,
    again: look,
    working: false,
    waiting: false,
    failed: false,
    today: localToday(),
  };
  signal.addEventListener('abort', () => {
    for (const row of rows.values()) undraw(world.painter, row);
    rows.clear();
  });
  look();
  return {
    refresh: () => {
      forget(rows.values());
      look();
    },
  };
}

/** How far up from a changed node a row is looked for. */
const DEPTH = 12;

/** Marks the rows that a change was in; true when one of them has a badge, or will. A row that was moved stands elsewhere now. */
function note(record: MutationRecord, rows: ReadonlyMap<Element, TrackedRow>): boolean {
  for (const node of record.addedNodes) {
    const moved = rows.get(node as Element);
    if (moved) moved.changed = true;
  }
  let node: Node | null = record.target;
  for (let depth = 0; node && depth < DEPTH; depth += 1, node = node.parentNode) {
    const row = rows.get(node as Element);
    if (!row) continue;
    row.changed = true;
    return row.inSight && row.badge !== null;
  }
  return false;
}

/** A reader that throws is a list that can't be read: it has no rows. */
function readRows(list: List): readonly ListRow[] {
  const { adapter, view } = list.world;
  try {
    return adapter.rows?.(view.document, list.ref) ?? [];
  } catch (error) {
    if (!list.failed) console.warn(`Dealside can't read this list (${adapter.meta.id})`, error);
    list.failed = true;
    return [];
  }
}

/** Finds the rows that the page has now, and looks at those in sight again. */
function scan(list: List): void {
  const { rows, sight, world } = list;
  if (world.isCutOff()) {
    world.cutOff();
    return;
  }
  const found = readRows(list);
  const gone = new Set(rows.keys());
  for (const row of found) {
    const tracked = rows.get(row.element);
    gone.delete(row.element);
    if (tracked) tracked.row = row;
    else {
      rows.set(row.element, track(row));
      sight.observe(row.element);
    }
  }
  for (const element of gone) {
    const row = rows.get(element);
    if (row) undraw(world.painter, row);
    rows.delete(element);
    sight.unobserve(element);
  }
  dropStrangers(list);
  work(list);
  if (rows.size === 0) world.empty();
}

/** A row element that shows another deal by now must not carry the old one's badge for a single frame. */
function dropStrangers({ rows, world }: List): void {
  for (const row of rows.values()) {
    if (!row.inSight || row.deal === dealOn(row.row)) continue;
    undraw(world.painter, row);
    row.deal = dealOn(row.row);
    row.said = '';
    row.changed = true;
    row.badge = undefined;
  }
}

/** Rows came into sight, or left it: those cost nothing until they come back. */
function seen(list: List, changes: readonly { element: Element; inSight: boolean }[]): void {
  for (const { element, inSight } of changes) {
    const row = list.rows.get(element);
    if (!row) continue;
    row.inSight = inSight;
    if (!inSight) undraw(list.world.painter, row);
  }
  // A row may have become another deal's while it was out of sight: it is read anew, and not from what was.
  dropStrangers(list);
  work(list);
}
