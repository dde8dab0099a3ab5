// @vitest-environment jsdom
import { render, screen, waitFor } from '@testing-library/react';
import axe from 'axe-core';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { section, testOptions, user } from '../../../tests/a11y/open-options.tsx';
import { wordsIn } from '../../../lib/app/catalogues.ts';
import { packFor } from '../../../lib/app/options-draft.ts';
import { makeKeys, openSigned, signPlaybook, type KeyPair } from '../../../lib/app/signing.ts';
import { customDefinition } from '../../../tests/custom-crm.ts';
import { fakeBrowser } from '../../../tests/fake-browser.ts';
import { Options } from '../../options/Options.tsx';

vi.mock('wxt/browser', async () => ({
  browser: (await import('../../../tests/fake-browser.ts')).fakeBrowser,
}));
const saved: { name: string; text: string }[] = [];
vi.mock('../../options/download.ts', () => ({
  download: (name: string, text: string) => void saved.push({ name, text }),
}));

const { actions, open: openPage } = testOptions('deliver');
/** Opens the page, and waits for what the section reads by itself. */
const open = async (): Promise<void> => {
  await openPage();
  await screen.findByRole('region', { name: 'A playbook from a web address' });
};
const URL_OF = 'https://files.example.com/playbook.signed.json';
const feed = () => section('A playbook from a web address');
const sign = () => section('Sign a playbook for your team');
const pack = packFor('bant-light', null);

let keys: KeyPair;
beforeAll(async () => {
  keys = await makeKeys();
});

/** What the address answers from now on; the file of the holidays is not asked for here. */
function serve(body: string, status = 200): void {
  vi.stubGlobal('fetch', (address: string) => {
    if (address.startsWith('/')) return Promise.resolve(Response.json({}));
    return Promise.resolve(new Response(body, { status }));
  });
}
const signed = async (version: number): Promise<string> =>
  (await signPlaybook(JSON.stringify({ ...pack, version, name: { en: 'Team rules' } }), keys.pem))!
    .file;

async function follow(key = keys.publicKey): Promise<void> {
  await user.type(await feed().findByLabelText('Address'), URL_OF);
  await user.type(feed().getByLabelText('Public key'), key);
  await user.click(feed().getByRole('button', { name: 'Follow this address' }));
}

const findings = async (): Promise<readonly string[]> => {
  const { violations } = await axe.run(document.body, {
    rules: { 'color-contrast': { enabled: false } },
  });
  return violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ''}`);
};

describe('following an address', () => {
  test('says what is no address and no key, at the field that it is about', async () => {
    await open();
    await user.click(await feed().findByRole('button', { name: 'Follow this address' }));
    const address = feed().getByLabelText('Address');
    expect(feed().getByText('Enter the address of the signed file.')).toBeTruthy();
    expect(document.activeElement).toBe(address);
    await user.type(address, 'http://example.com/playbook.json');
    await user.click(feed().getByRole('button', { name: 'Follow this address' }));
    expect(feed().getByText(/Outside your own network/)).toBeTruthy();
    await user.clear(address);
    await follow('too short');
    expect(feed().getByText(/This is no public key/)).toBeTruthy();
    expect(document.activeElement).toBe(feed().getByLabelText('Public key'));
    expect((await actions().feed.look()).feed).toBeNull();
    expect(await findings()).toEqual([]);
  });

  test('asks for the host in the click, takes the playbook, and says what is in force', async () => {
    serve(await signed(5));
    await open();
    const request = vi.spyOn(fakeBrowser.permissions, 'request');
    await follow();
    expect(request).toHaveBeenCalledWith({ origins: ['https://files.example.com/*'] });
    expect(await feed().findByText(/A newer version was taken/)).toBeTruthy();
    expect(feed().getByText(/^Team rules, version 5, taken/)).toBeTruthy();
    expect(feed().getByText(/the address answered/)).toBeTruthy();
    expect(feed().getByText('None since the last good answer')).toBeTruthy();
    expect((await actions().look()).inForce).toMatchObject({ kind: 'set', by: 'url', url: URL_OF });
    expect(await findings()).toEqual([]);
  });

  test('tells why an answer was not taken, and that the last good one stays', async () => {
    serve(await signed(5));
    await open();
    await follow();
    await feed().findByText(/A newer version was taken/);
    serve(await signed(4));
    await user.click(feed().getByRole('button', { name: 'Check now' }));
    expect(await feed().findByText(/Version 4 is older than the one that was taken/)).toBeTruthy();
    expect(feed().getByText('The last good version stays in force.')).toBeTruthy();
    serve('', 404);
    await user.click(feed().getByRole('button', { name: 'Check now' }));
    expect(await feed().findByText(/The server answered 404/)).toBeTruthy();
    expect(await findings()).toEqual([]);
  });

  test('says that nothing is published beside it, until it is stopped', async () => {
    serve(await signed(5));
    await open();
    await follow();
    await feed().findByText(/A newer version was taken/);
    expect(await actions().publishPack('spiced')).toEqual({ ok: false, fault: 'follows' });
    await user.click(feed().getByRole('button', { name: 'Stop following' }));
    expect(await feed().findByText(/no longer followed/)).toBeTruthy();
    expect(await feed().findByLabelText('Address')).toBeTruthy();
    expect((await actions().look()).inForce).toMatchObject({ kind: 'starter' });
    expect(await actions().publishPack('spiced')).toMatchObject({ ok: true });
  });

  test('without the permission offers to allow the host', async () => {
    fakeBrowser.world.grants = false;
    serve(await signed(5));
    await open();
    await follow();
    expect(await feed().findByText(/may not read files\.example\.com yet/)).toBeTruthy();
    fakeBrowser.world.grants = true;
    await user.click(feed().getByRole('button', { name: 'Allow files.example.com' }));
    expect(await feed().findByText('files.example.com is allowed.')).toBeTruthy();
    await waitFor(() => {
      expect(feed().queryByRole('button', { name: 'Allow files.example.com' })).toBeNull();
    });
  });

  test('set by policy can be looked at and checked, and not be changed', async () => {
    serve(await signed(8));
    fakeBrowser.world.policy = { playbookUrl: URL_OF, playbookKey: keys.publicKey };
    await open();
    expect(await feed().findByText(/policy sets the address and the key/)).toBeTruthy();
    expect(feed().queryByRole('button', { name: 'Stop following' })).toBeNull();
    expect(feed().queryByRole('button', { name: 'Change address or key' })).toBeNull();
    await user.click(feed().getByRole('button', { name: 'Check now' }));
    expect(await feed().findByText(/^Team rules, version 8, taken/)).toBeTruthy();
  });
});

test('is said in Dutch as well, without anything that axe finds', async () => {
  serve(await signed(5));
  await actions().feed.follow(URL_OF, keys.publicKey);
  serve(await signed(4));
  await actions().feed.check();
  render(<Options actions={actions()} t={wordsIn('nl')} locale="nl" />);
  await screen.findByRole('region', { name: 'Een playbook van een webadres' });
  const dutch = section('Een playbook van een webadres');
  expect(dutch.getByText(/^Team rules, versie 5, overgenomen/)).toBeTruthy();
  expect(dutch.getByText(/Versie 4 is ouder dan de versie die eerder is overgenomen/)).toBeTruthy();
  expect(await findings()).toEqual([]);
});

describe('signing', () => {
  test('makes a pair whose file signs the playbook in force, with the CRM sites of this browser', async () => {
    await actions().custom.save(customDefinition);
    await actions().publishPack('spiced');
    await open();
    saved.length = 0;
    await user.click(await sign().findByRole('button', { name: 'Make a key pair' }));
    expect(await sign().findByText(/saved as dealside-key\.pem/)).toBeTruthy();
    const publicKey = sign().getByLabelText<HTMLInputElement>('Public key of the pair').value;
    const [pem] = saved;
    expect(pem?.name).toBe('dealside-key.pem');
    const input = sign().getByLabelText('Choose the private key and sign');
    await user.upload(input, new File([pem!.text], 'dealside-key.pem'));
    expect(await sign().findByText(/^Signed version 2 and saved it as/)).toBeTruthy();
    const { name, text } = saved[1]!;
    expect(name).toBe('dealside-spiced-v2.signed.json');
    const opened = await openSigned(text, publicKey);
    expect(opened).toMatchObject({ ok: true });
    expect(JSON.parse((opened as { text: string }).text)).toMatchObject({
      version: 2,
      sites: [customDefinition],
    });
    expect(await findings()).toEqual([]);
    // Nothing of the private key is kept anywhere.
    const kept = JSON.stringify(await fakeBrowser.storage.local.get('alarms'));
    expect(kept + document.body.textContent).not.toContain(pem!.text.split('\n')[1]);
  });

  test('with a file that is no key says so, and saves nothing', async () => {
    await open();
    saved.length = 0;
    const input = await sign().findByLabelText('Choose the private key and sign');
    await user.upload(input, new File(['hello'], 'notes.pem'));
    expect(await sign().findByText(/holds no private key of this kind/)).toBeTruthy();
    expect(saved).toEqual([]);
  });
});
