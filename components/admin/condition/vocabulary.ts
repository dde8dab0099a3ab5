import { useMemo } from 'react';
import type { Playbook } from '../../../lib/core/playbook.ts';

/** What conditions speak of: all that a playbook says about facts and what they can be, and none of its rules. */
export type Vocabulary = Pick<Playbook, 'answers' | 'facts' | 'mapping' | 'currencies' | 'stages'>;

/** The same object until one of its parts is another: a draft is made anew at every key that is typed into a rule. */
export function useVocabulary(playbook: Vocabulary): Vocabulary {
  const { answers, facts, mapping, currencies, stages } = playbook;
  return useMemo(
    () => ({
      ...{ answers, currencies, stages },
      ...(facts ? { facts } : {}),
      ...(mapping ? { mapping } : {}),
    }),
    [answers, facts, mapping, currencies, stages],
  );
}
