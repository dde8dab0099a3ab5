import { closestThrough, findAllIn, isShown, layersOf } from './deep.ts';
import { FIELD_FRAME, fieldOf, INPUTS, NOT_INPUTS, OUTPUTS } from './selectors.ts';

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

function boxOf(field: HTMLElement, isDeep: boolean): FieldBox {
  const frame = closestThrough(field, FIELD_FRAME) ?? field;
  const layers = isDeep ? layersOf(frame) : [frame];
  const input = findAllIn(layers, INPUTS).find(
    (found) => !found.matches(NOT_INPUTS) && isShown(found),
  );
  if (input) return { frame, input };
  for (const selector of OUTPUTS) {
    const output = findAllIn(layers, [selector]).find(isShown);
    if (output) return { frame, output };
  }
  return { frame };
}
