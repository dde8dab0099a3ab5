import type { Drawn } from './paint.ts';

/**
 * The way to the badges by keyboard. A badge inside of something that takes the focus (a card, a link, a cell) is explained when
 * that has it, and is no stop of its own. The others share one stop for the whole list, and the arrow keys go on from there.
 */

const FOCUSABLE = 'a[href], button, [tabindex]:not([tabindex^="-"])';

/** What around a badge, up to its row, takes the focus. */
export function holderOf({ host, spot }: Drawn): Element | undefined {
  const holder = host.parentElement?.closest(FOCUSABLE);
  return holder && spot.row.contains(holder) ? holder : undefined;
}

export interface Stops {
  readonly came: (drawn: Drawn) => void;
  readonly left: (drawn: Drawn) => void;
}

/** Keeps one of the badges that need it as the list's stop. */
export function stopsFor(all: ReadonlyMap<Element, Drawn>): Stops {
  let stop: Drawn | undefined;
  const set = (drawn: Drawn | undefined): void => {
    stop = drawn;
    drawn?.face.setAttribute('tabindex', '0');
  };
  return {
    came: (drawn) => {
      if (holderOf(drawn)) return;
      if (stop) drawn.face.setAttribute('tabindex', '-1');
      else set(drawn);
    },
    left: (drawn) => {
      // By the attribute: the arrow keys may have moved the stop.
      if (drawn.face.getAttribute('tabindex') !== '0') return;
      stop = undefined;
      for (const one of all.values()) {
        if (one.face.hasAttribute('tabindex')) {
          set(one);
          return;
        }
      }
    },
  };
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowRight: 1,
  ArrowUp: -1,
  ArrowLeft: -1,
};

/** The badge that a key leads to from the one with the focus, in the order of the page; undefined for other keys. */
export function stepFrom(
  from: Drawn,
  key: string,
  all: ReadonlyMap<Element, Drawn>,
): Drawn | undefined {
  const step = STEPS[key];
  if (step === undefined && key !== 'Home' && key !== 'End') return undefined;
  const stops = [...all.values()]
    .filter(({ face }) => face.hasAttribute('tabindex'))
    .sort((a, b) => (a.host.compareDocumentPosition(b.host) & 4 ? -1 : 1));
  if (key === 'Home') return stops[0];
  return step === undefined ? stops.at(-1) : stops[stops.indexOf(from) + step];
}
