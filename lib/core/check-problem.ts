import { visible } from './plain-text.ts';

/** What is wrong, for code that wants to react to it; the message is for people. */
export type ProblemCode =
  | 'shape'
  | 'missing'
  | 'unknown-part'
  | 'too-deep'
  | 'too-many'
  | 'unknown-operator'
  | 'unknown-field'
  | 'unknown-answer'
  | 'unknown-fact'
  | 'answer-without-date'
  | 'operator-kind'
  | 'empty-group'
  | 'contradiction'
  | 'always-true'
  | 'impossible'
  | 'threshold-order'
  | 'duplicate';

export type Path = readonly (string | number)[];

/** One thing that keeps a playbook from being used. */
export interface Problem {
  /** The id of the gate, signal, prompt or answer, or the top-level part of the playbook. */
  readonly rule: string;
  /** Where it stands in the playbook's JSON. */
  readonly path: Path;
  readonly code: ProblemCode;
  /** One English sentence or two: what is wrong, where, and what to do. */
  readonly message: string;
}

/** A rule under check: what to call it, and where it stands. */
export interface Place {
  readonly rule: string;
  /** The start of a sentence about it: `Gate G3`. */
  readonly title: string;
  readonly path: Path;
}

/** A place further inside of another. */
export const inside = (place: Place, ...path: Path): Place => ({
  ...place,
  path: [...place.path, ...path],
});

/** What is said and named may come from the file itself: what cannot be seen in it is spelt out, and no end is left open. */
export const problem = (place: Place, code: ProblemCode, message: string): Problem => ({
  rule: visible(place.rule).slice(0, LONGEST_NAME),
  path: place.path,
  code,
  message: visible(`${place.title.slice(0, LONGEST_TITLE)} ${message}`).slice(0, LONGEST),
});

const LONGEST_NAME = 80;
const LONGEST_TITLE = 120;
const LONGEST = 1000;

const TITLES: Readonly<Record<string, string>> = {
  gates: 'Gate',
  signals: 'Signal',
  prompts: 'Prompt',
  answers: 'Answer',
  facts: 'Fact',
  cards: 'Card',
  sites: 'CRM site',
};

/** The rule that a path into the playbook's JSON lies in. Reads what may not be a playbook at all. */
export function placeOf(raw: unknown, path: Path): Place {
  const [part, index] = path;
  if (typeof part !== 'string') return { rule: 'playbook', title: 'The playbook', path };
  if (typeof index !== 'number') return { rule: part, title: `The playbook's "${part}"`, path };
  const title = TITLES[part];
  if (title === undefined) {
    return { rule: part, title: `Entry ${index + 1} of the playbook's "${part}"`, path };
  }
  const entry = at(raw, [part, index]);
  const id = at(entry, ['id']) ?? at(entry, ['key']);
  if (typeof id !== 'string' || id === '') {
    return { rule: part, title: `${title} number ${index + 1}`, path };
  }
  return { rule: id, title: `${title} ${id}`, path };
}

/** What stands at a path of a value that may be anything; own properties only. */
export function at(raw: unknown, path: Path): unknown {
  let value = raw;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step))
      return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}

const SHOWN = 60;

/** A value as it may stand in a sentence. */
export function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  let text: string = typeof value;
  try {
    // Of a function it makes undefined, whatever its type says; on a bigint, or a value that holds itself, it throws.
    const json: unknown = JSON.stringify(value);
    if (typeof json === 'string') text = json;
  } catch {
    // The type is all that can be shown.
  }
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}
