/** The client's frame; its three links are always there once somebody is logged in. */
export const FRAME = ['#root header', '#root nav'];

export const FRAME_LINKS = ['#/contacts', '#/companies', '#/deals'];

/** 0.0.2 | current */
export const CLIENT_MARKS = [
  '#root .MuiAppBar-root',
  '#root header [data-slot], #root nav [data-slot]',
];
