import { BADGE_TAG, type BadgeSpot, type Painter } from '../../lib/app/badge-model.ts';
import { afterFrame, type PageWindow } from '../../lib/app/card-timing.ts';
import type { Words } from '../../lib/app/words.ts';
import type { Badge } from '../../lib/messaging/protocol.ts';
import { homes, measure, type Move } from './place.ts';
import { labelOf, linesOf, sayingOf, standingLine } from './say.ts';
import { drawShape } from './shapes.ts';
import { stopsFor } from './stops.ts';
import { startTips } from './tip.ts';

/** A badge on the page. */
export interface Drawn {
  readonly host: HTMLElement;
  readonly shadow: ShadowRoot;
  /** What is seen of it, and takes the focus where nothing around it does. */
  readonly face: HTMLElement;
  readonly spot: BadgeSpot;
  readonly today: string;
  /** How far it stands from where it would be by itself. */
  moved: Move;
}

export interface PaintSetup {
  readonly view: PageWindow;
  readonly css: string;
  readonly mode: ShadowRootMode;
  readonly t: Words;
}

/** Draws badges with plain elements: hundreds of them must cost next to nothing. */
export function createPainter({ view, css, mode, t }: PaintSetup, signal: AbortSignal): Painter {
  const { document } = view;
  const all = new Map<Element, Drawn>();
  const sayAt = sayingOf(t);
  const homeIn = homes();
  const stops = stopsFor(all);
  const again = afterFrame(view, () => {
    placeAll([...all.values()]);
  });
  const sizes = onSizes(view, signal, again);
  const face = facesIn(document, css);
  const tips = startTips(view, signal, all, (drawn) => {
    const saying = sayAt(drawn.today);
    const { badge } = drawn.spot;
    return { title: standingLine(badge, saying), ...linesOf(badge, saying) };
  });
  const remove = (host: HTMLElement): void => {
    const drawn = all.get(host);
    if (drawn) tips.gone(drawn);
    all.delete(host);
    sizes.unobserve(host.parentElement);
    host.remove();
    if (drawn) stops.left(drawn);
  };
  return {
    draw: (spot, today) => {
      const { badge } = spot;
      const host = document.createElement(BADGE_TAG);
      host.dataset.standing = badge.standing;
      const shadow = host.attachShadow({ mode });
      shadow.append(face(badge));
      const seen = shadow.lastElementChild as HTMLElement;
      const drawn: Drawn = { host, shadow, face: seen, spot, today, moved: { x: 0, y: 0 } };
      seen.setAttribute('aria-label', labelOf(badge, sayAt(today)));
      homeIn(spot.at)?.append(host);
      all.set(host, drawn);
      return host;
    },
    place: (hosts) => {
      const placed = hosts.flatMap((host) => all.get(host) ?? []);
      const dark = isDarkAt(view, placed[0]);
      if (dark) for (const { face } of placed) face.classList.add('dark');
      placeAll(placed);
      for (const { host } of placed) sizes.observe(host.parentElement);
      stops.came(placed);
    },
    remove,
    end: () => {
      for (const host of all.keys()) host.remove();
      all.clear();
    },
  };
}

/** Gives the inside of a badge: made once for each look, and copied from then on. */
function facesIn(root: Document, css: string): (badge: Badge) => DocumentFragment {
  const looks = new Map<string, DocumentFragment>();
  return ({ standing, decided, parked, signal }) => {
    const shapes = [
      decided === undefined ? standing : 'none',
      ...(parked === undefined ? [] : ['moon' as const]),
      ...(signal && decided === undefined ? [signal.level] : []),
    ];
    const key = shapes.join(' ');
    let look = looks.get(key);
    if (!look) {
      look = root.createDocumentFragment();
      const style = root.createElement('style');
      style.textContent = css;
      const badge = root.createElement('span');
      badge.className = 'badge';
      badge.setAttribute('role', 'img');
      for (const name of shapes) badge.append(drawShape(root, name, `shape ${name}`));
      look.append(style, badge);
      looks.set(key, look);
    }
    return look.cloneNode(true) as DocumentFragment;
  };
}

/** All are measured before one is moved: the page is laid out once. */
function placeAll(drawn: readonly Drawn[]): void {
  const moves = drawn.map(({ host, face, spot }) =>
    host.parentElement ? measure(face, host.parentElement, spot.row) : undefined,
  );
  drawn.forEach((one, index) => {
    const move = moves[index];
    if (!move) return;
    if (move.x !== 0 || move.y !== 0) {
      one.moved = { x: one.moved.x + move.x, y: one.moved.y + move.y };
      one.face.style.transform = `translate(${one.moved.x}px, ${one.moved.y}px)`;
    }
    one.face.classList.add('placed');
  });
}

/** Hears when names get other sizes or other letters: their last words then stand elsewhere. */
function onSizes(view: PageWindow, signal: AbortSignal, changed: () => void) {
  // Each is told of once when it is first observed, with nothing changed.
  const fresh = new WeakSet<Element>();
  const observer = new view.ResizeObserver((entries) => {
    if (entries.filter(({ target }) => !fresh.delete(target)).length > 0) changed();
  });
  const { fonts } = view.document;
  view.addEventListener('resize', changed, { passive: true, signal });
  fonts.addEventListener('loadingdone', changed, { signal });
  signal.addEventListener('abort', () => {
    observer.disconnect();
  });
  return {
    observe: (home: Element | null) => {
      if (!home) return;
      fresh.add(home);
      observer.observe(home);
    },
    unobserve: (home: Element | null) => {
      if (home) observer.unobserve(home);
    },
  };
}

/** Lighter than this the page writes with light letters on a dark ground. */
const LIGHT = 150;

/** A CRM's dark theme need not be the system's: the colour of the names tells. */
function isDarkAt(view: PageWindow, drawn: Drawn | undefined): boolean {
  if (!drawn) return false;
  const { color } = view.getComputedStyle(drawn.spot.at);
  const [red = 0, green = 0, blue = 0] = (color.match(/[\d.]+/g) ?? []).map(Number);
  // Other notations than rgb() are left to be light.
  return color.startsWith('rgb') && 0.3 * red + 0.6 * green + 0.1 * blue > LIGHT;
}
