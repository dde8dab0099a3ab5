import {
  afterwards,
  listen,
  observer,
  onNavigation,
  onRequest,
  perFrame,
  type OnChange,
} from '../watch.ts';

/** sao changes values without a trace, some time after a click, a key or an answer of its server: when, depends. */
const SETTLED = [50, 150, 400];
/** A save is a run of requests: its end is waited for. */
const SAVED = [200];

const WITHIN: MutationObserverInit = { subtree: true, childList: true, attributes: true };

/**
 * Watches the tabs. Another record changes nothing but attributes of icons and titles, and the inputs' values
 * without a trace, so that everything which may lead there is heard and looked at again a little later. A
 * request of the client's own, which may be a save, says `saved`.
 */
export function watch(view: Window, signal: AbortSignal, onChange: OnChange): void {
  const notify = perFrame(view, signal, onChange);
  const whenSettled = afterwards(view, signal, SETTLED, () => {
    notify();
  });
  const whenSaved = afterwards(view, signal, SAVED, () => {
    notify(true);
  });
  const soonAndSettled = (): void => {
    notify();
    whenSettled();
  };
  listen(view, ['input', 'change'], signal, () => {
    notify();
  });
  listen(view, ['click', 'keydown', 'focusout'], signal, soonAndSettled);
  onNavigation(view, signal, soonAndSettled);
  onRequest(view, signal, (address) => {
    if (!isClientRequest(view, address)) return;
    soonAndSettled();
    whenSaved();
  });
  const tabs = view.document.querySelector('#tabcontent');
  if (tabs)
    observer(view, signal, WITHIN, () => {
      notify();
    }).observe([tabs]);
}

/** sao posts everything to `/<database>/`; its bus waits at `/<database>/bus`. */
function isClientRequest(view: Window, address: string): boolean {
  if (!address.startsWith(`${view.location.origin}/`)) return false;
  return /^\/[^/]+\/$/.test(new URL(address).pathname);
}
