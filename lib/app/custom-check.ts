import { checkDefinition, DEFINITION_LIMITS, type Definition } from '../core/custom-schema.ts';
import { lineOfPath } from './json-line.ts';
import { parseOutside } from './playbook-text.ts';

/** What is wrong with a definition's text. */
export interface DefinitionFault {
  /** 1-based. */
  readonly line: number;
  /** The part that is wrong, as "fields.amount.shown.1"; "" for the whole. */
  readonly at: string;
  /** In plain English. */
  readonly message: string;
}

export type CheckedText =
  | { readonly definition: Definition; readonly fault: null }
  | { readonly definition: null; readonly fault: DefinitionFault };

const wrong = (line: number, at: string, message: string): CheckedText => ({
  definition: null,
  fault: { line, at, message },
});

/** Whether a selector can be used; where there is no document every one can. */
export type ParsesSelector = (selector: string) => boolean;

/** Asks the browser itself. */
export const parsesIn =
  (root: Document): ParsesSelector =>
  (selector) => {
    try {
      root.createDocumentFragment().querySelector(selector);
      return true;
    } catch {
      return false;
    }
  };

/** Reads a definition from the text of a file or of the editor. */
export function checkDefinitionText(text: string, parses: ParsesSelector): CheckedText {
  if (text.length > DEFINITION_LIMITS.text)
    return wrong(1, '', 'This is too long for a definition.');
  const parsed = parseOutside(text, 'The definition');
  if (!('raw' in parsed)) return wrong(parsed.line, '', parsed.message);
  const checked = checkDefinition(parsed.raw);
  if ('problems' in checked) {
    const [problem] = checked.problems;
    const path = problem?.path ?? [];
    const where = numbered(path);
    return wrong(lineOfPath(text, path), where, `${capital(problem?.message ?? 'is not valid')}.`);
  }
  const bad = selectorsOf(checked.definition).find(({ selector }) => !parses(selector));
  if (bad) {
    const message = `"${bad.selector}" is no selector that the browser understands.`;
    return wrong(lineOfPath(text, bad.path), numbered(bad.path), message);
  }
  return { definition: checked.definition, fault: null };
}

/** People count from one. */
const numbered = (path: readonly (string | number)[]): string =>
  path.map((step) => (typeof step === 'number' ? step + 1 : step)).join('.');

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

interface Placed {
  readonly selector: string;
  readonly path: readonly (string | number)[];
}

/** The names under which a selector stands by itself. */
const SELECTORS = new Set(['pane', 'selector', 'row', 'part']);

/** Every selector of a definition, with its place. */
function selectorsOf(definition: Definition): readonly Placed[] {
  const found: Placed[] = [];
  const walk = (value: unknown, path: readonly (string | number)[]): void => {
    if (typeof value === 'string') {
      if (isSelector(path)) found.push({ selector: value, path });
    } else if (Array.isArray(value)) {
      value.forEach((item, i) => {
        walk(item, [...path, i]);
      });
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, item] of Object.entries(value)) walk(item, [...path, key]);
    }
  };
  walk(definition, []);
  return found;
}

function isSelector(path: readonly (string | number)[]): boolean {
  const [part, second] = path;
  const last = path.at(-1);
  if (typeof last === 'number')
    return part === 'fields' || (part === 'rows' && second === 'fields');
  if (part === 'rows' && path.length === 2) return last === 'row' || last === 'name';
  return typeof last === 'string' && SELECTORS.has(last);
}
