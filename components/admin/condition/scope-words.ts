import type { Condition, Leaf } from '../../../lib/core/condition-schema.ts';
import type { Say } from '../../options/say.ts';
import { factInSentence } from './fact-words.ts';
import { listWords, numberWords, textWords } from './value-words.ts';
import type { Vocabulary } from './vocabulary.ts';

interface Telling {
  readonly playbook: Vocabulary;
  readonly say: Say;
  /** Any condition, as a clause. */
  readonly clause: (condition: Condition) => string;
}

/**
 * Which deals a rule is about: "for deals in commit with an amount above 50,000 and in the stage “Proposal”". A
 * condition that cannot be told so is put in brackets as a clause.
 */
export function scopeWords(scope: string, when: Condition | undefined, telling: Telling): string {
  const { t, fmt } = telling.say;
  if (when === undefined) return scope;
  const phrases = phrasesOf(when, telling);
  return phrases === undefined
    ? t('cond_scope_where', [scope, telling.clause(when)])
    : t('cond_scope_with', [scope, fmt.list(phrases)]);
}

/** Every part as a phrase behind "deals"; undefined where one has none. */
function phrasesOf(when: Condition, telling: Telling): string[] | undefined {
  const parts = 'all' in when ? when.all : [when];
  const leaves = parts.filter((part): part is Leaf => 'op' in part);
  if (leaves.length === 0 || leaves.length < parts.length) return undefined;
  const phrases = band(leaves).map((leaf) => phraseOf(leaf, telling));
  const told = phrases.filter((phrase) => phrase !== undefined);
  return told.length === phrases.length ? told : undefined;
}

/** An amount's lower and upper bound side by side are told as one. */
function band(leaves: readonly Leaf[]): Leaf[] {
  const low = leaves.find(({ field, op }) => field === 'amount' && op === 'at-least');
  const high = leaves.find(({ field, op }) => field === 'amount' && op === 'at-most');
  if (low?.op !== 'at-least' || high?.op !== 'at-most') return [...leaves];
  const between: Leaf = { field: 'amount', op: 'between', low: low.value, high: high.value };
  return leaves.flatMap((leaf) => (leaf === low ? [between] : leaf === high ? [] : [leaf]));
}

function phraseOf(leaf: Leaf, telling: Telling): string | undefined {
  return leaf.field === 'amount' ? amountPhrase(leaf, telling) : choicePhrase(leaf, telling);
}

function amountPhrase(leaf: Leaf, { playbook, say }: Telling): string | undefined {
  const { t } = say;
  const number = (value: string): string => numberWords('amount', value, playbook, say);
  if (leaf.op === 'more-than') return t('cond_with_amount_more', [number(leaf.value)]);
  if (leaf.op === 'at-least') return t('cond_with_amount_at_least', [number(leaf.value)]);
  if (leaf.op === 'less-than') return t('cond_with_amount_less', [number(leaf.value)]);
  if (leaf.op === 'at-most') return t('cond_with_amount_at_most', [number(leaf.value)]);
  if (leaf.op !== 'between') return undefined;
  return t('cond_with_amount_between', [number(leaf.low), number(leaf.high)]);
}

/** A choice among texts: of stages and pipelines by their name, of any other fact by what it is. */
function choicePhrase(leaf: Leaf, { playbook, say }: Telling): string | undefined {
  const { field } = leaf;
  const keys = CHOICE_KEYS[field === 'stage' || field === 'pipeline' ? field : 'other'];
  let words: string;
  let key: keyof typeof keys;
  if (leaf.op === 'is' || leaf.op === 'includes') {
    words = textWords(field, leaf.value, say);
    key = leaf.op === 'is' ? 'is' : 'includes';
  } else if (leaf.op === 'one-of' || leaf.op === 'includes-any') {
    words = listWords(field, leaf.value, say);
    const isOne = leaf.value.length === 1;
    key = leaf.op === 'one-of' ? (isOne ? 'is' : 'several') : isOne ? 'includes' : 'includesAny';
  } else return undefined;
  const isNamed = field === 'stage' || field === 'pipeline';
  return say.t(keys[key], isNamed ? [words] : [factInSentence(field, playbook, say), words]);
}

const CHOICE_KEYS = {
  stage: {
    is: 'cond_in_stage',
    several: 'cond_in_stages',
    includes: 'cond_in_stage',
    includesAny: 'cond_in_stages',
  },
  pipeline: {
    is: 'cond_in_pipeline',
    several: 'cond_in_pipelines',
    includes: 'cond_in_pipeline',
    includesAny: 'cond_in_pipelines',
  },
  other: {
    is: 'cond_where_is',
    several: 'cond_where_one_of',
    includes: 'cond_where_includes',
    includesAny: 'cond_where_includes_any',
  },
} as const;
