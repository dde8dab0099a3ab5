import { expect } from 'vitest';
import { dayNumber, workCalendar } from '../lib/core/calendar.ts';
import { compileCondition, type Facts, type Moment } from '../lib/core/condition.ts';
import type { Outcome } from '../lib/core/assessment.ts';
import type { Condition, Leaf } from '../lib/core/condition-schema.ts';
import { unknownFields, type Fields } from '../lib/core/deal.ts';
import { known, type Fact } from '../lib/core/fact.ts';
import type { CustomValue } from '../lib/core/fields.ts';
import type { Answer } from '../lib/core/records.ts';

/** A Tuesday, with a holiday on the Friday and thirty days of window. */
export const at: Moment = {
  today: dayNumber('2026-03-10'),
  windowEnd: dayNumber('2026-04-09'),
  calendar: workCalendar(['2026-03-13']),
  currencies: ['EUR', 'GBP'],
  answerAge: 30,
};

/** What is known of a deal; fields that are not given are not on the page. */
export interface Given {
  fields?: Partial<Fields>;
  custom?: Record<string, Fact<CustomValue>>;
  /** Undefined for answers that could not be read. */
  answers?: Record<string, Answer> | undefined;
}

export const factsOf = (given: Given): Facts => ({
  fields: { ...unknownFields('not-on-page'), ...given.fields },
  custom: given.custom ?? {},
  answers: 'answers' in given ? given.answers : {},
});

export const ask = (condition: Condition, given: Given = {}, moment = at): Outcome =>
  compileCondition(condition)(factsOf(given), moment);

/** The truth and reason of a single leaf, as "no: empty". */
export function judge(leaf: Leaf, given: Given = {}, moment = at): string {
  const { truth, findings } = ask(leaf, given, moment);
  expect(findings).toHaveLength(1);
  expect(findings[0]?.leaf).toBe(leaf);
  expect(findings[0]?.truth).toBe(truth);
  return `${truth}: ${findings[0]!.because}`;
}

export const limitOf = (leaf: Leaf, given: Given = {}): string | undefined =>
  ask(leaf, given).findings[0]?.limit;

export const custom = (value: CustomValue): Given => ({ custom: { x: known(value, 'page') } });

export const YES = 'yes: holds';
export const NO = 'no: does-not-hold';
export const ROUNDED = 'unknown: rounded';
export const UNKNOWN = 'unknown: unknown';
