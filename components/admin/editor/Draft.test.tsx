// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { createOptions } from '../../../lib/app/options.ts';
import { spiced, testEditor } from '../../../tests/a11y/open-editor.tsx';
import { button, press, user } from '../../../tests/a11y/open-options.tsx';
import { fakeBrowser } from '../../../tests/fake-browser.ts';

vi.mock('wxt/browser', async () => ({
  browser: (await import('../../../tests/fake-browser.ts')).fakeBrowser,
}));

const { actions, draft, now, open, openDraft } = testEditor();

const dialog = () => screen.findByRole('dialog');

describe('the draft', () => {
  test('is discarded only when that is confirmed', async () => {
    await openDraft();
    await press('Discard the draft');
    expect(document.activeElement).toBe(screen.getByRole('group', { name: 'Discard the draft?' }));
    await user.keyboard('{Escape}');
    expect(document.activeElement).toBe(button('Discard the draft'));
    await press('Discard the draft');
    const asked = within(screen.getByRole('group', { name: 'Discard the draft?' }));
    await user.click(asked.getByRole('button', { name: 'Discard the draft' }));
    await screen.findByText('The draft is discarded.');
    await press('Bring it back');
    await screen.findByText(/^Draft of version/);
  });

  test('says what another tab did, and lets one of the two go on', async () => {
    await draft().start(spiced, 1);
    const stop = draft().subscribe(() => undefined);
    await waitFor(() => {
      expect(now().name.en).toBe('SPICED');
    });
    stop();
    const other = createOptions();
    await other.draft.start({ ...spiced, name: { en: 'Theirs' } }, 1);
    draft().change((playbook) => ({ ...playbook, name: { en: 'Mine' } }));
    await draft().flush();
    await open();
    await screen.findByText(
      /^This draft was changed in another tab at \d+:\d+.*: take that one, or keep mine\.$/,
    );
    await press('Keep mine');
    await screen.findByText('Your draft goes on; the other tab’s is set aside.');
    expect(now().name.en).toBe('Mine');
    expect(document.activeElement?.textContent).toMatch(/^Your draft goes on/);
    await press('Bring it back');
    await waitFor(() => {
      expect(now().name.en).toBe('Theirs');
    });
  });

  test('says when another version came into force, with the difference', async () => {
    await openDraft();
    await act(async () => {
      await actions().publishPack('meddpicc');
      window.dispatchEvent(new Event('focus'));
    });
    await screen.findByText('Version 2 is in force now; this draft was started from version 1.');
    await press('I have seen it: go on with this draft');
    expect(screen.queryByText(/is in force now/)).toBeNull();
    await screen.findByText('Draft of version 3, started from version 2.');
  });

  test('can be read and not changed where the policy locks the playbook', async () => {
    await openDraft();
    const { gates } = now();
    fakeBrowser.world.policy = { locked: ['playbook'] };
    await act(async () => {
      window.dispatchEvent(new Event('focus'));
      await Promise.resolve();
    });
    await screen.findByText(/“?locked”?/);
    expect(screen.queryByRole('button', { name: 'Publish…' })).toBeNull();
    const [first] = screen.getAllByRole('button', { name: /^Duplicate/ });
    await user.click(first!);
    expect(now().gates).toEqual(gates);
  });

  test('can be written and downloaded, but not published, beside a playbook from a URL', async () => {
    await draft().start(spiced, 1);
    const view = await actions().look();
    const set = {
      kind: 'set',
      by: 'url',
      playbook: spiced,
      day: null,
      url: 'https://a.test',
    } as const;
    await open({ look: () => Promise.resolve({ ...view, inForce: set }) });
    await screen.findByRole('button', { name: 'Download it' });
    expect(screen.queryByRole('button', { name: 'Publish…' })).toBeNull();
    const [copy] = screen.getAllByRole('button', { name: /^Duplicate/ });
    await user.click(copy!);
    expect(now().gates).toHaveLength(spiced.gates.length + 1);
  });
});

describe('publishing', () => {
  const errors = { ...spiced, gates: spiced.gates.map((gate) => ({ ...gate, why: { en: '' } })) };

  test('is refused with errors, each a link to its place', async () => {
    await openDraft(errors);
    await press('Publish…');
    const asked = within(await dialog());
    expect(asked.getByText(/keep it from being published/)).toBeTruthy();
    expect(asked.queryByRole('button', { name: /ublish/ })).toBeNull();
    const [link] = asked.getAllByRole('link');
    expect(link?.getAttribute('href')).toMatch(/^#\/edit\/gates\//);
    await user.click(link!);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('asks for a note and a name, makes a version and takes the draft away', async () => {
    await openDraft({ ...spiced, name: { en: 'Ours', nl: 'Van ons' } });
    const opener = button('Publish…');
    opener.focus();
    await user.keyboard('{Enter}');
    const asked = within(await dialog());
    expect(asked.getByRole('heading', { name: 'Publish version 2' })).toBeTruthy();
    await user.type(asked.getByLabelText('Why this version?'), 'For the spring.');
    await user.type(asked.getByLabelText('Your name'), 'Ann');
    await user.click(asked.getByRole('button', { name: /publish/i }));
    await screen.findByText(/^Version 2 is in force\./, {}, { timeout: 5000 });
    expect(screen.queryByRole('dialog')).toBeNull();
    const view = await actions().look();
    expect(view.inForce).toMatchObject({ kind: 'published', playbook: { name: { en: 'Ours' } } });
    expect(view.who.name).toBe('Ann');
    expect(draft().state().kind).toBe('none');
    await screen.findByRole('heading', { name: 'Start a draft' });
  });

  test('Escape leaves the draft as it is, and the focus on the button', async () => {
    await openDraft();
    await press('Publish…');
    await dialog();
    await user.keyboard('{Escape}');
    await waitFor(() => {
      expect(screen.queryByRole('dialog')).toBeNull();
    });
    await waitFor(() => {
      expect(document.activeElement).toBe(button('Publish…'));
    });
    expect(now()).toEqual(spiced);
  });
});
