import { describe, expect, it } from 'vitest';
import { deal, playbook, TODAY } from '../../tests/builders.ts';
import { assess } from './assess.ts';
import type { Condition } from './condition-schema.ts';
import { unknown } from './fact.ts';
import type { StoryCard } from './playbook.ts';
import { storyCards } from './story.ts';

const card = (id: string, kind: StoryCard['kind'], when?: Condition): StoryCard => ({
  id,
  kind,
  name: { en: id },
  text: { en: id },
  owner: 'Sales operations',
  reviewBy: '2027-01-01',
  ...(when ? { when } : {}),
});
const acme: Condition = { field: 'account', op: 'is', value: 'Acme' };
const old: Condition = { field: 'answer.pain', op: 'evidence', maxAge: 'playbook' };

const shown = (
  values: Parameters<typeof deal>[0],
  cards: StoryCard[],
  more: Parameters<typeof deal>[1] = {},
): string[] => {
  const rules = playbook({ cards });
  return storyCards(assess(deal(values, more), rules, TODAY), rules, TODAY).map(({ id }) => id);
};

describe('cards beside a deal', () => {
  it('are those whose condition is true, in the order of the playbook', () => {
    const cards = [card('b', 'trait', acme), card('a', 'differentiator', acme)];
    expect(shown({ account: 'Acme' }, cards)).toEqual(['b', 'a']);
    expect(shown({ account: 'Other' }, cards)).toEqual([]);
  });
  it('are none where it cannot be told', () => {
    expect(shown({ account: unknown('not-readable') }, [card('a', 'trait', acme)])).toEqual([]);
  });
  it('are priorities and differentiators where there is no condition', () => {
    const cards = [card('p', 'priority'), card('d', 'differentiator'), card('t', 'trait')];
    expect(shown({}, cards)).toEqual(['p', 'd']);
  });
  it('are none on a decided deal', () => {
    const won = { id: 'w', label: 'Won', state: 'won' as const };
    expect(shown({ stage: won, account: 'Acme' }, [card('a', 'trait', acme)])).toEqual([]);
    expect(shown({ stage: unknown('not-readable') }, [card('p', 'priority')])).toEqual(['p']);
  });
  it('take the stricter age in commit', () => {
    const answers = { pain: { key: 'pain', text: 'It costs a week', day: '2026-05-20' } };
    const signing = { id: 'signing', label: 'Signing', state: 'open' as const };
    expect(shown({}, [card('a', 'trait', old)], { answers })).toEqual(['a']);
    expect(shown({ stage: signing }, [card('a', 'trait', old)], { answers })).toEqual([]);
  });
  it('cost themselves alone when they fail', () => {
    const broken = { field: 'account', op: 'no-such-op' } as unknown as Condition;
    expect(shown({}, [card('x', 'trait', broken), card('p', 'priority')])).toEqual(['p']);
  });
});
