// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import type { Playbook, StoryCard } from '../../../../lib/core/playbook.ts';
import { checkPlaybook } from '../../../../lib/core/check-playbook.ts';
import { button, press, testOptions, user } from '../../../../tests/a11y/open-options.tsx';
import { draftOf, openPart } from '../../../../tests/a11y/open-part.tsx';

vi.mock('wxt/browser', async () => ({
  browser: (await import('../../../../tests/fake-browser.ts')).fakeBrowser,
}));

const { actions } = testOptions('edit');
const draft = () => draftOf(actions());
const card = async (): Promise<StoryCard> => (await draft()).cards?.[0] ?? expect.fail('no card');
const group = (name: string | RegExp) => within(screen.getByRole('group', { name }));

const products: NonNullable<Playbook['facts']> = [
  { key: 'product', label: { en: 'Product' }, kind: 'choice', choices: ['Fleet', 'Home'] },
];
const made: StoryCard = {
  id: 'card-1',
  kind: 'priority',
  name: { en: 'Fleet first' },
  text: { en: 'Now.' },
  owner: 'Ann',
  reviewBy: '2027-01-01',
};
const open = (when?: StoryCard['when'], facts = products) =>
  openPart(actions(), ['cards', 'card-1'], (pack) => ({
    ...pack,
    facts,
    cards: [when ? { ...made, when } : made],
  }));

test('a card is written from nothing, and can then be published', async () => {
  await openPart(actions(), ['cards']);
  await press('Add a card');
  await user.selectOptions(screen.getByLabelText('Kind'), 'Priority');
  await user.type(group(/^Name/).getByLabelText('English'), 'Fleet first');
  await user.type(group(/^Text/).getByLabelText('English'), 'It is the quarter for it.');
  await user.type(screen.getByLabelText('Owner (needed)'), 'Marketing');
  await user.type(screen.getByLabelText('Look at it again by (needed)'), '2027-03-01');
  expect(await card()).toEqual({
    id: 'card-1',
    kind: 'priority',
    name: { en: 'Fleet first' },
    text: { en: 'It is the quarter for it.' },
    owner: 'Marketing',
    reviewBy: '2027-03-01',
  });
  expect(checkPlaybook(await draft())).toMatchObject({ ok: true });
});

test('by product: what the fact can be is offered, and becomes a condition', async () => {
  await open();
  await user.selectOptions(screen.getByLabelText('Shown'), 'For these products');
  expect(screen.getByText('Choose one at least.')).toBeTruthy();
  await user.click(group('For these products').getByLabelText('Fleet'));
  expect((await card()).when).toEqual({ field: 'custom.product', op: 'one-of', value: ['Fleet'] });
  await user.type(group('For these products').getByLabelText('Another'), 'Van{Enter}');
  expect((await card()).when).toMatchObject({ value: ['Fleet', 'Van'] });
  await user.click(group('For these products').getByLabelText('Van'));
  expect(document.activeElement).toBe(group('For these products').getByLabelText('Van'));
  expect(checkPlaybook(await draft())).toMatchObject({ ok: true });
});

test('by stage: the stages that deals here stand in are offered', async () => {
  await open();
  await user.selectOptions(screen.getByLabelText('Shown'), 'In these stages');
  await user.click(await screen.findByLabelText('Pilot'));
  expect((await card()).when).toEqual({ field: 'stage', op: 'one-of', value: ['Pilot'] });
});

test('a fact of several takes the operator of several', async () => {
  await open(undefined, [{ key: 'product', label: { en: 'P' }, kind: 'set', choices: ['Fleet'] }]);
  await user.selectOptions(screen.getByLabelText('Shown'), 'For these products');
  await user.click(screen.getByLabelText('Fleet'));
  expect((await card()).when).toMatchObject({ op: 'includes-any' });
});

test('a fact that the playbook lacks is said, with the way to it', async () => {
  await open();
  await user.selectOptions(screen.getByLabelText('Shown'), 'Against these competitors');
  const link = screen.getByRole('link', { name: /^Add it under the team/ });
  expect(link.getAttribute('href')).toBe('#/edit/facts');
});

test('a condition of one’s own is not lost on the way through the choices', async () => {
  const when = { all: [{ field: 'amount', op: 'more-than', value: '1000' } as const] };
  await open(when);
  const shown = screen.getByLabelText<HTMLSelectElement>('Shown');
  expect(shown.value).toBe('own');
  await user.selectOptions(shown, 'In these stages');
  await user.selectOptions(shown, 'On every open deal');
  expect(await card()).not.toHaveProperty('when');
  await user.selectOptions(shown, 'By a condition of your own');
  expect((await card()).when).toEqual(when);
});

test('a trait without a condition says that it is shown nowhere', async () => {
  await open();
  await user.selectOptions(screen.getByLabelText('Kind'), 'Suits us');
  expect(screen.getAllByText(/^On no deal yet: a trait is shown/).length).toBeGreaterThan(0);
  expect(button(/^Fleet first/).textContent).toContain('On no deal yet');
});
