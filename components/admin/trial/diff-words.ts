import type { Playbook } from '../../../lib/core/playbook.ts';
import type { Say } from '../../options/say.ts';
import { OTHER_LISTS } from './diff-lists.ts';
import { partOf, type DiffPart } from './diff-model.ts';
import { RULE_LISTS } from './diff-rules.ts';
import { selectorsPart, settingsPart, sitesPart } from './diff-settings.ts';

/** Everything that one playbook changes of another, part by part, in the words of `say`. The number and the schema's place are no change. */
export function playbookDiff(before: Playbook, after: Playbook, say: Say): readonly DiffPart[] {
  const [was, is] = [
    { playbook: before, say },
    { playbook: after, say },
  ];
  const parts = [
    partOf(RULE_LISTS.gates, was, is),
    partOf(RULE_LISTS.signals, was, is),
    partOf(RULE_LISTS.prompts, was, is),
    partOf(RULE_LISTS.answers, was, is),
    settingsPart(was, is),
    partOf(OTHER_LISTS.stages, was, is),
    partOf(OTHER_LISTS.cards, was, is),
    partOf(OTHER_LISTS.facts, was, is),
    partOf(OTHER_LISTS.mapping, was, is),
    selectorsPart(was, is),
    sitesPart(was, is),
  ];
  return parts.filter((part) => part !== null);
}
