import { checkPlaybook } from '../core/check-playbook.ts';
import { FILE_LIMITS, jsonExcess, type JsonLimits } from '../core/json-bounds.ts';
import type { Playbook } from '../core/playbook.ts';
import type { PlaybookFault } from '../messaging/protocol.ts';
import { lineAt, lineOfPath, lineOfSyntaxError } from './json-line.ts';

/** A playbook that can be used, or why it cannot. Both null: it could not be read. */
export interface Loaded<T> {
  readonly playbook: T | null;
  readonly playbookFault: PlaybookFault | null;
}

const broken = (fault: PlaybookFault): Loaded<never> => ({ playbook: null, playbookFault: fault });

/** Some programs write an invisible mark in front of a file, which is no JSON. */
const MARK = '\ufeff';

/** A text without the byte order mark that may stand in front of it. */
export const withoutMark = (text: string): string => (text.startsWith(MARK) ? text.slice(1) : text);

/**
 * Parses a text that came from outside, after it was seen that it is not too long, too deep or too full to be looked
 * at. Shared by everything that takes a file. Never throws.
 */
export function parseOutside(
  text: string,
  called = 'The playbook',
  limits: JsonLimits = FILE_LIMITS,
): { readonly raw: unknown } | { readonly line: number; readonly message: string } {
  const bare = withoutMark(text);
  const excess = jsonExcess(bare, limits);
  if (excess) {
    const line = excess.what === 'too-long' ? 1 : lineAt(bare, excess.offset);
    return { line, message: `${called} ${excess.message}` };
  }
  try {
    return { raw: JSON.parse(bare) };
  } catch {
    const line = lineOfSyntaxError(bare) ?? 1;
    return { line, message: `Line ${line} is not valid JSON. Correct it there.` };
  }
}

/** Checks a playbook's JSON text. What is wrong comes with the rule, its path and the line on which it stands. */
export function checkText(text: string): Loaded<Playbook> {
  const parsed = parseOutside(text);
  if (!('raw' in parsed)) return broken({ rule: 'playbook', ...parsed });
  const checked = checkPlaybook(parsed.raw);
  if (checked.ok) return { playbook: checked.playbook, playbookFault: null };
  const [problem] = checked.problems;
  if (!problem) return broken({ rule: 'playbook', line: 1, message: 'The playbook is not valid.' });
  const { rule, path, message } = problem;
  return broken({
    rule,
    line: lineOfPath(withoutMark(text), path),
    message,
    ...(path.length > 0 ? { path: path.join('.') } : {}),
  });
}

/** How many texts are remembered as checked: what policy, the URL and this browser can have at once. */
const REMEMBERED = 3;
const remembered = new Map<string, Loaded<Playbook>>();

/** The same, each text checked once: every deal that is opened asks for the same one. */
export function checkOnce(text: string): Loaded<Playbook> {
  const known = remembered.get(text);
  if (known) return known;
  const loaded = checkText(text);
  const [oldest] = remembered.keys();
  if (remembered.size >= REMEMBERED && oldest !== undefined) remembered.delete(oldest);
  remembered.set(text, loaded);
  return loaded;
}
