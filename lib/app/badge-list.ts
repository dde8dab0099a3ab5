import type { Adapter, ListRef, ListRow } from '../crm/adapter.ts';
import type { Client } from '../messaging/client.ts';
import type { DealsFetched } from './badge-deals.ts';
import type { Painter } from './badge-model.ts';
import { dealOn, seenRow, track, type TrackedRow } from './badge-rows.ts';
import { onSight } from './badge-sight.ts';
import { inSlices } from './badge-slices.ts';
import { onRows } from './badge-watch.ts';
import type { PageWindow } from './card-timing.ts';
import { localToday } from './card-view.ts';

/** Rows in one message: its answer is drawn before the next one is asked. */
const CHUNK = 100;

export interface ListWorld {
  readonly view: PageWindow;
  readonly adapter: Adapter;
  readonly client: Pick<Client, 'badges'>;
  readonly painter: Painter;
  readonly deals: DealsFetched;
  /** True once the extension is gone under the page. */
  readonly isCutOff: () => boolean;
  /** Called then: nothing may be left on the page. */
  readonly cutOff: () => void;
  /** Called when the page was looked at and had no rows. */
  readonly empty: () => void;
}

/** The badges of one list or board, until it is left. */
export interface BadgeList {
  /** Asks again about every row in sight. */
  readonly refresh: () => void;
}

interface List {
  readonly ref: ListRef;
  readonly world: ListWorld;
  readonly signal: AbortSignal;
  readonly rows: Map<Element, TrackedRow>;
  readonly sight: ReturnType<typeof onSight>;
  readonly again: () => void;
  /** One pass at a time; asked for during one, it follows it. */
  working: boolean;
  waiting: boolean;
  failed: boolean;
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

/** Marks the rows that a change was in; true when one of them carries a badge. A row that was moved stands elsewhere now. */
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
    return row.host !== undefined;
  }
  return false;
}

function undraw(painter: Painter, row: TrackedRow): void {
  if (row.host) painter.remove(row.host);
  row.host = undefined;
}

/** What was asked about rows counts no more: they are asked about again when they are next in sight. */
function forget(rows: Iterable<TrackedRow>): void {
  for (const row of rows) {
    row.said = '';
    row.changed = true;
  }
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

/** Reads, asks and draws; a change meanwhile is worked on right after. */
function work(list: List): void {
  list.waiting = true;
  if (!list.working) void run(list);
}

async function run(list: List): Promise<void> {
  list.working = true;
  try {
    while (list.waiting && !list.signal.aborted) {
      list.waiting = false;
      await pass(list);
    }
  } catch (error) {
    console.warn('Dealside could not draw its badges', error);
  } finally {
    list.working = false;
  }
}

const inSight = ({ rows }: List): TrackedRow[] =>
  [...rows.values()].filter((row) => row.inSight && row.element.isConnected);

async function pass(list: List): Promise<void> {
  const { world, signal } = list;
  const asking: TrackedRow[] = [];
  const standing: TrackedRow[] = [];
  const due = inSight(list).filter((row) => row.changed || (row.badge && !row.host));
  await inSlices(world.view, signal, due, (row) => {
    if (row.changed && readAgain(list, row)) asking.push(row);
    else standing.push(row);
  });
  await drawAll(list, standing);
  for (let at = 0; at < asking.length && !signal.aborted; at += CHUNK) {
    await ask(list, asking.slice(at, at + CHUNK));
  }
  if (signal.aborted) return;
  world.deals.cover(
    () => inSight(list),
    () => {
      forget(list.rows.values());
      list.again();
    },
  );
}

/** Reads what a row says; true when that was not asked about yet. */
function readAgain(list: List, row: TrackedRow): boolean {
  row.changed = false;
  const seen = seenRow(row.row);
  const said = seen ? JSON.stringify(seen) : '-';
  if (said === row.said) return false;
  row.said = said;
  if (seen) return true;
  row.badge = null;
  undraw(list.world.painter, row);
  return false;
}

/** Asks about rows and draws what came back, unless a row says something else by then. */
async function ask(list: List, rows: readonly TrackedRow[]): Promise<void> {
  const { world, ref } = list;
  const asked = rows.flatMap((row) => {
    const seen = isTwin(list, row) ? undefined : seenRow(row.row);
    if (!seen) row.badge = null;
    return seen ? [{ row, seen, said: row.said }] : [];
  });
  const { crm, org } = ref;
  const answer = await world.client.badges({
    crm,
    ...(org === undefined ? {} : { org }),
    rows: asked.map(({ seen }) => seen),
  });
  if (list.signal.aborted) return;
  if (!answer.ok && answer.fault === 'updated') world.cutOff();
  const current = asked.filter(({ row, said }) => row.said === said);
  for (const { row } of current) row.badge = null;
  asked.forEach(({ row, said }, index) => {
    if (row.said === said && answer.ok) row.badge = answer.badges[index] ?? null;
  });
  const today = answer.ok ? (answer.clock ?? undefined) : undefined;
  await drawAll(
    list,
    rows.filter((row) => row.badge !== undefined),
    today,
  );
}

/** True for a row without an id that another row of the list says just the same as: neither is certain then. */
function isTwin({ rows }: List, { row, element, said }: TrackedRow): boolean {
  if (row.id !== undefined) return false;
  for (const other of rows.values()) {
    if (other.element === element || other.row.id !== undefined) continue;
    if (other.row.name === row.name && JSON.stringify(seenRow(other.row)) === said) return true;
  }
  return false;
}

/** Draws badges where they are missing, or say something else now. */
async function drawAll(
  { world, signal }: List,
  rows: readonly TrackedRow[],
  today: string = localToday(),
): Promise<void> {
  const { painter, view } = world;
  let drawn: HTMLElement[] = [];
  const draw = (row: TrackedRow): void => {
    const says = JSON.stringify(row.badge);
    const stands = row.host !== undefined && row.row.at.contains(row.host);
    if (stands && says === row.shown) return;
    undraw(painter, row);
    if (!row.badge || !row.inSight || !row.element.isConnected) return;
    row.host = painter.draw({ row: row.element, at: row.row.at, badge: row.badge }, today);
    row.shown = says;
    drawn.push(row.host);
  };
  await inSlices(view, signal, rows, draw, () => {
    painter.place(drawn);
    drawn = [];
  });
}
