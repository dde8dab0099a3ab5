import { assess } from '../core/assess.ts';
import type { Assessment, SignalResult } from '../core/assessment.ts';
import { unknownFields, type Deal, type DealRef, type Reading } from '../core/deal.ts';
import type { FieldName } from '../core/fields.ts';
import type { ActivePlaybook } from '../core/playbook.ts';
import { dealKey } from '../messaging/deal-key.ts';
import type { Badge, BadgesAnswer, BadgeSignal, DataOf, SeenRow } from '../messaging/protocol.ts';
import { findByName, readManyRecords } from '../storage/many-deals.ts';
import { faultOf } from '../storage/fault.ts';
import { readMistrusted } from '../storage/health.ts';
import type { KeptRecords } from '../storage/records.ts';
import type { DealsideDb, Store } from '../storage/db.ts';
import { byName, dealOfRow, overlay, plainName } from './badge-match.ts';
import { settableClock, today } from './clock.ts';
import { activePlaybook } from './playbook-store.ts';

/** Gates that a badge names; the others are counted. */
const NAMED_GATES = 3;

type Asked = DataOf<'badges'>;

/**
 * The badges of a list's rows. A row of which it is not certain which deal it is gets none. A field that the self-check has
 * switched off on this site is not taken from rows either: who cannot read it in a deal may not be able to read it in a
 * list. An admin's corrected selectors say where a field stands in a deal, and nothing about rows: they change none of this.
 */
export async function badgesOf(store: Store, all: Asked, site: string): Promise<BadgesAnswer> {
  const [{ playbook }, day, clock] = await Promise.all([
    activePlaybook(store, site),
    today(),
    settableClock(),
  ]);
  if (!playbook) return { ok: false, fault: 'invalid' };
  try {
    const badges = await store.use(async (db) => {
      const asked = believed(all, await readMistrusted(db, site, refOf(all, '')));
      const keys = await keysOf(db, asked, site);
      const kept = await readManyRecords(db, [...new Set(keys.filter((key) => key !== undefined))]);
      return asked.rows.map((row, index) => {
        const records = kept.get(keys[index] ?? '');
        return records ? badgeOf(row, asked, records, playbook, day) : null;
      });
    });
    return { ok: true, badges, clock };
  } catch (error) {
    const fault = faultOf(error);
    console.warn(`[dealside] the badges' deals could not be read: ${fault}`, error);
    return { ok: false, fault };
  }
}

const refOf = ({ crm, org }: Asked, id: string): DealRef =>
  org === undefined ? { crm, id } : { crm, id, org };

/** What was asked without the fields that are switched off. A row is not known by its name then either, if that is one. */
function believed(asked: Asked, mistrusted: readonly FieldName[]): Asked {
  if (mistrusted.length === 0) return asked;
  const isOff = (field: string): boolean => mistrusted.some((name) => name === field);
  const rows = asked.rows.map(({ id, name, fields }): SeenRow => ({
    ...(id === undefined ? {} : { id }),
    ...(name === undefined || isOff('name') ? {} : { name }),
    fields: Object.fromEntries(Object.entries(fields).filter(([field]) => !isOff(field))),
  }));
  return { ...asked, rows };
}

/** The key of each row's deal: by its id, or else by its name among the known deals of this site and organisation. */
async function keysOf(
  db: DealsideDb,
  asked: Asked,
  site: string,
): Promise<readonly (string | undefined)[]> {
  const nameless = asked.rows.filter(({ id }) => id === undefined);
  const wanted = new Set(
    nameless.flatMap(({ name }) => (name === undefined ? [] : [plainName(name)])),
  );
  const found =
    wanted.size === 0
      ? []
      : await findByName(db, dealKey(site, refOf(asked, '')), (name) =>
          wanted.has(plainName(name)),
        );
  const named = byName(found);
  const keys = asked.rows.map((row) =>
    row.id === undefined ? dealOfRow(row, named)?.key : dealKey(site, refOf(asked, row.id)),
  );
  return keys.map((key, index) => {
    if (asked.rows[index]?.id !== undefined) return key;
    // Two rows that could both be the deal: neither is certain.
    return keys.indexOf(key) === keys.lastIndexOf(key) ? key : undefined;
  });
}

function badgeOf(
  row: SeenRow,
  asked: Asked,
  records: KeptRecords,
  playbook: ActivePlaybook,
  day: string,
): Badge {
  const { remembered } = records;
  const assessment = assess(dealOf(row, asked, records), playbook, day);
  return { ...say(assessment), rowOnly: remembered === null };
}

/** A row has neither an address nor custom fields of its own. */
function dealOf(row: SeenRow, asked: Asked, records: KeptRecords): Deal {
  const known: Reading = records.remembered ?? {
    ref: refOf(asked, row.id ?? ''),
    url: '',
    fields: unknownFields('not-on-page'),
    custom: {},
  };
  return {
    ...known,
    fields: overlay(known.fields, row.fields),
    answers: records.answers,
    exceptions: records.exceptions,
    parked: records.parked ?? undefined,
    history: records.history,
    historySince: records.since ?? undefined,
  };
}

/** What a badge takes of an assessment: little enough for a message with hundreds of them. */
export function say({
  standing,
  category,
  gates,
  signals,
  parked,
  facts,
}: Assessment): Omit<Badge, 'rowOnly'> {
  const counted = gates.filter(({ need, exception }) => need === 'required' && !exception);
  const open = counted.filter(({ state }) => state === 'open');
  const decided = category.is === 'value' ? category.value : undefined;
  const [worst] = worstFirst(signals);
  const { amount } = facts.fields;
  const currency = amount.is === 'value' ? amount.value.currency : undefined;
  return {
    standing,
    ...(decided === 'won' || decided === 'lost' ? { decided } : {}),
    ...(parked ? { parked: parked.until } : {}),
    open: open.length,
    gates: open.slice(0, NAMED_GATES).map(({ gate }) => gate.name),
    unsure: counted.filter(({ state }) => state === 'cannot-tell').length,
    ...(worst ? { signal: signalOf(worst) } : {}),
    more: Math.max(0, signals.length - 1),
    ...(worst && currency !== undefined ? { currency } : {}),
  };
}

/** Red before amber; of one colour the order is the playbook's. */
const worstFirst = (signals: readonly SignalResult[]): readonly SignalResult[] =>
  signals.toSorted((a, b) => Number(b.level === 'red') - Number(a.level === 'red'));

const signalOf = ({ level, numbers, learnedFrom, rule }: SignalResult): BadgeSignal => ({
  level,
  numbers,
  rule: { id: rule.id },
  ...(learnedFrom === undefined ? {} : { learnedFrom }),
});
