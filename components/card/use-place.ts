import { useState, type KeyboardEvent, type PointerEvent } from 'react';
import type { CardPlace } from '../../lib/messaging/protocol.ts';

/** How far an arrow key moves the card, and how far a pointer must go before a press becomes a drag. */
const STEP = 8;
const SLACK = 4;

const ARROWS: Readonly<Record<string, readonly [right: number, bottom: number]>> = {
  ArrowLeft: [STEP, 0],
  ArrowRight: [-STEP, 0],
  ArrowUp: [0, STEP],
  ArrowDown: [0, -STEP],
};

interface Drag {
  readonly x: number;
  readonly y: number;
  readonly from: CardPlace;
  readonly moved: boolean;
}

export interface Placing {
  readonly place: CardPlace;
  readonly setCollapsed: (collapsed: boolean) => void;
  readonly onArrow: (event: KeyboardEvent) => void;
  /** Handlers of what the card can be dragged by. */
  readonly grip: {
    readonly onPointerDown: (event: PointerEvent) => void;
    readonly onPointerMove: (event: PointerEvent) => void;
    readonly onPointerUp: (event: PointerEvent) => void;
    readonly onPointerCancel: (event: PointerEvent) => void;
  };
  /** True right after a drag, whose click is no press. */
  readonly dragged: () => boolean;
}

const same = (a: CardPlace, b: CardPlace): boolean =>
  a.right === b.right && a.bottom === b.bottom && a.collapsed === b.collapsed;

/**
 * Where the card sits. It follows the hand at once and tells `move` where it was put down; the place
 * that comes back from outside wins. The style sheet keeps it inside the window.
 */
export function usePlace(given: CardPlace, move: (place: CardPlace) => void): Placing {
  const [seen, setSeen] = useState(given);
  const [place, setPlace] = useState(given);
  const [drag, setDrag] = useState<Drag | null>(null);
  const [late, setLate] = useState(false);
  if (!same(seen, given)) {
    setSeen(given);
    setPlace(given);
  }
  const put = (next: CardPlace): void => {
    setPlace(next);
    move(next);
  };
  const end = (): void => {
    if (drag?.moved) move(place);
    setLate(drag?.moved ?? false);
    setDrag(null);
  };
  return {
    place,
    setCollapsed: (collapsed) => {
      put({ ...place, collapsed });
    },
    onArrow: (event) => {
      const step = ARROWS[event.key];
      if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      put(inside({ ...place, right: place.right + step[0], bottom: place.bottom + step[1] }));
    },
    grip: {
      onPointerDown: (event) => {
        if (event.button !== 0) return;
        setLate(false);
        setDrag({ x: event.clientX, y: event.clientY, from: place, moved: false });
        event.currentTarget.setPointerCapture(event.pointerId);
      },
      onPointerMove: (event) => {
        if (!drag) return;
        const [right, bottom] = [drag.x - event.clientX, drag.y - event.clientY];
        if (!drag.moved && Math.hypot(right, bottom) < SLACK) return;
        if (!drag.moved) setDrag({ ...drag, moved: true });
        setPlace(
          inside({ ...place, right: drag.from.right + right, bottom: drag.from.bottom + bottom }),
        );
      },
      onPointerUp: end,
      onPointerCancel: end,
    },
    dragged: () => late,
  };
}

/** Some of the card stays in the window, however far it is pulled. */
function inside(place: CardPlace): CardPlace {
  const between = (value: number, most: number): number =>
    Math.round(Math.max(0, Math.min(value, Math.max(0, most))));
  return {
    ...place,
    right: between(place.right, window.innerWidth - 120),
    bottom: between(place.bottom, window.innerHeight - 48),
  };
}
