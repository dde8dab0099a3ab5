import {
  afterwards,
  listen,
  observer,
  onNavigation,
  onRequest,
  perFrame,
  type OnChange,
} from './watch.ts';

/** A page settles some time after a click or a change of its address, in milliseconds. */
const SETTLED = [60, 200, 500];
/** A save is a run of requests: its end is waited for. */
const SAVED = [250];

const WITHIN: MutationObserverInit = {
  subtree: true,
  childList: true,
  characterData: true,
  attributes: true,
  attributeFilter: ['value', 'class', 'hidden', 'aria-hidden', 'data-value'],
};

export interface PageHabits {
  /** Where the deal's values stand; the page's body where it cannot be told. Asked again whenever something changed. */
  readonly panes: (root: Document) => readonly HTMLElement[];
  /** True for a request of the page's own that may have saved a deal. Its method cannot be seen. */
  readonly maySave: (address: URL) => boolean;
}

/** Watches a page that renders as most do: values change by typing, by rendering inside its panes, and with the address. */
export function watchPage(
  view: Window,
  signal: AbortSignal,
  onChange: OnChange,
  { panes, maySave }: PageHabits,
): void {
  const observe = (): void => {
    within.observe(panes(view.document));
  };
  const notify = perFrame(view, signal, (what) => {
    observe();
    onChange(what);
  });
  const heard = (): void => {
    notify();
  };
  const within = observer(view, signal, WITHIN, heard);
  const whenSettled = afterwards(view, signal, SETTLED, heard);
  const whenSaved = afterwards(view, signal, SAVED, () => {
    notify(true);
  });
  listen(view, ['input', 'change'], signal, heard);
  listen(view, ['click', 'focusout'], signal, whenSettled);
  onNavigation(view, signal, () => {
    notify();
    whenSettled();
  });
  onRequest(view, signal, (address) => {
    if (!URL.canParse(address) || !maySave(new URL(address))) return;
    whenSettled();
    whenSaved();
  });
  observe();
}
