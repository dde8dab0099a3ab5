import type { z } from 'zod';
import { checkConditionShapes, shapeProblems } from '../../core/check-shape.ts';
import type { Playbook } from '../../core/playbook.ts';
import { lineOfPath } from '../json-line.ts';
import { parseOutside, withoutMark, type Loaded } from '../playbook-text.ts';
import { draftPlaybookSchema } from './draft-schema.ts';

const refused = (rule: string, line: number, message: string, path?: string): Loaded<Playbook> => ({
  playbook: null,
  playbookFault: { rule, line, message, ...(path === undefined ? {} : { path }) },
});

/**
 * Reads a file that a draft is to be started from. It may say anything that a playbook must not be published with, as
 * long as it has a playbook's form; what keeps it from that comes with its path and line. Never throws.
 */
export function readDraftFile(text: string): Loaded<Playbook> {
  const parsed = parseOutside(text);
  if (!('raw' in parsed)) return refused('playbook', parsed.line, parsed.message);
  const { raw } = parsed;
  const checked = draftPlaybookSchema.safeParse(raw);
  if (checked.success) {
    const playbook = { ...checked.data };
    // Where its schema is found is nothing to edit, and holds in other places alone.
    delete playbook.$schema;
    return { playbook, playbookFault: null };
  }
  return explained(raw, text, checked.error.issues);
}

function explained(
  raw: unknown,
  text: string,
  issues: readonly z.core.$ZodIssue[],
): Loaded<Playbook> {
  const [first] = [...shapeProblems(raw, issues), ...checkConditionShapes(raw)];
  if (!first) return refused('playbook', 1, 'The file does not have the form of a playbook.');
  const { rule, path, message } = first;
  return refused(rule, lineOfPath(withoutMark(text), path), message, path.join('.'));
}
