import type { PageWindow } from '../../lib/app/card-timing.ts';
import type { Drawn } from './paint.ts';
import { drawShape, type ShapeName } from './shapes.ts';
import { holderOf, stepFrom } from './stops.ts';

/** What an explanation says, line by line. */
export interface TipText {
  readonly title: string;
  readonly parked: string | undefined;
  readonly open: string | undefined;
  readonly unsure: string | undefined;
  readonly signal: string | undefined;
  readonly rowOnly: string | undefined;
}

/** A pointer that only passes by opens nothing; one that leaves for a moment closes nothing. Milliseconds. */
const OPEN_MS = 120;
const CLOSE_MS = 160;
/** Between badge and explanation, and to the window's edge, in CSS pixels. */
const GAP = 8;

/** What opened an explanation, and so what closes it. */
type By = 'pointer' | 'focus';

interface Tips {
  readonly view: PageWindow;
  readonly all: ReadonlyMap<Element, Drawn>;
  readonly textOf: (drawn: Drawn) => TipText;
  open: { readonly drawn: Drawn; readonly tip: HTMLElement; readonly by: By } | undefined;
  timer: number;
}

/** Explains a badge while the pointer is on it, or the keyboard's focus on it or around it. One explanation at a time. */
export function startTips(
  view: PageWindow,
  signal: AbortSignal,
  all: ReadonlyMap<Element, Drawn>,
  textOf: (drawn: Drawn) => TipText,
): { readonly gone: (drawn: Drawn) => void } {
  const tips: Tips = { view, all, textOf, open: undefined, timer: 0 };
  const close = (): void => {
    hide(tips);
  };
  const on = (type: string, heard: (event: Event) => void): void => {
    view.document.addEventListener(type, heard, { capture: true, signal });
  };
  on('pointerover', ({ target }) => {
    const drawn = all.get(target as Element);
    if (drawn && drawn === tips.open?.drawn) view.clearTimeout(tips.timer);
    else if (drawn)
      later(tips, OPEN_MS, () => {
        show(tips, drawn, 'pointer');
      });
    else if (tips.open?.by === 'pointer') later(tips, CLOSE_MS, close);
    else view.clearTimeout(tips.timer);
  });
  // A press is the page's: it may open the deal, or drag its card away.
  on('pointerdown', ({ target }) => {
    const within = target === tips.open?.drawn.host && tips.open.tip.matches(':hover');
    if (!within) close();
  });
  on('focusin', (event) => {
    const drawn = explainedBy(event, all);
    if (drawn) show(tips, drawn, 'focus');
  });
  on('focusout', () => {
    if (tips.open?.by === 'focus') close();
  });
  // What is about to open measures its place when it does.
  on('scroll', () => {
    if (tips.open) close();
  });
  on('keydown', (event) => {
    onKey(tips, event as KeyboardEvent);
  });
  signal.addEventListener('abort', close);
  return {
    gone: (drawn) => {
      if (tips.open?.drawn === drawn) close();
    },
  };
}

/** The badge that the new focus explains: the one that has it, or the one in what has it. */
function explainedBy({ target }: Event, all: ReadonlyMap<Element, Drawn>): Drawn | undefined {
  const element = target as Element;
  const own = all.get(element);
  if (own) return own;
  if (!element.matches(':focus-visible')) return undefined;
  for (const drawn of all.values()) if (holderOf(drawn) === element) return drawn;
  return undefined;
}

function onKey(tips: Tips, event: KeyboardEvent): void {
  if (event.key === 'Escape') {
    hide(tips);
    return;
  }
  const from = tips.all.get(event.target as Element);
  const to = from && stepFrom(from, event.key, tips.all);
  if (!to) return;
  // Not the page's key then: it would scroll, or move a card.
  event.preventDefault();
  event.stopPropagation();
  from.face.setAttribute('tabindex', '-1');
  to.face.setAttribute('tabindex', '0');
  to.face.focus();
}

function later(tips: Tips, ms: number, run: () => void): void {
  tips.view.clearTimeout(tips.timer);
  tips.timer = tips.view.setTimeout(run, ms);
}

function hide(tips: Tips): void {
  tips.view.clearTimeout(tips.timer);
  tips.open?.tip.remove();
  tips.open?.drawn.face.removeAttribute('aria-describedby');
  tips.open = undefined;
}

function show(tips: Tips, drawn: Drawn, by: By): void {
  if (tips.open?.drawn === drawn) return;
  hide(tips);
  if (!drawn.host.isConnected) return;
  const tip = drawTip(drawn, tips.textOf(drawn));
  drawn.shadow.append(tip);
  drawn.face.setAttribute('aria-describedby', tip.id);
  tips.open = { drawn, tip, by };
  if (typeof tip.showPopover === 'function') tip.showPopover();
  moveTo(tips.view, tip, drawn.face.getBoundingClientRect());
}

function drawTip({ host, face, spot: { badge } }: Drawn, text: TipText): HTMLElement {
  const root = host.ownerDocument;
  const tip = root.createElement('div');
  tip.id = 'tip';
  tip.className = face.classList.contains('dark') ? 'tip dark' : 'tip';
  tip.setAttribute('role', 'tooltip');
  tip.setAttribute('popover', 'manual');
  const line = (name: string, said: string | undefined, shape?: ShapeName): void => {
    if (said === undefined) return;
    const element = root.createElement('p');
    element.className = name;
    const words = root.createElement('span');
    words.textContent = said;
    if (shape) element.append(drawShape(root, shape, `shape ${shape}`));
    element.append(words);
    tip.append(element);
  };
  line('head', text.title, badge.decided === undefined ? badge.standing : 'none');
  line('line', text.parked, 'moon');
  line('line', text.open);
  line('line quiet', text.unsure);
  line('line', text.signal, badge.signal?.level);
  line('line quiet', text.rowOnly);
  return tip;
}

/** Below the badge, or above it where there is no room below; never over the window's edge. */
function moveTo(view: PageWindow, tip: HTMLElement, badge: DOMRect): void {
  const { width, height } = tip.getBoundingClientRect();
  const { clientWidth, clientHeight } = view.document.documentElement;
  const below = badge.bottom + GAP;
  const fits = below + height + GAP <= clientHeight;
  const left = Math.max(GAP, Math.min(badge.left - GAP, clientWidth - GAP - width));
  tip.style.left = `${Math.round(left)}px`;
  tip.style.top = `${Math.round(fits ? below : Math.max(GAP, badge.top - GAP - height))}px`;
}
