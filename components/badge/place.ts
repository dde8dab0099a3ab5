/** Where badges stand: behind the last word of the name, and inside of what is seen of the row. */

/** Room between the name and its badge, and between the badge and the edge, in CSS pixels. */
const GAP = 4;
const EDGE = 1;

/** Displays that give room to each child: an empty one would move the others. */
const SPACED = /flex|grid|table$|table-row/;

/**
 * Gives the element that a badge goes into: the one around the name's last text. Undefined where each place would move
 * something. The rows of a list are built alike: how one of a kind is displayed is asked once, since in between the
 * browser would have to work out all styles anew.
 */
export function homes(): (at: HTMLElement) => HTMLElement | undefined {
  const spaced = new Map<string, boolean>();
  return (at) => {
    const home = lastTextIn(at)?.parentElement ?? at;
    const kind = `${home.localName}.${home.className}`;
    let isSpaced = spaced.get(kind);
    if (isSpaced === undefined) {
      const view = home.ownerDocument.defaultView;
      isSpaced = view !== null && SPACED.test(view.getComputedStyle(home).display);
      spaced.set(kind, isSpaced);
    }
    return isSpaced ? undefined : home;
  };
}

function lastTextIn(node: Node): Text | undefined {
  for (let child = node.lastChild; child; child = child.previousSibling) {
    if (child.nodeType === 3 && (child.nodeValue ?? '').trim() !== '') return child as Text;
    const found = child.nodeType === 1 ? lastTextIn(child) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** How far a badge is to be moved from where it would stand by itself. */
export interface Move {
  readonly x: number;
  readonly y: number;
}

/** Measures the way from where the badge is to its place. Undefined where nothing is laid out. */
export function measure(badge: HTMLElement, home: HTMLElement, row: HTMLElement): Move | undefined {
  const box = badge.getBoundingClientRect();
  const name = lastLineIn(home);
  if (box.width === 0 || !name) return undefined;
  const spot = spotBehind(name, box.width, home, row);
  const { line, left } = spot.fits ? spot : (spotBelow(name, box.width, row) ?? spot);
  const top = line.top + (line.height - box.height) / 2;
  return { x: Math.round(left - box.left), y: Math.round(top - box.top) };
}

interface Line {
  readonly text: Text;
  readonly rect: DOMRect;
}

interface Spot {
  readonly line: DOMRect;
  readonly left: number;
  readonly fits: boolean;
}

/** The place behind a line of text; pushed back over its end where there is no room. */
function spotBehind({ rect }: Line, width: number, at: HTMLElement, row: HTMLElement): Spot {
  const clip = clipOf(at, row);
  const leftwards = at.ownerDocument.defaultView?.getComputedStyle(at).direction === 'rtl';
  const wanted = leftwards ? rect.left - GAP - width : rect.right + GAP;
  const left = Math.max(clip.left + EDGE, Math.min(wanted, clip.right - EDGE - width));
  return { line: rect, left, fits: Math.abs(left - wanted) <= GAP };
}

/** A card may have room behind its last line, below the name; the cells of a table have not. */
function spotBelow(name: Line, width: number, row: HTMLElement): Spot | undefined {
  const last = lastLineIn(row);
  const at = last?.text.parentElement;
  if (!last || !at || last.rect.top < name.rect.bottom - 2) return undefined;
  const spot = spotBehind(last, width, at, row);
  return spot.fits ? spot : undefined;
}

/** The last line of an element's text. */
function lastLineIn(element: HTMLElement): Line | undefined {
  const text = lastTextIn(element);
  if (!text) return undefined;
  const range = element.ownerDocument.createRange();
  range.selectNodeContents(text);
  const lines = range.getClientRects();
  const rect = lines[lines.length - 1];
  return rect && { text, rect };
}

/** What is seen of the name's surroundings, up to the row: nothing outside of it can be. */
function clipOf(home: HTMLElement, row: HTMLElement): { left: number; right: number } {
  const view = home.ownerDocument.defaultView;
  let { left, right } = row.getBoundingClientRect();
  for (let at: HTMLElement | null = home; view && at && at !== row; at = at.parentElement) {
    if (view.getComputedStyle(at).overflowX === 'visible') continue;
    const box = at.getBoundingClientRect();
    left = Math.max(left, box.left);
    right = Math.min(right, box.right);
  }
  return { left, right };
}
