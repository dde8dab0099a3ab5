// @vitest-environment jsdom
import { render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import axe from 'axe-core';
import { describe, expect, test, vi } from 'vitest';
import { PICKABLE, type PickerActions, type PickerView } from '../../lib/app/picker-model.ts';
import { wordsOf } from '../../lib/app/words.ts';
import { known, unknown } from '../../lib/core/fact.ts';
import english from '../../public/_locales/en/messages.json';
import dutch from '../../public/_locales/nl/messages.json';
import { customDefinition, customDraft } from '../../tests/custom-crm.ts';
import { PickerPanel } from './PickerPanel.tsx';

vi.mock('wxt/browser', async () => ({
  browser: (await import('../../tests/fake-browser.ts')).fakeBrowser,
}));

const user = userEvent.setup({ delay: null });
const none = { shown: false, form: false, skipped: false, fact: null, first: null };
const base: PickerView = {
  step: 'point',
  draft: { ...customDraft, trying: false },
  fields: PICKABLE.map((field) => ({ ...none, field })),
  armed: null,
  asks: [],
  said: null,
  trial: { kind: 'waiting' },
  busy: false,
};
const date = known('2026-12-21', 'page');
const money = known({ amount: '48000', currency: 'EUR' }, 'page');
const read = (changes: Readonly<Record<string, object>>): PickerView['fields'] =>
  base.fields.map((one) => ({ ...one, ...changes[one.field] }));
const some = read({
  name: { shown: true, form: true, fact: known('Harbour sensors', 'page') },
  amount: { shown: true, fact: unknown('ambiguous', '48.000') },
  closeDate: { shown: true, fact: date },
  stage: { shown: true, fact: known({ id: 'p', label: 'Proposal', state: 'open' }, 'page') },
  owner: { skipped: true },
});
const compared = read({
  name: { shown: true, fact: known('Bakery', 'page'), first: known('Harbour', 'page') },
  amount: { shown: true, fact: unknown('not-readable', 'soon'), first: money },
  owner: { form: true, fact: unknown('not-on-page') },
});
const tried = {
  kind: 'tried',
  allSame: false,
  nameRead: true,
  unread: 1,
  definition: customDefinition,
} as const;

const views: Record<string, PickerView> = {
  'as it begins': base,
  'with fields': {
    ...base,
    fields: some,
    said: { kind: 'taken', field: 'amount', fact: money },
    asks: [
      {
        kind: 'decimals',
        saw: '48.000',
        choices: [
          { locale: 'en', amount: '48' },
          { locale: 'de', amount: '48000' },
        ],
      },
      { kind: 'stages', labels: ['Proposal', 'Sold'] },
      { kind: 'currency' },
    ],
  },
  pointing: { ...base, armed: 'amount' },
  'with nothing to hold on to': { ...base, said: { kind: 'no-way', field: 'amount' } },
  'waiting for a second deal': { ...base, step: 'second' },
  'with one address for all': { ...base, step: 'second', trial: { kind: 'no-id' } },
  'with a second deal': { ...base, step: 'second', fields: compared, trial: tried },
  saved: { ...base, step: 'saved' },
};

function show(view: PickerView, catalogue: typeof english = english, locale = 'en') {
  const actions = {
    arm: vi.fn(),
    disarm: vi.fn(),
    skip: vi.fn(),
    write: vi.fn(),
    decide: vi.fn(),
    trySecond: vi.fn(),
    back: vi.fn(),
    save: vi.fn(),
    stop: vi.fn(),
  } satisfies PickerActions;
  const { container } = render(
    <PickerPanel view={view} actions={actions} t={wordsOf(catalogue)} locale={locale} />,
  );
  return { actions, container };
}

const press = (name: string | RegExp): Promise<void> =>
  user.click(screen.getByRole('button', { name }));
const line = (field: string) =>
  within(document.querySelector<HTMLElement>(`[data-field="${field}"]`)!);

describe.each([
  ['en', english],
  ['nl', dutch as unknown as typeof english],
] as const)('in %s', (locale, catalogue) => {
  test.each(Object.entries(views))('%s it can be read and used by everybody', async (_, view) => {
    const { container } = show(view, catalogue, locale);
    expect(container.textContent).not.toMatch(/picker_|\$\d|undefined|\[object/);
    const { violations } = await axe.run(container, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
  });
});

describe('the first deal', () => {
  test('what was read stands beside each field, and why it could not be', () => {
    show(views['with fields']!);
    expect(line('closeDate').getByText('Dec 21, 2026')).toBeTruthy();
    expect(line('amount').getByText('“48.000” can be read in two ways')).toBeTruthy();
    expect(screen.getByRole('status').textContent).toBe('Amount: €48,000');
  });

  test('an answer stands where the question is, and says what it makes of it', async () => {
    const { actions } = show(views['with fields']!);
    await user.click(line('amount').getByRole('button', { name: '48,000' }));
    expect(actions.write.mock.calls).toEqual([[{ locale: 'de' }]]);
    await user.type(line('amount').getByRole('textbox'), 'eur{Enter}');
    expect(actions.write).toHaveBeenLastCalledWith({ currency: 'EUR' });
    await user.selectOptions(line('stage').getByLabelText('Won is called'), 'Sold');
    await user.click(line('stage').getByRole('button', { name: 'Use' }));
    expect(actions.decide.mock.calls).toEqual([['Sold', '']]);
  });

  test('a currency that is none is not taken', async () => {
    const { actions } = show(views['with fields']!);
    await user.type(line('amount').getByRole('textbox'), 'xyz{Enter}');
    expect(actions.write).not.toHaveBeenCalled();
  });

  test('a second deal is for later, until a name and one more field are there', async () => {
    const { actions } = show(base);
    await press('Try it on a second deal');
    expect(actions.trySecond).not.toHaveBeenCalled();
  });

  test('pointing begins and ends with its own button', async () => {
    const { actions } = show(base);
    await press('Point at: Amount');
    await press('Not on this page: Owner');
    expect(actions.arm.mock.calls).toEqual([['amount']]);
    expect(actions.skip.mock.calls).toEqual([['owner', true]]);
    show(views.pointing!);
    await press('Stop');
  });
});

describe('the second deal', () => {
  const cells = (field: string): (string | null)[] =>
    line(field)
      .getAllByRole('cell')
      .map(({ textContent }) => textContent);

  test('stands beside the first, with what could not be read', async () => {
    const { actions } = show(views['with a second deal']!);
    expect(cells('amount')).toEqual(['€48,000', "Can't read “soon”"]);
    expect(cells('owner')).toEqual(['', 'Not on this page']);
    expect(screen.getByText(/One field can't be read/)).toBeTruthy();
    await press('Save');
    expect(actions.save).toHaveBeenCalledTimes(1);
  });

  test.each([
    ['no second deal', { kind: 'waiting' } as const],
    ['the first one’s values', { ...tried, allSame: true, definition: null }],
    ['no name', { ...tried, nameRead: false, definition: null }],
  ])('with %s there is nothing to save', (_, trial) => {
    show({ ...views['with a second deal']!, trial });
    expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
  });
});

test('every text has a key in both languages, with the same places to fill in', () => {
  const own = (catalogue: object) =>
    Object.entries(catalogue)
      .filter(([key]) => /^(picker|options_custom)_/.test(key))
      .map(([key, { message }]: [string, { message: string }]) => [
        key,
        [...new Set(message.match(/\$\d/g))].toSorted(),
        message.split(' | ').length,
      ]);
  expect(own(dutch)).toEqual(own(english));
});
