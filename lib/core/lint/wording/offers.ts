/** A pattern of a sentence, and the open question that it becomes; undefined where a word in it does not allow that. */
export type Pattern = readonly [
  pattern: RegExp,
  make: (parts: Readonly<Record<string, string>>) => string | undefined,
];

/** The first pattern that fits a sentence without its mark, and allows an open question, to begin with a small letter. */
export function offerBy(patterns: readonly Pattern[], sentence: string): string | undefined {
  const inside = sentence.charAt(0).toLowerCase() + sentence.slice(1);
  for (const [pattern, make] of patterns) {
    const found = pattern.exec(inside);
    const offered = found && make(found.groups ?? {});
    if (offered !== null && offered !== undefined) return offered;
  }
  return undefined;
}
