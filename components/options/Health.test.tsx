// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import type { Health } from '../../lib/app/options-health.ts';
import { playbookOf } from '../../lib/app/options-model.ts';
import type { FieldCheck } from '../../lib/core/self-check.ts';
import { keepChecksOf } from '../../tests/a11y/keep-checks.ts';
import {
  button,
  fault,
  press,
  section,
  testOptions,
  user,
} from '../../tests/a11y/open-options.tsx';

vi.mock('wxt/browser', async () => ({
  browser: (await import('../../tests/fake-browser.ts')).fakeBrowser,
}));

const { actions, open, openView } = testOptions('health');
const health = () => section('Pages and CRM compared');
const SITE = 'https://crm.example.com';

const amount: FieldCheck = {
  field: 'amount',
  state: 'shown',
  result: 'disagrees',
  selector: '.amount, .sum',
  saw: '5 EUR',
  saved: '',
};
const step: FieldCheck = { field: 'nextStep', state: 'form', result: 'nothing-found' };

const check = (deals: number, ...checks: FieldCheck[]): Promise<void> =>
  keepChecksOf(SITE, deals, checks);
const selectorsInForce = async () => playbookOf((await actions().look()).inForce)?.selectors;

describe('the health of a site', () => {
  test('that was never checked says how that is done', async () => {
    await open();
    expect(health().getByText('No deal was checked yet. Open one in your CRM.')).toBeTruthy();
  });

  test('is good while nothing went wrong three times', async () => {
    await check(2, amount);
    await open();
    expect(
      health().getByRole('heading', { name: 'crm.example.com · sales Tryton All fields agree' }),
    ).toBeTruthy();
    expect(
      health().getByText(
        'Last checked on Nov 20, 2026. 1 field disagreed on fewer than three deals.',
      ),
    ).toBeTruthy();
    expect(health().queryByRole('button')).toBeNull();
  });

  test('names each field that is off: what was seen, what the CRM says, where, and since when', async () => {
    await check(3, amount, step);
    await open();
    expect(health().getByText('2 fields switched off')).toBeTruthy();
    const row = within(
      health().getByRole('heading', { name: 'Amount, on the page' }).closest('li')!,
    );
    const facts = row.getAllByRole('term').map((term) => [term, term.nextElementSibling]);
    expect(facts.map((pair) => pair.map((each) => each?.textContent))).toEqual([
      ['Seen last', '“5 EUR”'],
      ['Tryton says', 'empty'],
      ['Looked for by', '.amount, .sum'],
      ['Since', 'Nov 20, 2026, on 3 deals in a row'],
    ]);
    const other = health().getByRole('heading', { name: 'Next step, in the form' });
    expect(other.closest('li')?.textContent).toContain('Nothing where it is expected');
  });

  test('markup that stood in a page is text here', async () => {
    await check(3, { ...amount, saw: '<img src=x onerror=alert(1)>' });
    await open();
    expect(health().getByText('“<img src=x onerror=alert(1)>”').querySelector('img')).toBeNull();
  });
});

describe('a field that is off', () => {
  test('can be trusted again', async () => {
    await check(3, amount, step);
    await open();
    await press('Trust it again: Amount, on the page');
    expect(
      await health().findByText(
        'Amount, on the page is believed again, until it disagrees on three deals.',
      ),
    ).toBeTruthy();
    await waitFor(() => {
      expect(health().queryByRole('heading', { name: 'Amount, on the page' })).toBeNull();
    });
    expect(health().getByText('1 field switched off')).toBeTruthy();
  });

  test('that could not be kept stays, and that is said', async () => {
    await check(3, amount);
    await open({ forgetHealth: () => Promise.resolve(false) });
    await press('Trust it again: Amount, on the page');
    expect(await health().findByText(/could not be kept/)).toBeTruthy();
    expect(health().getByRole('heading', { name: 'Amount, on the page' })).toBeTruthy();
  });

  test('cannot be corrected while there is no playbook to carry it', async () => {
    await check(3, amount);
    await openView({ inForce: { kind: 'broken', source: 'published', version: 3, fault } });
    expect(health().queryByRole('button', { name: /^Correct/ })).toBeNull();
  });
});

describe('correcting a selector', () => {
  const field = () => screen.getByLabelText<HTMLTextAreaElement>(/^CSS selectors/);
  const start = async (): Promise<void> => {
    await check(3, amount);
    await open();
    await press('Correct the selector: Amount, on the page');
  };

  test('takes the focus, and Escape gives it back', async () => {
    await start();
    expect(document.activeElement).toBe(field());
    await user.keyboard('{Escape}');
    expect(screen.queryByLabelText(/^CSS selectors/)).toBeNull();
    expect(document.activeElement).toBe(button('Correct the selector: Amount, on the page'));
  });

  test('is a new version of the playbook, by the keyboard alone', async () => {
    await start();
    await user.keyboard('.moved .amount{Enter} [[data-x="sum"] {Tab}{Enter}');
    expect(await screen.findByText(/^Version 2 is in force/)).toBeTruthy();
    expect(await selectorsInForce()).toEqual({
      tryton: { amount: { shown: ['.moved .amount', '[data-x="sum"]'] } },
    });
    expect(screen.queryByLabelText(/^CSS selectors/)).toBeNull();
    expect(health().getByRole('heading', { name: 'Corrected by the playbook' })).toBeTruthy();
  });

  test.each([
    ['nothing', '{Enter}', 'Write one selector at least.'],
    ['a bracket that stays open', '.a{Enter}[[b', 'Line 2 is no CSS selector: [b'],
    ['what the browser does not take', 'p::q::(', 'Line 1 is no CSS selector: p::q::('],
    ['too many', '.a{Enter}.b{Enter}.c{Enter}.d{Enter}.e{Enter}.f', 'That is too many: at most 5.'],
  ])('%s is refused in words, and nothing is published', async (_, typed, said) => {
    const publishPlaces = vi.spyOn(actions(), 'publishPlaces');
    await start();
    await user.type(field(), typed);
    await press('Publish version 2');
    expect(screen.getByText(said)).toBeTruthy();
    expect(field().getAttribute('aria-invalid')).toBe('true');
    expect(publishPlaces).not.toHaveBeenCalled();
  });

  test('leaves what the form has, and goes away again with one press', async () => {
    await actions().publishPlaces('tryton', 'amount', { form: ['input.sum'] });
    await start();
    await user.type(field(), '.sum');
    await press('Publish version 3');
    await screen.findByText(/^Version 3 is in force/);
    expect(await selectorsInForce()).toEqual({
      tryton: { amount: { shown: ['.sum'], form: ['input.sum'] } },
    });
    await press('Remove in version 4: Amount, on the page and Amount, in the form');
    await screen.findByText(/^Version 4 is in force/);
    expect(await selectorsInForce()).toBeUndefined();
  });

  test('that could not be published says why, and the text stays', async () => {
    await check(3, amount);
    await open({ publishPlaces: () => Promise.resolve({ ok: false, fault: 'full' }) });
    await press('Correct the selector: Amount, on the page');
    await user.type(field(), '.sum');
    await press('Publish version 2');
    expect(await health().findByText(/the browser's storage is full/)).toBeTruthy();
    expect(field().value).toBe('.sum');
  });
});

test('the file of a playbook carries the selectors, and a pack does not take them away', async () => {
  await actions().publishPlaces('tryton', 'amount', { shown: ['.sum'] });
  const { file } = await actions().look();
  expect(JSON.parse(file?.text ?? '')).toMatchObject({
    selectors: { tryton: { amount: { shown: ['.sum'] } } },
  });
  await actions().publishPack('meddpicc');
  expect(await selectorsInForce()).toEqual({ tryton: { amount: { shown: ['.sum'] } } });
  const wrong = (file?.text ?? '').replace('".sum"', '".sum["');
  const { playbookFault } = actions().check(wrong);
  expect(playbookFault).toMatchObject({ rule: 'selectors' });
  const line = wrong.slice(0, wrong.indexOf('.sum[')).split('\n').length;
  expect(playbookFault?.line).toBe(line);
});

test('a field without a place in the page, such as the side that moved last, is not corrected', async () => {
  const run: Health['off'][number] = {
    field: 'lastContactBy',
    state: 'shown',
    result: 'disagrees',
    deals: ['1', '2', '3'],
    since: '2026-11-20',
    saw: 'x',
    saved: 'y',
  };
  const site = { site: SITE, crm: 'tryton', label: 'Tryton', checked: '2026-11-20', watched: 0 };
  await openView({ health: [{ ...site, off: [run] }] });
  expect(health().queryByRole('button', { name: /^Correct/ })).toBeNull();
});
