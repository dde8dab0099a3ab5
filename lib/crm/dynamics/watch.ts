import { watchPage } from '../watch-page.ts';
import type { OnChange } from '../watch.ts';
import { shownForm } from './form.ts';
import { endForms } from './xrm.ts';

/** The client saves through the Web API: one record, a batch, or a move of its process. */
const SAVES = /^\/api\/data\/v[\d.]+\/(?:opportunities\(|\$batch|\w*processes\()/;

/** Watches the form. When this ends, so does the script in the page's own world. */
export function watch(view: Window, signal: AbortSignal, onChange: OnChange): void {
  watchPage(view, signal, onChange, {
    panes: (root) => [shownForm(root) ?? root.body],
    maySave: ({ pathname }) => SAVES.test(pathname),
  });
  signal.addEventListener('abort', () => {
    endForms(view.document);
  });
}
