import type { Condition } from '../../../../lib/core/condition-schema.ts';
import type { Playbook } from '../../../../lib/core/playbook.ts';
import { hashOf } from '../../../options/routes.ts';
import type { Say } from '../../../options/say.ts';

/** A rule of the draft that needs something else of it. */
export interface Use {
  readonly name: string;
  /** Where the rule is edited. */
  readonly hash: string;
}

/** True where a leaf of the condition asks for one of the fields. */
function asks(condition: Condition | undefined, fields: ReadonlySet<string>): boolean {
  if (!condition) return false;
  if ('all' in condition) return condition.all.some((part) => asks(part, fields));
  if ('any' in condition) return condition.any.some((part) => asks(part, fields));
  if ('not' in condition) return asks(condition.not, fields);
  return fields.has(condition.field);
}

/** The gates, prompts and cards whose conditions ask for one of the fields, and the gates that `also` names. */
function usesOfFields(
  { gates, prompts, cards = [] }: Playbook,
  fields: ReadonlySet<string>,
  { fmt, t }: Say,
  also: (gate: Playbook['gates'][number]) => boolean,
): readonly Use[] {
  const named = (text: { en: string; nl?: string | undefined }, id: string): string => {
    const name = fmt.text(text);
    return t('want_text', [name === '' ? id : name]);
  };
  const uses = [
    ...gates
      .filter(
        (gate) =>
          also(gate) ||
          [gate.when, gate.test, gate.commitTest].some((condition) => asks(condition, fields)),
      )
      .map(({ id, name }) => ({ name: named(name, id), hash: hashOf('edit', 'gates', id) })),
    ...prompts
      .filter(({ when }) => asks(when, fields))
      .map(({ id, text }) => ({ name: named(text, id), hash: hashOf('edit', 'prompts', id) })),
    ...cards
      .filter(({ when }) => asks(when, fields))
      .map(({ id, name }) => ({ name: named(name, id), hash: hashOf('edit', 'cards', id) })),
  ];
  return uses;
}

/** What needs an answer: the gates that ask for it, and the conditions that read it. */
export const usesOfAnswer = (draft: Playbook, key: string, say: Say): readonly Use[] =>
  usesOfFields(
    draft,
    new Set([`answer.${key}`, `answer.${key}.date`]),
    say,
    ({ answer }) => answer === key,
  );

/** What needs a fact of a deal, by its path ("amount", "custom.region"): the conditions that read it. */
export const usesOfFact = (draft: Playbook, path: string, say: Say): readonly Use[] =>
  usesOfFields(draft, new Set([path]), say, () => false);
