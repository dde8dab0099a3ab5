/** Where badges stand: behind the last word of the name, and inside of what is seen of the row. */

/** Room between the name and its badge, and between the badge and the edge, in CSS pixels. The first is in badge.css too. */
const GAP = 4;
const EDGE = 1;
/** A shape, the room between two, and the room beside them, as in badge.css: so that a badge is known before it is drawn. */
const SHAPE = 14;
const BETWEEN = 2;
const BESIDE = 1;

/** How wide a badge of so many shapes is, in CSS pixels. */
export const widthOf = (shapes: number): number =>
  shapes * (SHAPE + BETWEEN) - BETWEEN + 2 * BESIDE;

/** Displays that give room to each child: an empty one would move the others. */
const SPACED = /flex|grid|table$|table-row/;

/**
 * Gives the text that a badge goes behind: the name's last one. Undefined where something would move by it. The rows of a list
 * are built alike: how one of a kind is displayed is asked once.
 */
export function homes(): (at: HTMLElement) => Text | undefined {
  const spaced = new Map<string, boolean>();
  return (at) => {
    const text = lastTextIn(at);
    const home = text?.parentElement;
    if (!home) return undefined;
    const kind = `${home.localName}.${home.className}`;
    let isSpaced = spaced.get(kind);
    if (isSpaced === undefined) {
      const view = home.ownerDocument.defaultView;
      isSpaced = view !== null && SPACED.test(view.getComputedStyle(home).display);
      spaced.set(kind, isSpaced);
    }
    return isSpaced ? undefined : text;
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

/** How far a badge is to be moved from right behind its text. */
export interface Move {
  readonly x: number;
  readonly y: number;
}

const STAY: Move = { x: 0, y: 0 };

/**
 * How far a badge of this width must be moved from right behind the text, where the styles put it, to be seen and to hide
 * nothing if that can be. Undefined where the text is not laid out.
 */
export function moveFor(text: Text, width: number, row: HTMLElement): Move | undefined {
  const line = lineOf(text);
  if (!line) return undefined;
  const spot = spotBehind({ text, line }, width, row);
  if (spot.fits) return STAY;
  const below = spotBelow(line, width, row);
  const y = below ? middleOf(below.line) - middleOf(line) : 0;
  return { x: Math.round((below ?? spot).left - spot.wanted), y: Math.round(y) };
}

const middleOf = ({ top, height }: DOMRect): number => top + height / 2;

interface Line {
  readonly text: Text;
  readonly line: DOMRect;
}

interface Spot {
  readonly line: DOMRect;
  /** Right behind the line. */
  readonly wanted: number;
  /** The same, pushed back over the line's end where there is no room. */
  readonly left: number;
  readonly fits: boolean;
}

function spotBehind({ text, line }: Line, width: number, row: HTMLElement): Spot {
  const { left, right, leftwards } = clipOf(text.parentElement ?? row, row);
  const wanted = leftwards ? line.left - GAP - width : line.right + GAP;
  const pushed = Math.max(left + EDGE, Math.min(wanted, right - EDGE - width));
  return { line, wanted, left: pushed, fits: Math.abs(pushed - wanted) <= GAP };
}

/** A card may have room behind its last line, below the name; the cells of a table have not. */
function spotBelow(name: DOMRect, width: number, row: HTMLElement): Spot | undefined {
  const text = lastTextIn(row);
  const line = text && lineOf(text);
  if (!line || line.top < name.bottom - 2) return undefined;
  const spot = spotBehind({ text, line }, width, row);
  return spot.fits ? spot : undefined;
}

/** One for all: the browser looks after each range at each change of the page. */
let range: Range | undefined;

/** The last line of a text. */
function lineOf(text: Text): DOMRect | undefined {
  range ??= text.ownerDocument.createRange();
  range.selectNodeContents(text);
  const lines = range.getClientRects();
  return lines[lines.length - 1];
}

interface Clip {
  readonly left: number;
  readonly right: number;
  /** The text runs from right to left. */
  readonly leftwards: boolean;
}

/** What is seen of the text's surroundings, up to the row: nothing outside of it can be. */
function clipOf(home: HTMLElement, row: HTMLElement): Clip {
  const view = home.ownerDocument.defaultView;
  let { left, right } = row.getBoundingClientRect();
  let leftwards = false;
  for (let at: HTMLElement | null = home; view && at && at !== row; at = at.parentElement) {
    const { overflowX, direction } = view.getComputedStyle(at);
    if (at === home) leftwards = direction === 'rtl';
    if (overflowX === 'visible') continue;
    const box = at.getBoundingClientRect();
    left = Math.max(left, box.left);
    right = Math.min(right, box.right);
  }
  return { left, right, leftwards };
}
