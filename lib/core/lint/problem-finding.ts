import type { Path, Problem } from '../check-problem.ts';
import type { LintFinding } from './finding.ts';

/** A problem as a finding: an error at a path, with what its sentence names. `read` gives what stands at a path. */
export function findingOf(
  { rule, code, message }: Problem,
  path: Path,
  read: (path: Path) => unknown,
): LintFinding {
  const part = String(path.at(-1) ?? '');
  const beside = (name: string): unknown => read([...path.slice(0, -1), name]);
  const values: Record<string, string | number> = { part, message };
  const set = (name: string, value: unknown): void => {
    if (typeof value === 'string' || typeof value === 'number') values[name] = value;
  };
  set('value', read(path));
  set('field', beside('field'));
  if (code === 'operator-kind') set('op', beside('op'));
  if (code === 'threshold-order') {
    set('amber', beside('amber'));
    set('red', beside('red'));
  }
  return { level: 'error', code, rule, path, values };
}
