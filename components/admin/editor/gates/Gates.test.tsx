// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { render, screen, within } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import type { Suggested } from '../../../../lib/app/options-suggested.ts';
import { wordsOf } from '../../../../lib/app/words.ts';
import english from '../../../../public/_locales/en/messages.json';
import { spiced, testEditor } from '../../../../tests/a11y/open-editor.tsx';
import { button, HOST, press, user } from '../../../../tests/a11y/open-options.tsx';
import { fakeBrowser } from '../../../../tests/fake-browser.ts';
import { Options } from '../../../options/Options.tsx';

vi.mock('wxt/browser', async () => ({
  browser: (await import('../../../../tests/fake-browser.ts')).fakeBrowser,
}));

const { actions, draft, now, open, openDraft } = testEditor();

const gateNames = (): string[] =>
  within(screen.getByRole('group', { name: 'Gates' }))
    .getAllByRole('heading', { level: 3 })
    .map((heading) => heading.textContent);
describe('the gates', () => {
  test('are added with an id from their name, which stays when the name changes', async () => {
    await openDraft(spiced, '#/edit/gates');
    await user.type(screen.getByLabelText('Name of a new gate'), 'Security review booked{Enter}');
    const title = await screen.findByRole('heading', { name: /Security review booked/ });
    expect(document.activeElement).toBe(title);
    expect(window.location.hash).toBe('#/edit/gates/security-review-booked');
    const name = within(screen.getByRole('group', { name: /^Name/ }));
    await user.clear(name.getByLabelText('English'));
    await user.type(name.getByLabelText('English'), 'Another name');
    await user.type(name.getByLabelText('Dutch'), 'Een andere naam');
    expect(now().gates.at(-1)).toMatchObject({
      id: 'security-review-booked',
      name: { en: 'Another name', nl: 'Een andere naam' },
    });
    await user.clear(name.getByLabelText('Dutch'));
    expect(now().gates.at(-1)?.name).toEqual({ en: 'Another name' });
    expect(name.getByText(/No Dutch text yet/)).toBeTruthy();
  });

  test('opening one changes nothing', async () => {
    for (const { id } of spiced.gates) {
      await draft().start(spiced, 1);
      window.location.hash = `#/edit/gates/${id}`;
      const { unmount } = render(<Options actions={actions()} t={wordsOf(english)} locale="en" />);
      await screen.findByRole('link', { name: '← All gates' });
      await draft().flush();
      expect(now()).toEqual(spiced);
      unmount();
    }
  });

  test('move by keyboard, keep the focus, and say where they are', async () => {
    await openDraft(spiced, '#/edit/gates');
    const [first, second] = spiced.gates.map(({ name }) => name.en);
    const down = button(`Move “${first}” down`);
    down.focus();
    await user.keyboard('{Enter}');
    expect(gateNames().slice(0, 2)).toEqual([second, first].map((name) => `${name} `));
    expect(document.activeElement).toBe(button(`Move “${first}” down`));
    expect(screen.getByText(`“${first}” is now number 2 of ${spiced.gates.length}.`)).toBeTruthy();
    await press('Undo');
    expect(now().gates).toEqual(spiced.gates);
  });

  test('one is removed by a second press, the focus goes on, and undo brings it back', async () => {
    await openDraft(spiced, '#/edit/gates');
    const [first, second] = spiced.gates.map(({ name }) => name.en);
    await press(`Remove “${first}”`);
    expect(now().gates).toHaveLength(spiced.gates.length);
    await user.keyboard('{Escape}');
    await press(`Remove “${first}”`);
    await press(`Remove it? “${first}”`);
    expect(now().gates.map(({ name }) => name.en)).not.toContain(first);
    expect(document.activeElement).toBe(button(`Remove “${second}”`));
    await press('Undo');
    expect(now().gates).toEqual(spiced.gates);
  });

  test('a duplicate has an id and a name of its own', async () => {
    await openDraft(spiced, '#/edit/gates');
    const [gate] = spiced.gates;
    await press(`Duplicate “${gate?.name.en}”`);
    const copy = now().gates[1];
    expect(copy).toMatchObject({ test: gate?.test, name: { en: `${gate?.name.en} (copy)` } });
    expect(spiced.gates.map(({ id }) => id)).not.toContain(copy?.id);
  });

  test('a new answer is made beside the gate that asks for it', async () => {
    await openDraft(spiced, `#/edit/gates/${spiced.gates[0]?.id}`);
    const select = screen.getByLabelText('The rep answers in Dealside');
    await user.selectOptions(select, 'A new answer…');
    await user.type(
      screen.getByLabelText('What the new answer is about'),
      'Security review{Enter}',
    );
    expect(now().gates[0]?.answer).toBe('securityReview');
    expect(now().answers.at(-1)).toMatchObject({ key: 'securityReview' });
    expect(document.activeElement).toBe(select);
    await user.selectOptions(select, 'No answer');
    expect(now().gates[0]).not.toHaveProperty('answer');
  });

  test('the need, a stricter test in commit and the field can be set', async () => {
    await openDraft(spiced, `#/edit/gates/${spiced.gates[1]?.id}`);
    await user.selectOptions(screen.getByLabelText('In forecast and best case'), 'Not asked');
    await user.selectOptions(screen.getByLabelText('“Go to the field” looks for'), 'Close date');
    await user.click(screen.getByLabelText('Ask for more in commit'));
    const gate = now().gates[1];
    expect(gate).toMatchObject({ need: { forecast: 'off' }, field: 'closeDate' });
    expect(gate?.commitTest).toEqual(gate?.test);
    await user.click(screen.getByLabelText('Ask for more in commit'));
    expect(now().gates[1]).not.toHaveProperty('commitTest');
  });
});

test('gates that the CRM asks for are added to the draft, with nothing published', async () => {
  fakeBrowser.world.granted.add(HOST);
  await draft().start(spiced, 1);
  const found: Suggested = {
    kind: 'gates',
    crm: 'tryton',
    custom: [],
    gates: [
      { id: 'need-1', kind: 'required', field: { name: 'x', label: 'Account', ours: 'account' } },
    ],
  };
  await open({ suggested: () => Promise.resolve(found) });
  await user.click(await screen.findByRole('button', { name: /^Read what the CRM asks for/ }));
  await user.click(await screen.findByLabelText('Account'));
  await press('Add this gate to the draft');
  expect(now().gates.at(-1)).toMatchObject({ field: 'account' });
  await draft().flush();
  expect((await actions().look()).inForce.kind).toBe('starter');
});
