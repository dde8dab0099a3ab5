import { isVisible } from '../crm/dom.ts';
import type { PageWindow } from './card-timing.ts';

/** What is heard while an element is pointed at, so that the page hears none of it. */
const PRESSES = [
  'pointerdown',
  'pointerup',
  'mousedown',
  'mouseup',
  'dblclick',
  'auxclick',
  'contextmenu',
  'touchstart',
  'touchend',
  'dragstart',
] as const;
const MOVES = ['pointermove', 'pointerover', 'mousemove', 'mouseover', 'touchmove'] as const;

/** How the keyboard goes from one element to the next. */
const STEPS: Readonly<Record<string, (at: HTMLElement) => Element | null | undefined>> = {
  ArrowUp: (at) => at.parentElement,
  ArrowDown: (at) => [...at.children].find(isCandidate),
  ArrowLeft: (at) => sibling(at, 'previousElementSibling'),
  ArrowRight: (at) => sibling(at, 'nextElementSibling'),
};

export interface Pointing {
  readonly view: PageWindow;
  /** Dealside's own element, whose events are its own. */
  readonly isOurs: (target: EventTarget | null) => boolean;
  /** Where the keyboard starts. */
  readonly start: () => HTMLElement | undefined;
  /** The element under the pointer, or that the keyboard came to; undefined for none. */
  readonly show: (element: HTMLElement | undefined) => void;
  readonly take: (element: HTMLElement) => void;
  readonly leave: () => void;
}

/** The element that is pointed at just now. */
interface Aim {
  at: HTMLElement | undefined;
}

/**
 * Lets an element of the page be pointed at with the pointer or the keyboard, until the signal aborts. Everything is
 * heard at the window on its way down and goes no further, so that no press changes the page.
 */
export function pointAt(pointing: Pointing, signal: AbortSignal): void {
  const aim: Aim = { at: undefined };
  followPointer(pointing, aim, signal);
  followKeys(pointing, aim, signal);
  signal.addEventListener('abort', () => {
    pointing.show(undefined);
  });
}

const swallow = (event: Event): void => {
  event.preventDefault();
  event.stopImmediatePropagation();
};

function followPointer(
  { view, isOurs, show, take }: Pointing,
  aim: Aim,
  signal: AbortSignal,
): void {
  const hear = (types: readonly string[], heard: (event: Event) => void): void => {
    const theirs = (event: Event): void => {
      if (!isOurs(event.target)) heard(event);
    };
    for (const type of types) {
      view.addEventListener(type, theirs, { capture: true, passive: false, signal });
    }
  };
  hear(MOVES, (event) => {
    event.stopImmediatePropagation();
    const element = elementOf(event.target);
    if (element === aim.at) return;
    aim.at = element;
    show(element);
  });
  const takeFrom = ({ target }: Event): void => {
    const element = elementOf(target) ?? aim.at;
    if (element) take(element);
  };
  // What is disabled hears no click.
  hear(['pointerup'], (event) => {
    if (elementOf(event.target)?.matches(':disabled') === true) takeFrom(event);
  });
  hear(PRESSES, swallow);
  hear(['click'], (event) => {
    swallow(event);
    takeFrom(event);
  });
}

function followKeys(pointing: Pointing, aim: Aim, signal: AbortSignal): void {
  const pressed = (event: KeyboardEvent): void => {
    const { key } = event;
    if (key === 'Escape') pointing.leave();
    else if (key === 'Enter' && aim.at) pointing.take(aim.at);
    else if (key in STEPS) {
      aim.at = nextFrom(aim.at, key, pointing);
      pointing.show(aim.at);
    } else return;
    swallow(event);
  };
  pointing.view.addEventListener('keydown', pressed, { capture: true, signal });
}

function nextFrom(
  at: HTMLElement | undefined,
  key: string,
  { start, isOurs }: Pointing,
): HTMLElement | undefined {
  if (at?.isConnected !== true) return start();
  const next = STEPS[key]?.(at);
  const element = next && !isOurs(next) ? elementOf(next) : undefined;
  element?.scrollIntoView({ block: 'nearest' });
  return element ?? at;
}

const isCandidate = (element: Element): boolean =>
  elementOf(element) !== undefined &&
  !element.localName.startsWith('dealside-') &&
  isVisible(element);

function sibling(
  at: Element,
  to: 'previousElementSibling' | 'nextElementSibling',
): Element | undefined {
  for (let next = at[to]; next; next = next[to]) if (isCandidate(next)) return next;
  return undefined;
}

/** The element of the page's own that an event is about: of a drawing, what it stands in; never the page itself. */
function elementOf(target: EventTarget | null): HTMLElement | undefined {
  let at = target as Element | null;
  if (at?.nodeType !== 1) return undefined;
  while (at && at.namespaceURI !== 'http://www.w3.org/1999/xhtml') at = at.parentElement;
  if (!at || at.localName === 'html' || at.localName === 'body') return undefined;
  return at as HTMLElement;
}
