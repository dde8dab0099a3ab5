/**
 * What a text that people read may hold. Markup is let through: it is shown as the text that it is. What is refused
 * cannot be seen, and makes a text look like another one: control characters, the signs that turn the direction of
 * what follows, and halves of a character.
 */

/** All control characters but the tab and the ends of lines. */
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;
/** Embeddings, overrides and isolates (UAX #9). */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/;
/** Marks of direction. They belong in a text that is written from right to left, and nowhere else. */
const MARK = /[\u200e\u200f\u061c]/;
const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const LONE_HALF = /\p{Surrogate}/u;

const named = (letter: string): string =>
  `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** What a text holds that must not be in it, for the end of a sentence ("holds …"); undefined for a plain text. */
export function hiddenIn(text: string): string | undefined {
  const [control] = CONTROL.exec(text) ?? [];
  if (control !== undefined) return `a control character (${named(control)})`;
  const [turning] = TURNING.exec(text) ?? [];
  if (turning !== undefined)
    return `a sign that turns the direction of writing (${named(turning)})`;
  const [mark] = MARK.exec(text) ?? [];
  if (mark !== undefined && !RIGHT_TO_LEFT.test(text))
    return `a sign for another direction of writing (${named(mark)})`;
  const [half] = LONE_HALF.exec(text) ?? [];
  return half === undefined ? undefined : `half of a character (${named(half)})`;
}

const HIDDEN = new RegExp(
  `${CONTROL.source}|${TURNING.source}|${MARK.source}|${LONE_HALF.source}`,
  'gu',
);

/** A text in which what cannot be seen is spelt out, for a sentence about it: "U+202E". */
export const visible = (text: string): string =>
  text.replace(HIDDEN, (letter) => `[${named(letter)}]`);

/** A text of a page made fit for a playbook: what cannot be seen becomes a space. */
export const plainly = (text: string): string =>
  hiddenIn(text) === undefined ? text : text.replace(HIDDEN, ' ');

interface Issues {
  readonly addIssue: (issue: { readonly code: 'custom'; readonly message: string }) => void;
}

/** For `superRefine` of a text's schema: refuses what cannot be seen, and says what it is. */
export function plain(text: string, { addIssue }: Issues): void {
  const hidden = hiddenIn(text);
  if (hidden !== undefined) addIssue({ code: 'custom', message: `holds ${hidden}: remove it` });
}

/**
 * False for the names that every object of the language has already ("constructor", "toString"): a rule or a CRM of
 * such a name would be found where there is none.
 */
export const isFreeName = (name: string): boolean => !(name in {});
