import { valueOf } from '../../core/fact.ts';
import type { Reading } from '../../core/deal.ts';
import { oneLine } from '../dom.ts';
import { findAllIn, isInside, isShown, layersOf, shownTextOf } from './deep.ts';
import { fieldBox } from './field-box.ts';
import { dealId } from './ids.ts';
import {
  ACTIVE_PANES,
  ANY_FIELD,
  DIALOGS,
  DIALOG_HEADINGS,
  OWN_LINKS,
  PRIMARY_FIELD,
  SINGLE_PANES,
} from './selectors.ts';
import { isEditAddress, match } from './url.ts';

/** The part of the page that shows the record: the page in front, or the edit form that lies over it. */
export interface Place {
  readonly pane: HTMLElement;
  /** The pane, and where it is built with native shadow roots, all of them. */
  readonly layers: readonly ParentNode[];
  /** The same record's page behind its edit form. */
  readonly behind?: Place;
}

const MARKS = [...ANY_FIELD, ...PRIMARY_FIELD];

/** Native shadow roots are walked only where plain selectors find nothing of a record. */
function layersOfPage(root: Document): readonly ParentNode[] {
  const isFlat = MARKS.some((mark) => root.querySelector(mark) !== null);
  return isFlat ? [root] : layersOf(root.body);
}

function placeIn(pane: HTMLElement, isFlat: boolean): Place {
  return { pane, layers: isFlat ? [pane] : layersOf(pane) };
}

/** The page in front; undefined where none can be told, or two can. */
export function paneInFront(root: Document): Place | undefined {
  const layers = layersOfPage(root);
  const isFlat = layers.length === 1;
  const active = innermost(findAllIn(layers, ACTIVE_PANES).filter(isShown));
  const panes = active.length > 0 ? active : findAllIn(layers, SINGLE_PANES).filter(isShown);
  const places = panes.map((pane) => placeIn(pane, isFlat));
  const records = places.filter((place) => findAllIn(place.layers, MARKS).some(isShown));
  const found = records.length > 0 ? records : places;
  return found.length === 1 ? found[0] : undefined;
}

/** In a console a tab's page stands inside the tab: the page counts. */
const innermost = (elements: readonly HTMLElement[]): HTMLElement[] =>
  elements.filter((outer) => !elements.some((inner) => inner !== outer && isInside(inner, outer)));

/** The one dialog in front that has inputs of an opportunity. */
export function editFormInFront(root: Document): Place | undefined {
  const layers = layersOfPage(root);
  const isFlat = layers.length === 1;
  const forms = innermost(findAllIn(layers, DIALOGS).filter(isShown))
    .map((dialog) => placeIn(dialog, isFlat))
    .filter((place) => fieldBox(place, 'Name')?.input ?? fieldBox(place, 'StageName')?.input);
  return forms.length === 1 ? forms[0] : undefined;
}

/** The record's name as it stands in its heading, or else among its fields; undefined while it is in an input. */
export function shownName({ layers }: Place): string | undefined {
  const [heading] = findAllIn(layers, PRIMARY_FIELD).filter(isShown).map(shownTextOf);
  if (heading) return heading;
  const output = fieldBox({ layers }, 'Name')?.output;
  const text = output && shownTextOf(output);
  return text === '' ? undefined : text;
}

/**
 * Where the deal of this page's address stands, or undefined while it stands nowhere for certain: the address is ahead
 * of the page, and several pages stand in the document. With an `id`, only that deal is looked for.
 */
export function placeOf(root: Document, id?: string, saved?: Reading): Place | undefined {
  if (!URL.canParse(root.URL)) return undefined;
  const url = new URL(root.URL);
  const page = match(url);
  if (page?.kind !== 'deal' || (id !== undefined && page.ref.id !== id)) return undefined;
  const dealName = savedName(saved, page.ref.id);
  const dialog = editFormInFront(root);
  if (isEditAddress(url)) return dialog && mayBeNamed(dialog, dealName) ? dialog : undefined;
  const pane = paneInFront(root);
  if (!pane || !isOfDeal(root, pane, page.ref.id, dealName)) return undefined;
  const names = [dealName, shownName(pane)].filter((name) => name !== undefined);
  const isOwn = dialog && names.some((name) => isHeadedBy(dialog, name));
  return isOwn ? { ...dialog, behind: pane } : pane;
}

function savedName(saved: Reading | undefined, id: string): string | undefined {
  const name = saved?.ref.id === id ? valueOf(saved.fields.name) : undefined;
  return name === undefined ? undefined : oneLine(name);
}

/**
 * Whether a page shows this deal. Its links to its own related lists hold its id; without any, its name must be the saved one, or
 * else that of the document, which Lightning calls "<name> | <object> | Salesforce".
 */
function isOfDeal(root: Document, pane: Place, id: string, dealName: string | undefined): boolean {
  const ids = findAllIn(pane.layers, OWN_LINKS).flatMap((link) => ownId(link) ?? []);
  if (ids.length > 0) return ids.includes(id);
  const name = shownName(pane);
  if (name === undefined) return true;
  if (dealName !== undefined) return name === dealName;
  const titled = /^(.+) \| [^|]+ \| Salesforce$/.exec(oneLine(root.title))?.[1];
  return titled === undefined || titled === name;
}

function ownId(link: Element): string | undefined {
  const path = /\/lightning\/r\/(?:Opportunity\/)?(006[A-Za-z0-9]{12,15})\/related\//.exec(
    link.getAttribute('href') ?? '',
  );
  return path?.[1] === undefined ? undefined : dealId(path[1]);
}

const headingsOf = (dialog: Place): string[] =>
  findAllIn(dialog.layers, DIALOG_HEADINGS).filter(isShown).map(shownTextOf).filter(Boolean);

/** An edit form is headed "Edit <name>", in the user's language; a new record's form and an action's are not. */
const isHeadedBy = (dialog: Place, name: string): boolean =>
  headingsOf(dialog).some((heading) => heading.includes(name));

/** At the edit form's own address the form belongs to the deal, unless its heading says otherwise. */
const mayBeNamed = (dialog: Place, name: string | undefined): boolean =>
  name === undefined || headingsOf(dialog).length === 0 || isHeadedBy(dialog, name);
