import type { Adapter } from '../adapter.ts';
import { findFirst } from '../dom.ts';
import { fetchDeal } from './api.ts';
import { deals, stages, user } from './deals.ts';
import { fieldElement } from './field-element.ts';
import { history } from './history.ts';
import { note } from './note.ts';
import { meta } from './meta.ts';
import { pages } from './pages.ts';
import { read } from './read.ts';
import { rows } from './rows.ts';
import { FIELD_SELECTORS, SAVE_BAR } from './selectors.ts';
import { watch } from './watch.ts';

/** Tryton, through its web client sao: what is saved from its JSON-RPC, what is typed from its form. */
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
  saveBar: (root) => findFirst(root, SAVE_BAR),
  fieldElement,
  watch,
};
