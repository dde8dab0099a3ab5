import type { Adapter } from '../adapter.ts';
import { fetchDeal } from './api.ts';
import { deals } from './deals.ts';
import { fieldElement } from './form.ts';
import { suggestedGates } from './gates.ts';
import { history } from './history.ts';
import { note } from './note.ts';
import { meta } from './meta.ts';
import { pages } from './pages.ts';
import { read } from './read.ts';
import { rows } from './rows.ts';
import { FIELD_SELECTORS } from './selectors.ts';
import { stages } from './stages.ts';
import { user } from './user.ts';
import { watch } from './watch.ts';

/** Dynamics 365 Sales: what is saved from its Web API, what is typed from `Xrm` in the page's own world. */
export const adapter: Adapter = {
  ...pages,
  meta,
  selectors: FIELD_SELECTORS,
  read,
  fetch: fetchDeal,
  history,
  note,
  stages,
  user,
  deals,
  suggestedGates,
  rows,
  fieldElement,
  watch,
};
