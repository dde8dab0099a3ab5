export const APP = 'body > #root';

export const CLIENT_MARKS = [
  'script#twenty-env-config',
  'head > meta[property="og:title"][content="Twenty"]',
];
