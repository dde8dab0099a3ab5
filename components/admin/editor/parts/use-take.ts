import { useCallback } from 'react';
import type { LintFinding } from '../../../../lib/core/lint/finding.ts';
import type { Playbook } from '../../../../lib/core/playbook.ts';
import type { PartProps } from '../part.ts';

type Path = LintFinding['path'];

/** A copy of `whole` with the text at the path in the place of the text that stands there; without one nothing changes. */
function textAt(whole: unknown, path: Path, text: string): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return typeof whole === 'string' ? text : whole;
  if (typeof whole !== 'object' || whole === null || !Object.hasOwn(whole, step)) return whole;
  const inner = textAt((whole as Record<typeof step, unknown>)[step], rest, text);
  return Array.isArray(whole)
    ? whole.map((entry: unknown, at) => (at === step ? inner : entry))
    : { ...whole, [step]: inner };
}

/** What takes the better text that a finding offers into the draft. */
export function useTake(change: PartProps['change']): (finding: LintFinding) => void {
  return useCallback(
    ({ better, path }) => {
      if (better) change((draft) => textAt(draft, path, better.text) as Playbook);
    },
    [change],
  );
}
