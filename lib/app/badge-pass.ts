import type { Adapter, ListRef } from '../crm/adapter.ts';
import type { Client } from '../messaging/client.ts';
import type { DealsFetched } from './badge-deals.ts';
import type { BadgePlace, BadgeSpot, Painter } from './badge-model.ts';
import { seenRow, type TrackedRow } from './badge-rows.ts';
import type { Sight } from './badge-sight.ts';
import { inSlices } from './badge-slices.ts';
import type { PageWindow } from './card-timing.ts';
import { localToday } from './card-view.ts';

/** One pass over a list's rows in sight: what changed is read, what is new is asked about, what came back is drawn. */

/** Rows in one message: its answer is drawn before the next one is asked. */
const CHUNK = 100;

/** What a list stands on: the page, the CRM's adapter, the background and the screen. */
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

/** What is known of one list while it is open. */
export interface List {
  readonly ref: ListRef;
  readonly world: ListWorld;
  readonly signal: AbortSignal;
  readonly rows: Map<Element, TrackedRow>;
  readonly sight: Sight;
  readonly again: () => void;
  /** One pass at a time; asked for during one, it follows it. */
  working: boolean;
  waiting: boolean;
  /** Its rows could not be read, and that was said. */
  failed: boolean;
  /** The day that counts as today. */
  today: string;
}

/** Takes a row's badge away. */
export function undraw(painter: Painter, row: TrackedRow): void {
  if (row.host) painter.remove(row.host);
  row.host = undefined;
}

/** What was asked about rows counts no more: they are asked about again when they are next in sight. */
export function forget(rows: Iterable<TrackedRow>): void {
  for (const row of rows) {
    row.said = '';
    row.changed = true;
  }
}

/** Reads, asks and draws; a change meanwhile is worked on right after. */
export function work(list: List): void {
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
  row.seen = seen;
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
    const seen = isTwin(list, row) ? undefined : row.seen;
    if (!seen) row.badge = null;
    return seen ? [{ row, seen, said: row.said }] : [];
  });
  if (asked.length === 0) return;
  const { crm, org } = ref;
  const answer = await world.client.badges({
    crm,
    ...(org === undefined ? {} : { org }),
    rows: asked.map(({ seen }) => seen),
  });
  if (list.signal.aborted) return;
  if (!answer.ok && answer.fault === 'updated') world.cutOff();
  asked.forEach(({ row, said }, index) => {
    // It says something else by now, and may be another deal's: it is read again at the next look.
    if (row.changed) row.said = '';
    else if (row.said === said) row.badge = answer.ok ? (answer.badges[index] ?? null) : null;
  });
  if (answer.ok) list.today = answer.clock ?? localToday();
  await drawAll(
    list,
    rows.filter((row) => row.badge !== undefined && !row.changed),
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

/** True for a row whose badge is missing, or says something else now. */
function isStale({ row, badge, host, shown }: TrackedRow): boolean {
  if (host === undefined || !row.at.contains(host)) return badge !== null || host !== undefined;
  return shown !== JSON.stringify(badge);
}

interface Planned {
  readonly row: TrackedRow;
  readonly spot: BadgeSpot;
  readonly place: BadgePlace;
}

/** Draws badges where they are missing, or say something else now. All places are found before the first one is drawn. */
async function drawAll({ world, signal, today }: List, rows: readonly TrackedRow[]): Promise<void> {
  const { painter, view } = world;
  const planned: Planned[] = [];
  await inSlices(view, signal, rows, (row) => {
    if (!isStale(row)) return;
    if (!row.badge || !row.inSight || !row.element.isConnected) {
      undraw(painter, row);
      return;
    }
    const spot = { row: row.element, at: row.row.at, badge: row.badge };
    const place = painter.plan(spot);
    if (place) planned.push({ row, spot, place });
    else undraw(painter, row);
  });
  await inSlices(view, signal, planned, ({ row, spot, place }) => {
    // The page had its turn meanwhile.
    if (row.badge !== spot.badge || row.changed || !row.inSight || !place.behind.isConnected)
      return;
    undraw(painter, row);
    row.host = painter.draw(spot, place, today);
    row.shown = JSON.stringify(spot.badge);
  });
}
