import { isoOfDay } from './calendar.ts';
import type { Facts, Moment } from './condition-facts.ts';
import type { Leaf } from './condition-schema.ts';
import { choicesOf, datesOf, moneyOf, numbersOf, setsOf, textsOf } from './check-values.ts';
import { unknownFields } from './deal.ts';
import { empty, known, type Fact } from './fact.ts';
import type { FieldPath } from './field-path.ts';

/**
 * Facts by which the comparisons of one field are put to the test: values on, just below and just above every
 * threshold, those that are named, some that are not, and *empty*. If none of them meets all comparisons,
 * no deal does. What could not be read is left out: it meets nothing.
 */
export function sampleFacts(path: FieldPath, leaves: readonly Leaf[], at: Moment): Facts[] {
  const values = valuesOf(path, leaves, at).map((value) => known(value, 'api'));
  const ages = path.of === 'answer' && path.kind === 'text' ? agesOf(leaves, at) : [0];
  return [empty('api'), ...values].flatMap((fact) =>
    ages.map((age) => factsWith(path, fact, isoOfDay(at.today - age))),
  );
}

function valuesOf(path: FieldPath, leaves: readonly Leaf[], at: Moment): unknown[] {
  if (path.of === 'custom') {
    const plain = [...textsOf(leaves), ...datesOf(leaves, at), ...numbersOf(leaves)];
    return [...plain, ...moneyOf(leaves, at), ...setsOf(leaves)];
  }
  switch (path.kind) {
    case 'text':
      return textsOf(leaves);
    case 'number':
      return numbersOf(leaves, path.name);
    case 'money':
      return moneyOf(leaves, at);
    case 'date':
      return datesOf(leaves, at);
    case 'set':
      return setsOf(leaves);
    case 'choice':
      return choicesOf(leaves, path.name);
  }
}

/** Ages of an answer, in days, on both sides of every limit. */
function agesOf(leaves: readonly Leaf[], at: Moment): number[] {
  const limits = leaves.flatMap((leaf) => {
    if (leaf.op !== 'evidence' || leaf.maxAge === undefined) return [];
    return [leaf.maxAge === 'playbook' ? at.answerAge : leaf.maxAge];
  });
  return [0, ...limits.flatMap((limit) => [limit, limit + 1])];
}

const NOTHING: Facts = { fields: unknownFields('not-offered'), custom: {}, answers: {} };

/** Facts of which one is known. `day` is the day on which an answer was written. */
function factsWith(path: FieldPath, fact: Fact<unknown>, day: string): Facts {
  // The values are made by the field's own kind; the type of a field that is picked by name says no more than that.
  if (path.of === 'deal') {
    return { ...NOTHING, fields: { ...NOTHING.fields, [path.name]: fact } };
  }
  if (path.of === 'custom') {
    return { ...NOTHING, custom: { [path.key]: fact as Fact<string> } };
  }
  if (fact.is !== 'value') return NOTHING;
  const { key } = path;
  const value = String(fact.value);
  const answer =
    path.kind === 'date' ? { key, text: 'a text', date: value, day } : { key, text: value, day };
  return { ...NOTHING, answers: { [key]: answer } };
}
