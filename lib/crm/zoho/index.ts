import type { Adapter } from '../adapter.ts';
import { findAll, isVisible } from '../dom.ts';
import { fetchDeal } from './api.ts';
import { deals } from './deals.ts';
import { fieldElement } from './field-element.ts';
import { history } from './history.ts';
import { note } from './note.ts';
import { meta } from './meta.ts';
import { pages } from './pages.ts';
import { read } from './read.ts';
import { rows } from './rows.ts';
import { FIELD_SELECTORS, SAVE_BAR } from './selectors.ts';
import { stages } from './stages.ts';
import { user } from './user.ts';
import { watch } from './watch.ts';

/** Zoho CRM: from its API. Of the page as much as is known, and nothing of a Canvas view. */
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
  saveBar: (root) => findAll(root, SAVE_BAR).find(isVisible),
  fieldElement,
  watch,
};
