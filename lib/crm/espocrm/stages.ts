import type { CrmStage } from '../adapter.ts';

/** The stages that EspoCRM is delivered with, and their probabilities: used where the metadata cannot be had. */
const DELIVERED: readonly (readonly [id: string, probability: number])[] = [
  ['Prospecting', 10],
  ['Qualification', 20],
  ['Proposal', 50],
  ['Negotiation', 80],
  ['Closed Won', 100],
  ['Closed Lost', 0],
];

/**
 * Stages from the field's options and the probability of each. EspoCRM itself takes 100 for won and 0 for lost; to be
 * lost is no step of the pipeline.
 */
export function stagesOf(
  options: readonly string[],
  probabilities: ReadonlyMap<string, number>,
  labels: ReadonlyMap<string, string>,
): CrmStage[] {
  return options.map((id, order) => {
    const probability = probabilities.get(id);
    const state = probability === 100 ? 'won' : probability === 0 ? 'lost' : 'open';
    return {
      id,
      label: labels.get(id) ?? id,
      state,
      ...(state === 'lost' ? {} : { order }),
      ...(probability === undefined ? {} : { probability }),
    };
  });
}

export const DELIVERED_STAGES = stagesOf(
  DELIVERED.map(([id]) => id),
  new Map(DELIVERED),
  new Map(),
);
