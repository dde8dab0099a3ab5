// @vitest-environment jsdom
import { fireEvent } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { fakeBrowser } from '../../../tests/fake-browser.ts';
import { section, testOptions, user } from '../../../tests/a11y/open-options.tsx';
import { playbookOf } from '../../../lib/app/options-model.ts';

vi.mock('wxt/browser', async () => ({
  browser: (await import('../../../tests/fake-browser.ts')).fakeBrowser,
}));

const { actions, open } = testOptions('deliver');
const part = () => section('A staged start');
const rollout = async () => playbookOf((await actions().look()).inForce)?.rollout;

test('a staged start is chosen, told, published with its note, and taken out again', async () => {
  await open();
  expect(part().getByText('In version 1: everybody at once.')).toBeTruthy();
  await user.click(part().getByRole('checkbox', { name: 'Managers first' }));
  await user.click(part().getByRole('button', { name: 'Publish version 2' }));
  expect(part().getByText('Choose the day on which managers start.')).toBeTruthy();
  expect(await rollout()).toBeUndefined();
  fireEvent.change(part().getByLabelText(/Managers start on/), { target: { value: '2026-12-01' } });
  expect(part().getByText('Everybody else starts on Dec 15, 2026.')).toBeTruthy();
  await user.clear(part().getByLabelText(/Days before/));
  await user.type(part().getByLabelText(/Days before/), '7');
  await user.type(part().getByLabelText('Why this version?'), 'After the kick-off');
  await user.click(part().getByRole('button', { name: 'Publish version 2' }));
  expect(
    await part().findByText('In version 2: managers from Dec 1, 2026, everybody from Dec 8, 2026.'),
  ).toBeTruthy();
  expect(await part().findByText(/^Version 2 is in force/)).toBeTruthy();
  expect(await rollout()).toEqual({ from: '2026-12-01', managersFirst: 7 });
  await user.click(part().getByRole('button', { name: 'Publish version 3' }));
  expect(part().getByText(/^The playbook says this already/)).toBeTruthy();
  await user.click(part().getByRole('checkbox', { name: 'Managers first' }));
  await user.click(part().getByRole('button', { name: 'Publish version 3' }));
  expect(await part().findByText('In version 3: everybody at once.')).toBeTruthy();
  expect(await rollout()).toBeUndefined();
});

test('a locked playbook keeps its staged start, and says by which key', async () => {
  fakeBrowser.world.policy = { locked: ['playbook'] };
  await open();
  expect(part().getByText('Set by your organisation (policy key locked).')).toBeTruthy();
  expect(part().queryByRole('checkbox')).toBeNull();
});
