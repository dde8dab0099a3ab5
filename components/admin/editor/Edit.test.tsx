// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { render, screen, waitFor } from '@testing-library/react';
import axe from 'axe-core';
import { describe, expect, test, vi } from 'vitest';
import { asText } from '../../../lib/app/options-draft.ts';
import { wordsOf } from '../../../lib/app/words.ts';
import english from '../../../public/_locales/en/messages.json';
import dutch from '../../../public/_locales/nl/messages.json';
import { spiced, testEditor } from '../../../tests/a11y/open-editor.tsx';
import { press, user } from '../../../tests/a11y/open-options.tsx';
import { Options } from '../../options/Options.tsx';

vi.mock('wxt/browser', async () => ({
  browser: (await import('../../../tests/fake-browser.ts')).fakeBrowser,
}));

const { actions, draft, now, openBare, openDraft } = testEditor();

describe.each([
  ['en', english],
  ['nl', dutch],
] as const)('in %s it can be read and used by everybody', (locale, catalogue) => {
  const t = wordsOf(catalogue);
  const cases: Record<string, () => Promise<string>> = {
    'without a draft': () => Promise.resolve('#/edit'),
    'the gates': () =>
      draft()
        .start(spiced, 1)
        .then(() => '#/edit/gates'),
    'one gate with errors': async () => {
      const gates = spiced.gates.map((gate) => ({ ...gate, why: { en: '' }, test: { all: [] } }));
      await draft().start({ ...spiced, gates }, 1);
      return `#/edit/gates/${spiced.gates[0]?.id}`;
    },
    'beside a newer version and a discarded draft': async () => {
      await actions().publishPack('meddpicc');
      await draft().start(spiced, 1);
      await draft().start(spiced, 1);
      return '#/edit/settings';
    },
  };
  test.each(Object.entries(cases))('%s', async (_, arrange) => {
    window.location.hash = await arrange();
    const { container } = render(<Options actions={actions()} t={t} locale={locale} />);
    await screen.findByText(t('edit_lead'));
    await waitFor(() => {
      expect(screen.queryByText(t('options_loading'))).toBeNull();
    });
    expect(container.textContent).not.toMatch(/edit_|\$\d|undefined|\[object/);
    const { violations } = await axe.run(document.body, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    });
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`),
    ).toEqual([]);
  });
});

describe('starting', () => {
  test('from the playbook in force, which names the version', async () => {
    await actions().publishPack('spiced');
    await openBare();
    await press('Start from The playbook in force: SPICED, version 2');
    await screen.findByText('Draft of version 3, started from version 2.');
    expect(now().name.en).toBe('SPICED');
    // What is in force is offered once, not as a pack as well.
    await press('Start again from…');
    expect(screen.queryByRole('button', { name: 'Start from SPICED' })).toBeNull();
  });

  test('a pack keeps the team’s country and currencies', async () => {
    await actions().publish(asText({ ...spiced, country: 'BE', currencies: ['EUR'] }));
    await openBare();
    await press('Start from MEDDPICC');
    await screen.findByText(/^Draft of version/);
    expect(now()).toMatchObject({ country: 'BE', currencies: ['EUR'] });
  });

  test('over a draft it asks first, and the former one can be brought back', async () => {
    await openDraft({ ...spiced, name: { en: 'Mine' } });
    await press('Start again from…');
    await press('Start from MEDDPICC');
    expect(now().name.en).toBe('Mine');
    await press('Start');
    await screen.findByText('The former draft is set aside.');
    expect(now().name.en).toBe('MEDDPICC');
    await press('Bring it back');
    await waitFor(() => {
      expect(now().name.en).toBe('Mine');
    });
  });

  test('a rough file shows what is wrong; one without the form is refused and changes nothing', async () => {
    await openBare();
    const input = screen.getByLabelText('Choose a file…');
    const file = (text: string) => new File([text], 'ours.json', { type: 'application/json' });
    await user.upload(input, file('{"gates": 1}'));
    await screen.findByText(/Nothing changed/);
    expect(draft().state().kind).toBe('none');
    const rough = { ...spiced, gates: spiced.gates.map((gate) => ({ ...gate, owner: '' })) };
    await user.upload(input, file(asText(rough)));
    await press('Start');
    await screen.findByRole('link', { name: /^Gates, \d+ to mend/ });
    expect(now().gates[0]?.owner).toBe('');
  });
});
