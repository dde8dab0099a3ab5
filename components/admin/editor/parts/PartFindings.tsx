import type { LintFinding } from '../../../../lib/core/lint/finding.ts';
import { Findings } from '../../lint/Findings.tsx';
import type { PartProps } from '../part.ts';
import { useTake } from './use-take.ts';

interface Props extends Pick<PartProps, 'desk' | 'change' | 'findings'> {
  /** The part of the playbook whose entries say themselves what is to be said of them. */
  readonly entries: string;
}

/** What is to be said about a part as a whole, and about what has no entry in it. */
export function PartFindings({ desk, change, findings, entries }: Props) {
  const take = useTake(change);
  const others = findings.filter((finding) => !isOfEntry(finding, entries));
  if (others.length === 0) return null;
  return <Findings findings={others} say={desk.say} onTake={take} />;
}

const isOfEntry = ({ path }: LintFinding, entries: string): boolean =>
  path[0] === entries && typeof path[1] === 'number';
