import { describe, expect, it } from 'vitest';
import { unknownFields, type Fields } from './deal.ts';
import { empty, known, unknown } from './fact.ts';
import { FIELD_NAMES, type FieldName } from './fields.ts';
import {
  checkPage,
  laterChecks,
  SEEN_LIMIT,
  withoutMistrusted,
  type CheckedState,
  type FieldCheck,
} from './self-check.ts';

const fieldsOf = (fields: Partial<Fields>): Fields => ({
  ...unknownFields('not-on-page'),
  ...fields,
});
const saved = (fields: Partial<Fields>) => ({ fields: fieldsOf(fields) });
const page = (fields: Partial<Fields>, state: CheckedState = 'shown') => ({
  state,
  fields: fieldsOf(fields),
});
const SELECTORS = {
  amount: { shown: ['.amount', '.sum'], form: ['input[name="amount"]'] },
  nextStep: { shown: ['.next'] },
};
const results = (checks: readonly FieldCheck[]) =>
  Object.fromEntries(checks.map(({ field, result }) => [field, result]));
const euros = (amount: string, margin?: string) => ({
  amount,
  currency: 'EUR',
  ...(margin === undefined ? {} : { margin }),
});
const stage = (id: string, label: string) => ({ id, label, state: 'open' as const });

describe('a page as it is shown', () => {
  it.each<[string, Partial<Fields>, Partial<Fields>, FieldCheck['result']]>([
    ['the same text', { name: known('Fleet', 'page') }, { name: known('Fleet', 'api') }, 'agrees'],
    [
      'a text with other spaces and capitals',
      { name: known('ACME  Fleet', 'page') },
      { name: known(' Acme Fleet', 'api') },
      'agrees',
    ],
    [
      'another text',
      { name: known('Fleet', 'page') },
      { name: known('Scanners', 'api') },
      'disagrees',
    ],
    ['both empty', { name: empty('page') }, { name: empty('api') }, 'agrees'],
    [
      'empty where there is a value',
      { name: empty('page') },
      { name: known('Fleet', 'api') },
      'disagrees',
    ],
    [
      'a value where there is none',
      { name: known('Fleet', 'page') },
      { name: empty('api') },
      'disagrees',
    ],
    [
      'money that rounds to what is shown',
      { amount: known(euros('23200', '50'), 'page') },
      { amount: known(euros('23150.50'), 'api') },
      'agrees',
    ],
    [
      'money that does not',
      { amount: known(euros('23200', '50'), 'page') },
      { amount: known(euros('23250.01'), 'api') },
      'disagrees',
    ],
    [
      'money written another way',
      { amount: known(euros('1500.50'), 'page') },
      { amount: known(euros('1500.500'), 'api') },
      'agrees',
    ],
    [
      'money of another currency',
      { amount: known({ amount: '5', currency: 'USD' }, 'page') },
      { amount: known(euros('5'), 'api') },
      'disagrees',
    ],
    [
      'money of which one side names no currency',
      { amount: known({ amount: '5' }, 'page') },
      { amount: known(euros('5'), 'api') },
      'agrees',
    ],
    [
      'a stage of the same id',
      { stage: known(stage('2', 'Angebot'), 'page') },
      { stage: known(stage('2', 'Proposal'), 'api') },
      'agrees',
    ],
    [
      'a stage of the same label',
      { stage: known(stage('Proposal', 'Proposal'), 'page') },
      { stage: known(stage('2', 'proposal'), 'api') },
      'agrees',
    ],
    [
      'another stage',
      { stage: known(stage('3', 'Signing'), 'page') },
      { stage: known(stage('2', 'Proposal'), 'api') },
      'disagrees',
    ],
    [
      'another date',
      { closeDate: known('2026-12-01', 'page') },
      { closeDate: known('2026-01-12', 'api') },
      'disagrees',
    ],
    [
      'a text that was not understood',
      { closeDate: unknown('not-readable', 'soon') },
      { closeDate: known('2026-01-12', 'api') },
      'disagrees',
    ],
    ['nothing where a value is', {}, { amount: known(euros('5'), 'api') }, 'nothing-found'],
  ])('%s', (_, seen, kept, result) => {
    const checks = checkPage(page(seen), saved(kept), SELECTORS);
    expect(Object.values(results(checks))).toEqual([result]);
  });

  it.each<[string, Partial<Fields>, Partial<Fields>]>([
    ['what is saved is not known', { name: known('Fleet', 'page') }, {}],
    [
      'the page can be read in two ways',
      { closeDate: unknown('ambiguous', '3/4/26') },
      { closeDate: known('2026-04-03', 'api') },
    ],
    [
      'the user may not see it',
      { amount: unknown('no-access') },
      { amount: known(euros('5'), 'api') },
    ],
    [
      'figures differ and only one side names its currency',
      { amount: known({ amount: '6' }, 'page') },
      { amount: known(euros('5'), 'api') },
    ],
    ['nothing is found and nothing is saved', {}, { amount: empty('api') }],
    ['nothing is found where the adapter looks for nothing', {}, { name: known('Fleet', 'api') }],
  ])('says nothing where %s', (_, seen, kept) => {
    expect(checkPage(page(seen), saved(kept), SELECTORS)).toEqual([]);
  });

  it('names the selectors, what was seen and what is saved, cut short', () => {
    const long = 'x'.repeat(500);
    expect(
      checkPage(
        page({ amount: known(euros('5'), 'page'), nextStep: known(long, 'page') }),
        saved({ amount: known(euros('6'), 'api'), nextStep: empty('api') }),
        SELECTORS,
      ),
    ).toEqual([
      {
        field: 'amount',
        state: 'shown',
        result: 'disagrees',
        selector: '.amount, .sum',
        saw: '5 EUR',
        saved: '6 EUR',
      },
      {
        field: 'nextStep',
        state: 'shown',
        result: 'disagrees',
        selector: '.next',
        saw: `${'x'.repeat(SEEN_LIMIT - 1)}…`,
        saved: '',
      },
    ]);
  });
});

describe('a form', () => {
  const kept = saved({ amount: known(euros('5'), 'api'), name: known('Fleet', 'api') });
  it('that differs may have been typed in: nothing is said', () => {
    const typed = { amount: known(euros('6'), 'typed'), name: empty('typed') };
    expect(checkPage(page(typed, 'form'), kept, SELECTORS)).toEqual([]);
    expect(
      checkPage(page({ amount: unknown('not-readable', 'a lot') }, 'form'), kept, SELECTORS),
    ).toEqual([]);
  });
  it('that agrees, and one that lacks the field, are told', () => {
    const told = page({ amount: known(euros('5'), 'api') }, 'form');
    expect(results(checkPage(told, kept, SELECTORS))).toEqual({ amount: 'agrees' });
    expect(checkPage(page({}, 'form'), kept, SELECTORS)).toEqual([
      {
        field: 'amount',
        state: 'form',
        result: 'nothing-found',
        selector: 'input[name="amount"]',
        saved: '5 EUR',
      },
    ]);
  });
  it('one open cell of a shown page is a form of its own', () => {
    const cell = page({ amount: known(euros('6'), 'typed'), name: known('Fleets', 'page') });
    expect(results(checkPage(cell, kept, SELECTORS))).toEqual({ name: 'disagrees' });
  });
});

describe('without an API', () => {
  it('what is found counts as agreement, and what is not found as not found', () => {
    const seen = page({ amount: known(euros('5'), 'page'), name: known('Fleet', 'page') });
    expect(results(checkPage(seen, undefined, SELECTORS))).toEqual({
      amount: 'agrees',
      nextStep: 'nothing-found',
    });
  });
});

it('a page that fills bit by bit: what agreed once has agreed, else the later look counts', () => {
  const check = (field: FieldName, result: FieldCheck['result']): FieldCheck => ({
    field,
    state: 'shown',
    result,
  });
  const first = [check('name', 'agrees'), check('amount', 'nothing-found')];
  const second = [check('name', 'disagrees'), check('amount', 'agrees')];
  expect(results(laterChecks(first, second))).toEqual({ name: 'agrees', amount: 'agrees' });
  expect(results(laterChecks(second, first))).toEqual({ name: 'agrees', amount: 'agrees' });
});

describe('a mistrusted field', () => {
  const trust = (fields: FieldName[], touched = false) => ({ fields: new Set(fields), touched });
  const kept = saved({ amount: known(euros('5'), 'api') });
  const typed = { amount: known(euros('6'), 'typed') };
  it('that is typed is not known', () => {
    const after = withoutMistrusted(page(typed, 'form'), kept, trust(['amount']));
    expect(after.fields.amount).toEqual(unknown('not-trusted'));
    const cell = withoutMistrusted(page(typed), kept, trust(['amount']));
    expect(cell.fields.amount).toEqual(unknown('not-trusted'));
  });
  it('that is shown gives way to what is saved, and is not known where nothing is', () => {
    const shown = page({ amount: known(euros('6'), 'page') });
    const amountOf = (from: typeof kept | undefined) =>
      withoutMistrusted(shown, from, trust(['amount'])).fields.amount;
    expect(amountOf(kept)).toEqual(unknown('not-on-page'));
    expect(amountOf(undefined)).toEqual(unknown('not-trusted'));
    expect(amountOf(saved({}))).toEqual(unknown('not-trusted'));
  });
  it('that a form does not show is as saved until something is typed', () => {
    const amountOf = (touched: boolean) =>
      withoutMistrusted(page({}, 'form'), kept, trust(['amount'], touched)).fields.amount;
    expect(amountOf(false)).toEqual(unknown('not-on-page'));
    expect(amountOf(true)).toEqual(unknown('not-trusted'));
  });
  it('leaves all others, and what the CRM does not offer, as they are', () => {
    const seen = page({ ...typed, contacts: unknown('not-offered') }, 'form');
    const after = withoutMistrusted(seen, kept, trust(['name', 'contacts'], true));
    for (const field of FIELD_NAMES.filter((each) => each !== 'name'))
      expect(after.fields[field]).toEqual(seen.fields[field]);
    expect(withoutMistrusted(seen, kept, trust([]))).toBe(seen);
  });
});
