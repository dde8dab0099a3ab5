import { watchPage } from '../watch-page.ts';
import type { OnChange } from '../watch.ts';

/** The client saves through the API of its own origin; an older page that saves otherwise goes to another address. */
const SAVES = /^\/crm\/v[\d.]+\/Deals\b/;

/** Watches the whole page: where a deal's values stand in it is not known. */
export const watch = (view: Window, signal: AbortSignal, onChange: OnChange): void => {
  watchPage(view, signal, onChange, {
    panes: ({ body }) => [body],
    maySave: ({ pathname }) => SAVES.test(pathname),
  });
};
