import type { FieldName } from '../../core/fields.ts';
import type { Access } from '../access.ts';
import type { SuggestedGate } from '../adapter.ts';
import { isRow, lineOf, type Row } from '../answer-values.ts';
import { getRows } from './client.ts';

/** The CRM's columns that are fields of ours. */
const OURS: Readonly<Record<string, FieldName>> = {
  name: 'name',
  estimatedvalue: 'amount',
  estimatedclosedate: 'closeDate',
  closeprobability: 'probability',
  ownerid: 'owner',
  parentaccountid: 'account',
  customerid: 'account',
  msdyn_forecastcategory: 'forecastCategory',
};

/** What the server itself cannot do without is the organisation's rule no more than its own. */
const KINDS: ReadonlyMap<unknown, 'required' | 'advised'> = new Map<
  unknown,
  'required' | 'advised'
>([
  ['ApplicationRequired', 'required'],
  ['Recommended', 'advised'],
]);

/**
 * The columns that the organisation requires or recommends, whatever the stage. The required steps of a process stand in
 * the page (`getActiveStage().getSteps()`) and not in a documented table, so they are not among these.
 */
export async function suggestedGates(access: Access): Promise<readonly SuggestedGate[]> {
  const rows = await getRows(access, "EntityDefinitions(LogicalName='opportunity')/Attributes", {
    select: 'LogicalName,DisplayName,RequiredLevel',
  });
  return rows.flatMap(gateOf).sort((a, b) => a.id.localeCompare(b.id));
}

function gateOf(row: Row): SuggestedGate[] {
  const name = lineOf(row.LogicalName);
  const kind = KINDS.get(isRow(row.RequiredLevel) ? row.RequiredLevel.Value : undefined);
  if (!name || kind === undefined) return [];
  const ours = Object.hasOwn(OURS, name) ? OURS[name] : undefined;
  const field = { name, label: labelIn(row.DisplayName) ?? name, ...(ours ? { ours } : {}) };
  return [{ id: `${kind}:${name}`, kind, field }];
}

/** The label in the user's own language. */
function labelIn(label: unknown): string | undefined {
  const own = isRow(label) ? label.UserLocalizedLabel : undefined;
  const text = isRow(own) ? lineOf(own.Label) : undefined;
  return text === '' ? undefined : text;
}
