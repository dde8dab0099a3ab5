import type { Path } from '../check-problem.ts';
import type { Playbook, Text } from '../playbook.ts';

/** What a text is for: a question is put to a rep, an instruction says how something is done, anything else tells. */
export type TextKind = 'question' | 'instruction' | 'telling';

/** One text of a draft, with where it stands. */
export interface PlacedText {
  /** The id of the rule that it belongs to. */
  readonly rule: string;
  /** Its last part is the text's own name: "why", "hint". */
  readonly path: Path;
  readonly part: string;
  readonly kind: TextKind;
  /** Undefined where a draft lacks it altogether. */
  readonly text: Partial<Text> | undefined;
}

type Texts = Readonly<Record<string, readonly [Partial<Text> | undefined, TextKind?]>>;

function placed(rule: string, path: Path, texts: Texts): PlacedText[] {
  return Object.entries(texts).map(([part, [text, kind = 'telling']]) => ({
    rule,
    path: [...path, part],
    part,
    kind,
    text,
  }));
}

/** A text that may be left out altogether is none that is missing. */
const given = (part: string, text: Text | undefined, kind: TextKind = 'telling'): Texts =>
  text ? { [part]: [text, kind] } : {};

/** Every text of a draft, in the order of the playbook. */
export function textsOf(draft: Playbook): PlacedText[] {
  return [
    ...placed('name', [], { name: [draft.name] }),
    ...draft.gates.flatMap(({ id, name, why, question, how }, i) =>
      placed(id, ['gates', i], {
        name: [name],
        why: [why],
        question: [question, 'question'],
        ...given('how', how, 'instruction'),
      }),
    ),
    ...draft.signals.flatMap(({ id, name, why, question }, i) =>
      placed(id, ['signals', i], { name: [name], why: [why], question: [question, 'question'] }),
    ),
    ...draft.prompts.flatMap(({ id, text, why }, i) =>
      placed(id, ['prompts', i], { text: [text, 'question'], why: [why] }),
    ),
    ...draft.answers.flatMap(({ key, label, hint, date }, i) =>
      placed(key, ['answers', i], {
        label: [label],
        hint: [hint, 'instruction'],
        ...given('date', date),
      }),
    ),
    ...(draft.facts ?? []).flatMap(({ key, label }, i) =>
      placed(key, ['facts', i], { label: [label] }),
    ),
    ...(draft.cards ?? []).flatMap(({ id, name, text }, i) =>
      placed(id, ['cards', i], { name: [name], text: [text] }),
    ),
  ];
}

/** True for a text that says nothing: it is missing, or holds spaces alone. */
export const isHole = (text: string | undefined): boolean => (text ?? '').trim() === '';
