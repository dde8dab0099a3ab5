/** Marks of the client: hooks that its own tests go by, and the older pages' elements. */
export const CLIENT_MARKS = [
  '[data-zcqa]',
  '#editRecordbtn',
  '#crm_create_savebutn',
  '[id^="subvalue_POTENTIAL"]',
];
