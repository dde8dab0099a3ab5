/** What of the client is looked for on every page of its hosts: apart from the other selectors, so that it stays small. */

/** A record's form. */
export const FORM = ['[data-id="editFormRoot"]'];
/** The record's name as it was saved, with "- Saved" or "- Unsaved" behind it. */
export const TITLE = ['[data-id="header_title"]'];
/** A list of records. */
export const GRID = ['[data-id="entity_control-powerapps_onegrid_control_container"]'];

/** Marks of the client, of which a page has one as soon as it shows a record or a list. */
export const CLIENT_MARKS = [...FORM, ...TITLE, ...GRID];
