// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { gate, playbook } from '../../tests/builders.ts';
import { context, host, money, ref, settled, world } from '../../tests/card-world.ts';
import { known } from '../core/fact.ts';
import type { StoryCard } from '../core/playbook.ts';
import { runCard } from './card-controller.ts';

const card = (id: string, more: Partial<StoryCard> = {}): StoryCard => ({
  id,
  kind: 'priority',
  name: { en: id },
  text: { en: `About ${id}` },
  owner: 'Ann',
  reviewBy: '2027-01-01',
  ...more,
});
const rules = playbook({
  gates: [gate('amount', { field: 'amount', op: 'is-set' })],
  cards: [
    card('always'),
    card('large', { when: { field: 'amount', op: 'more-than', value: '1000' } }),
  ],
});

let end: AbortController;
beforeEach(() => {
  end = new AbortController();
});
afterEach(() => {
  end.abort();
  host()?.remove();
});

async function opened(amount: string) {
  const made = world();
  made.client.openDeal.mockImplementation(() => Promise.resolve(context({ playbook: rules })));
  made.page.shows = '7';
  made.page.state = 'shown';
  made.page.values = { amount: known({ amount, currency: 'EUR' }, 'page') };
  runCard(made.setup, end.signal);
  await settled();
  const told = () => made.views.at(-1)?.view.stories.map(({ id }) => id);
  return { ...made, told };
}

describe('the cards of the team’s story', () => {
  it('are those whose condition the deal meets when it opens', async () => {
    expect((await opened('500')).told()).toEqual(['always']);
    end.abort();
    host()?.remove();
    end = new AbortController();
    expect((await opened('5000')).told()).toEqual(['always', 'large']);
  });

  it('stay the same objects while the rep types, and follow what is saved', async () => {
    const { page, changed, told, views } = await opened('500');
    const before = views.at(-1)?.view.stories;
    page.state = 'form';
    page.values = { amount: money('5000') };
    changed();
    expect(views.at(-1)?.view.deal?.fields.amount).toEqual(money('5000'));
    expect(views.at(-1)?.view.stories).toBe(before);
    page.state = 'shown';
    page.values = { amount: known({ amount: '5000', currency: 'EUR' }, 'page') };
    changed();
    expect(told()).toEqual(['always', 'large']);
  });

  it('follow a playbook that is published while the deal is open', async () => {
    const { client, announce, told } = await opened('500');
    const other = { ...rules, cards: [card('other')] };
    client.openDeal.mockImplementation(() => Promise.resolve(context({ playbook: other })));
    announce('dealChanged', ref('7'));
    await vi.waitFor(() => {
      expect(told()).toEqual(['other']);
    });
  });

  it('are another deal’s once that is open', async () => {
    const { page, changed, told } = await opened('5000');
    page.shows = '8';
    page.values = { amount: known({ amount: '5', currency: 'EUR' }, 'page') };
    changed();
    expect(told()).toEqual([]);
    await settled();
    expect(told()).toEqual(['always']);
  });
});
