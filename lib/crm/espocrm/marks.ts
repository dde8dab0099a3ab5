/** The client's frame, on every page of it. */
export const CLIENT_MARKS = ['#header[data-view-cid] > #navbar[data-view-cid]', '#content'];
