import fc from 'fast-check';
import { workCalendar } from '../lib/core/calendar.ts';
import { checkLeaf } from '../lib/core/check-leaf.ts';
import type { Facts, Moment } from '../lib/core/condition.ts';
import type { Condition, Leaf } from '../lib/core/condition-schema.ts';
import { unknownFields } from '../lib/core/deal.ts';
import { empty, known, unknown, type Fact } from '../lib/core/fact.ts';
import {
  CATEGORIES,
  FIELDS,
  FIELD_NAMES,
  type CustomValue,
  type FieldName,
} from '../lib/core/fields.ts';
import type { Answer } from '../lib/core/records.ts';

/** Conditions and facts at random: any that are well-formed, and those that a playbook could hold. */

const KEYS = ['pain', 'buyer', 'constructor'];
const PATHS = [
  ...FIELD_NAMES,
  ...KEYS.flatMap((key) => [`answer.${key}`, `answer.${key}.date`]),
  'custom.a',
  'custom.toString',
  'nowhere',
];

export const word = fc.constantFrom(
  'proposal',
  'buyer',
  'a',
  'TBD',
  'Dan Obuya',
  '2026-03-10',
  'é',
);
const decimal = fc.constantFrom('0', '10', '-3', '99.95', '23250', '12345678901234567890.5');
const day = fc.oneof(
  fc.record({
    days: fc.integer({ min: -30, max: 30 }),
    unit: fc.constantFrom('calendar' as const, 'working' as const),
  }),
  fc.record({ date: fc.constantFrom('2026-03-10', '2024-02-29') }),
  fc.constant('window-end' as const),
);
export const field = fc.constantFrom(...PATHS);
const some = fc.array(word, { minLength: 1, maxLength: 3 });
export const leaf: fc.Arbitrary<Leaf> = fc.oneof(
  fc.record({ field, op: fc.constantFrom('is-set' as const, 'is-empty' as const) }),
  fc.record(
    {
      field,
      op: fc.constant('evidence' as const),
      minWords: fc.integer({ min: 1, max: 4 }),
      maxAge: fc.constantFrom(14, 'playbook' as const),
    },
    { requiredKeys: ['field', 'op'] },
  ),
  fc.record({
    field,
    op: fc.constantFrom('is' as const, 'is-not' as const, 'contains' as const, 'includes' as const),
    value: word,
  }),
  fc.record({
    field,
    op: fc.constantFrom(
      'one-of' as const,
      'none-of' as const,
      'includes-any' as const,
      'includes-all' as const,
    ),
    value: some,
  }),
  fc.record({
    field,
    op: fc.constantFrom(
      'equals' as const,
      'differs' as const,
      'more-than' as const,
      'at-least' as const,
      'less-than' as const,
      'at-most' as const,
    ),
    value: decimal,
  }),
  fc.record({ field, op: fc.constant('between' as const), low: decimal, high: decimal }),
  fc.record({ field, op: fc.constant('currency-in' as const), value: fc.subarray(['EUR', 'USD']) }),
  fc.record({
    field,
    op: fc.constantFrom(
      'before' as const,
      'on-or-before' as const,
      'after' as const,
      'on-or-after' as const,
    ),
    day,
  }),
  fc.record({
    field,
    op: fc.constantFrom('count-at-least' as const, 'count-at-most' as const),
    value: fc.integer({ min: 1, max: 3 }),
  }),
);
export const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small', maxDepth: 4, withCrossShrink: true },
    leaf,
    fc.record({ all: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('condition') }),
  ),
}));

const text = fc.oneof(word, fc.string(), fc.constantFrom('', ' ', 'two words', '\u200b'));
const money = fc.record(
  {
    amount: fc.oneof(decimal, text),
    currency: fc.constantFrom('EUR', 'JPY'),
    margin: fc.oneof(decimal, text),
  },
  { requiredKeys: ['amount'] },
);
const date = fc.constantFrom('2026-03-09', '2026-03-10', '2026-05-01', '2026-02-31', 'soon');
const number = fc.constantFrom(0, 1, 2, 10, -3, 99.95, Number.NaN, Number.POSITIVE_INFINITY);
const anything = fc.oneof(
  text,
  money,
  date,
  number,
  fc.array(text, { maxLength: 3 }),
  fc.anything(),
);
const VALUES: Record<string, fc.Arbitrary<unknown>> = { text, money, date, number };
const choices = fc.oneof(
  fc.constantFrom(...CATEGORIES, 'buyer', 'us'),
  fc.record({ id: word, label: word, state: fc.constant('open') }),
);

/** A fact with a value of its kind or, now and then, of none. */
const factOf = (value: fc.Arbitrary<unknown>): fc.Arbitrary<Fact<unknown>> =>
  fc.oneof(
    { weight: 4, arbitrary: value.map((each) => known(each, 'page')) },
    { weight: 1, arbitrary: anything.map((each) => known(each, 'typed')) },
    { weight: 2, arbitrary: fc.constant(empty('api')) },
    { weight: 2, arbitrary: fc.constant(unknown('no-access')) },
  );
const fields = fc
  .record(
    Object.fromEntries(FIELD_NAMES.map((name) => [name, factOf(VALUES[FIELDS[name]] ?? choices)])),
  )
  .map((each): Facts['fields'] => ({ ...unknownFields('not-offered'), ...each }));
const answer = fc.record(
  { key: fc.constant('pain'), text, day: date, date },
  { requiredKeys: ['key', 'text', 'day'] },
);
const answers = fc.option(fc.dictionary(fc.constantFrom(...KEYS), answer as fc.Arbitrary<Answer>), {
  nil: undefined,
});
export const facts: fc.Arbitrary<Facts> = fc.record({
  fields,
  custom: fc.dictionary(
    fc.constantFrom('a', 'toString'),
    factOf(anything) as fc.Arbitrary<Fact<CustomValue>>,
  ),
  answers,
});
export const moment: fc.Arbitrary<Moment> = fc.record({
  today: fc.constantFrom(20_522, 20_523, Number.NaN),
  windowEnd: fc.constantFrom(20_552, Number.NaN),
  calendar: fc.constant(workCalendar(['2026-03-13'])),
  currencies: fc.subarray(['EUR', 'USD']),
  answerAge: fc.constantFrom(14, 30),
});

const ANSWERS = KEYS.map((key) => ({
  key,
  label: { en: key },
  hint: { en: key },
  date: { en: key },
}));
const soundLeaf = leaf.filter(
  (each) => checkLeaf(each, { rule: '', title: '', path: [] }, { answers: ANSWERS }).length === 0,
);
export const sound = fc.letrec<{ sound: Condition }>((tie) => ({
  sound: fc.oneof(
    { depthSize: 'small', maxDepth: 4 },
    { weight: 2, arbitrary: soundLeaf },
    fc.record({ all: fc.array(tie('sound'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('sound'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('sound') }),
  ),
})).sound;

const OF_FIELD: Partial<Record<FieldName, fc.Arbitrary<unknown>>> = {
  probability: fc.constantFrom(0, 10, 99.95, 100),
  pushes: fc.nat(11),
  contacts: fc.nat(11),
  forecastCategory: fc.constantFrom(...CATEGORIES),
  lastContactBy: fc.constantFrom('buyer', 'us'),
  // A stage whose label says something else than its id can be two stages at once; no playbook should count on it.
  stage: word.map((id) => ({ id, label: id, state: 'open' })),
};
export const soundFacts: fc.Arbitrary<Facts> = fc.record({
  fields: fc
    .record(
      Object.fromEntries(
        FIELD_NAMES.map((name) => [
          name,
          fc.oneof(
            (OF_FIELD[name] ?? VALUES[FIELDS[name]]!).map((each) => known(each, 'page')),
            fc.constant(empty('page')),
          ),
        ]),
      ),
    )
    .map((each) => each as unknown as Facts['fields']),
  custom: fc.dictionary(
    fc.constantFrom('a', 'toString'),
    factOf(anything) as fc.Arbitrary<Fact<CustomValue>>,
  ),
  answers,
});
