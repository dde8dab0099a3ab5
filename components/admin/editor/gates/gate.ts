import type { Gate } from '../../../../lib/core/playbook.ts';
import type { PartProps } from '../part.ts';

/** What each group of a gate's form works with. */
export interface GateProps extends PartProps {
  readonly gate: Gate;
  readonly index: number;
  readonly edit: (make: (gate: Gate) => Gate) => void;
}

/** The parts of a gate whose findings stand beside their inputs. */
export const PLACED = [
  ...['name', 'why', 'question', 'how', 'need', 'when', 'test', 'commitTest'],
  ...['field', 'answer', 'owner', 'reviewBy'],
] as const;
