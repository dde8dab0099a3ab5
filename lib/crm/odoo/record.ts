import { empty, known, unknown, type Fact, type UnknownReason } from '../../core/fact.ts';
import type { CustomValue, FieldName, IsoDate, Stage } from '../../core/fields.ts';
import type { Access } from '../access.ts';
import { dateOf, decimalOfNumber, isRow, lineOf, percentOf, type Row } from '../answer-values.ts';
import type { SomeFields } from '../form-facts.ts';
import { CrmTrouble } from '../trouble.ts';
import { CARRIED } from './format.ts';
import { callKw } from './rpc.ts';
import type { StageList } from './stages.ts';
import { MODEL } from './url.ts';
import { localDayOf, relatedOf, rowsOf } from './values.ts';

/** What is read of a deal: each of them is there from version 16 to 19, so that one that is missing may not be seen. */
export const FIELDS = [
  'name',
  'type',
  'active',
  'partner_id',
  'user_id',
  'team_id',
  'expected_revenue',
  'company_currency',
  'stage_id',
  'probability',
  'date_deadline',
  'create_date',
  'write_date',
  'date_last_stage_update',
] as const;
type Asked = (typeof FIELDS)[number];

/** A deal's own values, and why those that are missing are. */
export interface Found {
  readonly row: Row;
  readonly missing: Readonly<Partial<Record<Asked, UnknownReason>>>;
}

/** The fields that this server has and this user may see. */
export async function namesOf(access: Access): Promise<readonly Asked[]> {
  const fields = await callKw(access, MODEL, 'fields_get', [FIELDS], { attributes: ['type'] });
  if (!isRow(fields)) throw new CrmTrouble('refused');
  return FIELDS.filter((name) => name in fields);
}

/** Why the fields that were not asked for are missing. */
export const missingOf = (names: readonly Asked[]): Found['missing'] =>
  Object.fromEntries(
    FIELDS.filter((name) => !names.includes(name)).map((name) => [name, 'no-access']),
  );

/** Reads the deal; where the server refuses one of its fields, each by itself. Throws CrmTrouble. */
export async function readRecord(access: Access, id: number): Promise<Found> {
  const names = await namesOf(access);
  try {
    return { row: await readRow(access, id, names), missing: missingOf(names) };
  } catch (error) {
    if (!(error instanceof CrmTrouble) || error.kind !== 'no-access') throw error;
    return await readEach(access, id, names, error);
  }
}

async function readRow(access: Access, id: number, names: readonly string[]): Promise<Row> {
  const [row] = rowsOf(await callKw(access, MODEL, 'read', [[id], names]));
  if (row?.id !== id) throw new CrmTrouble('not-found');
  return row;
}

async function readEach(
  access: Access,
  id: number,
  names: readonly Asked[],
  denied: CrmTrouble,
): Promise<Found> {
  const missing: Partial<Record<Asked, UnknownReason>> = { ...missingOf(names) };
  const rows = await Promise.all(
    names.map(async (name) => {
      try {
        return await readRow(access, id, [name]);
      } catch (error) {
        if (!(error instanceof CrmTrouble) || error.kind !== 'no-access') throw error;
        missing[name] = 'no-access';
        return {};
      }
    }),
  );
  if (names.every((name) => missing[name] !== undefined)) throw denied;
  return { row: Object.assign({}, ...rows) as Row, missing };
}

/** The stages, or the reason that they are not known. */
export type Stages = { readonly got: StageList } | { readonly reason: UnknownReason };

/** A deal's fields from its own values. */
export function factsOf(found: Found, stages: Stages): SomeFields {
  const { row } = found;
  const fact = <T>(name: Asked, parse: (value: unknown) => T | undefined): Fact<T> => {
    const reason = found.missing[name];
    if (reason !== undefined) return unknown(reason);
    const value = row[name];
    if (value === false || value === '') return empty('api');
    const parsed = parse(value);
    return parsed === undefined ? unknown('not-readable') : known(parsed, 'api');
  };
  const label = (value: unknown): string | undefined => relatedOf(value)?.label;
  const currency = currencyOf(row);
  return {
    name: fact('name', lineOf),
    account: fact('partner_id', label),
    owner: fact('user_id', label),
    pipeline: fact('team_id', label),
    amount: fact('expected_revenue', (value) => {
      const amount = decimalOfNumber(value);
      return amount === undefined ? undefined : { amount, ...(currency ? { currency } : {}) };
    }),
    stage: stageFact(found, stages),
    probability: fact('probability', percentOf),
    closeDate: fact('date_deadline', dateOf),
    created: fact('create_date', localDayOf),
    modified: fact('write_date', localDayOf),
    stageEntered: stageEntered(fact('date_last_stage_update', localDayOf), row),
    forecastCategory: isForecast(row) ? unknown('not-offered') : known('omitted', 'api'),
  };
}

/** The company's currency goes by its code. */
export function currencyOf(row: Row): string | undefined {
  const code = relatedOf(row.company_currency)?.label ?? '';
  return /^[A-Z]{3}$/.test(code) ? code : undefined;
}

/** A lead is no opportunity yet, and an archived one that is not lost is out of the pipeline: neither is forecast. */
const isForecast = (row: Row): boolean =>
  row.type !== 'lead' && (row.active !== false || isLost(row));

/** Odoo marks a lost deal so: archived, with no probability left. */
const isLost = (row: Row): boolean => row.active === false && row.probability === 0;

/** A lead has a stage in the database and none on the page. */
function stageFact({ row, missing }: Found, stages: Stages): Fact<Stage> {
  if (missing.stage_id !== undefined) return unknown(missing.stage_id);
  if (row.type === 'lead') return unknown('not-offered');
  if (row.stage_id === false) return empty('api');
  const stage = relatedOf(row.stage_id);
  if (!stage) return unknown('not-readable');
  if (isLost(row)) return known({ ...placeOf(stage.id, stages), ...stage, state: 'lost' }, 'api');
  if ('reason' in stages) return unknown(stages.reason);
  const found = stages.got.find(({ id }) => id === stage.id);
  if (!found) return unknown('not-readable', stage.label);
  return known({ ...found, label: stage.label }, 'api');
}

function placeOf(id: string, stages: Stages): Pick<Stage, 'order'> {
  const order = 'got' in stages ? stages.got.find((stage) => stage.id === id)?.order : undefined;
  return order === undefined ? {} : { order };
}

/** Empty until the first change of the stage: then the deal has been in it from its beginning. */
function stageEntered(changed: Fact<IsoDate>, row: Row): Fact<IsoDate> {
  if (changed.is !== 'empty') return changed;
  const created = localDayOf(row.create_date);
  return created === undefined ? unknown('not-readable') : known(created, 'api');
}

/** What goes along with a reading, so that the page can be read: the currency, and the stages by their ids. */
export function carriedOf(row: Row, stages: Stages): Record<string, Fact<CustomValue>> {
  const currency = currencyOf(row);
  const list = 'got' in stages ? stages.got : undefined;
  return {
    ...(currency === undefined ? {} : { [CARRIED.currency]: known(currency, 'api') }),
    ...(list === undefined
      ? {}
      : {
          [CARRIED.stages]: known(
            list.map(({ id }) => id),
            'api',
          ),
          [CARRIED.wonStages]: known(
            list.filter(({ state }) => state === 'won').map(({ id }) => id),
            'api',
          ),
        }),
  };
}

/** Fields that a list of deals does not ask for. */
export const BEYOND_A_LIST = [
  'lastContact',
  'lastContactBy',
  'nextMeeting',
  'nextStep',
  'nextStepDate',
] as const satisfies readonly FieldName[];
