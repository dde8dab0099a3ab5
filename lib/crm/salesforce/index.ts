import type { Adapter } from '../adapter.ts';
import { fetchDeal } from './api.ts';
import { deals } from './deals.ts';
import { history } from './history.ts';
import { FIELD_SELECTORS } from './field-selectors.ts';
import { fieldElement, saveBar } from './locate.ts';
import { note } from './note.ts';
import { meta } from './meta.ts';
import { pages } from './pages.ts';
import { read } from './read.ts';
import { rows } from './rows.ts';
import { stages } from './stages.ts';
import { user } from './user.ts';
import { watch } from './watch.ts';

/**
 * Salesforce, through Lightning Experience: what is saved from its REST API, where the user turned that on; everything
 * else from its page, which is read as an extension sees it.
 */
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
  rows,
  saveBar,
  fieldElement,
  watch,
};
