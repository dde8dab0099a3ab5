// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from '../../../tests/fake-browser.ts';
import { press, section, testOptions, user } from '../../../tests/a11y/open-options.tsx';

vi.mock('wxt/browser', async () => ({
  browser: (await import('../../../tests/fake-browser.ts')).fakeBrowser,
}));

const { actions, open } = testOptions('roles');
const menu = (): (string | null)[] =>
  within(screen.getByRole('navigation'))
    .queryAllByRole('listitem')
    .map(({ textContent }) => textContent);
const radio = (name: string) => screen.getByRole<HTMLInputElement>('radio', { name });

describe('the role', () => {
  test('is admin where nobody chose one, says that it is no protection, and shows everything', async () => {
    await open();
    expect(radio('Admin').checked).toBe(true);
    expect(screen.getByText(/^Nobody chose a role here yet/)).toBeTruthy();
    expect(screen.getByText(/It is no protection/)).toBeTruthy();
    expect(menu()).toContain('Edit');
  });

  test('chosen here changes the menu at once, is said, and can be changed back', async () => {
    await open();
    await user.click(radio('Rep'));
    expect(await screen.findByText('The role here is now Rep.')).toBeTruthy();
    expect(menu()).toEqual(['CRM sites', 'Data', 'What left this browser', 'About and help']);
    await user.click(radio('Manager'));
    await screen.findByText('The role here is now Manager.');
    expect(menu().slice(0, 3)).toEqual(['Playbook', 'Try it', 'Versions']);
    expect(menu()).not.toContain('Edit');
    await user.click(radio('Admin'));
    await screen.findByText('The role here is now Admin.');
    expect(menu()).toContain('Edit');
  });

  test('of a rep refuses another’s address politely, and leads to where it can be changed', async () => {
    await actions().roles.choose('rep');
    window.location.hash = '#/edit';
    await open();
    expect(screen.getByText(/^This screen is for another role/).textContent).toContain('Rep');
    await user.click(screen.getByRole('link', { name: 'See the role in this browser' }));
    window.location.hash = '#/roles';
    expect(await screen.findByRole('radio', { name: 'Rep' })).toBeTruthy();
  });

  test('of a rep opens the page at the CRM sites, and names itself under the menu', async () => {
    await actions().roles.choose('rep');
    window.location.hash = '';
    await open();
    expect(screen.getByRole('heading', { level: 1, name: 'CRM sites' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Role: Rep' }).getAttribute('href')).toBe('#/roles');
  });

  test('of a manager shows the playbook to read', async () => {
    await actions().roles.choose('manager');
    window.location.hash = '#/playbook';
    await open();
    expect(screen.getByText('To read only: the role in this browser is Manager.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Use / })).toBeNull();
  });

  test('that the policy locks cannot be chosen, and says by which key', async () => {
    fakeBrowser.world.policy = { role: 'manager', locked: ['roles'] };
    await open();
    for (const name of ['Rep', 'Manager', 'Admin']) expect(radio(name).disabled).toBe(true);
    expect(radio('Manager').checked).toBe(true);
    expect(screen.getByText('Set by your organisation (policy key locked).')).toBeTruthy();
  });

  test('that the policy proposes can be changed, and both are told then', async () => {
    fakeBrowser.world.policy = { role: 'rep' };
    await open();
    expect(screen.getByText(/^Your organisation proposes this role/)).toBeTruthy();
    await user.click(radio('Manager'));
    expect(await screen.findByText(/proposes Rep .*Manager was chosen here/)).toBeTruthy();
  });
});

test('the name is kept, and is what a version is published under', async () => {
  await open();
  const name = section('Your name');
  await user.type(name.getByRole('textbox'), ' Ada ');
  await press('Keep this name');
  expect(await name.findByText('Kept. New versions carry the name Ada.')).toBeTruthy();
  expect((await actions().look()).who.name).toBe('Ada');
  await user.clear(name.getByRole('textbox'));
  await press('Keep this name');
  expect(await name.findByText('Kept. New versions carry no name.')).toBeTruthy();
});
