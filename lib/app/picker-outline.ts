/** The frame around the element that is pointed at: in Dealside's own layer, since the page's elements are not ours to change. */
export interface Outline {
  /** Frames an element; undefined takes the frame away. */
  readonly around: (element: HTMLElement | undefined) => void;
}

/** Room between the element and its frame, in CSS pixels. */
const ROOM = 2;

/** Makes the frame in a layer that covers the window; it follows the element while the page scrolls. */
export function createOutline(layer: HTMLElement, signal: AbortSignal): Outline {
  const root = layer.ownerDocument;
  const view = root.defaultView;
  const frame = root.createElement('div');
  frame.className = 'ds-pick-outline';
  frame.setAttribute('aria-hidden', 'true');
  frame.hidden = true;
  layer.append(frame);
  let at: HTMLElement | undefined;
  const draw = (): void => {
    frame.hidden = at?.isConnected !== true;
    if (!at || frame.hidden) return;
    const { left, top, width, height } = at.getBoundingClientRect();
    frame.style.left = `${left - ROOM}px`;
    frame.style.top = `${top - ROOM}px`;
    frame.style.width = `${width + 2 * ROOM}px`;
    frame.style.height = `${height + 2 * ROOM}px`;
  };
  const options = { capture: true, passive: true, signal } as const;
  view?.addEventListener('scroll', draw, options);
  view?.addEventListener('resize', draw, options);
  signal.addEventListener('abort', () => {
    frame.remove();
  });
  return {
    around: (element) => {
      at = element;
      draw();
    },
  };
}
