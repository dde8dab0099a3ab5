import type { LintFinding } from '../../../lib/core/lint/finding.ts';
import type { Say } from '../../options/say.ts';

interface Props {
  readonly say: Say;
  readonly findings: readonly LintFinding[];
}

/** How many errors and warnings there are, in words for a screen reader; nothing where there are none. */
export function Marks({ say: { t }, findings }: Props) {
  const errors = findings.filter(({ level }) => level === 'error').length;
  const warnings = findings.length - errors;
  return (
    <>
      {errors > 0 && <Mark look="ed-error" count={errors} said={t('edit_errors', errors)} />}
      {warnings > 0 && (
        <Mark look="ed-warning" count={warnings} said={t('edit_warnings', warnings)} />
      )}
    </>
  );
}

interface MarkProps {
  readonly look: string;
  readonly count: number;
  readonly said: string;
}

const Mark = ({ look, count, said }: MarkProps) => (
  <span className={`ed-mark ${look}`} title={said}>
    <span aria-hidden="true">{count}</span>
    <span className="ds-hidden">, {said}</span>
  </span>
);
