import type { FactRule, Mapping, Playbook, StoryCard } from '../../../lib/core/playbook.ts';
import { isFieldName } from '../../../lib/core/field-path.ts';
import { CATEGORY_KEYS, FIELD_KEYS, STORY_KEYS } from '../../card/labels.ts';
import { FACT_KIND_KEYS } from '../editor/parts/fact-kinds.ts';
import { condition, day, plain, texts, worded, type Listed, type Side } from './diff-model.ts';

type Stage = Playbook['stages'][number];

const stages: Listed<Stage> = {
  id: 'stages',
  title: 'edit_part_stages',
  list: (playbook) => playbook.stages,
  key: ({ crm, stage }) => JSON.stringify([crm, stage]),
  name: ({ crm, stage }) => `${stage} (${crm})`,
  about: ({ category }, { say }) => say.t(CATEGORY_KEYS[category]),
  properties: [
    worded(
      'diff_category',
      ({ category }) => category,
      ({ category }, { say }) => say.t(CATEGORY_KEYS[category]),
    ),
  ],
};

const facts: Listed<FactRule> = {
  id: 'facts',
  title: 'diff_facts',
  list: (playbook) => playbook.facts ?? [],
  key: ({ key }) => key,
  name: ({ label, key }, { say }) => say.fmt.text(label) || key,
  about: ({ kind }, { say }) => say.t(FACT_KIND_KEYS[kind]),
  properties: [
    ...texts<FactRule>('parts_label', ({ label }) => label),
    worded(
      'parts_kind',
      ({ kind }) => kind,
      ({ kind }, { say }) => say.t(FACT_KIND_KEYS[kind]),
    ),
    worded(
      'parts_choices',
      ({ choices }) => choices,
      ({ choices = [] }, { say }) => say.fmt.list(choices),
    ),
  ],
};

/** What a mapping speaks of: a field of the deal by its name, or one of the team's own facts. */
function factName(fact: string, { playbook, say }: Side): string {
  if (isFieldName(fact)) return say.t(FIELD_KEYS[fact]);
  const rule = playbook.facts?.find(({ key }) => `custom.${key}` === fact);
  return rule ? say.fmt.text(rule.label) : fact;
}

function sourceText({ from }: Mapping, side: Side): string {
  const { t, fmt } = side.say;
  if ('field' in from) return t('diff_from_field', [t(FIELD_KEYS[from.field])]);
  if ('custom' in from) return t('diff_from_custom', [from.custom]);
  const rule = side.playbook.answers.find(({ key }) => key === from.answer);
  const name = rule ? fmt.text(rule.label) : from.answer;
  return t(from.part === 'date' ? 'diff_from_answer_date' : 'diff_from_answer', [name]);
}

const mapping: Listed<Mapping> = {
  id: 'mapping',
  title: 'diff_mapping',
  list: (playbook) => playbook.mapping ?? [],
  key: ({ crm, fact }) => JSON.stringify([crm, fact]),
  name: ({ crm, fact }, side) => `${side.say.fmt.capital(factName(fact, side))} (${crm})`,
  about: sourceText,
  properties: [worded('diff_from', ({ from }) => from, sourceText)],
};

const cards: Listed<StoryCard> = {
  id: 'cards',
  title: 'edit_part_cards',
  list: (playbook) => playbook.cards ?? [],
  key: ({ id }) => id,
  name: ({ name, id }, { say }) => say.fmt.text(name) || id,
  about: ({ text }, { say }) => say.fmt.text(text),
  properties: [
    ...texts<StoryCard>('parts_name', ({ name }) => name),
    ...texts<StoryCard>('parts_card_text', ({ text }) => text),
    worded(
      'parts_kind',
      ({ kind }) => kind,
      ({ kind }, { say }) => say.t(STORY_KEYS[kind]),
    ),
    plain<StoryCard>('parts_owner', ({ owner }) => owner),
    day<StoryCard>('parts_review_by', ({ reviewBy }) => reviewBy),
    condition<StoryCard>('parts_when_own_label', ({ when }) => when),
  ],
};

/** The other lists of a playbook, as they are compared. */
export const OTHER_LISTS = { stages, facts, mapping, cards } as const;
