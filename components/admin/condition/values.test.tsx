// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { NOTHING_KNOWN, type KnownDeals } from '../../../lib/app/admin/known.ts';
import { amount, focused, open, stage, user } from '../../../tests/a11y/open-builder.tsx';

vi.mock('wxt/browser', () => ({ browser: {} }));

describe('what is typed', () => {
  const number = () => screen.getByRole('textbox', { name: 'Value' });

  it('is kept where it is no number, and named once the field is left', async () => {
    const { value } = open(amount);
    await user.clear(number());
    expect(value()).toEqual({ ...amount, value: '' });
    await user.type(number(), 'fifty');
    expect(screen.queryByText(/That is no number/)).toBeNull();
    await user.tab();
    expect(value()).toEqual({ ...amount, value: 'fifty' });
    expect(number()).toHaveProperty('value', 'fifty');
    expect(
      screen.getByText('That is no number. Write it in digits alone, such as 50000.'),
    ).toBeTruthy();
    expect(number().getAttribute('aria-invalid')).toBe('true');
  });

  it('is not guessed where it can mean two numbers', async () => {
    const { value } = open(amount);
    await user.clear(number());
    await user.type(number(), '50.000');
    await user.tab();
    expect(value()).toEqual({ ...amount, value: '50.000 ' });
    expect(screen.getByText('This can mean 50 or 50,000. Write 50 or 50000.')).toBeTruthy();
    await user.clear(number());
    await user.type(number(), '75k');
    await user.tab();
    expect(value()).toEqual({ ...amount, value: '75000' });
    expect(number()).toHaveProperty('value', '75,000');
  });

  it('is read as Dutch in Dutch', async () => {
    const { value } = open(amount, { language: 'nl' });
    const field = screen.getByRole('textbox', { name: 'Waarde' });
    expect(field).toHaveProperty('value', '50.000');
    await user.clear(field);
    await user.type(field, '1.250.000');
    expect(value()).toEqual({ ...amount, value: '1250000' });
  });

  it('comes back with its operator', async () => {
    const { value } = open(amount);
    const op = screen.getByRole('combobox', { name: 'Comparison' });
    await user.selectOptions(op, 'is empty');
    expect(value()).toEqual({ field: 'amount', op: 'is-empty' });
    await user.selectOptions(op, 'is between');
    expect(value()).toEqual({ field: 'amount', op: 'between', low: '50000', high: '' });
    await user.selectOptions(op, 'is more than');
    expect(value()).toEqual({ ...amount, op: 'more-than' });
  });

  it('is a day: counted from today, fixed, or the end of the window', async () => {
    const { value } = open({ field: 'closeDate', op: 'on-or-before', day: 'window-end' });
    const way = screen.getByRole('combobox', { name: 'Day' });
    await user.selectOptions(way, 'days from today');
    await user.type(screen.getByRole('textbox', { name: 'Number of days' }), '1x');
    await user.tab();
    expect(screen.getByText('Write a whole number.')).toBeTruthy();
    expect(value()).toMatchObject({ day: { days: Number.NaN, unit: 'calendar' } });
    await user.clear(screen.getByRole('textbox', { name: 'Number of days' }));
    await user.type(screen.getByRole('textbox', { name: 'Number of days' }), '10');
    await user.selectOptions(
      screen.getByRole('combobox', { name: 'Kind of days' }),
      'working days',
    );
    expect(value()).toMatchObject({ day: { days: 10, unit: 'working' } });
    await user.selectOptions(way, 'days before today');
    expect(value()).toMatchObject({ day: { days: -10, unit: 'working' } });
    await user.selectOptions(way, 'a fixed date');
    await user.type(screen.getByLabelText('Date'), '2026-12-31');
    expect(value()).toMatchObject({ day: { date: '2026-12-31' } });
    await user.selectOptions(way, 'today');
    expect(value()).toMatchObject({ day: { days: 0, unit: 'working' } });
  });

  it('is how much an answer says, and how lately', async () => {
    const { value } = open({ field: 'answer.security', op: 'evidence' });
    await user.type(screen.getByRole('textbox', { name: 'Words at least' }), '3');
    const age = screen.getByRole('combobox', { name: 'Written or confirmed' });
    await user.selectOptions(age, 'as lately as the playbook asks');
    expect(value()).toMatchObject({ minWords: 3, maxAge: 'playbook' });
    await user.selectOptions(age, 'within a number of days');
    await user.type(screen.getByRole('textbox', { name: 'Days' }), '14');
    expect(value()).toMatchObject({ minWords: 3, maxAge: 14 });
  });
});

describe('texts', () => {
  const known: KnownDeals = {
    ...NOTHING_KNOWN,
    crms: [
      {
        crm: 'tryton',
        site: 'https://crm.example.com',
        deals: 1,
        last: null,
        stages: [
          { id: '7', label: 'Proposal', state: 'open' },
          { id: '8', label: 'Negotiation', state: 'open' },
        ],
        readable: [],
        answers: {},
        custom: [],
      },
    ],
    choices: { stage: ['Old stage'] },
  };
  const one = () => screen.getByRole('combobox', { name: 'Value' });
  const more = () => screen.getByRole('combobox', { name: 'Values: Add a value' });

  it("come from the CRM's own values, or are free", async () => {
    const { value } = open({ ...stage, value: '8' }, { known });
    expect(one()).toHaveProperty('value', 'Negotiation');
    await user.clear(one());
    await user.type(one(), 'prop{ArrowDown}{Enter}');
    expect(value()).toEqual(stage);
    await user.clear(one());
    await user.type(one(), 'Our own');
    await user.tab();
    expect(value()).toEqual({ ...stage, value: 'Our own' });
  });

  it('are several chips, added and taken away by keyboard', async () => {
    const { value } = open(stage, { known });
    await user.selectOptions(screen.getByRole('combobox', { name: 'Comparison' }), 'is one of');
    expect(value()).toEqual({ field: 'stage', op: 'one-of', value: ['Proposal'] });
    await user.type(more(), 'Own text{Enter}');
    await user.type(more(), 'nego{ArrowDown}{Enter}');
    await user.type(more(), 'left behind');
    await user.tab();
    expect(value()).toMatchObject({
      value: ['Proposal', 'Own text', 'Negotiation', 'left behind'],
    });
    screen.getByRole('button', { name: 'Remove Own text' }).focus();
    await user.keyboard('{Enter}');
    expect(focused()).toBe('Remove Negotiation');
    await user.keyboard('{Enter}{Enter}{Enter}');
    expect(value()).toMatchObject({ value: [] });
    expect(document.activeElement).toBe(more());
  });

  it('are our words for a category and for a side, and nothing else', async () => {
    const { value } = open({ field: 'forecastCategory', op: 'is', value: 'commit' });
    await user.selectOptions(screen.getByRole('combobox', { name: 'Value' }), 'Best case');
    expect(value()).toMatchObject({ value: 'best-case' });
    await user.selectOptions(screen.getByRole('combobox', { name: 'Comparison' }), 'is one of');
    await user.type(more(), 'nonsense{Enter}commit{Enter}');
    expect(value()).toMatchObject({ value: ['best-case'] });
    await user.clear(more());
    await user.type(more(), 'commit{Enter}');
    expect(value()).toMatchObject({ value: ['best-case', 'commit'] });
  });

  it('are currencies', async () => {
    const { value } = open({ field: 'amount', op: 'currency-in', value: [] });
    expect(screen.getByText('None: those of the playbook')).toBeTruthy();
    await user.type(
      screen.getByRole('combobox', { name: 'Currencies: Add a value' }),
      'usd{Enter}',
    );
    expect(value()).toMatchObject({ value: ['USD'] });
  });
});
