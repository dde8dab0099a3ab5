// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import {
  button,
  fault,
  press,
  section,
  testOptions,
  user,
} from '../../../tests/a11y/open-options.tsx';
import english from '../../../public/_locales/en/messages.json';
import { onDatabase } from '../../../tests/kept-deals.ts';

vi.mock('wxt/browser', async () => ({
  browser: (await import('../../../tests/fake-browser.ts')).fakeBrowser,
}));

const { actions, open: openPage } = testOptions('versions');
/** Opens the screen and waits until the versions are there. */
const open: typeof openPage = async (change) => {
  await openPage(change);
  await screen.findByRole('region', { name: 'All versions' });
};
const versions = () => section('All versions');
const rowOf = (version: number) =>
  within(versions().getByText(`Version ${version}`).closest('li')!);

async function publishTwo(): Promise<void> {
  await actions().publishPack('spiced');
  await actions().draft.start({ ...(await actions().earlier(null)).playbook!, window: 45 }, 2);
  await actions().draft.publish('The window is 45 days now', 'Ann');
}

describe('the versions', () => {
  test('are all there, the newest first, with who, when, why and which is in force', async () => {
    await publishTwo();
    await open();
    const items = versions().getAllByRole('listitem');
    expect(items.map((item) => /Version \d/.exec(item.textContent)?.[0])).toEqual([
      'Version 3',
      'Version 2',
      'Version 1',
    ]);
    expect(rowOf(3).getByText('in force')).toBeTruthy();
    expect(rowOf(3).getByText('The window is 45 days now')).toBeTruthy();
    expect(rowOf(3).getByText(/^Published .*\d{1,2}:\d{2}.* by Ann\.$/)).toBeTruthy();
    expect(rowOf(3).queryByRole('button', { name: /Go back/ })).toBeNull();
    expect(rowOf(2).queryByText('in force')).toBeNull();
    expect(rowOf(1).getByText(english.options_earlier_starter.message)).toBeTruthy();
  });

  test('come back in one click and a question, under a new number that says so', async () => {
    await publishTwo();
    await open();
    await press('Go back to version 2');
    const asked = await screen.findByRole('group', {
      name: 'The rules of version 2 come back as version 4',
    });
    expect(within(asked).getByRole('region', { name: 'What changes' }).textContent).toContain(
      '45 days',
    );
    await press('Publish version 4');
    await screen.findByText('Version 4', { selector: '.op-tag' });
    expect(rowOf(4).getByText(/It brought back the rules of version 2\.$/)).toBeTruthy();
    expect(rowOf(4).getByText('in force')).toBeTruthy();
    const { inForce } = await actions().look();
    expect(inForce).toMatchObject({ kind: 'published', playbook: { version: 4, id: 'spiced' } });
  });

  test('one that is not valid any more says so, and nothing comes back', async () => {
    await actions().publishPack('spiced');
    const rules = () => Promise.resolve({ playbook: null, playbookFault: fault });
    await open({ versions: { ...actions().versions, rules } });
    await press('Go back to version 1');
    expect((await screen.findAllByText(fault.message)).length).toBeGreaterThan(0);
    expect(screen.queryByRole('button', { name: /^Publish/ })).toBeNull();
  });

  test('any two are compared: at first the newest and the one before', async () => {
    await publishTwo();
    await open();
    const compare = section('Compare two');
    expect(await compare.findByText('Forecast window')).toBeTruthy();
    expect(compare.getAllByRole('group', { name: 'Gates' })).toHaveLength(1);
    await user.selectOptions(compare.getByLabelText('Before'), 'Version 1: BANT-light');
    await vi.waitFor(() => {
      expect(compare.queryByRole('group', { name: 'Gates' })).toBeNull();
    });
    expect(await compare.findByText('45 days')).toBeTruthy();
    await user.selectOptions(compare.getByLabelText('After'), 'Version 1: BANT-light');
    expect(await compare.findByText('Both sides are the same version.')).toBeTruthy();
  });

  test('what was chosen to be compared stays when a newer version comes', async () => {
    await publishTwo();
    await open();
    const compare = section('Compare two');
    const chosen = () =>
      ['Before', 'After'].map((label) => compare.getByLabelText<HTMLSelectElement>(label).value);
    const first = chosen();
    await user.selectOptions(compare.getByLabelText('After'), 'Version 1: BANT-light');
    await user.selectOptions(compare.getByLabelText('After'), first[1]!);
    await press('Go back to version 2');
    await user.click(await screen.findByRole('button', { name: 'Publish version 4' }));
    await screen.findByText('Version 4', { selector: '.op-tag' });
    expect(chosen()).toEqual(first);
  });

  test('each can be downloaded, byte for byte, even one that is broken', async () => {
    await actions().publishPack('spiced');
    const text = '{"version": 7, "name": {"en": "Odd"}}';
    await onDatabase((db) => db.playbooks.add({ text, version: 7, day: '2026-01-01' }));
    expect(await actions().versions.file(2)).toEqual({ name: 'dealside-playbook-v7.json', text });
    const made: Blob[] = [];
    vi.stubGlobal(
      'URL',
      Object.assign(URL, {
        createObjectURL: (blob: Blob) => (made.push(blob), 'blob:x'),
        revokeObjectURL: () => undefined,
      }),
    );
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    await open();
    button('Download version 2').focus();
    await user.keyboard('{Enter}');
    expect(await screen.findByText(/dealside-spiced-v2\.json/)).toBeTruthy();
    expect(await made[0]!.text()).toContain('"id": "spiced"');
  });
});
