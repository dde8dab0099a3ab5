// @vitest-environment jsdom
import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { wordsIn } from '../../../lib/app/catalogues.ts';
import type { Text } from '../../../lib/core/playbook.ts';
import { createFormat } from '../../card/format.ts';
import { BilingualText } from './BilingualText.tsx';
import { NumberInput } from './NumberInput.tsx';
import { moved, RowActions } from './RowActions.tsx';
import { SelectInput } from './SelectInput.tsx';
import { TextInput } from './TextInput.tsx';

vi.mock('wxt/browser', async () => ({
  browser: (await import('../../../tests/fake-browser.ts')).fakeBrowser,
}));

const t = wordsIn('en');
const say = { t, fmt: createFormat('en', '', t) };
const user = userEvent.setup({ delay: null });

interface Held<T> {
  readonly start: T;
  readonly show: (value: T, set: (value: T) => void) => React.ReactNode;
}

/** Holds a value as a form does. */
function Holder<T>({ start, show }: Held<T>) {
  const [value, setValue] = useState(start);
  return show(value, setValue);
}

test('a number keeps what is typed while it is none, says so, and hands on good ones alone', async () => {
  const seen = vi.fn();
  render(
    <Holder<number | undefined>
      start={10}
      show={(value, set) => (
        <NumberInput
          {...{ say, value }}
          label="Days"
          min={1}
          max={60}
          onChange={(next) => {
            seen(next);
            set(next);
          }}
        />
      )}
    />,
  );
  const input = screen.getByLabelText<HTMLInputElement>('Days');
  await user.clear(input);
  expect(input.value).toBe('');
  expect(input.getAttribute('aria-invalid')).toBe('true');
  expect(input.getAttribute('aria-describedby')).toBe(screen.getByText(/from 1 to 60/).id);
  await user.type(input, '6x');
  expect(input.value).toBe('6x');
  expect(seen.mock.calls).toEqual([[6]]);
  await user.type(input, '{Backspace}5');
  expect(input.value).toBe('65');
  expect(seen).toHaveBeenCalledTimes(1);
  await user.type(input, '{Backspace}0');
  expect(seen).toHaveBeenLastCalledWith(60);
  expect(input.getAttribute('aria-invalid')).toBeNull();
});

test('a number that is set from outside takes the place of what was typed', async () => {
  const show = (value: number) => (
    <NumberInput {...{ say, value }} label="Days" min={1} max={60} onChange={() => undefined} />
  );
  const { rerender } = render(show(10));
  const input = screen.getByLabelText<HTMLInputElement>('Days');
  await user.clear(input);
  rerender(show(20));
  expect(input.value).toBe('20');
});

test('a text in two languages names its gap, and clearing the Dutch one takes it away', async () => {
  const seen = vi.fn();
  render(
    <Holder<Text | undefined>
      start={{ en: 'Name', nl: 'Naam' }}
      show={(value, set) => (
        <BilingualText
          {...{ say, value }}
          label="Title"
          onChange={(next) => {
            seen(next);
            set(next);
          }}
        />
      )}
    />,
  );
  expect(screen.queryByText(/No Dutch text yet/)).toBeNull();
  await user.clear(screen.getByLabelText('Dutch'));
  expect(seen).toHaveBeenLastCalledWith({ en: 'Name' });
  const gap = screen.getByText(/No Dutch text yet/);
  expect(screen.getByLabelText('Dutch').getAttribute('aria-describedby')).toBe(gap.id);
  await user.clear(screen.getByLabelText('English'));
  expect(seen).toHaveBeenLastCalledWith(undefined);
});

test('a needed text says so in words, and one that is too long by how much', () => {
  render(
    <TextInput
      say={say}
      label="Owner"
      required
      most={5}
      value="Sales team"
      onChange={() => undefined}
    />,
  );
  const input = screen.getByLabelText('Owner (needed)');
  expect(input.getAttribute('aria-required')).toBe('true');
  expect(screen.getByText('5 characters too many')).toBeTruthy();
});

test('a choice that is none of the choices stays to be seen', () => {
  render(
    <SelectInput<string>
      say={say}
      label="Field"
      value="gone"
      choices={[{ value: 'amount', label: 'Amount' }]}
      onChange={() => undefined}
    />,
  );
  expect(screen.getByLabelText<HTMLSelectElement>('Field').value).toBe('gone');
});

test('when the last row goes away, the focus goes to the button that adds one', async () => {
  render(
    <Holder
      start={['Only']}
      show={(names, set) => (
        <div data-list>
          {names.map((name, index) => (
            <div key={name} data-row>
              <RowActions
                {...{ say, name, index }}
                count={names.length}
                onRemove={() => {
                  set([]);
                }}
              />
            </div>
          ))}
          <button data-add>Add</button>
        </div>
      )}
    />,
  );
  await user.click(screen.getByRole('button', { name: 'Remove “Only”' }));
  await user.keyboard('{Enter}');
  expect(screen.queryByText('Remove')).toBeNull();
  expect(document.activeElement).toBe(screen.getByText('Add'));
});

test.each([
  [0, 2, ['b', 'c', 'a']],
  [2, 0, ['c', 'a', 'b']],
  [1, 1, ['a', 'b', 'c']],
])('moving from %d to %d', (from, to, expected) => {
  expect(moved(['a', 'b', 'c'], from, to)).toEqual(expected);
});
