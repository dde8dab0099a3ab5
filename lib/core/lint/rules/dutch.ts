import type { Playbook } from '../../playbook.ts';
import type { LintFinding } from '../finding.ts';
import { isHole, textsOf } from '../texts.ts';

/** English texts without a Dutch one beside them: one finding for each rule, with the parts that lack it. */
export function findMissingDutch(draft: Playbook): LintFinding[] {
  const missing = new Map<string, { rule: string; path: (string | number)[]; parts: string[] }>();
  for (const { rule, path, part, text } of textsOf(draft)) {
    if (isHole(text?.en) || !isHole(text?.nl)) continue;
    // The playbook's own name is a rule of its own.
    const home = path.length > 1 ? path.slice(0, -1) : path;
    const found = missing.get(home.join('.')) ?? { rule, path: [...home], parts: [] };
    found.parts.push(part);
    missing.set(home.join('.'), found);
  }
  return [...missing.values()].map(({ rule, path, parts }) => ({
    level: 'warning',
    code: 'missing-dutch',
    rule,
    path,
    values: { parts: parts.join('\n') },
  }));
}
