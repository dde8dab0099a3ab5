import type { WorkCalendar } from './calendar.ts';
import type { Fields } from './deal.ts';
import { empty, known, unknown, type Fact, type Known } from './fact.ts';
import { parseFieldPath } from './field-path.ts';
import type { CustomValue, FieldName } from './fields.ts';
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

/** Makes a number of a fact's value, NaN of all that it cannot tell at a glance. */
export type Measure = (value: unknown) => number;

/** What is measured where there is no value: less than all numbers, and more than all numbers. */
export const EMPTY_NUMBER = Number.NEGATIVE_INFINITY;
export const UNKNOWN_NUMBER = Number.POSITIVE_INFINITY;

/** Finds a fact as it was read, unchecked; `settle` looks at what cannot be judged. */
export type Reader = (facts: Facts) => Fact<unknown>;

const NOT_OFFERED = unknown('not-offered');
const NOT_READABLE = unknown('not-readable');
const NO_ANSWER = empty('answer');

/**
 * The facts that a playbook's conditions compare as numbers. Its gates ask of one field again and again:
 * the field is found and measured once for a deal, and a comparison is then a look into a list.
 */
export interface Columns {
  readonly list: Column[];
  /** The numbers of the deal that is being assessed, filled anew for each; place 0 is for leaves that have none. */
  readonly numbers: number[];
}

interface Column {
  readonly field: string;
  readonly read: Reader;
  readonly measure: Measure;
}

export const newColumns = (): Columns => ({ list: [], numbers: [Number.NaN] });

/** The place in `numbers` of a field as it is measured. */
export function placeOf({ list, numbers }: Columns, field: string, measure: Measure): number {
  const known = list.findIndex((column) => column.field === field && column.measure === measure);
  if (known >= 0) return known + 1;
  list.push({ field, read: compileReader(field), measure });
  return numbers.push(Number.NaN) - 1;
}

/** Measures a deal. It never throws: a fact that cannot be read has no number, and fails in the gates that ask of it. */
export function measureFacts({ list, numbers }: Columns, facts: Facts): readonly number[] {
  let place = 0;
  for (const { read, measure } of list) {
    place += 1;
    let number = Number.NaN;
    try {
      const fact = read(facts);
      if (fact.is === 'value') number = measure(fact.value);
      else number = fact.is === 'empty' ? EMPTY_NUMBER : UNKNOWN_NUMBER;
    } catch {
      number = Number.NaN;
    }
    numbers[place] = number;
  }
  return numbers;
}

/** Resolves a field once to the function that finds it. A field that does not exist is *not offered*. */
export function compileReader(field: string): Reader {
  const path = parseFieldPath(field);
  if (!path) return () => NOT_OFFERED;
  if (path.of === 'deal') return PICK[path.name];
  const { key } = path;
  if (path.of === 'custom') {
    // Only its own: a key may be "constructor".
    return ({ custom }) => (Object.hasOwn(custom, key) ? custom[key] : undefined) ?? NOT_OFFERED;
  }
  return path.kind === 'date'
    ? (facts) => answerDate(facts, key)
    : (facts) => answerText(facts, key);
}

/** One function for each field: reading a property by a name that varies is several times slower. */
const PICK: Readonly<Record<FieldName, Reader>> = {
  name: ({ fields }) => fields.name,
  account: ({ fields }) => fields.account,
  owner: ({ fields }) => fields.owner,
  amount: ({ fields }) => fields.amount,
  stage: ({ fields }) => fields.stage,
  probability: ({ fields }) => fields.probability,
  forecastCategory: ({ fields }) => fields.forecastCategory,
  closeDate: ({ fields }) => fields.closeDate,
  created: ({ fields }) => fields.created,
  modified: ({ fields }) => fields.modified,
  stageEntered: ({ fields }) => fields.stageEntered,
  lastContact: ({ fields }) => fields.lastContact,
  lastContactBy: ({ fields }) => fields.lastContactBy,
  nextMeeting: ({ fields }) => fields.nextMeeting,
  nextStep: ({ fields }) => fields.nextStep,
  nextStepDate: ({ fields }) => fields.nextStepDate,
  pushes: ({ fields }) => fields.pushes,
  contacts: ({ fields }) => fields.contacts,
  pipeline: ({ fields }) => fields.pipeline,
};

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
