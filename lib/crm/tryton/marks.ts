/** The client's frame, which is in its page from the start. */
export const CLIENT_MARKS = [
  '#main_navbar #tablist',
  '#main_navbar #user-preferences',
  '#tabs > #tabcontent',
];
