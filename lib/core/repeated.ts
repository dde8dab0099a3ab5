/** The places of texts that stand further up already, in capitals or not. */
export function repeated(texts: readonly string[]): number[] {
  const folded = texts.map((text) => text.trim().toLowerCase());
  return folded.flatMap((text, i) => (folded.indexOf(text) < i ? [i] : []));
}
