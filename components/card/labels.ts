import type { MessageKey } from '../../lib/app/words.ts';
import type { Source } from '../../lib/core/fact.ts';
import type { Standing } from '../../lib/core/assessment.ts';
import type { Category, FieldName } from '../../lib/core/fields.ts';
import type { StoryCard } from '../../lib/core/playbook.ts';

/** Which message names what. Whole keys, so that a search for a key finds where it is used. */
export const FIELD_KEYS: Readonly<Record<FieldName, MessageKey>> = {
  name: 'field_name',
  account: 'field_account',
  owner: 'field_owner',
  amount: 'field_amount',
  stage: 'field_stage',
  probability: 'field_probability',
  forecastCategory: 'field_forecast_category',
  closeDate: 'field_close_date',
  created: 'field_created',
  modified: 'field_modified',
  stageEntered: 'field_stage_entered',
  lastContact: 'field_last_contact',
  lastContactBy: 'field_last_contact_by',
  nextMeeting: 'field_next_meeting',
  nextStep: 'field_next_step',
  nextStepDate: 'field_next_step_date',
  pushes: 'field_pushes',
  contacts: 'field_contacts',
  pipeline: 'field_pipeline',
};

/** What forecast categories are called. */
export const CATEGORY_KEYS: Readonly<Record<Category, MessageKey>> = {
  omitted: 'category_omitted',
  pipeline: 'category_pipeline',
  'best-case': 'category_best_case',
  forecast: 'category_forecast',
  commit: 'category_commit',
  won: 'category_won',
  lost: 'category_lost',
};

/** What standings are called. */
export const STANDING_KEYS: Readonly<Record<Standing, MessageKey>> = {
  counts: 'standing_counts',
  edge: 'standing_edge',
  out: 'standing_out',
  unknown: 'standing_unknown',
  none: 'standing_none',
};

/** Where a fact comes from, in words. */
export const SOURCE_KEYS: Readonly<Record<Source, MessageKey>> = {
  typed: 'source_typed',
  page: 'source_page',
  api: 'source_api',
  history: 'source_history',
  answer: 'source_answer',
};

/** What the kinds of story cards are called. */
export const STORY_KEYS: Readonly<Record<StoryCard['kind'], MessageKey>> = {
  priority: 'story_priority',
  differentiator: 'story_differentiator',
  trait: 'story_trait',
};

/** True for the name of a forecast category. */
export const isCategory = (value: string): value is Category => Object.hasOwn(CATEGORY_KEYS, value);
