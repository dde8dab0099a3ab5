import {
  afterwards,
  listen,
  observer,
  onNavigation,
  onRequest,
  perFrame,
  type OnChange,
} from '../watch.ts';
import { paneInFront, editFormInFront } from './place.ts';

/** Lightning draws a page in many steps after a click or a change of its address, in milliseconds. */
const SETTLED = [60, 250, 700, 2000];
/** What is drawn may bring shadow roots that are not watched yet. */
const DRAWN = [120];
/** A save is a run of requests: its end is waited for. */
const SAVED = [300];

const WITHIN: MutationObserverInit = {
  subtree: true,
  childList: true,
  characterData: true,
  attributes: true,
  attributeFilter: ['value', 'class', 'hidden', 'aria-hidden', 'data-value', 'style'],
};

/**
 * Watches the page in front, with all of its native shadow roots where it has any, and the edit form over it. What is
 * typed is heard through every shadow root, since such events pass them.
 */
export function watch(view: Window, signal: AbortSignal, onChange: OnChange): void {
  const notify = perFrame(view, signal, onChange);
  let watched: readonly Node[] = [];
  const observe = (): void => {
    const nodes = watchedIn(view.document);
    const isSame =
      nodes.length === watched.length && nodes.every((node, at) => node === watched[at]);
    if (isSame) return;
    watched = nodes;
    within.observe(nodes);
  };
  const look = (): void => {
    observe();
    notify();
  };
  const whenDrawn = afterwards(view, signal, DRAWN, look);
  const within = observer(view, signal, WITHIN, () => {
    notify();
    whenDrawn();
  });
  const whenSettled = afterwards(view, signal, SETTLED, look);
  const whenSaved = afterwards(view, signal, SAVED, () => {
    notify(true);
  });
  listen(view, ['input', 'change'], signal, () => {
    notify();
  });
  listen(view, ['click', 'keyup', 'focusout'], signal, whenSettled);
  onNavigation(view, signal, () => {
    look();
    whenSettled();
  });
  onRequest(view, signal, (address) => {
    if (!maySave(address)) return;
    whenSettled();
    whenSaved();
  });
  observe();
}

/** The page in front and the form over it; the whole page while neither can be told. */
function watchedIn(root: Document): readonly Node[] {
  const title = root.querySelector('head > title');
  const places = [paneInFront(root), editFormInFront(root)].flatMap((place) => place?.layers ?? []);
  return [...(title ? [title] : []), ...(places.length > 0 ? places : [root.body])];
}

/** The client names its actions in the addresses of its requests: "aura.RecordUi.updateRecord=1". */
function maySave(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { pathname, search } = new URL(address);
  if (pathname === '/aura') return /(?:update|save|create|delete)/i.test(search);
  return pathname.includes('/ui-api/records/006');
}
