import { findingsAt, type LintFinding } from '../../../../lib/core/lint/finding.ts';
import { Findings } from '../../lint/Findings.tsx';
import { useTake } from '../parts/use-take.ts';
import { PLACED, type GateProps } from './gate.ts';

interface Props extends GateProps {
  /** The gate's part that it is about; null for what is about none that has a place of its own. */
  readonly part: (typeof PLACED)[number] | null;
}

/** What is to be said about one part of a gate, beside its input. */
export function GateFindings({ desk, change, findings, index, part }: Props) {
  const take = useTake(change);
  const here =
    part === null ? findings.filter(isUnplaced) : findingsAt(findings, ['gates', index, part]);
  if (here.length === 0) return null;
  return <Findings findings={here} say={desk.say} onTake={take} />;
}

const isUnplaced = ({ path }: LintFinding): boolean =>
  !(PLACED as readonly unknown[]).includes(path[2]);
