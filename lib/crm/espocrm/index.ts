import type { Adapter } from '../adapter.ts';
import { findAll, findFirst, isVisible } from '../dom.ts';
import { watchPage } from '../watch-page.ts';
import { fetchDeal } from './api.ts';
import { deals, note } from './deals.ts';
import { history } from './history.ts';
import { loadStages, user } from './known.ts';
import { paneOf, placeOf } from './page.ts';
import { meta } from './meta.ts';
import { pages } from './pages.ts';
import { read } from './read.ts';
import { rows } from './rows.ts';
import { FIELD_SELECTORS, SAVE_BAR } from './selectors.ts';

/** EspoCRM 9: what is saved from its REST API, what is typed from its page. */
export const adapter: Adapter = {
  ...pages,
  meta,
  selectors: FIELD_SELECTORS,
  read,
  fetch: fetchDeal,
  history,
  note,
  stages: loadStages,
  user,
  deals,
  rows,
  saveBar: (root) => (pages.recognise(root) ? findAll(root, SAVE_BAR).find(isVisible) : undefined),
  fieldElement: (root, field) => {
    const pane = pages.recognise(root) ? paneOf(root) : undefined;
    return pane && placeOf(pane, field);
  },
  watch: (view, signal, onChange) => {
    watchPage(view, signal, onChange, {
      // The client puts a new page in the place of the old one inside of `#content`.
      panes: (root) => [findFirst(root, ['#content']) ?? root.body],
      maySave: ({ pathname }) =>
        /\/api\/v1\/(?:Opportunity|Meeting|Call|Email)(?:\/|$)/.test(pathname),
    });
  },
};
