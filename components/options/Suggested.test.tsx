// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { playbookOf } from '../../lib/app/options-model.ts';
import type { Suggested } from '../../lib/app/options-suggested.ts';
import type { Suggestion } from '../../lib/core/suggested.ts';
import { button, HOST, press, section, testOptions, user } from '../../tests/a11y/open-options.tsx';
import { fakeBrowser } from '../../tests/fake-browser.ts';

vi.mock('wxt/browser', async () => ({
  browser: (await import('../../tests/fake-browser.ts')).fakeBrowser,
}));

const { actions, open } = testOptions('sites');
const part = () => section('Gates that your CRM already has');
const READ = 'Read what the CRM asks for: crm.example.com';

const rules: Suggestion[] = [
  {
    id: 'next',
    kind: 'required',
    stage: { id: '2', label: 'Proposal' },
    pipeline: 'Sales',
    field: { name: 'next_step', label: 'Next step', ours: 'nextStep' },
  },
  { id: 'size', kind: 'advised', field: { name: 'x_size', label: 'Size' } },
  {
    id: 'close',
    kind: 'required',
    field: { name: 'date', label: 'Expected closing', ours: 'closeDate' },
  },
  { id: 'words', kind: 'text', text: 'The buyer has <b>seen</b> the price' },
];

async function openWith(found: Suggested): Promise<void> {
  fakeBrowser.world.granted.add(HOST);
  await open({ suggested: () => Promise.resolve(found) });
}
async function read(gates = rules, custom: string[] = []): Promise<void> {
  await openWith({ kind: 'gates', crm: 'tryton', gates, custom });
  await press(READ);
}
const gatesInForce = async () => playbookOf((await actions().look()).inForce)?.gates ?? [];

describe('what came of asking', () => {
  test('without a site there is nobody to ask', async () => {
    await open();
    expect(part().getByText('Dealside reads no site yet.')).toBeTruthy();
    expect(part().queryByRole('button')).toBeNull();
  });
  test.each<[string, Suggested, RegExp]>([
    ['no tab', { kind: 'no-tab' }, /^Open the CRM on crm\.example\.com in another tab/],
    ['no deal', { kind: 'elsewhere' }, /^Open a deal or the pipeline on crm\.example\.com/],
    ['no way', { kind: 'none', crm: 'tryton' }, /^Tryton does not tell Dealside/],
    ['no session', { kind: 'expired', crm: 'tryton' }, /^Your session at Tryton has ended/],
    [
      'no rights',
      { kind: 'trouble', crm: 'tryton', trouble: 'no-access' },
      /^Tryton does not let you read this/,
    ],
    [
      'no answer',
      { kind: 'trouble', crm: 'tryton', trouble: 'down' },
      /^Tryton did not answer as asked/,
    ],
    [
      'no rules',
      { kind: 'gates', crm: 'tryton', gates: [], custom: [] },
      /^Tryton asks for nothing/,
    ],
  ])('%s is said in words', async (_, found, said) => {
    await openWith(found);
    await press(READ);
    expect(await part().findByText(said)).toBeTruthy();
    expect(part().queryByRole('checkbox')).toBeNull();
  });
  test('two presses ask once', async () => {
    fakeBrowser.world.granted.add(HOST);
    const suggested = vi.fn(() => new Promise<never>(() => undefined));
    await open({ suggested });
    await user.dblClick(button(READ));
    expect(suggested).toHaveBeenCalledTimes(1);
    expect(suggested).toHaveBeenCalledWith(HOST);
    expect(part().getByText('Asking the CRM…')).toBeTruthy();
  });
});

describe('the rules', () => {
  test('stand under their stages, each with what becomes of it', async () => {
    await read();
    expect(part().getByText('Tryton asks for 4 things.')).toBeTruthy();
    const stages = part().getAllByRole('group');
    expect(stages.map((group) => group.querySelector('legend')?.textContent)).toEqual([
      'Sales · Proposal',
      'At every stage',
    ]);
    const size = part().getByLabelText<HTMLInputElement>('Size');
    expect(size.disabled).toBe(true);
    expect(size.closest('li')?.textContent).toContain('Dealside does not read this field');
    expect(part().getByText('The buyer has <b>seen</b> the price')).toBeTruthy();
  });

  test('that the playbook has are marked, and cannot be taken twice', async () => {
    await read();
    const close = part().getByLabelText<HTMLInputElement>('Expected closing');
    expect([close.checked, close.disabled]).toEqual([true, true]);
    expect(within(close.closest('li')!).getByText('In the playbook')).toBeTruthy();
  });

  test('of fields that a team made can be taken once Dealside has read them', async () => {
    await read(rules, ['x_size']);
    expect(part().getByLabelText<HTMLInputElement>('Size').disabled).toBe(false);
  });

  test('are taken after it was said what changes, by the keyboard alone', async () => {
    const before = await gatesInForce();
    await read();
    expect(button('Choose what to take').getAttribute('aria-disabled')).toBe('true');
    part()
      .getByLabelText(/^The buyer has/)
      .focus();
    await user.keyboard(' ');
    await user.tab();
    await user.keyboard('{Enter}');
    const asked = screen.getByRole('group', { name: 'One gate more in version 2' });
    expect(document.activeElement).toBe(asked);
    expect(asked.textContent).toContain('new The buyer has <b>seen</b> the price');
    expect(await gatesInForce()).toEqual(before);
    await press('Publish version 2');
    expect(await part().findByText(/^Version 2 is in force/)).toBeTruthy();
    const after = await gatesInForce();
    expect(after).toHaveLength(before.length + 1);
    expect(after.at(-1)).toMatchObject({
      id: 'crm-tryton-words',
      answer: 'crm-tryton-words',
      test: { field: 'answer.crm-tryton-words', op: 'evidence' },
    });
    const taken = part().getByLabelText<HTMLInputElement>(/^The buyer has/);
    expect([taken.checked, taken.disabled]).toEqual([true, true]);
  });

  test('are not taken with "Not now", and the choice stays', async () => {
    const publishGates = vi.spyOn(actions(), 'publishGates');
    await read();
    await user.click(part().getByLabelText(/^The buyer has/));
    await press('Take 1 into the playbook');
    await press('Not now');
    expect(part().getByLabelText<HTMLInputElement>(/^The buyer has/).checked).toBe(true);
    expect(publishGates).not.toHaveBeenCalled();
  });
});
