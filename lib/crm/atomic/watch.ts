import { findAll, findFirst } from '../dom.ts';
import { afterwards, listen, observer, onNavigation, perFrame, type OnChange } from '../watch.ts';
import { DIALOGS, FORM } from './selectors.ts';

const WITHIN: MutationObserverInit = {
  subtree: true,
  childList: true,
  characterData: true,
  attributes: true,
  attributeFilter: ['value', 'href', 'data-state'],
};

/** How long the client may take, in milliseconds, to put another deal into its inputs, one after the other. */
const IN_TRANSIT = [150];

/**
 * Watches the open dialogs. They stand directly in the body, so that one look at its children tells when one
 * opens; the board behind them may change as it likes. The client renders a deal in more than one go: its people a
 * frame after its fields, its inputs some frames after the form's title. So what is rendered is told of a
 * frame later, and a change of the URL over an open form after the inputs have followed; typing at once. Atomic keeps
 * no saved state apart from the page: `saved` is said when the view changes, as it does after a save.
 */
export function watch(view: Window, signal: AbortSignal, onChange: OnChange): void {
  const { body } = view.document;
  let inTransit = false;
  const notify = perFrame(view, signal, (what) => {
    if (!inTransit) onChange(what);
  });
  const rendered = perFrame(view, signal, ({ saved }) => {
    notify(saved);
  });
  const unlessInTransit = (tell: () => void) => (): void => {
    if (!inTransit) tell();
  };
  const whenArrived = afterwards(view, signal, IN_TRANSIT, () => {
    inTransit = false;
    notify(true);
  });
  const dialogs = observer(view, signal, WITHIN, unlessInTransit(rendered));
  const children = observer(view, signal, { childList: true }, () => {
    dialogs.observe(findAll(body, DIALOGS));
    if (!inTransit) rendered();
  });
  children.observe([body]);
  dialogs.observe(findAll(body, DIALOGS));
  listen(view, ['input', 'change'], signal, unlessInTransit(notify));
  listen(view, ['click'], signal, unlessInTransit(rendered));
  onNavigation(view, signal, () => {
    inTransit ||= findFirst(body, FORM) !== undefined;
    if (inTransit) whenArrived();
    else rendered(true);
  });
}
