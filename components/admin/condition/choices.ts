import type { KnownDeals } from '../../../lib/app/admin/known.ts';
import { parseFieldPath } from '../../../lib/core/field-path.ts';
import { CATEGORIES } from '../../../lib/core/fields.ts';
import type { Say } from '../../options/say.ts';
import { factRule } from './fact-words.ts';
import type { Option } from './options.ts';
import { wordOf } from './value-words.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What a fact can be. */
export interface Choices {
  readonly options: readonly Option[];
  /** Nothing else is ever there: no text of one's own is taken. */
  readonly closed: boolean;
}

/** What a fact can be, from the playbook and from the deals that are known here. */
export function choicesOf(
  field: string,
  playbook: Vocabulary,
  known: KnownDeals,
  say: Say,
): Choices {
  if (field === 'forecastCategory') return closed(field, CATEGORIES, say);
  if (field === 'lastContactBy') return closed(field, ['buyer', 'us'], say);
  const seen = Object.hasOwn(known.choices, field) ? (known.choices[field] ?? []) : [];
  if (field === 'stage') return { options: stages(playbook, known, seen), closed: false };
  const path = parseFieldPath(field);
  const described = path?.of === 'custom' ? (factRule(path.key, playbook)?.choices ?? []) : [];
  return { options: alike([...described, ...seen]), closed: false };
}

const closed = (field: string, values: readonly string[], say: Say): Choices => ({
  options: values.map((id) => ({ id, text: say.fmt.capital(wordOf(field, id, say) ?? id) })),
  closed: true,
});

/** Texts as options, each once. */
const alike = (texts: readonly string[]): Option[] =>
  [...new Set(texts)].map((text) => ({ id: text, text }));

/**
 * The stages of all CRMs by their names: those that a CRM here tells, in the order of its pipeline, then those that the
 * playbook gives a category, where no stage has that name or id, then those of deals.
 */
function stages({ stages: rules }: Vocabulary, { crms }: KnownDeals, seen: readonly string[]) {
  const told = crms.flatMap((crm) => crm.stages);
  const ids = new Set(told.map(({ id }) => id));
  const ruled = rules.map(({ stage }) => stage).filter((stage) => !ids.has(stage));
  return alike([...told.map(({ label }) => label), ...ruled, ...seen.filter((id) => !ids.has(id))]);
}

/** The name of a stage that a condition holds by its CRM's id, or the text itself. */
export function shownText(field: string, value: string, { crms }: KnownDeals, say: Say): string {
  if (field !== 'stage') return wordOf(field, value, say) ?? value;
  const stage = crms.flatMap((crm) => crm.stages).find(({ id }) => id === value);
  return stage?.label ?? value;
}
