import type { KnownDeals } from '../../../lib/app/admin/known.ts';
import type { Condition } from '../../../lib/core/condition-schema.ts';
import type { Playbook } from '../../../lib/core/playbook.ts';
import type { Says, Say } from '../../options/say.ts';

export interface ConditionBuilderProps {
  /** The name of the group for a screen reader, and its heading. */
  readonly label: string;
  readonly value: Condition | undefined;
  readonly onChange: (next: Condition) => void;
  /** The draft, for its answers, facts, currencies and stages. */
  readonly playbook: Playbook;
  readonly known: KnownDeals;
  readonly say: Say;
  readonly says: Says;
}

/** A condition, built by keyboard or mouse, and read back as a plain sentence in each language. */
export function ConditionBuilder({ label }: ConditionBuilderProps) {
  return <p>{label}</p>;
}
