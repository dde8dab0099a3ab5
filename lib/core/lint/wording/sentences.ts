/** A text as the word lists have it: plain apostrophes, plain spaces. */
export const plain = (text: string): string =>
  text
    .replace(/[’‘`´]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();

/** The sentences of a text, each with its own mark, without the quotes, dashes and little words before it. */
export const sentencesOf = (text: string): string[] =>
  plain(text)
    .split(/(?<=[.?!…]["'»”)]*) /)
    .map((sentence) => sentence.replace(LEAD, ''))
    .filter((sentence) => /\p{L}/u.test(sentence));

const LEAD =
  /^(?:["'«“„(–—-]+ ?|(?:and|but|so|or|well|ok|okay|en|maar|dus|of|nou|und|aber|also|oder|na),? (?=\p{L}))+/iu;

/** True when a sentence ends with a question mark. */
export const asks = (sentence: string): boolean => /\?["'»”)!]*$/.test(sentence);

/** How many words a sentence has, parted by single spaces. */
export const wordsIn = (sentence: string): number => sentence.split(' ').length;
