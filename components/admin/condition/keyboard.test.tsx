// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { Condition } from '../../../lib/core/condition-schema.ts';
import {
  amount,
  focused,
  open,
  owner,
  row,
  said,
  stage,
  tabTo,
  user,
} from '../../../tests/a11y/open-builder.tsx';

vi.mock('wxt/browser', () => ({ browser: {} }));

describe('by the keyboard alone', () => {
  it('builds a condition from nothing', async () => {
    const { value } = open(undefined);
    await tabTo('Add a condition');
    await user.keyboard('{Enter}');
    expect(value()).toEqual({ field: '', op: 'is-set' });
    await user.keyboard('amou{Enter}');
    expect(value()).toEqual({ field: 'amount', op: 'at-least', value: '' });
    await user.tab();
    expect(document.activeElement).toBe(screen.getByRole('combobox', { name: 'Comparison' }));
    await user.tab();
    await user.keyboard('50,000');
    expect(value()).toEqual({ field: 'amount', op: 'at-least', value: '50000' });
    await tabTo('Add a condition');
    await user.keyboard('{Enter}');
    await user.keyboard('booked{ArrowDown}{Enter}');
    expect(value()).toEqual({
      all: [
        { field: 'amount', op: 'at-least', value: '50000' },
        { field: 'answer.security.date', op: 'on-or-after', day: { days: 0, unit: 'calendar' } },
      ],
    });
    expect(screen.getByText(/^The amount is/).textContent).toBe(
      'The amount is at least €50,000, and the date of “Security review” is not in the past.',
    );
    expect(screen.getByText(/^Het bedrag/).textContent).toBe(
      'Het bedrag is minstens € 50.000, en de datum van ‘Security-check’ ligt niet in het verleden.'.replace(
        '€ ',
        '€\u00a0',
      ),
    );
  });

  it('adds a group, says "none of these", and takes it all away again', async () => {
    const { value } = open(amount);
    await tabTo('Add a group');
    await user.keyboard('{Enter}close date{Enter}');
    const close: Condition = {
      field: 'closeDate',
      op: 'on-or-after',
      day: { days: 0, unit: 'calendar' },
    };
    expect(value()).toEqual({ all: [amount, { any: [close] }] });
    await user.selectOptions(
      screen.getByRole('combobox', { name: 'How the conditions of group 1 go together' }),
      'None of these is true',
    );
    expect(value()).toEqual({ all: [amount, { not: { any: [close] } }] });
    await user.selectOptions(
      screen.getByRole('combobox', { name: 'How the conditions go together' }),
      'Not all of these are true',
    );
    expect(value()).toEqual({ not: { all: [amount, { not: { any: [close] } }] } });
    await tabTo('Remove: Condition 1 of 1 in group 1');
    await user.keyboard('{Enter}');
    expect(focused()).toBe('Add a condition to group 1');
    expect(value()).toEqual({ not: { all: [amount, { not: { any: [] } }] } });
    expect(said()).toContain('Removed: Condition 1 of 1 in group 1');
    await user.tab({ shift: true });
    expect(focused()).toBe('Remove: Group 1, 2 of 2');
    await user.keyboard('{Enter}');
    expect(focused()).toBe('Condition 1 of 1');
    expect(value()).toEqual({ not: amount });
    await tabTo('Remove: Condition 1 of 1');
    await user.keyboard('{Enter}');
    expect(focused()).toBe('Add a condition');
  });

  it('moves a condition, into a group and out of it too, and says where it is', async () => {
    const { value } = open({ all: [amount, { any: [stage, owner] }] });
    await tabTo('Move down: Condition 1 of 2');
    await user.keyboard('{Enter}');
    expect(value()).toEqual({ all: [{ any: [amount, stage, owner] }] });
    expect(focused()).toBe('Move down: Condition 1 of 3 in group 1');
    expect(said()).toContain('Now: Condition 1 of 3 in group 1');
    await user.keyboard('{Enter}');
    expect(value()).toEqual({ all: [{ any: [stage, amount, owner] }] });
    await user.keyboard('{Enter}{Enter}');
    expect(value()).toEqual({ all: [{ any: [stage, owner] }, amount] });
    expect(focused()).toBe('Move down: Condition 2 of 2');
    // There is no further place; the focus stays.
    await user.keyboard('{Enter}');
    expect(focused()).toBe('Move down: Condition 2 of 2');
    expect(value()).toEqual({ all: [{ any: [stage, owner] }, amount] });
  });

  it('goes to the next condition when one is taken away, or to the one before', async () => {
    open({ all: [amount, stage, owner] });
    await user.click(screen.getByRole('button', { name: 'Remove: Condition 2 of 3' }));
    expect(focused()).toBe('Condition 2 of 2');
    expect(row('Condition 2 of 2').getByRole('combobox', { name: 'Fact' })).toHaveProperty(
      'value',
      'Owner',
    );
    await user.click(screen.getByRole('button', { name: 'Remove: Condition 2 of 2' }));
    expect(focused()).toBe('Condition 1 of 1');
  });
});
