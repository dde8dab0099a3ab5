import { findAll } from '../dom.ts';
import type { OnChange } from '../watch.ts';
import { watchPage } from '../watch-page.ts';
import { ACTION_MANAGER } from './selectors.ts';

/** Requests after which something of a deal may be saved: of the record, its stages, its messages, activities and meetings. */
const SAVES =
  /^\/web\/dataset\/call_(?:kw|button)(?:\/(?:crm\.lead|crm\.stage|mail\.activity|calendar\.event)\/(?!read$|web_read|search_|web_search|fields_get|onchange|get_|name_)\w+)?$|^\/mail\/message\//;

/** OWL keeps a form's nodes from one record to the next, and puts other values into them; views take each other's place in one frame. */
export function watch(view: Window, signal: AbortSignal, onChange: OnChange): void {
  watchPage(view, signal, onChange, {
    panes: (root) => {
      const found = findAll(root, ACTION_MANAGER);
      return found.length > 0 ? found : [root.body];
    },
    maySave: ({ pathname }) => SAVES.test(pathname),
  });
}
