import type { Adapter } from '../adapter.ts';
import { findFirst } from '../dom.ts';
import { fieldElement } from './field-element.ts';
import { meta } from './meta.ts';
import { pages } from './pages.ts';
import { read } from './read.ts';
import { rows } from './rows.ts';
import { FIELD_SELECTORS, SAVE_BAR } from './selectors.ts';
import { watch } from './watch.ts';

/** Atomic CRM, from its page alone: its releases keep their data in as many places as there are set-ups. */
export const adapter: Adapter = {
  ...pages,
  meta,
  selectors: FIELD_SELECTORS,
  read,
  rows,
  saveBar: (root) => findFirst(root, SAVE_BAR),
  fieldElement,
  watch,
};
