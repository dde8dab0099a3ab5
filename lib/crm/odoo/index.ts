import type { Adapter } from '../adapter.ts';
import { deals, fetchDeal } from './api.ts';
import { fieldElement, saveBar } from './field-element.ts';
import { suggestedGates } from './gates.ts';
import { history } from './history.ts';
import { note } from './note.ts';
import { meta } from './meta.ts';
import { pages } from './pages.ts';
import { read } from './read.ts';
import { rows } from './rows.ts';
import { FIELD_SELECTORS } from './selectors.ts';
import { user } from './session.ts';
import { stages } from './stages.ts';
import { watch } from './watch.ts';

/** Odoo 16 to 19: what is saved from its JSON-RPC, what is typed from its form. */
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
  saveBar,
  fieldElement,
  watch,
};
