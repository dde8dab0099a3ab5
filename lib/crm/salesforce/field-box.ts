import { closestThrough, findAllIn, isShown, layersOf, shownTextOf } from './deep.ts';
import { AROUND_OUTPUTS, FIELD_FRAME, fieldOf, INPUTS, NOT_INPUTS, OUTPUTS } from './selectors.ts';

/** One field on the page: the frame around all of it, and its input or its value. Both are missing while it is being drawn. */
export interface FieldBox {
  readonly frame: HTMLElement;
  readonly input?: HTMLElement;
  readonly output?: HTMLElement;
}

/** A field of the record by its name in the API; of several places the one that is being edited comes first. */
export function fieldBox(
  { layers }: { readonly layers: readonly ParentNode[] },
  api: string,
): FieldBox | undefined {
  const boxes = findAllIn(layers, [fieldOf(api)])
    .filter(isShown)
    .map((field) => boxOf(field, layers.length > 1));
  return boxes.find(({ input }) => input) ?? boxes.find(({ output }) => output) ?? boxes[0];
}

/** On a page without native shadow roots a single component may have one: it is looked into where nothing else was found. */
function boxOf(field: HTMLElement, isDeep: boolean): FieldBox {
  const frame = closestThrough(field, FIELD_FRAME) ?? field;
  const flat = isDeep ? undefined : partsIn(frame, [frame]);
  return flat?.input || flat?.output ? flat : partsIn(frame, layersOf(frame));
}

function partsIn(frame: HTMLElement, layers: readonly ParentNode[]): FieldBox {
  const input = findAllIn(layers, INPUTS).find(
    (found) => !found.matches(NOT_INPUTS) && isShown(found),
  );
  if (input) return { frame, input };
  const output = firstShown(layers, OUTPUTS) ?? firstShown(layers, AROUND_OUTPUTS, shownTextOf);
  return output ? { frame, output } : { frame };
}

/** The first that is shown, by the selectors' rank, and that passes. */
function firstShown(
  layers: readonly ParentNode[],
  selectors: readonly string[],
  passes: (element: HTMLElement) => unknown = () => true,
): HTMLElement | undefined {
  for (const selector of selectors) {
    const found = findAllIn(layers, [selector]).find((one) => isShown(one) && passes(one));
    if (found) return found;
  }
  return undefined;
}
