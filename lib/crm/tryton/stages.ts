import type { Stage } from '../../core/fields.ts';

/** The states of an opportunity in Tryton, along its pipeline; to be lost or cancelled is no step of it. */
export const PLACES = ['lead', 'opportunity', 'converted', 'won'].map((id, order) => ({
  id,
  order,
}));
export const OVER: ReadonlyMap<string, 'won' | 'lost'> = new Map([
  ['won', 'won'],
  ['lost', 'lost'],
  ['cancelled', 'lost'],
]);

/** A state as a stage. "Converted" is open: a quotation is out, and not yet accepted. */
export function stageOf(id: string, label: string): Stage {
  const order = PLACES.find((place) => place.id === id)?.order;
  return { id, label, state: OVER.get(id) ?? 'open', ...(order === undefined ? {} : { order }) };
}

/** The states by their names in English, Dutch, German, French and Spanish, lower-case, as Tryton ships them. */
export const STATE_LABELS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    lead: ['lead', 'geinteresseerden', 'interessent', 'contact', 'iniciativa'],
    opportunity: [
      'opportunity',
      'opportunitieiten',
      'verkaufschance',
      'opportunité',
      'oportunidad',
    ],
    converted: ['converted', 'geconverteerd', 'umgewandelt', 'convertie', 'convertida'],
    won: ['won', 'gewonnen', 'gagnée', 'ganada'],
    cancelled: ['cancelled', 'geannuleerd', 'annulliert', 'annulée', 'cancelada'],
    lost: ['lost', 'verloren', 'verlust', 'perdue', 'perdida'],
  }).flatMap(([id, labels]) => labels.map((label) => [label, id] as const)),
);
