import type { Adapter } from '../adapter.ts';
import { watchPage } from '../watch-page.ts';
import { fetchDeal } from './api.ts';
import { deals } from './deals.ts';
import { fieldElement } from './find.ts';
import { suggestedGates } from './gates.ts';
import { history } from './history.ts';
import { note } from './note.ts';
import { meta } from './meta.ts';
import { pages } from './pages.ts';
import { me } from './people.ts';
import { read } from './read.ts';
import { rows } from './rows.ts';
import { FIELD_SELECTORS } from './selectors.ts';
import { fetchStages } from './stages.ts';

/** Where Pipedrive's own client writes deals and activities. It reads from there too: the method of a request cannot be seen. */
const WRITES = /^\/(?:api\/)?v\d+\/(?:deals|activities)(?:\/|$)/;

/** Pipedrive: what is saved from its API with the user's session, what is typed from the one editor that is open. */
export const adapter: Adapter = {
  ...pages,
  meta,
  selectors: FIELD_SELECTORS,
  read,
  fetch: fetchDeal,
  history,
  note,
  stages: fetchStages,
  async user(access) {
    const { id, name } = await me(access);
    return { id, name };
  },
  deals,
  suggestedGates,
  rows,
  fieldElement,
  watch(view, signal, onChange) {
    watchPage(view, signal, onChange, {
      panes: (root) => [root.body],
      maySave: ({ origin, pathname }) => origin === view.location.origin && WRITES.test(pathname),
    });
  },
};
