import type { WorkCalendar } from './calendar.ts';
import type { Fields } from './deal.ts';
import { empty, known, unknown, type Fact } from './fact.ts';
import { parseFieldPath } from './field-path.ts';
import type { CustomValue, FieldName, FieldValues } from './fields.ts';
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
 * calendar days. Make one object for one assessment: thresholds are kept as long as it is the same one.
 */
export interface Moment {
  readonly today: number;
  readonly windowEnd: number;
  readonly calendar: WorkCalendar;
  readonly currencies: readonly string[];
  readonly answerAge: number;
}

export type Reader = (facts: Facts) => Fact<unknown>;

const NOT_OFFERED = unknown('not-offered');
const NOT_READABLE = unknown('not-readable');
const NO_ANSWER = empty('answer');

/** Resolves a field once to the function that reads it. A field that does not exist is *not offered*. */
export function compileReader(field: string): Reader {
  const path = parseFieldPath(field);
  if (!path) return () => NOT_OFFERED;
  if (path.of === 'deal') {
    const pick = PICK[path.name];
    return ({ fields }) => tidy(pick(fields));
  }
  const { key } = path;
  if (path.of === 'custom') {
    // A key may be "constructor", and then what is found is no fact.
    return ({ custom }) => tidy(Object.hasOwn(custom, key) ? custom[key] : undefined);
  }
  return path.kind === 'date'
    ? (facts) => tidy(answerDate(facts, key))
    : (facts) => tidy(answerText(facts, key));
}

/** One function for each field: reading a property by a name that varies is several times slower. */
const PICK: { readonly [K in FieldName]: (fields: Fields) => Fact<FieldValues[K]> } = {
  name: ({ name }) => name,
  account: ({ account }) => account,
  owner: ({ owner }) => owner,
  amount: ({ amount }) => amount,
  stage: ({ stage }) => stage,
  probability: ({ probability }) => probability,
  forecastCategory: ({ forecastCategory }) => forecastCategory,
  closeDate: ({ closeDate }) => closeDate,
  created: ({ created }) => created,
  modified: ({ modified }) => modified,
  stageEntered: ({ stageEntered }) => stageEntered,
  lastContact: ({ lastContact }) => lastContact,
  lastContactBy: ({ lastContactBy }) => lastContactBy,
  nextMeeting: ({ nextMeeting }) => nextMeeting,
  nextStep: ({ nextStep }) => nextStep,
  nextStepDate: ({ nextStepDate }) => nextStepDate,
  pushes: ({ pushes }) => pushes,
  contacts: ({ contacts }) => contacts,
  pipeline: ({ pipeline }) => pipeline,
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

/** Blank text and a set without members are empty; a value that is none at all could not be read. */
function tidy(fact: Fact<unknown> | undefined): Fact<unknown> {
  if (fact === undefined) return NOT_OFFERED;
  if (fact.is !== 'value') return fact;
  const { value } = fact;
  if (typeof value === 'string') return isBlank(value) ? empty(fact.source) : fact;
  if (typeof value !== 'object') return value === undefined ? NOT_READABLE : fact;
  if (value === null) return NOT_READABLE;
  return Array.isArray(value) && value.length === 0 ? empty(fact.source) : fact;
}

/** Only spaces and characters that do not show. Most texts are decided by their first character. */
function isBlank(text: string): boolean {
  const first = text.charCodeAt(0);
  return !(first > SPACE && first < ASCII) && /^[\s\p{Cf}]*$/u.test(text);
}
