// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { showPage } from '../../tests/crm-fixtures.ts';
import { checkDefinition } from '../core/custom-schema.ts';
import type { Draft } from '../core/custom-draft.ts';
import type { FieldName } from '../core/fields.ts';
import { makeAdapter } from '../crm/custom/make.ts';
import { asksOf } from './picker-asks.ts';
import { freshDraft, readDraft, skipField, takeElement } from './picker-draft.ts';
import { firstFact, idOfName, tryDraft, withFirst, withoutFirst } from './picker-trial.ts';

const SITE = 'https://crm.example.com';
const deal = (name: string, amount: string, day: string, extra = ''): string =>
  `<body><h1>${name}</h1><dl><dt>Amount</dt><dd>${amount}</dd></dl><dl><dt>Closes</dt><dd>${day}</dd></dl><dl><dt>Stage</dt><dd>Proposal</dd></dl>${extra}</body>`;
const FIRST = deal('Harbour sensors', '48.000', '03/04/2026');
const SECOND = deal('Bakery ovens', '9.900', '21/12/2026');
const dd = (index: number): HTMLElement => document.querySelectorAll<HTMLElement>('dd')[index]!;

function pointed(language = ''): Draft {
  showPage(FIRST, `${SITE}/deals/7`);
  let draft = freshDraft(SITE, 'Harbour CRM', language);
  const places: readonly [FieldName, HTMLElement][] = [
    ['name', document.querySelector('h1')!],
    ['amount', dd(0)],
    ['closeDate', dd(1)],
    ['stage', dd(2)],
  ];
  for (const [field, element] of places) {
    draft = takeElement(document, draft, field, element, '/deals/7')!;
  }
  return draft;
}
const read = (draft: Draft) => readDraft(document, draft);
const second = (draft: Draft, html = SECOND, path = '/deals/12') => {
  const first = withFirst(draft, read(draft), '/deals/7');
  showPage(html, `${SITE}${path}`);
  return { first, trial: tryDraft(first, readDraft(document, first), path) };
};

describe('pointing', () => {
  test('takes where a field stands, and the page is read at once', () => {
    const draft = pointed('en');
    expect(draft.fields.amount).toEqual({ shown: [{ label: 'Amount' }] });
    expect(read(draft).name).toEqual({ is: 'value', value: 'Harbour sensors', source: 'page' });
  });

  test('in a form keeps what was pointed at in the view', () => {
    let draft = pointed();
    showPage(
      '<body><h1>x</h1><form><div><input name="amount"></div></form></body>',
      `${SITE}/deals/7/edit`,
    );
    // Around the input is as good as on it.
    draft = takeElement(
      document,
      draft,
      'amount',
      document.querySelector<HTMLElement>('form div')!,
      '/deals/7/edit',
    )!;
    expect(draft.fields.amount).toEqual({
      shown: [{ label: 'Amount' }],
      form: ['input[name="amount"]'],
    });
    expect(draft.paths).toEqual(['/deals/7', '/deals/7/edit']);
  });

  test('inside a dialog looks in dialogs alone, until something outside is pointed at', () => {
    showPage('<body><h1>Menu</h1><div role="dialog"><h1>Deal</h1></div></body>', SITE);
    const [menu, inside] = document.querySelectorAll<HTMLElement>('h1');
    const draft = takeElement(document, freshDraft(SITE, 'x', ''), 'name', inside!, '/')!;
    expect([draft.pane, draft.fields.name]).toEqual(['[role="dialog"]', { shown: ['h1'] }]);
    expect(takeElement(document, draft, 'account', menu!, '/')).toBeUndefined();
  });

  test('at what nothing would find again takes nothing', () => {
    showPage('<body><i>1</i><i>2</i></body>', SITE);
    const draft = freshDraft(SITE, 'x', '');
    expect(takeElement(document, draft, 'name', document.querySelector('i')!, '/')).toBeUndefined();
  });

  test('a field that the CRM does not have is skipped, and can come back', () => {
    const skipped = skipField(pointed(), 'amount', true);
    expect([skipped.skipped, skipped.fields.amount]).toEqual([['amount'], undefined]);
    expect(skipField(skipped, 'amount', false).skipped).toEqual([]);
  });
});

describe('what the page leaves open', () => {
  test('is asked with what each answer would make of it, and is gone once it is answered', () => {
    const draft = pointed();
    expect(asksOf(draft, read(draft), [])).toEqual([
      {
        kind: 'date-order',
        saw: '03/04/2026',
        choices: [
          { order: 'dmy', day: '2026-04-03' },
          { order: 'mdy', day: '2026-03-04' },
        ],
      },
      {
        kind: 'decimals',
        saw: '48.000',
        choices: [
          { locale: 'en', amount: '48' },
          { locale: 'de', amount: '48000' },
        ],
      },
      { kind: 'stages', labels: [] },
    ]);
    const told: Draft = { ...draft, dateOrder: 'dmy', locale: 'de', stages: [] };
    expect(asksOf(told, read(told), []).map(({ kind }) => kind)).toEqual(['currency']);
    const all: Draft = { ...told, currency: 'EUR' };
    expect(asksOf(all, read(all), [])).toEqual([]);
  });
});

describe('a second deal', () => {
  test('gives a definition that the schema takes, and whose adapter reads both deals', () => {
    const draft = { ...pointed(), dateOrder: 'dmy', locale: 'de', currency: 'EUR' } as const;
    const { trial } = second(draft);
    if (trial.kind !== 'tried' || !trial.definition) throw new Error('not tried');
    expect([trial.allSame, trial.nameRead, trial.unread]).toEqual([false, true, 0]);
    const checked = checkDefinition(JSON.parse(JSON.stringify(trial.definition)));
    if (!('definition' in checked)) throw new Error(JSON.stringify(checked.problems));
    expect(checked.definition).toMatchObject({
      id: 'custom-harbour-crm',
      sites: [SITE],
      urls: { deal: ['/deals/:id'] },
    });
    const adapter = makeAdapter(checked.definition);
    const ref = (id: string) => ({ crm: 'custom-harbour-crm', id });
    expect(adapter.read(document, ref('12'))?.fields).toMatchObject({
      name: { value: 'Bakery ovens' },
      amount: { value: { amount: '9900', currency: 'EUR' } },
      closeDate: { value: '2026-12-21' },
    });
    showPage(FIRST, `${SITE}/deals/7`);
    expect(adapter.read(document, ref('7'))?.fields.name).toMatchObject({
      value: 'Harbour sensors',
    });
  });

  test('that still shows the first one’s values gives none', () => {
    const { trial } = second(pointed(), FIRST);
    expect(trial).toMatchObject({ kind: 'tried', allSame: true, definition: null });
  });

  test('without its name gives none; one with an unreadable field says so', () => {
    expect(second(pointed(), deal('', '9', '21/12/2026')).trial).toMatchObject({
      nameRead: false,
      definition: null,
    });
    expect(second(pointed(), deal('Bakery ovens', 'soon', '21/12/2026')).trial).toMatchObject({
      unread: 1,
    });
  });

  test('is waited for on the first deal, on another of its pages, and on a page without the fields', () => {
    const draft = pointed();
    expect(second(draft, FIRST, '/deals/7').trial).toEqual({ kind: 'waiting' });
    expect(second(draft, FIRST, '/deals/7/notes').trial).toEqual({ kind: 'waiting' });
    expect(second(draft, '<body><p>List</p></body>', '/deals').trial).toEqual({ kind: 'waiting' });
  });

  test('at the same address cannot be told apart', () => {
    expect(second(pointed(), SECOND, '/deals/7').trial).toEqual({ kind: 'no-id' });
  });

  test('stands beside the first, which is dropped on the way back', () => {
    const { first } = second(pointed());
    expect(firstFact(first, 'name')).toMatchObject({ value: 'Harbour sensors' });
    expect(firstFact(first, 'owner')).toBeNull();
    const back = withoutFirst(first);
    expect([back.first, back.trying, firstFact(back, 'name')]).toEqual([undefined, false, null]);
  });
});

test.each([
  ['Harbour CRM', 'custom-harbour-crm'],
  ['127.0.0.1:8080', 'custom-127-0-0-1-8080'],
  ['案件', 'custom-crm'],
  ['A very long name of a CRM that nobody ever writes', 'custom-a-very-long-name-of-a-crm-that-no'],
])('%s becomes %s', (name, id) => {
  expect(idOfName(name)).toBe(id);
});
