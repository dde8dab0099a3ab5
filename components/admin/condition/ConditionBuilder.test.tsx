// @vitest-environment jsdom
import { act, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { Condition } from '../../../lib/core/condition-schema.ts';
import {
  amount,
  nothingWrong,
  open,
  owner,
  said,
  stage,
  user,
} from '../../../tests/a11y/open-builder.tsx';

vi.mock('wxt/browser', () => ({ browser: {} }));

describe('the builder', () => {
  const rich: Condition = {
    all: [
      amount,
      {
        any: [
          stage,
          { not: owner },
          { field: 'closeDate', op: 'before', day: { date: '2027-01-31' } },
        ],
      },
      { field: 'forecastCategory', op: 'one-of', value: ['commit', 'best-case'] },
      { field: 'answer.security', op: 'evidence', minWords: 3, maxAge: 14 },
    ],
  };

  it('hands out nothing until something is changed, and freezes nobody else’s objects', async () => {
    const { handed } = open(rich);
    expect(handed).toEqual([]);
    expect(Object.isFrozen((rich.all[2] as { value: string[] }).value)).toBe(false);
    await user.click(screen.getByRole('button', { name: 'Remove: Condition 1 of 4' }));
    expect(handed).toEqual([{ all: rich.all.slice(1) }]);
    expect(Object.isFrozen(handed[0])).toBe(false);
  });

  it('follows a value that comes from outside', async () => {
    const { give } = open(amount);
    await user.type(screen.getByRole('textbox', { name: 'Value' }), '5');
    give(stage);
    expect(screen.getByRole('combobox', { name: 'Fact' })).toHaveProperty('value', 'Stage');
    give(amount);
    expect(screen.getByRole('textbox', { name: 'Value' })).toHaveProperty('value', '50,000');
  });

  it('reads the sentence out after a pause alone', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    try {
      open(amount);
      const field = screen.getByRole('textbox', { name: 'Value' });
      const timed = userEvent.setup({
        advanceTimers: (ms) => vi.advanceTimersByTime(ms),
        delay: 100,
      });
      await timed.type(field, '{Backspace}{Backspace}5');
      expect(said().join('')).toBe('');
      act(() => {
        vi.advanceTimersByTime(1000);
      });
      expect(said().join('')).toMatch(/^The amount is at least/);
    } finally {
      vi.useRealTimers();
    }
  });

  it.each(['en', 'nl'] as const)('has nothing that axe names, in %s', async (language) => {
    open(rich, { language });
    await nothingWrong();
    expect(screen.getAllByRole('group').length).toBeGreaterThan(7);
  });

  it('names every part by its place', () => {
    open(rich);
    const names = screen
      .getAllByRole('group')
      .map((each) => each.getAttribute('aria-label'))
      .filter((name) => name !== null);
    expect(names).toEqual([
      'Condition 1 of 4',
      'Group 1, 2 of 4',
      'Condition 1 of 3 in group 1',
      'Group 2, 2 of 3 in group 1',
      'Condition 1 of 1 in group 2',
      'Condition 3 of 3 in group 1',
      'Condition 3 of 4',
      'Condition 4 of 4',
    ]);
  });
});
