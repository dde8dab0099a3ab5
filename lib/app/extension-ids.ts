/** The id under which Firefox knows the extension: it stands in the manifest. */
export const FIREFOX_ID = 'dealside@dealside.invalid';

/** True for an id as Chrome and Edge give it: 32 letters from a to p. */
export const isChromeId = (id: string): boolean => /^[a-p]{32}$/.test(id);
