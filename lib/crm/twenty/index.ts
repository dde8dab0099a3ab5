import type { Adapter } from '../adapter.ts';
import { findFirst } from '../dom.ts';
import { watchPage } from '../watch-page.ts';
import { fetchDeal } from './api.ts';
import { deals, user } from './deals.ts';
import { history } from './history.ts';
import { note } from './note.ts';
import { cellOf } from './page.ts';
import { meta } from './meta.ts';
import { pages } from './pages.ts';
import { read } from './read.ts';
import { rows } from './rows.ts';
import { APP } from './marks.ts';
import { FIELD_SELECTORS } from './selectors.ts';
import { loadStages } from './stages.ts';

/** Twenty: what is saved from its REST and GraphQL APIs, what is typed from its one open cell. */
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
  fieldElement: (root, field) => {
    const page = URL.canParse(root.URL) ? pages.match(new URL(root.URL)) : undefined;
    return page?.kind === 'deal' ? cellOf(root, page.ref.id, field) : undefined;
  },
  watch: (view, signal, onChange) => {
    watchPage(view, signal, onChange, {
      // The editor of an open cell is put beside the client's own place: what is typed there is heard by its events.
      panes: (root) => [findFirst(root, [APP]) ?? root.body],
      maySave: ({ pathname }) =>
        pathname === '/graphql' || pathname.startsWith('/rest/opportunities'),
    });
  },
};
