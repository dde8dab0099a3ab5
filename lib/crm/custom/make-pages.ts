import type { CrmPages } from '../adapter.ts';
import { isVisible } from '../dom.ts';
import type { Definition } from './definition.ts';
import { findFirstOf, paneOf, queryAll } from './find.ts';
import { makeMatch } from './match.ts';

/** How to know the pages of an admin's own CRM: by their address, and by what stands where the definition says. */
export const makePages = (definition: Definition): CrmPages => ({
  id: definition.id,
  match: makeMatch(definition),
  recognise: (root) => showsDeal(root, definition) || showsRows(root, definition),
});

/** The deal's name stands where the definition says, on a site of its own. */
function showsDeal(root: Document, definition: Definition): boolean {
  if (!isOwnSite(root, definition)) return false;
  const pane = paneOf(root, definition);
  const { name } = definition.fields;
  if (!pane) return false;
  return (['form', 'shown'] as const).some(
    (state) => findFirstOf(pane, name?.[state], state) !== 'none',
  );
}

const showsRows = (root: Document, definition: Definition): boolean =>
  definition.rows !== undefined &&
  isOwnSite(root, definition) &&
  queryAll(root, definition.rows.row).some(isVisible);

const isOwnSite = (root: Document, { sites }: Definition): boolean =>
  URL.canParse(root.URL) && sites.includes(new URL(root.URL).origin);
