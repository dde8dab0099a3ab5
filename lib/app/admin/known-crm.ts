import type { Reading } from '../../core/deal.ts';
import { valueOf } from '../../core/fact.ts';
import { FIELD_NAMES, type FieldName, type Stage } from '../../core/fields.ts';
import type { KnownCrm } from './known.ts';
import type { KnownRow } from './known-rows.ts';

/** Custom fields of one CRM that are told. */
const MOST_CUSTOM = 500;

interface Counted {
  stage: Stage;
  deals: number;
}

interface Gathered {
  readonly crm: string;
  readonly site: string;
  deals: number;
  last: KnownRow | null;
  readonly stages: Map<string, Counted>;
  readonly readable: Set<FieldName>;
  readonly custom: Set<string>;
}

/** What the readings tell of one CRM on one site, with the key of the deal that was read last. */
export interface GatheredCrm extends Omit<KnownCrm, 'answers'> {
  readonly lastKey: string;
}

/** Gathers what is known of each CRM on each site. */
export interface Crms {
  readonly add: (row: KnownRow) => void;
  /** By CRM and site. */
  readonly all: () => readonly GatheredCrm[];
}

/** Gathers what each CRM could be read of; starts with none. */
export function createCrms(): Crms {
  const found = new Map<string, Gathered>();
  return {
    add: (row) => {
      const { crm } = row.ref;
      const key = JSON.stringify([crm, row.site]);
      const gathered = found.get(key) ?? newGathered(crm, row.site);
      found.set(key, gathered);
      gather(gathered, row);
    },
    all: () =>
      [...found.values()]
        .toSorted((a, b) => order(a.crm, b.crm) || order(a.site, b.site))
        .map(tell),
  };
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const newGathered = (crm: string, site: string): Gathered => ({
  crm,
  site,
  deals: 0,
  last: null,
  stages: new Map(),
  readable: new Set(),
  custom: new Set(),
});

function gather(into: Gathered, row: KnownRow): void {
  const { fields, custom } = row.reading;
  into.deals += 1;
  if (!into.last || isLater(row, into.last)) into.last = row;
  for (const name of FIELD_NAMES) {
    if (fields[name].is !== 'unknown') into.readable.add(name);
  }
  for (const [key, fact] of Object.entries(custom)) {
    if (fact.is !== 'unknown' && into.custom.size < MOST_CUSTOM) into.custom.add(key);
  }
  const stage = valueOf(fields.stage);
  if (stage) countStage(into.stages, stage);
}

/** A row says on which day its deal was read; of the same day, the one that was changed later is the likelier. */
function isLater(a: KnownRow, b: KnownRow): boolean {
  if (a.lastSeen !== b.lastSeen) return a.lastSeen > b.lastSeen;
  return changedOn(a.reading) > changedOn(b.reading);
}

const changedOn = ({ fields }: Reading): string => valueOf(fields.modified) ?? '';

function countStage(stages: Map<string, Counted>, stage: Stage): void {
  const before = stages.get(stage.id);
  if (!before) stages.set(stage.id, { stage, deals: 1 });
  else {
    before.deals += 1;
    // One row may know the place in the pipeline that another does not.
    if (before.stage.order === undefined) before.stage = stage;
  }
}

const tell = ({ crm, site, deals, last, stages, readable, custom }: Gathered): GatheredCrm => ({
  crm,
  site,
  deals,
  last: last?.reading ?? null,
  lastKey: last?.key ?? '',
  stages: [...stages.values()].toSorted(inPipeline).map(({ stage }) => stage),
  readable: FIELD_NAMES.filter((name) => readable.has(name)),
  custom: [...custom].toSorted(order),
});

const STATES: readonly Stage['state'][] = ['open', 'won', 'lost'];

/** Along the pipeline; stages whose place is not known come after, open ones first, then by how many deals stand in them. */
function inPipeline(a: Counted, b: Counted): number {
  const place = (a.stage.order ?? Infinity) - (b.stage.order ?? Infinity);
  if (place !== 0 && !Number.isNaN(place)) return place;
  const state = STATES.indexOf(a.stage.state) - STATES.indexOf(b.stage.state);
  return state || b.deals - a.deals || order(a.stage.label, b.stage.label);
}
