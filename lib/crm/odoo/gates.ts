import type { FieldName } from '../../core/fields.ts';
import type { Access } from '../access.ts';
import type { SuggestedGate } from '../adapter.ts';
import { isRow, lineOf } from '../answer-values.ts';
import { callKw } from './rpc.ts';
import { NAMES } from './selectors.ts';
import { stageGates } from './stages.ts';
import { MODEL } from './url.ts';

/** Ours by Odoo's name; a deal always has its name. */
const OURS: ReadonlyMap<string, FieldName> = new Map(
  (Object.entries(NAMES) as [FieldName, string][])
    .filter(([field]) => field !== 'name')
    .map(([field, name]) => [name, field]),
);

/** The admin's words for each stage, and the fields that a deal must have: those of ours, and those that the team made. */
export async function suggestedGates(access: Access): Promise<readonly SuggestedGate[]> {
  const [words, fields] = await Promise.all([stageGates(access), requiredFields(access)]);
  return [...words, ...fields];
}

async function requiredFields(access: Access): Promise<SuggestedGate[]> {
  const found = await callKw(access, MODEL, 'fields_get', [], {
    attributes: ['string', 'required', 'readonly'],
  });
  if (!isRow(found)) return [];
  return Object.entries(found).flatMap(([name, about]) => {
    const ours = OURS.get(name);
    if (!isRow(about) || about.required !== true || about.readonly === true) return [];
    if (ours === undefined && !name.startsWith('x_')) return [];
    const label = lineOf(about.string) ?? name;
    return [
      {
        id: `field-${name}`,
        field: { name, label, ...(ours === undefined ? {} : { ours }) },
        kind: 'required' as const,
      },
    ];
  });
}
