import { selectorFault, selectorSchema } from '../core/overrides.ts';

/** The most selectors that a field may have, in a page or in a form. */
export const MOST = 5;

/** A line that is no selector. */
interface Wrong {
  /** From 1 on. */
  readonly line: number;
  readonly text: string;
}

/** True for a text that this browser takes for a selector. */
function isSelector(text: string): boolean {
  if (!selectorSchema.safeParse(text).success || selectorFault(text) !== undefined) return false;
  try {
    document.createDocumentFragment().querySelector(text);
    return true;
  } catch {
    return false;
  }
}

/** Selectors as people list them, one a line; and the first that is none. */
export function readLines(text: string): {
  readonly lines: string[];
  readonly wrong: Wrong | undefined;
} {
  const numbered = text
    .split('\n')
    .map((line, index) => ({ line: index + 1, text: line.trim() }))
    .filter((line) => line.text !== '');
  return {
    lines: numbered.map((line) => line.text),
    wrong: numbered.find((line) => !isSelector(line.text)),
  };
}
