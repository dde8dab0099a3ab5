import type { WorkCalendar } from './calendar.ts';
import { unknownFields, type Fields } from './deal.ts';
import { empty, known, unknown, type Fact, type Known } from './fact.ts';
import { isFieldName, parseFieldPath } from './field-path.ts';
import { FIELD_NAMES, type CustomValue, type Stage } from './fields.ts';
import { ASCII, SPACE } from './placeholder.ts';
import type { Answer } from './records.ts';

/** What a condition is asked of. `answers` is undefined when they could not be read. */
export interface Facts {
  readonly fields: Fields;
  readonly custom: Readonly<Record<string, Fact<CustomValue>>>;
  readonly answers: Readonly<Record<string, Answer>> | undefined;
}

/**
 * When, and by which settings, it is asked. `today` and `windowEnd` are day numbers, `answerAge` is in
 * calendar days. Conditions are compiled anew for another object: keep one for a day.
 */
export interface Moment {
  readonly today: number;
  readonly windowEnd: number;
  readonly calendar: WorkCalendar;
  readonly currencies: readonly string[];
  readonly answerAge: number;
}

/** Finds a fact as it was read, unchecked; `settle` looks at what cannot be judged. */
export type Reader = (facts: Facts) => Fact<unknown>;

const NOT_OFFERED = unknown('not-offered');
const NOT_READABLE = unknown('not-readable');
const NO_ANSWER = empty('answer');

/** Resolves a field once to the function that finds it. A field that does not exist is *not offered*. */
export function compileReader(field: string): Reader {
  const path = parseFieldPath(field);
  if (!path) return () => NOT_OFFERED;
  if (path.of === 'deal') {
    const index = indexOfField(path.name);
    return ({ fields }) => fieldAt(fields, index);
  }
  const { key } = path;
  if (path.of === 'custom') {
    // Only its own: a key may be "constructor".
    return ({ custom }) => (Object.hasOwn(custom, key) ? custom[key] : undefined) ?? NOT_OFFERED;
  }
  return path.kind === 'date'
    ? (facts) => answerDate(facts, key)
    : (facts) => answerText(facts, key);
}

/** The place of a deal's own field for `fieldAt`; -1 for an answer, a custom field, or none. */
export const indexOfField = (field: string): number =>
  isFieldName(field) ? ORDER.indexOf(ALL_DIFFERENT[field]) : -1;

/** A field by its place. To jump to one is several times cheaper than to read a property by a name that varies. */
export function fieldAt(fields: Fields, index: number): Fact<unknown> {
  switch (index) {
    case 0:
      return fields.name;
    case 1:
      return fields.account;
    case 2:
      return fields.owner;
    case 3:
      return fields.amount;
    case 4:
      return fields.stage;
    case 5:
      return fields.probability;
    case 6:
      return fields.forecastCategory;
    case 7:
      return fields.closeDate;
    case 8:
      return fields.created;
    case 9:
      return fields.modified;
    case 10:
      return fields.stageEntered;
    case 11:
      return fields.lastContact;
    case 12:
      return fields.lastContactBy;
    case 13:
      return fields.nextMeeting;
    case 14:
      return fields.nextStep;
    case 15:
      return fields.nextStepDate;
    case 16:
      return fields.pushes;
    case 17:
      return fields.contacts;
    case 18:
      return fields.pipeline;
    default:
      return NOT_OFFERED;
  }
}

const ALL_DIFFERENT = unknownFields('not-offered');
const ORDER = FIELD_NAMES.map((_, index) => fieldAt(ALL_DIFFERENT, index));

/** The answer under a key, or undefined when there is none or when answers could not be read. */
export function answerOf({ answers }: Facts, key: string): Answer | undefined {
  return answers !== undefined && Object.hasOwn(answers, key) ? answers[key] : undefined;
}

function answerText(facts: Facts, key: string): Fact<string> {
  if (!facts.answers) return NOT_READABLE;
  const answer = answerOf(facts, key);
  return answer ? known(answer.text, 'answer') : NO_ANSWER;
}

function answerDate(facts: Facts, key: string): Fact<string> {
  if (!facts.answers) return NOT_READABLE;
  const date = answerOf(facts, key)?.date;
  return date === undefined ? NO_ANSWER : known(date, 'answer');
}

/** A value that could not be judged: blank text and a set without members are empty, and anything else is not readable. */
export function settle({ value, source }: Known<unknown>): Fact<never> {
  if (isBlank(value)) return empty(source);
  return typeof value === 'string' || typeof value === 'number'
    ? unknown('not-readable', String(value))
    : NOT_READABLE;
}

/** A text of spaces and characters that do not show, or a set without members. Most texts are told by their first character. */
export function isBlank(value: unknown): boolean {
  if (typeof value !== 'string') return Array.isArray(value) && value.length === 0;
  const first = value.charCodeAt(0);
  return !(first > SPACE && first < ASCII) && /^[\s\p{Cf}]*$/u.test(value);
}

export const isStage = (value: unknown): value is Pick<Stage, 'id' | 'label'> =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as Partial<Stage>).id === 'string' &&
  typeof (value as Partial<Stage>).label === 'string';
