// @vitest-environment jsdom
import { render, screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { customDefinition } from '../../../tests/custom-crm.ts';
import { fakeBrowser } from '../../../tests/fake-browser.ts';
import { button, press, section, testOptions, user } from '../../../tests/a11y/open-options.tsx';
import { packFor } from '../../../lib/app/options-draft.ts';
import { wordsOf } from '../../../lib/app/words.ts';
import english from '../../../public/_locales/en/messages.json';
import dutch from '../../../public/_locales/nl/messages.json';
import { hashOf, type RouteId } from '../../options/routes.ts';
import { Options } from '../../options/Options.tsx';

vi.mock('wxt/browser', async () => ({
  browser: (await import('../../../tests/fake-browser.ts')).fakeBrowser,
}));

const { actions, open } = testOptions('deliver');
const ID = 'abcdefghijklmnopabcdefghijklmnop';
/** What the buttons say that bring a version back. */
const BACK = /^Go back to/;
const KEY = `${'A'.repeat(43)}=`;
const spiced = JSON.stringify(packFor('spiced', null));
const FULL = {
  playbook: spiced,
  playbookUrl: 'https://intranet.example.com/playbook.json',
  playbookKey: KEY,
  sites: JSON.stringify([customDefinition]),
  role: 'admin',
  locked: ['playbook', 'sites', 'roles', 'data', 'language'],
};

/** What the page handed to the browser to be saved. */
let saved: { readonly name: string; readonly blob: Blob }[];
beforeEach(() => {
  saved = [];
  Object.assign(fakeBrowser.runtime, { id: ID });
  let blob: Blob | undefined;
  URL.createObjectURL = (handed) => {
    blob = handed as Blob;
    return 'blob:x';
  };
  URL.revokeObjectURL = () => undefined;
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    if (blob) saved.push({ name: this.download, blob });
  });
});

const policyIn = async (): Promise<unknown> => {
  const text = await saved.at(-1)!.blob.text();
  const file = JSON.parse(text) as { '3rdparty': { extensions: Record<string, unknown> } };
  return file['3rdparty'].extensions[ID];
};

describe.each([
  ['en', english],
  ['nl', dutch],
] as const)('in %s', (locale, catalogue) => {
  const t = wordsOf(catalogue);
  const policies: Record<string, unknown> = {
    none: undefined,
    'everything set': FULL,
    'everything wrong': { playbook: '{', playbookUrl: 7, sites: 'x', role: 'x', locked: 1, odd: 1 },
  };
  test.each(
    (['deliver', 'roles', 'playbook', 'sites', 'health', 'edit'] as const).flatMap((id) =>
      Object.keys(policies).map((policy) => [id, policy] as const),
    ),
  )('#/%s with a policy of %s can be read and used by everybody', async (id: RouteId, policy) => {
    fakeBrowser.world.policy = policies[policy];
    window.location.hash = hashOf(id);
    const { container } = render(<Options actions={actions()} t={t} locale={locale} />);
    await waitFor(() => {
      expect(screen.getByRole('main').getAttribute('aria-busy')).toBe('false');
    });
    if (id === 'deliver') {
      await user.click(screen.getByRole('radio', { name: t('policy_write_url') }));
      await press(t('policy_file_write', ['dealside.json']));
      const staged = screen.queryByRole('checkbox', { name: t('policy_rollout_on') });
      if (staged) await user.click(staged);
    }
    expect(container.textContent).not.toMatch(/policy_|\$\d|undefined|\[object/);
    const { violations } = await axe.run(container, {
      rules: { 'color-contrast': { enabled: false } },
    });
    expect(
      violations.map(({ id: rule, nodes }) => `${rule}: ${nodes.map(({ html }) => html).join()}`),
    ).toEqual([]);
  });
});

describe('what the policy sets', () => {
  test('is told by its keys', async () => {
    fakeBrowser.world.policy = FULL;
    await open();
    const now = section('Browser policy');
    const lines = now
      .getAllByRole('term')
      .map((term) => [term.textContent, term.nextElementSibling?.textContent]);
    expect(lines).toEqual([
      ['playbook', 'SPICED, version 1'],
      ['playbookUrl', FULL.playbookUrl],
      ['playbookKey', KEY],
      ['sites', '1 CRM site: Harbour CRM'],
      ['role', 'Admin'],
      ['locked', expect.stringContaining('The language') as string],
    ]);
  });

  test('wrongly is named, and the rest holds', async () => {
    fakeBrowser.world.policy = { ...FULL, role: 'boss' };
    await open();
    const now = section('Browser policy');
    expect(now.getByText(/must be one of "rep", "manager", "admin"/).textContent).toMatch(/^role/);
    expect(now.getByText('SPICED, version 1')).toBeTruthy();
    expect(now.queryByText('Admin')).toBeNull();
  });

  test('is followed while the page is open', async () => {
    await open();
    expect(
      section('Browser policy').getByText('No policy sets anything in this browser.'),
    ).toBeTruthy();
    fakeBrowser.world.policy = FULL;
    fakeBrowser.storage.onChanged.fire({}, 'managed');
    expect(await section('Browser policy').findByText('SPICED, version 1')).toBeTruthy();
    fakeBrowser.world.policy = undefined;
    fakeBrowser.storage.onChanged.fire({}, 'managed');
    expect(await section('Browser policy').findByText(/No policy sets anything/)).toBeTruthy();
  });
});

describe('a file', () => {
  test('holds what was chosen, for the running extension', async () => {
    await actions().publishPack('spiced');
    await actions().custom.save(customDefinition);
    await open();
    const form = section('Write a policy');
    await user.click(form.getByRole('radio', { name: /in force here: SPICED, version 2/ }));
    await user.click(await form.findByRole('checkbox', { name: 'CRM sites: 1' }));
    await user.selectOptions(form.getByRole('combobox', { name: 'Role' }), 'Rep');
    await user.click(form.getByRole('checkbox', { name: /^The playbook/ }));
    await user.click(form.getByRole('checkbox', { name: 'The role' }));
    await user.click(form.getByRole('checkbox', { name: /^CRM sites of your own/ }));
    await user.click(form.getByRole('checkbox', { name: 'The role' }));
    await press('Save dealside.json');
    expect(form.getByText('Saved as dealside.json.').closest('[role="status"]')).toBeTruthy();
    expect(await policyIn()).toMatchObject({ role: 'rep', locked: ['playbook', 'sites'] });
    // Put in place, it sets just that.
    fakeBrowser.world.policy = await policyIn();
    const { policy, inForce } = await actions().look();
    expect(policy.faults).toEqual([]);
    expect(policy.sites).toEqual([customDefinition]);
    expect(inForce).toMatchObject({ kind: 'set', by: 'policy', playbook: { version: 2 } });
  });

  test('with a playbook by URL waits for an address and a key, and moves to what is missing', async () => {
    await open();
    await user.click(screen.getByRole('radio', { name: 'A playbook by URL' }));
    const form = section('Write a policy');
    const [address, key] = [form.getByLabelText('Address'), form.getByLabelText('Public key')];
    await press('Save policies.json');
    expect(saved).toEqual([]);
    expect(document.activeElement).toBe(address);
    expect(form.getByText(/^No file was written/)).toBeTruthy();
    await user.type(address, 'https://intranet.example.com/playbook.json');
    await user.type(key, KEY);
    expect(form.queryByText(/^No file was written/)).toBeNull();
    await press('Save dealside.json');
    expect(await policyIn()).toEqual({
      playbookUrl: 'https://intranet.example.com/playbook.json',
      playbookKey: KEY,
    });
  });

  test('is not written for an id that is none', async () => {
    await open();
    const form = section('Write a policy');
    await user.clear(form.getByLabelText('Extension id in Edge'));
    await press('Save dealside-edge.reg');
    expect(saved).toEqual([]);
    expect(form.getByText('An extension id has 32 letters from a to p.')).toBeTruthy();
    await press('Save dealside-chrome.reg');
    expect(saved.map(({ name }) => name)).toEqual(['dealside-chrome.reg']);
  });

  test.each([
    ['dealside.json', 'application/json'],
    ['dealside-chrome.reg', 'application/octet-stream'],
    ['dealside-edge.reg', 'application/octet-stream'],
    ['dealside.mobileconfig', 'application/octet-stream'],
    ['policies.json', 'application/json'],
  ])('%s is saved under its name', async (name, type) => {
    await open();
    await press(`Save ${name}`);
    expect(saved.map((one) => [one.name, one.blob.type])).toEqual([[name, type]]);
  });
});

describe('what is locked', () => {
  test('is to read only, with the key that locks it', async () => {
    await actions().publishPack('meddpicc');
    await actions().publishPack('spiced');
    await actions().custom.save(customDefinition);
    fakeBrowser.world.policy = { locked: ['playbook', 'sites'] };
    window.location.hash = '#/playbook';
    await open();
    expect(screen.getByText('Set by your organisation (policy key locked).')).toBeTruthy();
    expect(screen.queryByRole('region', { name: 'Starter packs' })).toBeNull();
    expect(screen.queryByLabelText('Choose a file')).toBeNull();
    expect(button(/^Export version/)).toBeTruthy();
    window.location.hash = '#/versions';
    await screen.findByRole('heading', { level: 1, name: 'Versions' });
    await screen.findAllByText(/Version 2/);
    expect(screen.queryByRole('button', { name: BACK })).toBeNull();
    window.location.hash = '#/sites';
    const sites = within(await screen.findByRole('region', { name: 'Your own CRM' }));
    const row = within((await sites.findByText('Harbour CRM')).closest('li')!);
    expect(row.getAllByRole('button').map((one) => one.textContent)).toEqual(['Export']);
    expect(sites.queryByRole('textbox')).toBeNull();
    expect(screen.queryByRole('region', { name: 'Gates that your CRM suggests' })).toBeNull();
  });

  test('is free to change where nothing is locked', async () => {
    await actions().publishPack('meddpicc');
    await actions().publishPack('spiced');
    window.location.hash = '#/versions';
    await open();
    expect(await screen.findAllByRole('button', { name: BACK })).not.toEqual([]);
  });

  test('a press that came before the policy was seen is refused in words', async () => {
    window.location.hash = '#/playbook';
    await open();
    await press('Use SPICED');
    fakeBrowser.world.policy = { locked: ['playbook'] };
    await press('Publish version 2');
    expect(await screen.findByText(/^Your organisation holds this fast/)).toBeTruthy();
  });
});
