// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import type { Playbook } from '../../../../lib/core/playbook.ts';
import { checkPlaybook } from '../../../../lib/core/check-playbook.ts';
import { press, testOptions, user } from '../../../../tests/a11y/open-options.tsx';
import { draftOf, openAt, openPart } from '../../../../tests/a11y/open-part.tsx';

vi.mock('wxt/browser', async () => ({
  browser: (await import('../../../../tests/fake-browser.ts')).fakeBrowser,
}));

const { actions } = testOptions('edit');
const draft = () => draftOf(actions());
const open = (part: readonly string[], change?: (pack: Playbook) => Playbook) =>
  openPart(actions(), part, change);
const group = (name: string | RegExp) => within(screen.getByRole('group', { name }));
const fill = async (input: HTMLElement, text: string): Promise<void> => {
  await user.clear(input);
  await user.type(input, text);
};

describe('stages', () => {
  const panel = () => within(screen.getByRole('region', { name: 'Atomic CRM' }));

  test('a stage that deals stand in and no rule knows is a gap, named until it is mapped', async () => {
    await open(['stages']);
    const pilot = await panel().findByLabelText('Pilot');
    expect(panel().getByText(/^1 stage has no category/)).toBeTruthy();
    expect(panel().getByText('No category: can’t tell whether its deals count.')).toBeTruthy();
    await user.selectOptions(pilot, 'Best case');
    expect((await draft()).stages).toContainEqual({
      crm: 'atomic',
      stage: 'pilot',
      category: 'best-case',
    });
    expect(panel().getByText('Every stage that deals here stand in has a category.')).toBeTruthy();
    await user.selectOptions(pilot, 'No category');
    expect((await draft()).stages.map(({ stage }) => stage)).not.toContain('pilot');
  });

  test('a rule that names a stage by its label is that stage’s own', async () => {
    const stages: Playbook['stages'] = [{ crm: 'atomic', stage: 'PILOT', category: 'commit' }];
    await open(['stages'], (pack) => ({ ...pack, stages }));
    const pilot = await panel().findByLabelText<HTMLSelectElement>('Pilot');
    expect(pilot.value).toBe('commit');
    await user.selectOptions(pilot, 'Forecast');
    expect((await draft()).stages).toEqual([
      { crm: 'atomic', stage: 'PILOT', category: 'forecast' },
    ]);
  });

  test('one that is won is no gap: the CRM itself says so', async () => {
    await open(['stages'], (pack) => ({ ...pack, stages: [] }));
    await screen.findByRole('region', { name: 'Atomic CRM' });
    await panel().findByLabelText('Won');
    expect(panel().getByText('The CRM itself says that these deals are decided.')).toBeTruthy();
    expect(panel().getByText(/^2 stages have no category/)).toBeTruthy();
  });

  test('by hand: each once, for any CRM', async () => {
    await open(['stages']);
    await panel().findByLabelText('Pilot');
    await user.type(panel().getByLabelText('Another stage'), 'pilot{Enter}');
    expect(panel().getByText('This stage is in the list already.')).toBeTruthy();
    await user.selectOptions(screen.getByLabelText('Another CRM'), 'HubSpot');
    await press('Map its stages');
    const hubspot = within(screen.getByRole('region', { name: 'HubSpot' }));
    await user.type(hubspot.getByLabelText('Another stage'), 'Demo{Enter}');
    expect((await draft()).stages.at(-1)).toEqual({
      crm: 'hubspot',
      stage: 'Demo',
      category: 'pipeline',
    });
  });
});

describe('settings', () => {
  test('window, ages, currencies, country, days off and budget, all of them sound', async () => {
    await open(['settings']);
    await user.click(screen.getByLabelText('A fixed number of days'));
    await fill(screen.getByLabelText('Length of the window'), '60');
    await fill(screen.getByLabelText('In commit'), '10');
    await user.type(screen.getByLabelText('Currencies you sell in'), 'eur, usd');
    await user.selectOptions(screen.getByLabelText('Country for public holidays'), 'Netherlands');
    await fill(screen.getByLabelText('On one deal in a week'), '2');
    const made = await draft();
    expect(made).toMatchObject({
      window: 60,
      answerAge: { forecast: 30, commit: 10 },
      currencies: ['EUR', 'USD'],
      country: 'NL',
      promptBudget: { dealWeek: 2, repDay: 6 },
    });
    expect(checkPlaybook(made)).toMatchObject({ ok: true });
    await fill(screen.getByLabelText('On one deal in a week'), '3');
    expect(await draft()).not.toHaveProperty('promptBudget');
  });

  test('more questions than the law allows are not taken, and the law is said', async () => {
    await open(['settings']);
    expect(screen.getByText(/Never more than 3 on one deal in a week/)).toBeTruthy();
    await fill(screen.getByLabelText('To one rep in a day'), '9');
    expect(screen.getByText(/^A whole number from 0 to 6 belongs here/)).toBeTruthy();
    expect((await draft()).promptBudget?.repDay ?? 6).toBeLessThanOrEqual(6);
  });

  test('what is no currency is told once one has left the field, and is not kept', async () => {
    await open(['settings']);
    const field = screen.getByLabelText('Currencies you sell in');
    await user.type(field, 'EUR, EUO');
    expect(screen.queryByText(/^Not known as a currency/)).toBeNull();
    await user.tab();
    expect(screen.getByText(/^Not known as a currency: EUO\./)).toBeTruthy();
    expect((await draft()).currencies).toEqual(['EUR']);
    expect((field as HTMLInputElement).value).toBe('EUR, EUO');
  });

  test('days off are listed in their order, each once', async () => {
    await open(['settings']);
    const off = group('Your own days off');
    const day = off.getByLabelText('Day off');
    for (const text of ['2026-12-31', '2026-12-24', '2026-12-24']) {
      await fill(day, text);
      await user.click(off.getByRole('button', { name: 'Add the day' }));
    }
    expect(off.getByText('Dec 24, 2026 is in the list already.')).toBeTruthy();
    expect((await draft()).daysOff).toEqual(['2026-12-24', '2026-12-31']);
    await user.click(off.getByRole('button', { name: 'Remove Dec 24, 2026' }));
    await user.click(off.getByRole('button', { name: 'Remove Dec 31, 2026' }));
    expect(await draft()).not.toHaveProperty('daysOff');
    expect(document.activeElement).toBe(day);
  });

  test('a rhythm is set by its days and hours, and taken away again', async () => {
    await open(['settings']);
    await user.click(screen.getByLabelText('This team has a fixed rhythm'));
    await user.selectOptions(screen.getByLabelText('The week’s forecast is fixed on'), 'Monday');
    await fill(screen.getByLabelText('Scrub a committed deal every'), '3');
    const made = await draft();
    expect(made.cadence).toEqual({
      scrub: { forecast: 10, commit: 3 },
      weekly: { day: 1, hour: 12 },
      oneOnOne: 10,
    });
    expect(checkPlaybook(made)).toMatchObject({ ok: true });
    await user.click(screen.getByLabelText('This team has a fixed rhythm'));
    expect(await draft()).not.toHaveProperty('cadence');
  });

  test('the playbook’s screen leads here', async () => {
    await openAt(actions(), ['playbook']);
    const link = screen.getByRole('link', { name: /^Name, window, currencies, country/ });
    expect(link.getAttribute('href')).toBe('#/edit/settings');
  });
});
