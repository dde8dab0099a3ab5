import { FIELD_NAMES } from '../../../lib/core/fields.ts';
import type { KnownDeals } from '../../../lib/app/admin/known.ts';
import type { MessageKey } from '../../../lib/app/words.ts';
import type { Say } from '../../options/say.ts';
import type { Option, OptionGroup } from './options.ts';
import { factLabel, type FactSource } from './fact-words.ts';

/**
 * Every fact that a condition can ask for, in groups: those of the deal, the draft's answers with their dates, facts
 * of the team's own, and custom fields that a CRM here has and nobody has described.
 */
export function factGroups(playbook: FactSource, known: KnownDeals, say: Say): OptionGroup[] {
  const answers = playbook.answers.flatMap(({ key, date }) =>
    date === undefined ? [`answer.${key}`] : [`answer.${key}`, `answer.${key}.date`],
  );
  const own = (playbook.facts ?? []).map(({ key }) => `custom.${key}`);
  const groups: readonly (readonly [MessageKey, readonly string[]])[] = [
    ['cond_group_deal', FIELD_NAMES],
    ['cond_group_answers', answers],
    ['cond_group_own', own],
    ['cond_group_seen', seenOf(playbook, known)],
  ];
  return groups
    .map(([title, fields]) => ({
      title: say.t(title),
      options: fields.map((field) => ({ id: field, text: optionText(field, playbook, say) })),
    }))
    .filter(({ options }) => options.length > 0);
}

/** A fact's name; an answer that is called like a fact of the deal is told from it. */
function optionText(field: string, playbook: FactSource, say: Say): string {
  const text = factLabel(field, playbook, say);
  const isTwin =
    field.startsWith('answer.') &&
    FIELD_NAMES.some((name) => factLabel(name, playbook, say) === text);
  return isTwin ? say.t('cond_answer_named', [text]) : text;
}

/** Custom fields by the CRM's own names, without those that a fact of the team's own has or is read from. */
function seenOf({ facts = [], mapping = [] }: FactSource, { crms }: KnownDeals): string[] {
  const described = new Set([
    ...facts.map(({ key }) => key),
    ...mapping.flatMap(({ from }) => ('custom' in from ? [from.custom] : [])),
  ]);
  const names = new Set(crms.flatMap(({ custom }) => custom));
  return [...names].filter((name) => !described.has(name)).map((name) => `custom.${name}`);
}

/** The groups with a fact that stands in a condition and is none of them, so that it can still be seen. */
export function withFact(
  groups: readonly OptionGroup[],
  field: string,
  playbook: FactSource,
  say: Say,
): readonly OptionGroup[] {
  const isKnown = groups.some(({ options }) => options.some(({ id }) => id === field));
  if (field === '' || isKnown) return groups;
  const gone: Option = { id: field, text: factLabel(field, playbook, say) };
  return [...groups, { title: say.t('cond_group_gone'), options: [gone] }];
}
