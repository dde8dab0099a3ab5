import type { LintFinding } from '../../../lib/core/lint/finding.ts';
import type { Say } from '../../options/say.ts';

interface Props {
  readonly findings: readonly LintFinding[];
  readonly say: Say;
  /** Takes the better text that a finding offers. */
  readonly onTake?: (finding: LintFinding) => void;
}

/** What is to be said about a part of the draft. */
export function Findings({ findings }: Props) {
  return (
    <ul>
      {findings.map(({ code, path }) => (
        <li key={`${code} ${path.join('.')}`}>{code}</li>
      ))}
    </ul>
  );
}
