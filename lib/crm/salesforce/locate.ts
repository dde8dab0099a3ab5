import type { FieldName, Stage } from '../../core/fields.ts';
import { findFirst } from '../dom.ts';
import { findAllIn, isShown, layersOf, shownTextOf } from './deep.ts';
import { fieldBox, type FieldBox } from './field-box.ts';
import { paneInFront, placeOf, type Place } from './place.ts';
import {
  ACTIVE_STEPS,
  API_FIELDS,
  CURRENT_STEPS,
  HIGHLIGHT_LABELS,
  HIGHLIGHT_VALUES,
  HIGHLIGHTS,
  PATHS,
  PRIMARY_FIELD,
  SAVE_BAR,
  SAVE_BUTTONS,
  SECONDARY_FIELDS,
  STEP_TITLES,
  type PageField,
} from './selectors.ts';

/** Where a field stands: in a box of its own, or as a text in the record's heading or its path. */
export type Located =
  | { readonly box: FieldBox; readonly element: HTMLElement }
  | { readonly text: string; readonly element: HTMLElement };

/** Where a field of ours stands on the page. */
export function locateField(place: Place, field: PageField): Located | undefined {
  for (const api of API_FIELDS[field]) {
    const box = fieldBox(place, api);
    if (box) return { box, element: box.input ?? box.output ?? box.frame };
  }
  return field === 'name'
    ? nameInHeading(place)
    : (highlightOf(place, field) ?? stepOf(place, field));
}

function nameInHeading({ layers }: Place): Located | undefined {
  const element = findAllIn(layers, PRIMARY_FIELD).find(isShown);
  const text = element && shownTextOf(element);
  return element && text ? { text, element } : undefined;
}

/** A field in the record's heading, by its English label. */
export function highlightOf(
  { layers }: Place,
  field: FieldName,
): { readonly text: string; readonly element: HTMLElement } | undefined {
  for (const item of findAllIn(layers, SECONDARY_FIELDS).filter(isShown)) {
    const inside = layers.length > 1 ? layersOf(item) : [item];
    const label = firstIn(inside, HIGHLIGHT_LABELS);
    if (!label || HIGHLIGHTS[shownTextOf(label).toLowerCase()] !== field) continue;
    const value = firstIn(inside, HIGHLIGHT_VALUES);
    if (!value) continue;
    const link = layersOf(value)
      .map((layer) => findFirst(layer, ['a[href]']))
      .find((found) => found);
    return { text: shownTextOf(link ?? value), element: value };
  }
  return undefined;
}

function firstIn(layers: readonly ParentNode[], selectors: readonly string[]) {
  for (const selector of selectors) {
    const found = findAllIn(layers, [selector]).find(isShown);
    if (found) return found;
  }
  return undefined;
}

function stepOf(place: Place, field: PageField): Located | undefined {
  const step = field === 'stage' ? currentStep(place) : undefined;
  return step && { text: step.label, element: step.element };
}

/** The step of the path where the deal stands. `state` is undefined while the deal is on its way. */
export function currentStep({ layers }: Place):
  | {
      readonly label: string;
      readonly state: Stage['state'] | undefined;
      readonly element: HTMLElement;
    }
  | undefined {
  const path = findAllIn(layers, PATHS).find(isShown);
  if (!path) return undefined;
  const inside = layers.length > 1 ? layersOf(path) : [path];
  const element = firstIn(inside, CURRENT_STEPS) ?? firstIn(inside, ACTIVE_STEPS);
  const label = element && titleOf(element);
  if (!element || !label) return undefined;
  const { classList } = element;
  const over = classList.contains('slds-is-won') ? 'won' : undefined;
  const lost = classList.contains('slds-is-lost') ? 'lost' : undefined;
  return { label, state: over ?? lost, element };
}

function titleOf(step: HTMLElement): string {
  const title = firstIn(layersOf(step), STEP_TITLES);
  return shownTextOf(title ?? step);
}

/** The field's own element in the page in front: its input where it is open, else its value. */
export function fieldElement(root: Document, field: FieldName): HTMLElement | undefined {
  const place = placeOf(root);
  return place && field in API_FIELDS ? locateField(place, field as PageField)?.element : undefined;
}

/** The bar with "Save" in the page in front, or in the edit form over it. */
export function saveBar(root: Document): HTMLElement | undefined {
  const place = placeOf(root) ?? paneInFront(root);
  if (!place) return undefined;
  const bar = firstIn(place.layers, SAVE_BAR);
  const button = bar ? undefined : firstIn(place.layers, SAVE_BUTTONS);
  return bar ?? button?.parentElement ?? undefined;
}
