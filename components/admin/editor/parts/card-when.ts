import type { KnownDeals } from '../../../../lib/app/admin/known.ts';
import type { Condition } from '../../../../lib/core/condition-schema.ts';
import type { Playbook } from '../../../../lib/core/playbook.ts';

/** The ways to say on which deals a card is shown: on all, by one of three facts, or by a condition of one's own. */
export const WAYS = ['all', 'stage', 'custom.product', 'custom.competitor', 'own'] as const;
export type Way = (typeof WAYS)[number];
export type ByFact = Exclude<Way, 'all' | 'own'>;

/** True for a way that asks for one fact alone. */
export const isByFact = (way: Way): way is ByFact => way !== 'all' && way !== 'own';

/** A card's condition as a simple choice, where it is one. */
export function wayOf(when: Condition | undefined): {
  readonly way: Way;
  readonly values: readonly string[];
} {
  if (!when) return { way: 'all', values: [] };
  const way =
    'field' in when ? WAYS.find((each) => isByFact(each) && each === when.field) : undefined;
  if (way && 'op' in when) {
    if (when.op === 'one-of' || when.op === 'includes-any') return { way, values: when.value };
    if (when.op === 'is' || when.op === 'includes') return { way, values: [when.value] };
  }
  return { way: 'own', values: [] };
}

/** The condition that a simple choice stands for: the deal's fact is one of these. */
export function conditionOf(
  field: ByFact,
  values: readonly string[],
  { facts }: Pick<Playbook, 'facts'>,
): Condition {
  const kind = facts?.find(({ key }) => `custom.${key}` === field)?.kind;
  return { field, op: kind === 'set' ? 'includes-any' : 'one-of', value: [...values] };
}

/** What can be chosen: what the fact can be, what deals here have there, and what was chosen already. */
export function valuesFor(
  field: ByFact,
  draft: Pick<Playbook, 'facts' | 'mapping'>,
  known: KnownDeals,
  chosen: readonly string[],
): readonly string[] {
  const fact = draft.facts?.find(({ key }) => `custom.${key}` === field);
  const sources = (draft.mapping ?? [])
    .filter((mapping) => mapping.fact === field)
    .flatMap(({ from }) =>
      'custom' in from ? [`custom.${from.custom}`] : 'field' in from ? [from.field] : [],
    );
  const seen = [field, ...sources].flatMap((path) => known.choices[path] ?? []);
  const all = [...(fact?.choices ?? []), ...seen, ...chosen];
  const folded = all.map((text) => text.trim().toLowerCase());
  return all.filter((_, at) => folded.indexOf(folded[at] ?? '') === at);
}
