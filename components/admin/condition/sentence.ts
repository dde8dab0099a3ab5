import type { Condition } from '../../../lib/core/condition-schema.ts';
import type { Gate, Playbook } from '../../../lib/core/playbook.ts';
import type { Say } from '../../options/say.ts';

/** A condition as one plain sentence in the language of `say`. */
export const conditionSentence = (condition: Condition, playbook: Playbook, say: Say): string =>
  `${JSON.stringify(condition)} ${playbook.id} ${say.fmt.locale}`;

/** A gate as one plain sentence: on which deals, for which categories, what must be true. */
export const gateSentence = (gate: Gate, playbook: Playbook, say: Say): string =>
  conditionSentence(gate.test, playbook, say);
