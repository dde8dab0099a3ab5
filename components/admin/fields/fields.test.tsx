// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { NO_POLICY } from '../../../lib/app/policy-model.ts';
import { packFor } from '../../../lib/app/options-draft.ts';
import type { Playbook } from '../../../lib/core/playbook.ts';
import { checkPlaybook } from '../../../lib/core/check-playbook.ts';
import { button, press, testOptions, user } from '../../../tests/a11y/open-options.tsx';
import {
  draftOf,
  keepDeals,
  openAt,
  problems,
  type Locale,
} from '../../../tests/a11y/open-part.tsx';

vi.mock('wxt/browser', async () => ({
  browser: (await import('../../../tests/fake-browser.ts')).fakeBrowser,
}));

const { actions, openView } = testOptions('fields');
const draft = () => draftOf(actions());
const source = (name: string) => screen.findByLabelText<HTMLSelectElement>(name);
const row = async (name: string) => within((await source(name)).closest('li')!);

async function open(change?: (pack: Playbook) => Playbook, locale: Locale = 'en') {
  await keepDeals();
  const pack = packFor('bant-light', null);
  if (change) await actions().draft.start(change(pack), 1);
  const opened = await openAt(actions(), ['fields'], locale);
  await screen.findByRole('heading', { name: 'Atomic CRM' });
  return opened;
}

const withRegion = (pack: Playbook): Playbook => ({
  ...pack,
  facts: [{ key: 'area', label: { en: 'Area', nl: 'Gebied' }, kind: 'choice' }],
});

describe.each(['en', 'nl'] as readonly Locale[])('in %s', (locale) => {
  test('it can be read and used by everybody', async () => {
    const { container } = await open(withRegion, locale);
    const words = container.querySelector('main')?.textContent ?? '';
    expect(words).not.toMatch(/fields_|parts_|\$\d|undefined|\[object/);
    expect(await problems(container)).toEqual([]);
  });
});

describe('what the last deal has', () => {
  test('is told with its source, empty and unknown apart', async () => {
    await open(withRegion);
    expect(screen.getByText(/^The values are those of “Northwind renewal”/)).toBeTruthy();
    expect((await row('Amount')).getByText('€23,150.50')).toBeTruthy();
    expect((await row('Amount')).getByText(/saved in Atomic CRM/)).toBeTruthy();
    expect((await row('Owner')).getByText('Empty')).toBeTruthy();
    expect((await row('Stage')).getByText('Pilot')).toBeTruthy();
  });

  test('a fact that no deal gave is said; with the rules that ask for it, where there are any', async () => {
    await open((pack) => ({
      ...pack,
      gates: [
        ...pack.gates,
        {
          ...pack.gates[0]!,
          id: 'two',
          name: { en: 'Two people' },
          test: { field: 'contacts', op: 'at-least', value: '2' },
        },
      ],
    }));
    expect((await row('Pipeline')).getByText('No deal of Atomic CRM here gave it.')).toBeTruthy();
    const contacts = await row('Contacts');
    expect(contacts.getByText(/rules that ask for it can’t tell/)).toBeTruthy();
    expect(contacts.getByRole('link', { name: '“Two people”' }).getAttribute('href')).toBe(
      '#/edit/gates/two',
    );
  });

  test('without deals it is said how they come', async () => {
    await openAt(actions(), ['fields']);
    expect(await screen.findByText(/^No deal is known here yet/)).toBeTruthy();
  });
});

describe('choosing a source', () => {
  test('shows the value as it would be read, and goes into the draft alone', async () => {
    await open(withRegion);
    const area = await source('Area');
    expect((await row('Area')).getByText(/^Nothing in Atomic CRM gives it yet/)).toBeTruthy();
    await user.selectOptions(area, 'Region');
    expect((await row('Area')).getByText('North')).toBeTruthy();
    expect((await row('Area')).getByText('In the draft, not published yet.')).toBeTruthy();
    expect((await draft()).mapping).toEqual([
      { crm: 'atomic', fact: 'custom.area', from: { custom: 'Region' } },
    ]);
    expect(checkPlaybook(await draft())).toMatchObject({ ok: true });
    await user.selectOptions(area, 'A field of that name');
    expect(await draft()).not.toHaveProperty('mapping');
  });

  test('a value that is not plainly of the kind is said to be none', async () => {
    await open();
    await user.selectOptions(await source('Probability'), 'Region');
    await screen.findByText(/^“North”: Does not say plainly what it is\./);
    await user.selectOptions(await source('Probability'), 'Score');
    expect((await row('Probability')).getByText('7')).toBeTruthy();
  });

  test('an answer stands in for a text, and the rep’s own words are shown', async () => {
    await open((pack) => pack);
    await user.selectOptions(await source('Pipeline'), 'Pain and impact');
    expect((await row('Pipeline')).getByText('Forty hours a week')).toBeTruthy();
    expect((await row('Pipeline')).getByText(/answered in Dealside/)).toBeTruthy();
    expect((await draft()).mapping).toEqual([
      { crm: 'atomic', fact: 'pipeline', from: { answer: 'pain', part: 'text' } },
    ]);
  });

  test('a date takes the date of an answer, and no text', async () => {
    await open((pack) => pack);
    const options = [...(await source('Next meeting')).options].map(({ value }) => value);
    expect(options).toContain('date:criticalEvent');
    expect(options).not.toContain('answer:pain');
    expect(options).not.toContain('field:amount');
  });

  test('without a draft one is started, and every quick choice is in it', async () => {
    await open();
    expect(screen.getByText(/^What you choose starts a draft of the next version/)).toBeTruthy();
    const [owner, probability] = [await source('Owner'), await source('Probability')];
    await Promise.all([
      user.selectOptions(owner, 'Region'),
      user.selectOptions(probability, 'Score'),
    ]);
    await screen.findByText(/^What you choose goes into the draft/);
    await waitFor(async () => {
      expect((await draft()).mapping).toHaveLength(2);
    });
    expect((await actions().look()).inForce.kind).toBe('starter');
  });

  test('a source that is not found here stays to be seen', async () => {
    await open((pack) => ({
      ...pack,
      mapping: [{ crm: 'atomic', fact: 'owner', from: { custom: 'Rep' } }],
    }));
    expect((await source('Owner')).selectedOptions[0]?.text).toBe('Rep (not found here)');
    expect((await row('Owner')).getByText('Not on the page that was read.')).toBeTruthy();
  });

  test('nothing can be chosen where the policy holds the playbook', async () => {
    await keepDeals();
    await openView({ policy: { ...NO_POLICY, locked: ['playbook'] } });
    expect((await source('Owner')).disabled).toBe(true);
    expect(screen.getByText(/Nothing can be chosen just now/)).toBeTruthy();
  });

  test('a draft that could not be kept is said, and nothing changed', async () => {
    await keepDeals();
    const refused = { ...actions().draft, start: () => Promise.resolve(false) };
    await openAt({ ...actions(), draft: refused }, ['fields']);
    await user.selectOptions(await source('Owner'), 'Region');
    expect(await screen.findByText(/^That could not be kept, so nothing changed/)).toBeTruthy();
    expect((await source('Owner')).value).toBe('');
  });
});

describe('a custom field that nothing uses', () => {
  test('becomes a fact in one press, with the kind that its values have', async () => {
    await open();
    await press('Make “Region” a fact');
    await screen.findByText('“Region” is a fact of the team’s own in the draft.');
    await press('Make “Score” a fact');
    await press('Make “Since” a fact');
    await waitFor(async () => {
      expect((await draft()).facts).toEqual([
        {
          key: 'region',
          label: { en: 'Region' },
          kind: 'choice',
          choices: ['North', 'South'],
        },
        { key: 'score', label: { en: 'Score' }, kind: 'number' },
        { key: 'since', label: { en: 'Since' }, kind: 'date' },
      ]);
    });
    expect(screen.queryByRole('button', { name: 'Make “Region” a fact' })).toBeNull();
    expect((await row('Region')).getByText('North')).toBeTruthy();
    expect((await row('Since')).getByText('Mar 1, 2026')).toBeTruthy();
    expect(checkPlaybook(await draft())).toMatchObject({ ok: true });
    expect(document.activeElement).not.toBe(document.body);
  });

  test('is offered by a button that the keyboard reaches', async () => {
    await open();
    const offer = button('Make “Region” a fact');
    offer.focus();
    await user.keyboard('{Enter}');
    await screen.findByText('“Region” is a fact of the team’s own in the draft.');
  });
});
