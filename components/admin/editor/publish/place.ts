/** Where publishing the draft stands on the page, for what is said of it. */
export const PLACE = 'draft';
