import { findNodeAtLocation, parseTree, type ParseError } from 'jsonc-parser';

/** Where something stands in a JSON text: a property's name or an item's number for each step. */
export type JsonPath = readonly (string | number)[];

/** The 1-based line of a character. */
export const lineAt = (text: string, offset: number): number =>
  text.slice(0, offset).split(/\r\n|\n|\r/).length;

/**
 * The 1-based line of a value; for a value that is missing, that of the nearest one around it.
 */
export function lineOfPath(text: string, path: JsonPath): number {
  const root = parseTree(text);
  if (!root) return 1;
  for (let length = path.length; length >= 0; length -= 1) {
    const node = findNodeAtLocation(root, path.slice(0, length));
    // A property's line is its name's: the value may start further down.
    if (node) return lineAt(text, (node.parent?.type === 'property' ? node.parent : node).offset);
  }
  return 1;
}

/** The line of the first place where the text is no JSON, or undefined when it is JSON. */
export function lineOfSyntaxError(text: string): number | undefined {
  const errors: ParseError[] = [];
  parseTree(text, errors, { disallowComments: true });
  const offset = errors[0]?.offset;
  return offset === undefined ? undefined : lineAt(text, offset);
}
