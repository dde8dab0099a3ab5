// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { apiFixtureOf, stubApi, type Exchange } from '../../../tests/crm-api.ts';
import { fixturesOf, savedOf, showPage } from '../../../tests/crm-fixtures.ts';
import { known, unknown } from '../../core/fact.ts';
import {
  amountIn,
  formatOf,
  plainNumber,
  shownAmount,
  shownDate,
  type EspoFormat,
} from './format.ts';
import { adapter } from './index.ts';

const api = apiFixtureOf('espocrm')!;
const { ref } = api;
const { signal } = new AbortController();
const nothing = unknown('not-on-page');

const format: EspoFormat = {
  order: 'dmy',
  decimalMark: ',',
  thousandSeparator: '.',
  decimals: 2,
};

function open(name: string): ReturnType<typeof savedOf> {
  const fixture = fixturesOf('espocrm').find((one) => one.name === `9.1/${name}`)!;
  showPage(fixture.html, fixture.url);
  return savedOf(fixture, ref);
}
const answer = (path: string, json: unknown): Exchange => ({
  request: { path: `/espo/api/v1/${path}` },
  answer: { json },
});

describe('how the user’s EspoCRM writes values', () => {
  it('takes the preferences before the settings, and an empty date format for none', () => {
    const settings = { dateFormat: 'DD.MM.YYYY', thousandSeparator: ',', decimalMark: '.' };
    expect(formatOf(settings, { dateFormat: '', thousandSeparator: '', decimalMark: ',' })).toEqual(
      { order: 'dmy', thousandSeparator: '', decimalMark: ',', decimals: undefined },
    );
    expect(formatOf(settings, { dateFormat: 'YYYY-MM-DD' })).toMatchObject({
      order: 'ymd',
      thousandSeparator: ',',
    });
    expect(formatOf({}, {})).toEqual({
      order: undefined,
      thousandSeparator: '',
      decimalMark: '.',
      decimals: undefined,
    });
  });

  it.each([
    ['1.234,50', '1234.5'],
    ['1234,5', '1234.5'],
    ['-1.234', '-1234'],
    ['12345678901234567,89', '12345678901234567.89'],
    ['-0,00', '0'],
    ['1,234.50', undefined],
    ['12.34', undefined],
    ['1.2345', undefined],
    ['1,', undefined],
    ['', undefined],
    ['1e3', undefined],
  ])('reads %s as %s', (text, number) => {
    expect(plainNumber(text, format)).toBe(number);
  });

  it('calls an amount rounded where cents are not shown', () => {
    const whole = { ...format, decimals: 0 };
    expect(shownAmount('48.001 €', whole, nothing)).toEqual(
      known({ amount: '48001', currency: 'EUR', margin: '0.5' }, 'page'),
    );
    expect(shownAmount('48.001 €', format, nothing)).toEqual(
      known({ amount: '48001', currency: 'EUR' }, 'page'),
    );
  });

  it('takes the saved reading of an amount that has two, and no other', () => {
    const saved = (amount: string) => known({ amount, currency: 'EUR' }, 'api');
    const text = '1.234 €';
    expect(shownAmount(text, undefined, saved('1234'))).toEqual(
      known({ amount: '1234', currency: 'EUR' }, 'page'),
    );
    expect(shownAmount(text, undefined, saved('1.234'))).toMatchObject({
      value: { amount: '1.234' },
    });
    expect(shownAmount(text, undefined, saved('1235'))).toEqual(unknown('ambiguous', text));
    expect(amountIn(text, 'typed', undefined, 'EUR')).toEqual(unknown('ambiguous', text));
  });
});

describe('dates without a year', () => {
  const saved = known('2026-12-21', 'api');
  it.each([
    ['Dec 21', known('2026-12-21', 'page')],
    ['21 Dez.', known('2026-12-21', 'page')],
    ['Dec 22', unknown('ambiguous', 'Dec 22')],
    ['Dec 21, 2027', known('2027-12-21', 'page')],
    ['Demain', saved],
  ])('%s beside the saved one', (text, read) => {
    expect(shownDate(text, undefined, saved)).toEqual(read);
  });
  it.each(['Dec 21', 'Tomorrow'])('%s alone is ambiguous', (text) => {
    expect(shownDate(text, format, nothing)).toEqual(unknown('ambiguous', text));
  });
  it('takes numbers in the user’s order', () => {
    expect(shownDate('05.12.2026', format, nothing)).toEqual(known('2026-12-05', 'page'));
    expect(shownDate('05.12.2026', undefined, nothing)).toMatchObject({ reason: 'ambiguous' });
    const may = known('2026-05-12', 'api');
    expect(shownDate('05.12.2026', undefined, may)).toEqual(known('2026-05-12', 'page'));
  });
});

describe('the address that is ahead of the page', () => {
  it('reads nothing while the question is open, and the form again when it is answered', () => {
    const saved = open('leave-question')!;
    const next = { ...ref, id: '66f0ffffffffffff1' };
    const of = { ...saved, ref: next };
    expect(adapter.read(document, next, { saved: of })).toBeUndefined();
    document.querySelector<HTMLElement>('.dialog-confirm')!.style.display = 'none';
    expect(adapter.read(document, next, { saved: of })?.state).toBe('form');
  });
  it('does not trust what is saved of another deal', () => {
    const saved = open('read')!;
    expect(adapter.read(document, ref, { saved })).toBeDefined();
    const other = { ...saved, ref: { ...ref, id: 'x' } };
    expect(adapter.read(document, ref, { saved: other })).toBeUndefined();
  });
  it('knows a deal without a name by its id', () => {
    const saved = open('read')!;
    const nameless = {
      ...saved,
      fields: { ...saved.fields, name: { is: 'empty', source: 'api' } },
    };
    expect(adapter.read(document, ref, { saved: nameless as typeof saved })).toBeUndefined();
    document.querySelector('.header-title .title')!.textContent = ref.id;
    expect(adapter.read(document, ref, { saved: nameless as typeof saved })).toBeDefined();
  });
});

it('does not read a quick view, nor lead into it', () => {
  open('quick-view');
  const inside = { ...ref, id: '66f0ffffffffffff1' };
  expect(adapter.read(document, inside)).toBeUndefined();
  expect(adapter.fieldElement(document, 'amount')).toBeUndefined();
  open('quick-view-beside');
  expect(adapter.fieldElement(document, 'amount')?.closest('.modal')).toBeNull();
});

it('leads to the form’s own save buttons, and to none in the read view', () => {
  open('edit');
  expect(adapter.saveBar?.(document)?.className).toContain('edit-buttons');
  open('read');
  expect(adapter.saveBar?.(document)).toBeUndefined();
});

describe('what it learned from the server', () => {
  it('reads typed values in the user’s own format, and stages by their names', async () => {
    const saved = open('edit-half-typed')!;
    expect(adapter.read(document, ref, { saved })?.fields.amount).toMatchObject({
      reason: 'ambiguous',
    });
    const { access, sent } = stubApi(api);
    await adapter.fetch!(access(signal), ref);
    const asked = (): number => sent.filter(({ url }) => url.pathname.endsWith('/I18n')).length;
    expect(asked()).toBe(1);
    await adapter.fetch!(access(signal), ref);
    expect(asked()).toBe(1);

    open('edit-half-typed');
    expect(adapter.read(document, ref, { saved })?.fields.amount).toEqual(
      known({ amount: '1500', currency: 'USD' }, 'typed'),
    );
    const german = open('read-german')!;
    expect(adapter.read(document, ref, { saved: german })?.fields).toMatchObject({
      stage: { value: { id: 'Negotiation', label: 'Verhandlung' }, source: 'page' },
      amount: { value: { amount: '48000', currency: 'EUR' } },
    });
  });
});

describe('history', () => {
  const stream = `Opportunity/${ref.id}/stream`;
  const note = (type: string, day: string, data: unknown) => ({
    type,
    data,
    createdAt: `${day} 12:00:00`,
  });
  const historyOf = (list: readonly unknown[]) => {
    const { access } = stubApi(api, [answer(stream, { total: list.length, list })]);
    return adapter.history!(access(signal), ref);
  };
  it('begins with the first stage that it knows where the creation is missing', async () => {
    const list = [
      note('Status', '2026-11-09', { field: 'stage', value: 'Closed Lost' }),
      note('Status', '2026-11-05', { field: 'stage', value: 'Proposal' }),
      note('Update', '2026-11-01', {
        attributes: { was: { closeDate: '2026-12-01' }, became: { closeDate: '2026-12-05' } },
      }),
    ];
    expect(await historyOf(list)).toEqual({
      since: '2026-11-05',
      changes: [
        {
          field: 'stage',
          from: 'Proposal',
          to: 'Closed Lost',
          fromOrder: 2,
          day: '2026-11-09',
          source: 'history',
        },
      ],
    });
  });
  it('leaves out what it cannot read, and another field’s status', async () => {
    const list = [
      note('Update', '2026-11-04', { attributes: { was: { amount: 'x' }, became: { amount: 5 } } }),
      note('Update', '2026-11-03', { attributes: { was: null, became: [] } }),
      note('Status', '2026-11-02', { field: 'phase', value: 'X' }),
      note('Create', '2026-11-01', { statusField: 'stage', statusValue: 'Proposal' }),
      { type: 'Create', createdAt: 'yesterday' },
    ];
    expect(await historyOf(list)).toEqual({ since: '2026-11-01', changes: [] });
  });
  it('goes on where the server does not count, and ends where it says so', async () => {
    const page = (offset: string, total: number, day: string): Exchange => ({
      request: { path: `/espo/api/v1/${stream}`, query: { offset } },
      answer: {
        json: { total, list: [note('Create', day, { statusValue: 'Proposal' })] },
      },
    });
    const { access, strangers } = stubApi(api, [
      page('0', -1, '2026-11-09'),
      page('1', -2, '2026-11-01'),
    ]);
    expect((await adapter.history!(access(signal), ref)).since).toBe('2026-11-09');
    expect(strangers).toEqual([]);
  });
});
