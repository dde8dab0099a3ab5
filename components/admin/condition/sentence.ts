import type { Condition, Leaf } from '../../../lib/core/condition-schema.ts';
import type { MessageKey } from '../../../lib/app/words.ts';
import type { Gate } from '../../../lib/core/playbook.ts';
import type { Say } from '../../options/say.ts';
import { spanClause } from './day-words.ts';
import { factInSentence } from './fact-words.ts';
import { leafClause } from './leaf-clause.ts';
import { scopeWords } from './scope-words.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A condition as one plain sentence in the language of `say`. */
export const conditionSentence = (condition: Condition, playbook: Vocabulary, say: Say): string =>
  sentence(clauseOf(condition, playbook, say), say);

const sentence = (clause: string, { t, fmt }: Say): string =>
  t('cond_sentence', [fmt.capital(clause)]);

/**
 * A gate as a plain sentence in the language of `say`: on which deals, for which categories, what must be true.
 * Two sentences, where commit asks for more than the forecast does.
 */
export function gateSentence(gate: Gate, playbook: Vocabulary, say: Say): string {
  const { need, test, commitTest = test, when } = gate;
  const isAlike =
    need.forecast === need.commit && JSON.stringify(test) === JSON.stringify(commitTest);
  const told = isAlike
    ? [said('cond_scope_all', need.forecast, test)]
    : [
        said('cond_scope_forecast', need.forecast, test),
        said('cond_scope_commit', need.commit, commitTest),
      ];
  const sentences = told.filter((each) => each !== undefined);
  return sentences.length === 0 ? sentence(say.t('cond_gate_off'), say) : sentences.join(' ');

  function said(
    scope: MessageKey,
    needed: Gate['need']['commit'],
    asked: Condition,
  ): string | undefined {
    if (needed === 'off') return undefined;
    const key = needed === 'required' ? 'cond_gate_required' : 'cond_gate_advised';
    const clause = (each: Condition): string => clauseOf(each, playbook, say);
    const deals = scopeWords(say.t(scope), when, { playbook, say, clause });
    return sentence(say.t(key, [deals, clause(asked)]), say);
  }
}

/** Where a clause stands: it alone, or among others, which have to be told from its own parts. */
type Place = 'alone' | 'last' | 'inside';

function clauseOf(
  condition: Condition,
  playbook: Vocabulary,
  say: Say,
  place: Place = 'alone',
): string {
  const { t } = say;
  const inner = (each: Condition, where: Place): string => clauseOf(each, playbook, say, where);
  if ('not' in condition) return notClause(condition.not, place, inner, say);
  if (!('all' in condition) && !('any' in condition)) return leafClause(condition, playbook, say);
  const parts = 'all' in condition ? condition.all : condition.any;
  const [only] = parts;
  if (only === undefined) return t('cond_nothing_yet');
  if (parts.length === 1) return inner(only, place);
  if ('all' in condition) {
    const clauses = allClauses(parts, playbook, say, (part, isLast) =>
      inner(part, place === 'alone' && isLast ? 'last' : 'inside'),
    );
    if (clauses.length === 1) return clauses[0] ?? '';
    if (place !== 'alone') return t('cond_all_in', [series(clauses, 'cond_join_and', say)]);
    return clauses.length === 2
      ? t('cond_join_two', clauses)
      : series(clauses, 'cond_join_and', say);
  }
  const clauses = parts.map((part) => inner(part, 'inside'));
  const isPlain = place === 'alone' || (place === 'last' && parts.every(isLeaf));
  if (isPlain && clauses.length === 2) return t('cond_either', clauses);
  const list = series(clauses, 'cond_join_or', say);
  return t(place === 'alone' ? 'cond_any_top' : 'cond_any_in', [list]);
}

const isLeaf = (condition: Condition): condition is Leaf => 'op' in condition;

type Inner = (condition: Condition, place: Place) => string;

/** "None of these", "not all of these", or what is not so. */
function notClause(condition: Condition, place: Place, inner: Inner, say: Say): string {
  const { t } = say;
  const top = place === 'alone';
  const parts = 'any' in condition ? condition.any : 'all' in condition ? condition.all : [];
  if (parts.length < 2) {
    return t(top ? 'cond_not_top' : 'cond_not_in', [inner(condition, top ? 'inside' : 'alone')]);
  }
  const clauses = parts.map((part) => inner(part, 'inside'));
  if ('any' in condition) {
    const list = series(clauses, 'cond_join_or', say);
    return t(top ? 'cond_none_top' : 'cond_none_in', [list]);
  }
  const list = series(clauses, 'cond_join_and', say);
  return t(top ? 'cond_not_all_top' : 'cond_not_all_in', [list]);
}

/** The clauses of an "all": two that bound one date on both sides are told as one. */
function allClauses(
  parts: readonly Condition[],
  playbook: Vocabulary,
  say: Say,
  inner: (part: Condition, isLast: boolean) => string,
): string[] {
  const clauses: string[] = [];
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index];
    const next = parts[index + 1];
    if (part === undefined) continue;
    const span =
      isLeaf(part) && next !== undefined && isLeaf(next)
        ? spanClause(part, next, factInSentence(part.field, playbook, say), say)
        : undefined;
    if (span !== undefined) index += 1;
    clauses.push(span ?? inner(part, index === parts.length - 1));
  }
  return clauses;
}

/** Clauses in a row, with semicolons: a clause may hold a list with commas. */
function series(clauses: readonly string[], last: MessageKey, { t }: Say): string {
  return clauses.reduce((told, clause, index) =>
    t(index === clauses.length - 1 ? last : 'cond_join_more', [told, clause]),
  );
}
