import { expect, it } from 'vitest';
import { dayNumber, workCalendar } from './calendar.ts';
import { compileCondition, type Facts, type Moment } from './condition.ts';
import type { Condition } from './condition-schema.ts';
import { unknownFields, type Fields } from './deal.ts';
import { empty, known } from './fact.ts';

const at: Moment = {
  today: dayNumber('2026-03-10'),
  windowEnd: dayNumber('2026-04-09'),
  calendar: workCalendar([]),
  currencies: [],
  answerAge: 30,
};
const factsOf = (fields: Partial<Fields>): Facts => ({
  fields: { ...unknownFields('not-offered'), ...fields },
  custom: {},
  answers: {},
});

/** Asks one compiled condition of all deals, twice over, and a new one of each: they must say the same. */
function expectSame(condition: Condition, deals: readonly Facts[]): void {
  const shared = compileCondition(condition);
  for (const facts of [...deals, ...deals]) {
    expect(shared(facts, at)).toEqual(compileCondition(condition)(facts, at));
  }
}

const stage = (id: string, label: string): Facts =>
  factsOf({ stage: known({ id, label, state: 'open' }, 'api') });

it('tells stages of one id apart by their labels, and from a text', () => {
  const condition: Condition = { field: 'stage', op: 'is', value: 'won' };
  const text = factsOf({ stage: known('1', 'api') as never });
  expectSame(condition, [stage('1', 'Won'), stage('1', 'Lost'), text, stage('won', 'x')]);
});

it('knows more texts than it keeps', () => {
  const texts = Array.from({ length: 100 }, (_, n) => factsOf({ pipeline: known(`p${n}`, 'api') }));
  const blank = [factsOf({ pipeline: known(' ', 'api') }), factsOf({ pipeline: empty('api') })];
  expectSame({ field: 'pipeline', op: 'one-of', value: ['p3', 'P77'] }, [...texts, ...blank]);
});

it('keeps numbers apart on, between and beyond many marks', () => {
  const marks = Array.from({ length: 40 }, (_, n) => String(n * 2));
  const deals = Array.from({ length: 90 }, (_, n) =>
    factsOf({ pushes: known(n - 4, 'api'), contacts: known((n * 7) % 90, 'api') }),
  );
  const parts = marks.map((value): Condition => ({ field: 'pushes', op: 'at-least', value }));
  expectSame({ all: parts }, deals);
  for (const [n, value] of marks.entries()) {
    const other: Condition = { field: 'contacts', op: 'equals', value };
    expectSame({ any: [{ field: 'pushes', op: 'differs', value: `${n}` }, other] }, deals);
  }
});

it('asks of three fields at once', () => {
  const condition: Condition = {
    all: [
      { field: 'pushes', op: 'at-most', value: '1' },
      { field: 'contacts', op: 'between', low: '1', high: '2' },
      { field: 'closeDate', op: 'before', day: 'window-end' },
    ],
  };
  const numbers = [0, 1, 2, 3];
  const dates = ['2026-03-10', '2026-04-09', '2026-05-01', 'soon', ''];
  const deals = numbers.flatMap((pushes) =>
    numbers.flatMap((contacts) =>
      dates.map((date) =>
        factsOf({
          pushes: known(pushes, 'api'),
          contacts: known(contacts, 'api'),
          closeDate: known(date, 'page'),
        }),
      ),
    ),
  );
  expectSame(condition, deals);
});
