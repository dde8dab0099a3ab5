/** The client's frame: a page, a console's tab, or the newer workspace. */
export const CLIENT_MARKS = [
  '.windowViewMode-normal',
  '.windowViewMode-maximized',
  '.navexWorkspaceManager',
  '.oneConsoleTab',
  '.forceListViewManager',
  'lst-object-home',
];

/** The same where the client's own frame is in a native shadow: elements that nobody else has. */
export const FRAME_ELEMENTS = [
  'one-app',
  'one-appnav',
  'navex-console',
  'navex-desktop-layout-container',
];
