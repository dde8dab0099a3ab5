// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { asText } from '../../lib/app/options-draft.ts';
import {
  button,
  HOST,
  ours,
  press,
  section,
  testOptions,
  user,
} from '../../tests/a11y/open-options.tsx';
import { hashOf } from './routes.ts';
import { fakeBrowser } from '../../tests/fake-browser.ts';

vi.mock('wxt/browser', async () => ({
  browser: (await import('../../tests/fake-browser.ts')).fakeBrowser,
}));

const { actions, open } = testOptions();

const file = (text: string, name = 'team.json') => new File([text], name);
const choose = (picked: File) => user.upload(screen.getByLabelText('Import a file…'), picked);

describe('a file', () => {
  test('in order: what it is, then published under its own number', async () => {
    await open();
    await choose(file(asText(ours)));
    expect(await screen.findByText('“team.json” is in order: 8 gates.')).toBeTruthy();
    expect(screen.getByRole('group', { name: 'Ours becomes version 12' })).toBeTruthy();
    expect(screen.getByRole('heading', { name: 'BANT-light Version 1' })).toBeTruthy();
    await press('Publish version 12');
    expect(await screen.findByRole('heading', { name: 'Ours Version 12' })).toBeTruthy();
    expect(screen.getByText(/^Version 12 is in force/)).toBeTruthy();
  });

  test('with a number that was given out: which one it gets instead', async () => {
    await open();
    await choose(file(asText({ ...ours, version: 1 })));
    expect(await screen.findByText(/^The file says version 1\./)).toBeTruthy();
    expect(button('Publish version 2')).toBeTruthy();
  });

  test('with a fault: the rule, the line itself and what mends it; nothing to publish', async () => {
    const publish = vi.spyOn(actions(), 'publish');
    await open();
    const text = asText(ours).replace(/"reviewBy": "[\d-]+"/, '"reviewBy": "soon"');
    const line = text.slice(0, text.indexOf('"soon"')).split('\n').length;
    await choose(file(text));
    expect(await screen.findByText(`At “${ours.gates[0]!.id}”, line ${line}:`)).toBeTruthy();
    expect(screen.getByText('"reviewBy": "soon",')).toBeTruthy();
    expect(screen.getByText(/where a date such as "2027-06-30" belongs/)).toBeTruthy();
    expect(screen.getByText(/Nothing changed: the playbook in force stays/)).toBeTruthy();
    expect(screen.queryByRole('group')).toBeNull();
    expect(publish).not.toHaveBeenCalled();
    // Mended under the same name, it is chosen again.
    await choose(file(asText(ours)));
    expect(await screen.findByRole('group', { name: 'Ours becomes version 12' })).toBeTruthy();
    expect(screen.queryByText(/where a date such as/)).toBeNull();
  });

  test.each([
    ['too large', file('x'.repeat(1_000_001)), /never larger than 1 MB/],
    [
      'that cannot be read',
      Object.assign(file(''), { text: () => Promise.reject(new Error('gone')) }),
      /could not read the file/,
    ],
    ['that is no JSON', file('hello'), /Line 1 is not valid JSON/],
  ])('%s is refused in words', async (_, picked, said) => {
    await open();
    await choose(picked);
    expect(await screen.findByText(said)).toBeTruthy();
    expect(screen.queryByRole('group')).toBeNull();
  });

  test('that holds what is in force is no news', async () => {
    await actions().publish(asText(ours));
    await open();
    await choose(file(asText(ours), 'same.json'));
    expect(
      await screen.findByText(/^“same.json” holds the playbook that is in force/),
    ).toBeTruthy();
    expect(screen.queryByRole('group')).toBeNull();
    // The same rules under a higher number are: colleagues count on the number.
    await choose(file(asText({ ...ours, version: 15 })));
    expect(await screen.findByRole('button', { name: 'Publish version 15' })).toBeTruthy();
  });

  test('is made of the playbook in force, with its name and number', async () => {
    const saved: Blob[] = [];
    URL.createObjectURL = (blob: Blob) => `blob:${saved.push(blob)}`;
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue();
    await actions().publish(JSON.stringify(ours));
    await open();
    await press('Export version 12');
    expect(screen.getByText('Saved as dealside-ours-v12.json, among your downloads.')).toBeTruthy();
    expect((click.mock.contexts[0] as HTMLAnchorElement).download).toBe('dealside-ours-v12.json');
    expect(await saved[0]!.text()).toBe(asText(ours));
  });
});

describe('the sites', () => {
  const sites = () => section('Where Dealside reads');
  beforeEach(() => {
    window.location.hash = hashOf('sites');
  });

  test('none: how to add one', async () => {
    await open();
    expect(sites().getByText('Dealside reads no site yet.')).toBeTruthy();
    expect(sites().getByText(/open your CRM \(.*\) and press the Dealside button/)).toBeTruthy();
  });

  test('one is stopped and gone from the list', async () => {
    fakeBrowser.world.granted.add(HOST);
    await open();
    await press('Stop using Dealside on crm.example.com');
    expect(await sites().findByText('Dealside is off on crm.example.com.')).toBeTruthy();
    await waitFor(() => {
      expect(sites().queryByRole('button')).toBeNull();
    });
    expect(fakeBrowser.world.granted.size).toBe(0);
  });

  test('one that the browser holds on to stays, and that is said', async () => {
    fakeBrowser.world.granted.add(HOST);
    await open({ stop: () => Promise.resolve(false) });
    await press('Stop using Dealside on crm.example.com');
    expect(await sites().findByText(/settings for extensions/)).toBeTruthy();
    expect(sites().getByRole('button')).toBeTruthy();
  });
});
