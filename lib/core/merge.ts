import { bounds, compareDecimal, type Money } from './money.ts';
import type { Fields, Reading } from './deal.ts';
import { empty, known, unknown, type Fact } from './fact.ts';
import { FIELD_NAMES, type FieldName } from './fields.ts';
import type { AnswerRule } from './playbook.ts';
import type { Answer } from './records.ts';

/**
 * Lays what the page shows or has in its form over what is saved. The page wins wherever it says
 * anything, even that it cannot be read: a value that is being typed must not hide behind the saved one. Only
 * what this page does not carry is filled in. Both readings must be of the same deal.
 */
export function mergeReadings(saved: Reading | undefined, page: Reading): Reading {
  if (!saved) return page;
  const fields: Partial<Record<FieldName, Fact<unknown>>> = {};
  for (const name of FIELD_NAMES) fields[name] = mergeFact(saved.fields[name], page.fields[name]);
  return { ...page, fields: fields as Fields, custom: { ...saved.custom, ...page.custom } };
}

function mergeFact(saved: Fact<unknown>, page: Fact<unknown>): Fact<unknown> {
  if (page.is === 'unknown') {
    const absent = page.reason === 'not-on-page' || page.reason === 'not-offered';
    return absent && saved.is !== 'unknown' ? saved : page;
  }
  if (page.is === 'value' && saved.is === 'value' && isRoundingOf(page.value, saved.value)) {
    return saved;
  }
  return page;
}

/** True when the shown money is a rounded form of the exact one: then the exact one says more. */
function isRoundingOf(shown: unknown, exact: unknown): boolean {
  if (!isMoney(shown) || !isMoney(exact)) return false;
  if (shown.margin === undefined || exact.margin !== undefined) return false;
  if (shown.currency !== exact.currency && shown.currency !== undefined) return false;
  const { low, high } = bounds(shown);
  return compareDecimal(low, exact.amount) <= 0 && compareDecimal(exact.amount, high) <= 0;
}

const isMoney = (value: unknown): value is Money =>
  typeof value === 'object' && value !== null && 'amount' in value;

/**
 * Lets answers stand in for facts that the CRM has no field for, as the playbook's `feeds` says. The CRM's
 * own value comes first; of two contacts by the buyer the later one counts. Where the CRM offers no
 * field, a missing answer is *empty*: Dealside itself is that fact's home. `answers` is undefined
 * when they could not be read, and then nothing is called empty.
 */
export function feedAnswers(
  fields: Fields,
  rules: readonly AnswerRule[],
  answers: Readonly<Record<string, Answer>> | undefined,
): Fields {
  let fed = fields;
  for (const rule of rules) {
    if (rule.feeds === undefined) continue;
    const answer = answers?.[rule.key];
    const missing: Fact<never> = answers ? empty('answer') : unknown('not-readable');
    fed =
      rule.feeds === 'nextStep'
        ? feedNextStep(fed, answer, missing)
        : feedContact(fed, answer, missing);
  }
  return fed;
}

const isAbsent = (fact: Fact<unknown>): boolean =>
  fact.is === 'empty' || (fact.is === 'unknown' && fact.reason === 'not-offered');

function feedNextStep(fields: Fields, answer: Answer | undefined, missing: Fact<never>): Fields {
  if (!isAbsent(fields.nextStep)) return fields;
  if (!answer)
    return fields.nextStep.is === 'empty'
      ? fields
      : { ...fields, nextStep: missing, nextStepDate: missing };
  return {
    ...fields,
    nextStep: known(answer.text, 'answer'),
    nextStepDate: answer.date === undefined ? empty('answer') : known(answer.date, 'answer'),
  };
}

function feedContact(fields: Fields, answer: Answer | undefined, missing: Fact<never>): Fields {
  const { lastContact, lastContactBy } = fields;
  if (answer?.date !== undefined) {
    const byBuyer = lastContactBy.is === 'value' && lastContactBy.value === 'buyer';
    if (byBuyer && lastContact.is === 'value' && lastContact.value >= answer.date) return fields;
    return {
      ...fields,
      lastContact: known(answer.date, 'answer'),
      lastContactBy: known('buyer', 'answer'),
    };
  }
  if (lastContact.is !== 'unknown' || lastContact.reason !== 'not-offered') return fields;
  return { ...fields, lastContact: missing, lastContactBy: missing };
}
