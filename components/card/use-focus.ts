import { useEffect, useLayoutEffect, useRef, type FocusEvent, type RefObject } from 'react';

const activeIn = (element: HTMLElement): Element | null => {
  const root = element.getRootNode();
  return root instanceof Document || root instanceof ShadowRoot ? root.activeElement : null;
};

/** True when the focus is at nothing: the body, or the card's own host with nothing focused inside. */
function nothingFocused(card: HTMLElement): boolean {
  const root = card.getRootNode();
  const page = card.ownerDocument.activeElement;
  const host = root instanceof ShadowRoot ? root.host : null;
  const atNothing = page === null || page === card.ownerDocument.body || page === host;
  return atNothing && (activeIn(card) === null || activeIn(card) === card.ownerDocument.body);
}

/**
 * Keeps the focus in the card when what had it goes away: a form that was saved, a gate that is met. It
 * never takes the focus from anything that has it.
 */
export function useKeptFocus(card: RefObject<HTMLElement | null>): {
  readonly onFocus: (event: FocusEvent) => void;
  readonly onBlur: (event: FocusEvent) => void;
} {
  const held = useRef<Element | null>(null);
  const restore = (): void => {
    if (held.current === null || held.current.isConnected) return;
    held.current = null;
    if (card.current && nothingFocused(card.current)) card.current.focus({ preventScroll: true });
  };
  useLayoutEffect(restore);
  return {
    onFocus: (event) => {
      held.current = event.target;
    },
    onBlur: (event) => {
      const left = event.target;
      // Some browsers send a blur when an element is taken away: only then is it gone a moment later.
      queueMicrotask(() => {
        if (left.isConnected && held.current === left) held.current = null;
        else restore();
      });
    },
  };
}

/** Moves the focus into the card each time that the number rises while the card is on the page. */
export function useFocusRequests(requests: number, take: () => void): void {
  const answered = useRef(requests);
  useEffect(() => {
    if (requests > answered.current) take();
    answered.current = requests;
  }, [requests, take]);
}

/** Puts the focus back on what opened a form, after the form has closed with the focus inside it. */
export function useReturnFocus(open: boolean): {
  readonly opener: RefObject<HTMLButtonElement | null>;
  readonly leave: (form: HTMLElement | null) => void;
} {
  const opener = useRef<HTMLButtonElement>(null);
  const back = useRef(false);
  useLayoutEffect(() => {
    if (open || !back.current) return;
    back.current = false;
    opener.current?.focus();
  }, [open]);
  return {
    opener,
    leave: (form) => {
      back.current = form?.contains(activeIn(form)) ?? false;
    },
  };
}
