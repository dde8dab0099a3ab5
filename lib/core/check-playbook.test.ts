import { describe, expect, it } from 'vitest';
import {
  amount,
  close,
  gate,
  playbook,
  problemsOf,
  rule,
  SET,
  text,
} from '../../tests/raw-playbook.ts';
import { checkPlaybook } from './check-playbook.ts';

it('gives a sound playbook back', () => {
  const checked = checkPlaybook(playbook());
  expect(checked).toEqual({ ok: true, playbook: playbook() });
});

const say = (test: unknown): string[] =>
  problemsOf(playbook({ gates: [gate('G3', test)] })).map(({ message }) => message);

describe('what it says', () => {
  it.each<[unknown, string]>([
    [
      { field: 'closeDat', op: 'is-set' },
      'Gate G3 asks for a field "closeDat", which no deal has. Did you mean "closeDate"?',
    ],
    [
      { field: 'amount', op: 'mor-than', value: '1' },
      'Gate G3 uses the operator "mor-than", which does not exist. Did you mean "more-than"?',
    ],
    [
      { field: 'amount', op: 'more-than', value: 1500 },
      'Gate G3 asks for "amount" with "more-than", where "value" must be a plain decimal in quotes, such as "1500.50"; found 1500.',
    ],
    [
      { field: 'amount', op: 'more-than' },
      'Gate G3 asks for "amount" with "more-than", and "value" is missing: add a plain decimal in quotes, such as "1500.50".',
    ],
    [
      { field: 'amount', op: 'more-than', valeu: '1', value: '1' },
      'Gate G3 gives "valeu" to the operator "more-than", which does not take it. Did you mean "value"?',
    ],
    [
      { field: 'amount' },
      'Gate G3 asks for "amount" without an operator: add "op", such as "is-set".',
    ],
    [
      close('before', 'tomorrow'),
      'Gate G3 asks for "closeDate" with "before", where "day" must be a day: { "days": -10, "unit": "working" }, { "date": "2027-03-31" } or "window-end"; found "tomorrow".',
    ],
    [{ all: [] }, 'Gate G3 has an empty "all": put a condition into it, or remove it.'],
    [
      { field: 'amount', op: 'contains', value: '5' },
      'Gate G3 asks "amount" with "contains", which does not suit a money field. Use one of: is-set, is-empty, equals, differs, more-than, at-least, less-than, at-most, between, currency-in.',
    ],
    [
      { field: 'answer.pian', op: 'is-set' },
      'Gate G3 asks for the answer "pian", which the playbook does not have. Did you mean "pain"?',
    ],
    [
      { all: [amount('more-than', '10'), amount('less-than', '5')] },
      'Gate G3 asks for two things that exclude each other: "amount" more than 10 and "amount" less than 5. Change or remove one of them.',
    ],
    [
      {
        any: [
          { field: 'amount', op: 'is-set' },
          { field: 'amount', op: 'is-empty' },
        ],
      },
      'Gate G3 has a group that every deal meets, so that it asks nothing: one of "amount" is set and "amount" is empty is always so. Change or remove one of them.',
    ],
    [
      7,
      'Gate G3 has 7 where a condition belongs, such as { "field": "closeDate", "op": "is-set" }.',
    ],
  ])('%j', (test, message) => {
    expect(say(test)).toEqual([message]);
  });

  it.each<[object, string]>([
    [{ gates: [{ ...gate('G1', SET), owner: undefined }] }, 'Gate G1 lacks "owner": add it.'],
    [
      { gates: [{ ...gate('G1', SET), reviewBy: 'soon' }] },
      'Gate G1 has "soon" as its "reviewBy", where a date such as "2027-06-30" belongs.',
    ],
    [{ gates: [{ ...gate('G1', SET), why: { nl: 'Omdat' } }] }, 'Gate G1 lacks "why.en": add it.'],
    [
      { gates: [{ ...gate('G1', SET), qestion: 'x' }] },
      'Gate G1 has a part "qestion" that Dealside does not know. Remove it.',
    ],
    [{ gates: [] }, 'The playbook\'s "gates" is [], where something that is not empty belongs.'],
    [
      { gates: [{ ...gate('', SET) }] },
      'Gate number 1 has "" as its "id", where a name of letters, digits and dashes that starts with a letter belongs.',
    ],
    [
      { window: 'long' },
      'The playbook\'s "window" is "long", where "learned", or a whole number of days from 1 to 1095, belongs.',
    ],
    [
      { currencies: ['eur'] },
      'Entry 1 of the playbook\'s "currencies" is "eur", where a code of three capitals such as "EUR" belongs.',
    ],
    [{ extra: 1 }, 'The playbook has a part "extra" that Dealside does not know. Remove it.'],
    [{ version: 0 }, 'The playbook\'s "version" is 0, where more than 0 belongs.'],
    [{ name: undefined }, 'The playbook\'s "name" is missing.'],
  ])('%j', (more, message) => {
    expect(problemsOf(playbook(more)).map((each) => each.message)).toEqual([message]);
  });
});

describe('names', () => {
  const signal = (id: string, amber: number, red: number) => ({
    id,
    ...rule,
    on: true,
    amber,
    red,
  });
  it.each<[string, object, string, string]>([
    [
      'a gate twice',
      { gates: [gate('G1', SET), gate('g1', SET)] },
      'g1: duplicate gates.1.id',
      'Gate g1 stands in the playbook twice: give one of them another id, or remove it.',
    ],
    [
      'a signal twice',
      { signals: [signal('date-moves', 2, 3), signal('date-moves', 2, 3)] },
      'date-moves: duplicate signals.1.id',
      '',
    ],
    [
      'an answer twice',
      {
        answers: [
          { key: 'pain', label: text('a'), hint: text('b') },
          { key: 'pain', label: text('a'), hint: text('b') },
        ],
      },
      'pain: duplicate answers.1.key',
      '',
    ],
    [
      'a stage twice',
      {
        stages: [
          { crm: 'tryton', stage: 'Lead', category: 'pipeline' },
          { crm: 'tryton', stage: 'lead', category: 'commit' },
        ],
      },
      'stages: duplicate stages.1',
      'Entry 2 of the playbook\'s "stages" maps the stage "lead" of tryton a second time: keep one of the two.',
    ],
    [
      'an answer that is not there',
      { gates: [gate('G1', SET, { answer: 'pains' })] },
      'G1: unknown-answer gates.0.answer',
      'Gate G1 is answered by "pains", which the playbook does not have. Did you mean "pain"?',
    ],
    [
      'a field that is not there',
      { gates: [gate('G1', SET, { field: 'custom.x' })] },
      'G1: unknown-field gates.0.field',
      '',
    ],
    [
      'red before amber',
      { signals: [signal('date-moves', 3, 2)] },
      'date-moves: threshold-order signals.0.red',
      'Signal date-moves turns red at 2, before it turns amber at 3: exchange the two, or write 0 for a signal without red.',
    ],
    [
      'a feed without a date',
      { answers: [{ key: 'a', label: text('a'), hint: text('b'), feeds: 'lastContact' }] },
      'a: answer-without-date answers.0.feeds',
      '',
    ],
  ])('%s', (_, more, expected, message) => {
    const [found, ...others] = problemsOf(playbook(more));
    expect(others).toEqual([]);
    expect(`${found?.rule}: ${found?.code} ${found?.path.join('.')}`).toBe(expected);
    if (message !== '') expect(found?.message).toBe(message);
  });

  it('takes a red of 0 for none, and stages of two CRMs for two', () => {
    const stage = (crm: string) => ({ crm, stage: 'lead', category: 'pipeline' });
    expect(
      problemsOf(
        playbook({ signals: [signal('month-end-habit', 2, 0)], stages: [stage('a'), stage('b')] }),
      ),
    ).toEqual([]);
  });

  it('wants one answer for a feed', () => {
    const feed = (key: string) => ({
      key,
      label: text('a'),
      hint: text('b'),
      date: text('c'),
      feeds: 'nextStep',
    });
    expect(problemsOf(playbook({ answers: [feed('a'), feed('b')] }))).toMatchObject([
      { rule: 'b', code: 'duplicate' },
    ]);
  });
});

it.each([
  undefined,
  null,
  5,
  'x',
  [],
  {},
  { gates: 'x' },
  { gates: [null, 5] },
  { gates: { length: 1e9 } },
])('says what is wrong with %j', (raw) => {
  expect(problemsOf(raw).length).toBeGreaterThan(0);
});
