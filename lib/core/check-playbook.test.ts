import { describe, expect, it } from 'vitest';
import { checkPlaybook, type Problem } from './check-playbook.ts';
import type { Playbook } from './playbook.ts';

const text = (en: string) => ({ en });
const rule = { name: text('Name'), why: text('Why'), owner: 'Sales operations', reviewBy: '2027-06-30', question: text('What?') };
const gate = (id: string, test: unknown, more: object = {}) => ({
  id,
  ...rule,
  need: { forecast: 'required', commit: 'required' },
  test,
  ...more,
});
const SET = { field: 'amount', op: 'is-set' };

function playbook(more: object = {}): Playbook {
  return {
    id: 'ours',
    version: 1,
    name: text('Ours'),
    currencies: ['EUR'],
    country: 'NL',
    window: 'learned',
    answerAge: { forecast: 30, commit: 14 },
    stages: [],
    answers: [
      { key: 'pain', label: text('Pain'), hint: text('Hint') },
      { key: 'event', label: text('Event'), hint: text('Hint'), date: text('Date') },
    ],
    gates: [gate('G1', SET)],
    signals: [],
    prompts: [],
    ...more,
  } as Playbook;
}

function problemsOf(raw: unknown): readonly Problem[] {
  const checked = checkPlaybook(raw);
  return checked.ok ? [] : checked.problems;
}

/** The problems of a gate G3 with this test, as "code: path" lines. */
const inTest = (test: unknown): string[] =>
  problemsOf(playbook({ gates: [gate('G3', test)] })).map(({ rule: id, code, path }) => {
    expect(id).toBe('G3');
    expect(path.slice(0, 3)).toEqual(['gates', 0, 'test']);
    return [code, ...path.slice(3)].join(' ');
  });
const say = (test: unknown): string[] =>
  problemsOf(playbook({ gates: [gate('G3', test)] })).map(({ message }) => message);

const days = (n: number, unit = 'calendar') => ({ days: n, unit });
const amount = (op: string, value: string) => ({ field: 'amount', op, value });
const close = (op: string, day: unknown) => ({ field: 'closeDate', op, day });
const owner = (op: string, value: unknown) => ({ field: 'owner', op, value });

it('gives a sound playbook back', () => {
  const checked = checkPlaybook(playbook());
  expect(checked).toEqual({ ok: true, playbook: playbook() });
});

describe('what it says', () => {
  it.each<[unknown, string]>([
    [{ field: 'closeDat', op: 'is-set' }, 'Gate G3 asks for a field "closeDat", which no deal has. Did you mean "closeDate"?'],
    [{ field: 'amount', op: 'mor-than', value: '1' }, 'Gate G3 uses the operator "mor-than", which does not exist. Did you mean "more-than"?'],
    [{ field: 'amount', op: 'more-than', value: 1500 }, 'Gate G3 asks for "amount" with "more-than", where "value" must be a plain decimal in quotes, such as "1500.50"; found 1500.'],
    [{ field: 'amount', op: 'more-than' }, 'Gate G3 asks for "amount" with "more-than", and "value" is missing: add a plain decimal in quotes, such as "1500.50".'],
    [{ field: 'amount', op: 'more-than', valeu: '1', value: '1' }, 'Gate G3 gives "valeu" to the operator "more-than", which does not take it. Did you mean "value"?'],
    [{ field: 'amount' }, 'Gate G3 asks for "amount" without an operator: add "op", such as "is-set".'],
    [close('before', 'tomorrow'), 'Gate G3 asks for "closeDate" with "before", where "day" must be a day: { "days": -10, "unit": "working" }, { "date": "2027-03-31" } or "window-end"; found "tomorrow".'],
    [{ all: [] }, 'Gate G3 has an empty "all": put a condition into it, or remove it.'],
    [{ field: 'amount', op: 'contains', value: '5' }, 'Gate G3 asks "amount" with "contains", which does not suit a money field. Use one of: is-set, is-empty, equals, differs, more-than, at-least, less-than, at-most, between, currency-in.'],
    [{ field: 'answer.pian', op: 'is-set' }, 'Gate G3 asks for the answer "pian", which the playbook does not have. Did you mean "pain"?'],
    [{ all: [amount('more-than', '10'), amount('less-than', '5')] }, 'Gate G3 asks for two things that exclude each other: "amount" more than 10 and "amount" less than 5. Change or remove one of them.'],
    [{ any: [{ field: 'amount', op: 'is-set' }, { field: 'amount', op: 'is-empty' }] }, 'Gate G3 has a group that every deal meets, so that it asks nothing: one of "amount" is set and "amount" is empty is always so. Change or remove one of them.'],
    [7, 'Gate G3 has 7 where a condition belongs, such as { "field": "closeDate", "op": "is-set" }.'],
  ])('%j', (test, message) => {
    expect(say(test)).toEqual([message]);
  });

  it.each<[object, string]>([
    [{ gates: [{ ...gate('G1', SET), owner: undefined }] }, 'Gate G1 lacks "owner": add it.'],
    [{ gates: [{ ...gate('G1', SET), reviewBy: 'soon' }] }, 'Gate G1 has "soon" as its "reviewBy", where a date such as "2027-06-30" belongs.'],
    [{ gates: [{ ...gate('G1', SET), why: { nl: 'Omdat' } }] }, 'Gate G1 lacks "why.en": add it.'],
    [{ gates: [{ ...gate('G1', SET), qestion: 'x' }] }, 'Gate G1 has a part "qestion" that Dealside does not know. Remove it.'],
    [{ gates: [] }, 'The playbook\'s "gates" is [], where something that is not empty belongs.'],
    [{ gates: [{ ...gate('', SET) }] }, 'Gate number 1 has "" as its "id", where a name of letters, digits and dashes that starts with a letter belongs.'],
    [{ window: 'long' }, 'The playbook\'s "window" is "long", where "learned", or a whole number of days from 1 to 1095, belongs.'],
    [{ currencies: ['eur'] }, 'Entry 1 of the playbook\'s "currencies" is "eur", where a code of three capitals such as "EUR" belongs.'],
    [{ extra: 1 }, 'The playbook has a part "extra" that Dealside does not know. Remove it.'],
    [{ version: 0 }, 'The playbook\'s "version" is 0, where more than 0 belongs.'],
    [{ name: undefined }, 'The playbook\'s "name" is missing.'],
  ])('%j', (more, message) => {
    expect(problemsOf(playbook(more)).map((each) => each.message)).toEqual([message]);
  });
});

describe('the form of a condition', () => {
  it.each<[string, unknown, string[]]>([
    ['no condition', null, ['shape']],
    ['a list', [SET], ['shape']],
    ['neither leaf nor group', { some: [] }, ['shape']],
    ['a group with a leaf in it', { all: [SET], field: 'amount' }, ['shape']],
    ['two groups in one', { all: [SET], any: [SET] }, ['shape']],
    ['a group that is no list', { any: SET }, ['shape any']],
    ['an empty any, deep inside', { not: { all: [SET, { any: [] }] } }, ['empty-group not all 1 any']],
    ['a leaf without a field', { op: 'is-set' }, ['missing']],
    ['two faults', { all: [{ field: 'amount', op: 'x' }, { field: '', op: 'is-set' }] }, ['unknown-operator all 0 op', 'shape all 1 field']],
    ['an operator that is inherited', { field: 'amount', op: 'constructor' }, ['unknown-operator op']],
    ['a part of a day that is not one', close('before', { days: 1.5, unit: 'calendar' }), ['shape day']],
    ['a date that does not exist', close('before', { date: '2027-02-29' }), ['shape day']],
    ['an empty list', owner('one-of', []), ['shape value']],
    ['a part too many', { ...SET, value: 'x' }, ['unknown-part value']],
  ])('%s', (_, test, expected) => {
    expect(inTest(test)).toEqual(expected);
  });

  it('does not follow groups without an end', () => {
    let deep: unknown = SET;
    for (let i = 0; i < 20_000; i++) deep = { not: deep };
    expect(inTest(deep)).toEqual([expect.stringMatching(/^too-deep/)]);
    let fair: unknown = SET;
    for (let i = 0; i < 8; i++) fair = { not: fair };
    expect(inTest(fair)).toEqual([]);
  });
});

describe('what a condition asks', () => {
  it.each<[string, unknown, string]>([
    ['a field of every object', { field: 'constructor', op: 'is-set' }, 'unknown-field field'],
    ['a part of a field', { field: 'amount.currency', op: 'is-set' }, 'unknown-field field'],
    ['a date where none is asked for', { field: 'answer.pain.date', op: 'is-set' }, 'answer-without-date field'],
    ['a date compared as text', { field: 'answer.event.date', op: 'contains', value: '2027' }, 'operator-kind op'],
    ['text compared as a date', { field: 'answer.event', op: 'before', day: days(1) }, 'operator-kind op'],
    ['the age of a field', { field: 'nextStep', op: 'evidence', maxAge: 30 }, 'operator-kind maxAge'],
    ['no words', { field: 'nextStep', op: 'evidence', minWords: 0 }, 'impossible minWords'],
    ['a book', { field: 'nextStep', op: 'evidence', minWords: 201 }, 'impossible minWords'],
    ['no age', { field: 'answer.pain', op: 'evidence', maxAge: 0 }, 'impossible maxAge'],
    ['the age of Methuselah', { field: 'answer.pain', op: 'evidence', maxAge: 3651 }, 'impossible maxAge'],
    ['a day too far', close('before', days(3651)), 'impossible day'],
    ['a day too long ago', close('after', days(-3651, 'working')), 'impossible day'],
    ['a probability over 100', { field: 'probability', op: 'at-least', value: '101' }, 'impossible value'],
    ['a probability below 0', { field: 'probability', op: 'between', low: '-1', high: '50' }, 'impossible low'],
    ['fewer than no pushes', { field: 'pushes', op: 'at-least', value: '-1' }, 'impossible value'],
    ['half a contact', { field: 'contacts', op: 'equals', value: '1.5' }, 'contradiction'],
    ['more than all', { field: 'probability', op: 'more-than', value: '100' }, 'contradiction'],
    ['spaces', owner('is', '  '), 'impossible value'],
    ['spaces in a list', owner('one-of', ['Ann', ' ']), 'impossible value'],
    ['a category of another CRM', { field: 'forecastCategory', op: 'is', value: 'Commit!' }, 'impossible value'],
    ['a third side', { field: 'lastContactBy', op: 'one-of', value: ['buyer', 'them'] }, 'impossible value'],
    ['a count of nothing', { field: 'custom.x', op: 'count-at-least', value: 0 }, 'impossible value'],
    ['a range upside down', { field: 'amount', op: 'between', low: '10', high: '9.5' }, 'contradiction low'],
  ])('%s', (_, test, expected) => {
    expect(inTest(test)).toEqual([expected]);
  });
});

describe('what no deal can meet', () => {
  const both = (...all: unknown[]) => ({ all });
  it.each<[string, unknown]>([
    ['more and less', both(amount('more-than', '10'), amount('less-than', '5'))],
    ['more and less, with no room between', both(amount('more-than', '10'), amount('at-most', '10'))],
    ['two amounts', both(amount('equals', '10'), amount('equals', '10.01'))],
    ['an amount and not that amount', both(amount('equals', '10'), amount('differs', '10.0'))],
    ['between two pushes', both({ field: 'pushes', op: 'more-than', value: '1' }, { field: 'pushes', op: 'less-than', value: '2' })],
    ['set and empty', both({ field: 'owner', op: 'is-set' }, { field: 'owner', op: 'is-empty' })],
    ['empty and compared', both({ field: 'owner', op: 'is-empty' }, owner('is-not', 'Ann'))],
    ['two owners', both(owner('is', 'Ann'), owner('is', 'Bob'))],
    ['two stages', both({ field: 'stage', op: 'is', value: 'a' }, { field: 'stage', op: 'one-of', value: ['b', 'c'] })],
    ['lists with nothing in common', both(owner('one-of', ['Ann', 'Bob']), owner('one-of', ['Cy', 'Di']))],
    ['one of those that it must not be', both(owner('one-of', ['Ann']), owner('none-of', ['ann', 'Bob']))],
    ['a text and not a part of it', both(owner('is', 'Ann Lee'), { not: owner('contains', 'Lee') })],
    ['two words in one', both(owner('is', 'Ann'), { field: 'owner', op: 'evidence', minWords: 2 })],
    ['currencies apart', both({ field: 'amount', op: 'currency-in', value: ['USD'] }, { field: 'amount', op: 'currency-in', value: [] })],
    ['days that cross', both(close('before', days(-5)), close('after', days(5)))],
    ['working days that cross', both(close('before', days(-5, 'working')), close('after', days(5, 'working')))],
    ['dates that cross', both(close('before', { date: '2027-01-01' }), close('on-or-after', { date: '2027-01-01' }))],
    ['no day between two days', both(close('after', days(1)), close('before', days(2)))],
    ['before today and past the window', both(close('before', days(0)), close('after', 'window-end'))],
    ['a condition and its opposite', both(amount('more-than', '1'), { not: amount('more-than', '1') })],
    ['a group and its opposite', both({ any: [SET, owner('is', 'Ann')] }, { not: { any: [SET, owner('is', 'Ann')] } })],
    ['through groups in groups', both(amount('more-than', '10'), both(owner('is', 'Ann'), both(amount('less-than', '5'))))],
    ['every way out closed', both(amount('more-than', '10'), { any: [amount('less-than', '5'), amount('equals', '7')] })],
    ['two categories', both({ field: 'forecastCategory', op: 'is', value: 'commit' }, { field: 'forecastCategory', op: 'is', value: 'forecast' })],
    ['fresh and stale', both({ field: 'answer.pain', op: 'evidence', maxAge: 10 }, { not: { field: 'answer.pain', op: 'evidence', maxAge: 20 } })],
    ['more members than allowed', both({ field: 'custom.x', op: 'count-at-most', value: 1 }, { field: 'custom.x', op: 'includes-all', value: ['a', 'b'] })],
    ['a member and not', both({ field: 'custom.x', op: 'includes', value: 'a' }, { not: { field: 'custom.x', op: 'includes-any', value: ['A', 'b'] } })],
    ['a number and a text', both({ field: 'custom.x', op: 'more-than', value: '1' }, { field: 'custom.x', op: 'contains', value: 'a' })],
  ])('%s', (_, test) => {
    const found = inTest(test);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^contradiction/);
    // Every deal meets its opposite, or nothing at all does; either way it asks nothing.
    expect(inTest({ not: test })).toHaveLength(1);
  });

  it('names the smallest group', () => {
    const clash = both(amount('more-than', '10'), amount('less-than', '5'));
    expect(inTest(both(SET, { any: [SET, clash] }))).toEqual(['contradiction all 1 any 1']);
  });

  it('finds a gate that stands only on deals that cannot meet it', () => {
    const gates = [gate('G3', amount('less-than', '5'), { when: amount('more-than', '10'), commitTest: SET })];
    expect(problemsOf(playbook({ gates }))).toMatchObject([{ rule: 'G3', code: 'contradiction', path: ['gates', 0, 'test'] }]);
  });

  it('looks at prompts and at commit tests, too', () => {
    const clash = both(amount('more-than', '10'), amount('less-than', '5'));
    const prompts = [{ id: 'p1', text: text('What?'), why: text('Why'), when: clash }];
    const gates = [gate('G1', SET, { commitTest: clash }), gate('G2', SET, { when: clash })];
    expect(problemsOf(playbook({ gates, prompts })).map(({ rule: id, path }) => [id, path.join('.')])).toEqual([
      ['G1', 'gates.0.commitTest'],
      ['G2', 'gates.1.when'],
      ['p1', 'prompts.0.when'],
    ]);
  });
});

describe('what every deal meets', () => {
  it.each<[string, unknown]>([
    ['set or empty', { any: [{ field: 'owner', op: 'is-set' }, { field: 'owner', op: 'is-empty' }] }],
    ['so or not so', { any: [owner('is', 'Ann'), { not: owner('is', 'Ann') }] }],
    ['so or not so, apart', { any: [{ any: [owner('is', 'Ann'), SET] }, { not: owner('is', 'Ann') }] }],
    ['not both at once', { not: { all: [{ field: 'owner', op: 'is-set' }, { field: 'owner', op: 'is-empty' }] } }],
    ['one side or the other, or none', { any: [{ field: 'lastContactBy', op: 'is-empty' }, { field: 'lastContactBy', op: 'one-of', value: ['buyer', 'us'] }] }],
    ['in any place, or empty', { any: [close('before', days(3)), close('on-or-after', days(3)), { field: 'closeDate', op: 'is-empty' }] }],
  ])('%s', (_, test) => {
    expect(inTest(test)).toEqual([expect.stringMatching(/^(always-true|contradiction)/)]);
  });
});

describe('what some deal can meet', () => {
  it.each<[string, unknown]>([
    ['a narrow range', { all: [amount('more-than', '10'), amount('less-than', '10.01')] }],
    ['any place, but not empty', { any: [close('before', days(3)), close('on-or-after', days(3))] }],
    ['a weekend between two working days', { all: [close('after', days(1, 'working')), close('before', days(2, 'working'))] }],
    ['a holiday that moves working days', { all: [close('after', days(6)), close('before', days(4, 'working'))] }],
    ['a fixed date that will come', { all: [close('before', days(-5)), close('after', { date: '2027-01-01' })] }],
    ['a window that may be short', { all: [close('on-or-after', 'window-end'), close('before', days(4))] }],
    ['a window that may be long', { all: [close('on-or-before', 'window-end'), close('after', days(300))] }],
    ['a text with many parts', { all: [owner('contains', 'Ann'), owner('contains', 'Lee'), owner('is-not', 'Ann Lee'), { field: 'owner', op: 'evidence', minWords: 9 }] }],
    ['a placeholder', { all: [{ field: 'owner', op: 'is-set' }, { not: { field: 'owner', op: 'evidence' } }] }],
    ['a placeholder with a part', { all: [owner('contains', 'n'), owner('contains', 'v'), { not: { field: 'owner', op: 'evidence' } }] }],
    ['not too old for one, too old for the other', { all: [{ field: 'answer.pain', op: 'evidence', maxAge: 20 }, { not: { field: 'answer.pain', op: 'evidence', maxAge: 10 } }] }],
    ['the playbook’s age, whatever it is', { all: [{ field: 'answer.pain', op: 'evidence', maxAge: 'playbook' }, { not: { field: 'answer.pain', op: 'evidence', maxAge: 60 } }] }],
    ['not this one, or empty', { not: owner('is', 'Ann') }],
    ['a set with this and not that', { all: [{ field: 'custom.x', op: 'includes-any', value: ['a', 'b'] }, { not: { field: 'custom.x', op: 'includes', value: 'a' } }, { field: 'custom.x', op: 'count-at-least', value: 4 }] }],
    ['a custom text that may be a date', { all: [{ field: 'custom.x', op: 'contains', value: '-03-' }, { field: 'custom.x', op: 'after', day: { date: '2027-01-01' } }] }],
    ['other fields', { all: [SET, { field: 'owner', op: 'is-empty' }] }],
    ['one way out', { all: [amount('more-than', '10'), { any: [amount('less-than', '5'), amount('less-than', '50')] }] }],
  ])('%s', (_, test) => {
    expect(inTest(test)).toEqual([]);
  });

  const choices = Array.from({ length: 14 }, (_, i) => ({
    any: [{ field: `custom.a${i}`, op: 'is-set' }, { field: `custom.b${i}`, op: 'is-set' }],
  }));

  it('finds a clash before it tries every choice', () => {
    expect(inTest({ all: [...choices, amount('more-than', '10'), amount('less-than', '5')] })).toEqual(['contradiction']);
  });

  it('lets pass what would take too long to settle', () => {
    const late = [{ any: [owner('is', 'a'), owner('is', 'b')] }, { any: [owner('is', 'c'), owner('is', 'd')] }];
    expect(inTest({ all: [...choices, ...late] })).toEqual([]);
    expect(inTest({ all: late })).toEqual(['contradiction']);
  });
});

describe('names', () => {
  const signal = (id: string, amber: number, red: number) => ({ id, ...rule, on: true, amber, red });
  it.each<[string, object, string, string]>([
    ['a gate twice', { gates: [gate('G1', SET), gate('g1', SET)] }, 'g1: duplicate gates.1.id', 'Gate g1 stands in the playbook twice: give one of them another id, or remove it.'],
    ['a signal twice', { signals: [signal('date-moves', 2, 3), signal('date-moves', 2, 3)] }, 'date-moves: duplicate signals.1.id', ''],
    ['an answer twice', { answers: [{ key: 'pain', label: text('a'), hint: text('b') }, { key: 'pain', label: text('a'), hint: text('b') }] }, 'pain: duplicate answers.1.key', ''],
    ['a stage twice', { stages: [{ crm: 'tryton', stage: 'Lead', category: 'pipeline' }, { crm: 'tryton', stage: 'lead', category: 'commit' }] }, 'stages: duplicate stages.1', 'Entry 2 of the playbook\'s "stages" maps the stage "lead" of tryton a second time: keep one of the two.'],
    ['an answer that is not there', { gates: [gate('G1', SET, { answer: 'pains' })] }, 'G1: unknown-answer gates.0.answer', 'Gate G1 is answered by "pains", which the playbook does not have. Did you mean "pain"?'],
    ['a field that is not there', { gates: [gate('G1', SET, { field: 'custom.x' })] }, 'G1: unknown-field gates.0.field', ''],
    ['red before amber', { signals: [signal('date-moves', 3, 2)] }, 'date-moves: threshold-order signals.0.red', 'Signal date-moves turns red at 2, before it turns amber at 3: exchange the two, or write 0 for a signal without red.'],
    ['a feed without a date', { answers: [{ key: 'a', label: text('a'), hint: text('b'), feeds: 'lastContact' }] }, 'a: answer-without-date answers.0.feeds', ''],
  ])('%s', (_, more, expected, message) => {
    const [found, ...others] = problemsOf(playbook(more));
    expect(others).toEqual([]);
    expect(`${found?.rule}: ${found?.code} ${found?.path.join('.')}`).toBe(expected);
    if (message !== '') expect(found?.message).toBe(message);
  });

  it('takes a red of 0 for none, and stages of two CRMs for two', () => {
    const stage = (crm: string) => ({ crm, stage: 'lead', category: 'pipeline' });
    expect(problemsOf(playbook({ signals: [signal('month-end-habit', 2, 0)], stages: [stage('a'), stage('b')] }))).toEqual([]);
  });

  it('wants one answer for a feed', () => {
    const feed = (key: string) => ({ key, label: text('a'), hint: text('b'), date: text('c'), feeds: 'nextStep' });
    expect(problemsOf(playbook({ answers: [feed('a'), feed('b')] }))).toMatchObject([{ rule: 'b', code: 'duplicate' }]);
  });
});

it.each([undefined, null, 5, 'x', [], {}, { gates: 'x' }, { gates: [null, 5] }, { gates: { length: 1e9 } }])('says what is wrong with %j', (raw) => {
  expect(problemsOf(raw).length).toBeGreaterThan(0);
});
