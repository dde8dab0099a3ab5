import type { PageWindow } from '../../lib/app/card-timing.ts';
import type { Badge } from '../../lib/messaging/protocol.ts';
import { drawShape, type ShapeName } from './shapes.ts';

/** What a badge looks like. */

/** The shapes that a badge shows, in their order. */
export const shapesOf = ({ standing, decided, parked, signal }: Badge): readonly ShapeName[] => [
  decided === undefined ? standing : 'none',
  ...(parked === undefined ? [] : ['moon' as const]),
  ...(signal && decided === undefined ? [signal.level] : []),
];

/** Gives the inside of a badge: made once for each look, and copied from then on. */
export function facesIn(root: Document): (badge: Badge) => HTMLElement {
  const looks = new Map<string, HTMLElement>();
  return (badge) => {
    const shapes = shapesOf(badge);
    const key = shapes.join(' ');
    let look = looks.get(key);
    if (!look) {
      look = root.createElement('span');
      look.className = 'badge';
      look.setAttribute('role', 'img');
      for (const name of shapes) look.append(drawShape(root, name, `shape ${name}`));
      looks.set(key, look);
    }
    return look.cloneNode(true) as HTMLElement;
  };
}

/** Gives each badge its style: one sheet for all of them, or a copy in each where the browser lets no content script share one. */
export function dresserOf(view: PageWindow, css: string): (shadow: ShadowRoot) => void {
  const style = view.document.createElement('style');
  style.textContent = css;
  let sheet: CSSStyleSheet | undefined;
  try {
    sheet = new view.CSSStyleSheet();
    sheet.replaceSync(css);
  } catch {
    sheet = undefined;
  }
  return (shadow) => {
    try {
      if (sheet) {
        shadow.adoptedStyleSheets = [sheet];
        return;
      }
    } catch {
      // Firefox lets a content script make a sheet, and refuses to have it adopted.
      sheet = undefined;
    }
    shadow.append(style.cloneNode(true));
  };
}

/** Lighter than this the page writes with light letters on a dark ground. */
const LIGHT = 150;
/** The names of one list have one colour: it is asked for again no sooner than after this, in milliseconds. */
const DARK_MS = 250;

/** A CRM's dark theme need not be the system's: the colour of the names tells. */
export function darkness(view: PageWindow): (at: HTMLElement) => boolean {
  let asked = Number.NEGATIVE_INFINITY;
  let isDark = false;
  return (at) => {
    const now = view.performance.now();
    if (now - asked > DARK_MS) isDark = isLight(view.getComputedStyle(at).color);
    asked = now;
    return isDark;
  };
}

/** Other notations than rgb() are left to be dark. */
function isLight(color: string): boolean {
  const [red = 0, green = 0, blue = 0] = (color.match(/[\d.]+/g) ?? []).map(Number);
  return color.startsWith('rgb') && 0.3 * red + 0.6 * green + 0.1 * blue > LIGHT;
}
