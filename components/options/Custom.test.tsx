// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { describe, expect, test, vi } from 'vitest';
import { button, press, section, testOptions, user } from '../../tests/a11y/open-options.tsx';
import { packFor } from '../../lib/app/options-draft.ts';
import { customDefinition } from '../../tests/custom-crm.ts';

vi.mock('wxt/browser', async () => ({
  browser: (await import('../../tests/fake-browser.ts')).fakeBrowser,
}));

const { actions, open } = testOptions('sites');
const own = () => section('Your own CRM');
const file = (text: string): File => new File([text], 'crm.json', { type: 'application/json' });

describe('adding a site', () => {
  test('says in a sentence what is no address, and asks the browser for nothing', async () => {
    const allow = vi.fn();
    await open({ custom: { ...actions().custom, allow } });
    await press('Add a CRM site');
    expect(own().getByText(/Write the address first/)).toBeTruthy();
    await user.type(own().getByLabelText('Address of the CRM'), 'our crm');
    await press('Add a CRM site');
    expect(own().getByText(/This is no web address/)).toBeTruthy();
    expect(allow).not.toHaveBeenCalled();
    const { violations } = await axe.run(document.body, {
      rules: { 'color-contrast': { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ''}`)).toEqual([]);
  });

  test('asks the browser in the click itself, and then offers to point', async () => {
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const allow = vi.fn(() => promise);
    const point = vi.fn(() => Promise.resolve(true));
    await open({ custom: { ...actions().custom, allow, point } });
    await user.type(own().getByLabelText('Address of the CRM'), 'crm.example.com');
    button('Add a CRM site').click();
    // Before anything is waited for: a gesture does not outlive an await in every browser.
    expect(allow).toHaveBeenCalledTimes(1);
    expect(own().queryByRole('button', { name: 'Point at the fields' })).toBeNull();
    resolve(true);
    await user.click(await own().findByRole('button', { name: 'Point at the fields' }));
    expect(point).toHaveBeenCalledWith(
      expect.objectContaining({ site: 'https://crm.example.com' }),
    );
  });

  test('that the browser refuses is said', async () => {
    const allow = vi.fn(() => Promise.resolve(false));
    await open({ custom: { ...actions().custom, allow } });
    await user.type(own().getByLabelText('Address of the CRM'), 'crm.example.com');
    await press('Add a CRM site');
    expect(await own().findByText(/The browser did not allow crm\.example\.com/)).toBeTruthy();
  });
});

describe('a definition', () => {
  test('comes from a file, is edited as text, and is deleted once that is confirmed', async () => {
    await open();
    const input = own().getByLabelText('Import a definition…');
    await user.upload(input, file('{"id": 1}'));
    expect(await own().findByText(/^Line 1/)).toBeTruthy();
    await user.upload(input, file(JSON.stringify(customDefinition)));
    expect(await own().findByText(/Harbour CRM is saved/)).toBeTruthy();
    expect(own().getByText('crm.example.com, version 1')).toBeTruthy();
    expect(await actions().custom.look()).toEqual([customDefinition]);

    await press('Edit Harbour CRM as text');
    const text = own().getByLabelText<HTMLTextAreaElement>(/as JSON/);
    const before = text.value;
    await user.clear(text);
    await user.paste(before.replace('"EUR"', '"euro"'));
    await press('Save');
    expect(own().getByText(/at currency: Must be a code such as "EUR"/)).toBeTruthy();
    await user.clear(text);
    await user.paste(before.replace('"EUR"', '"USD"'));
    await press('Save');
    await waitFor(async () => {
      expect((await actions().custom.look())[0]?.currency).toBe('USD');
    });

    await press('Delete Harbour CRM');
    const asked = screen.getByRole('group', { name: 'Delete Harbour CRM?' });
    expect(document.activeElement).toBe(asked);
    await user.keyboard('{Escape}');
    expect(await actions().custom.look()).toHaveLength(1);
    await press('Delete Harbour CRM');
    await user.click(within(screen.getByRole('group')).getByRole('button', { name: 'Delete' }));
    expect(await own().findByText('Harbour CRM is deleted.')).toBeTruthy();
    expect(await actions().custom.look()).toEqual([]);
  });
});

describe('a definition of the playbook', () => {
  test('is shown as such, cannot be changed here, and asks for its host in the click', async () => {
    const text = JSON.stringify({
      ...packFor('spiced', null),
      version: 7,
      sites: [customDefinition],
    });
    await actions().publish(text);
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const allow = vi.fn(() => promise);
    await open({ custom: { ...actions().custom, allow } });
    expect(await own().findByText('From your playbook; it is changed there.')).toBeTruthy();
    expect(own().queryByRole('button', { name: 'Edit Harbour CRM as text' })).toBeNull();
    expect(own().queryByRole('button', { name: 'Delete Harbour CRM' })).toBeNull();
    expect(own().getByText('Your playbook reads pages of crm.example.com.')).toBeTruthy();
    own().getByRole('button', { name: 'Allow crm.example.com' }).click();
    expect(allow).toHaveBeenCalledTimes(1);
    resolve(true);
    expect(await own().findByText('crm.example.com is allowed.')).toBeTruthy();
    const { violations } = await axe.run(document.body, {
      rules: { 'color-contrast': { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ''}`)).toEqual([]);
  });
});
