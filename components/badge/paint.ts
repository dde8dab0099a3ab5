import { BADGE_TAG, type BadgeSpot, type Painter } from '../../lib/app/badge-model.ts';
import { afterFrame, type PageWindow } from '../../lib/app/card-timing.ts';
import type { Words } from '../../lib/app/words.ts';
import { darkness, dresserOf, facesIn, shapesOf } from './look.ts';
import { homes, moveFor, widthOf, type Move } from './place.ts';
import { labelOf, linesOf, sayingOf, standingLine } from './say.ts';
import { onSizes } from './sizes.ts';
import { stopsFor } from './stops.ts';
import { startTips } from './tip.ts';

/** A badge on the page. */
export interface Drawn {
  readonly host: HTMLElement;
  readonly shadow: ShadowRoot;
  /** What is seen of it, and takes the focus where nothing around it does. */
  readonly face: HTMLElement;
  readonly spot: BadgeSpot;
  readonly behind: Text;
  readonly today: string;
}

export interface PaintSetup {
  readonly view: PageWindow;
  readonly css: string;
  readonly mode: ShadowRootMode;
  readonly t: Words;
}

/** Draws badges with plain elements: hundreds of them must cost next to nothing. What they explain is put into words when it is read. */
export function createPainter({ view, css, mode, t }: PaintSetup, signal: AbortSignal): Painter {
  const { document } = view;
  const all = new Map<Element, Drawn>();
  const sayAt = sayingOf(t);
  const homeIn = homes();
  const isDark = darkness(view);
  const stops = stopsFor(all);
  const again = afterFrame(view, () => {
    placeAll([...all.values()]);
  });
  const sizes = onSizes(view, signal, again);
  const face = facesIn(document);
  const dress = dresserOf(view, css);
  const tips = startTips(view, signal, all, (drawn) => {
    const saying = sayAt(drawn.today);
    const { badge } = drawn.spot;
    return { title: standingLine(badge, saying), ...linesOf(badge, saying) };
  });
  return {
    plan: ({ row, at, badge }) => {
      const behind = homeIn(at);
      const move = behind && moveFor(behind, widthOf(shapesOf(badge).length), row);
      return move && { behind, move, dark: isDark(at) };
    },
    draw: (spot, { behind, move, dark }, today) => {
      const host = document.createElement(BADGE_TAG);
      host.setAttribute('data-standing', spot.badge.standing);
      const shadow = host.attachShadow({ mode });
      const seen = face(spot.badge);
      dress(shadow);
      if (dark) seen.classList.add('dark');
      if (move.x !== 0 || move.y !== 0) shift(seen, move);
      seen.setAttribute('aria-label', labelOf(spot.badge, sayAt(today)));
      shadow.append(seen);
      const drawn: Drawn = { host, shadow, face: seen, spot, behind, today };
      behind.after(host);
      all.set(host, drawn);
      sizes.observe(host.parentElement);
      stops.came(drawn);
      return host;
    },
    remove: (host) => {
      const drawn = all.get(host);
      if (drawn) tips.gone(drawn);
      all.delete(host);
      sizes.unobserve(host.parentElement);
      host.remove();
      if (drawn) stops.left(drawn);
    },
    end: () => {
      for (const host of all.keys()) host.remove();
      all.clear();
    },
  };
}

const shift = (face: HTMLElement, { x, y }: Move): void => {
  face.style.transform = x === 0 && y === 0 ? '' : `translate(${x}px, ${y}px)`;
};

/** All are measured before one is moved: the page is laid out once. */
function placeAll(drawn: readonly Drawn[]): void {
  const moves = drawn.map(({ behind, spot }) =>
    behind.isConnected
      ? moveFor(behind, widthOf(shapesOf(spot.badge).length), spot.row)
      : undefined,
  );
  drawn.forEach(({ face }, index) => {
    const move = moves[index];
    if (move) shift(face, move);
  });
}
