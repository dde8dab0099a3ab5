/** The keys of every message that the card may ask for, found in its sources when the extension is built (card-words-plugin.ts). */
declare module 'virtual:card-words' {
  const keys: readonly import('./words.ts').MessageKey[];
  export default keys;
}
