/** The keys of every message that the card may ask for, found in its sources when the extension is built (card-words-plugin.ts). */
declare module 'virtual:card-words' {
  // An ambient module cannot import from a file beside it in any other way.
  // eslint-disable-next-line @typescript-eslint/consistent-type-imports
  const keys: readonly import('./words.ts').MessageKey[];
  export default keys;
}
