import type { Adapter } from '../adapter.ts';
import { findAll } from '../dom.ts';
import { watchPage } from '../watch-page.ts';
import { fetchDeal } from './api.ts';
import { deals } from './deals.ts';
import { findPlace } from './find.ts';
import { suggestedGates } from './gates.ts';
import { history } from './history.ts';
import { note } from './note.ts';
import { meta } from './meta.ts';
import { pages } from './pages.ts';
import { user } from './people.ts';
import { read } from './read.ts';
import { rows } from './rows.ts';
import { FIELD_SELECTORS, PANES } from './selectors.ts';
import { fetchStages } from './stages.ts';

/** Where HubSpot's own client writes records. It reads from there too: the method of a request cannot be seen. */
const WRITES = /^\/api\/(?:inbounddb-objects\/|crm\/v\d+\/objects\/|graphql\/crm)/;

/** HubSpot: what is saved from its API with the user's session, what is typed from the record's property editors. */
export const adapter: Adapter = {
  ...pages,
  meta,
  selectors: FIELD_SELECTORS,
  read,
  fetch: fetchDeal,
  history,
  note,
  stages: (access, { org }) => fetchStages(access, org),
  user,
  deals,
  suggestedGates,
  rows,
  fieldElement: (root, field) => findPlace(root, field)?.element,
  watch(view, signal, onChange) {
    watchPage(view, signal, onChange, {
      panes: (root) => {
        const found = findAll(root, PANES);
        return found.length > 0 ? found : [root.body];
      },
      maySave: ({ origin, pathname }) => origin === view.location.origin && WRITES.test(pathname),
    });
  },
};
