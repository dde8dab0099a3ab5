// @vitest-environment jsdom
import { render, screen, within } from '@testing-library/react';
import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import { wordsIn } from '../../../lib/app/catalogues.ts';
import { packFor } from '../../../lib/app/options-draft.ts';
import { playbookSchema, type Playbook } from '../../../lib/core/playbook.ts';
import { createFormat } from '../../card/format.ts';
import type { Say } from '../../options/say.ts';
import { Diff } from './Diff.tsx';
import { playbookDiff } from './diff-words.ts';

const sayIn = (locale: 'en' | 'nl'): Say => {
  const t = wordsIn(locale);
  return { t, fmt: createFormat(locale, '', t) };
};
const say = sayIn('en');
const before: Playbook = { ...packFor('spiced', null), id: 'ours', version: 3 };
const [first, second, ...others] = before.gates;
const linesOf = (after: Playbook, part: string) => {
  const found = playbookDiff(before, after, say).find(({ id }) => id === part);
  return [...(found?.lines ?? []), ...(found?.items ?? []).flatMap(({ lines }) => lines)];
};

/** One change in every part that a playbook has. A part that is new to the schema must be told of here and there. */
const changes: {
  readonly [K in keyof Omit<Playbook, '$schema' | 'version'>]-?: Partial<Playbook>;
} = {
  id: { id: 'theirs' },
  name: { name: { en: 'Theirs' } },
  currencies: { currencies: ['EUR'] },
  country: { country: 'NL' },
  window: { window: 60 },
  answerAge: { answerAge: { forecast: 21, commit: 14 } },
  stages: { stages: before.stages.slice(1) },
  answers: { answers: before.answers.toReversed() },
  gates: { gates: before.gates.slice(1) },
  signals: {
    signals: before.signals.map((rule, place) => (place === 0 ? { ...rule, red: 99 } : rule)),
  },
  prompts: { prompts: [] },
  selectors: { selectors: { atomic: { amount: { shown: ['.amount'] } } } },
  facts: {
    facts: [{ key: 'region', label: { en: 'Region' }, kind: 'choice', choices: ['North'] }],
  },
  mapping: { mapping: [{ crm: 'atomic', fact: 'owner', from: { custom: 'x_owner' } }] },
  cards: {
    cards: [
      {
        ...{ id: 'fast', kind: 'trait', owner: 'Ops', reviewBy: '2027-01-01' },
        ...{ name: { en: 'Fast' }, text: { en: 'They decide within a month.' } },
      },
    ],
  },
  promptBudget: { promptBudget: { dealWeek: 2, repDay: 4 } },
  cadence: {
    cadence: {
      scrub: { forecast: 10, commit: 5 },
      weekly: { day: 4, hour: 16 },
      oneOnOne: 10,
    },
  },
  daysOff: { daysOff: ['2026-12-24'] },
  rollout: { rollout: { from: '2026-12-01', managersFirst: 14 } },
  sites: {
    sites: [
      {
        ...{ id: 'custom-ours', name: 'Our CRM', version: 1, sites: ['https://crm.example.com'] },
        urls: { deal: ['/deals/:id'] },
        fields: { name: { shown: ['h1'] } },
      },
    ],
  },
};

describe('what one playbook changes of another', () => {
  it('knows every part that a playbook can have', () => {
    const parts = Object.keys(playbookSchema.shape).filter(
      (part) => part !== '$schema' && part !== 'version',
    );
    expect(Object.keys(changes).toSorted()).toEqual(parts.toSorted());
  });

  it.each(Object.entries(changes))(
    'a change of "%s" is told, in English and Dutch',
    (_, change) => {
      for (const language of ['en', 'nl'] as const) {
        const told = playbookDiff(before, { ...before, ...change }, sayIn(language));
        expect(told.length).toBeGreaterThan(0);
        expect(JSON.stringify(told)).not.toMatch(
          /(diff|cond|edit|parts|story|trial|options)_|\$\d|undefined|\[object/,
        );
      }
    },
  );

  it('is nothing for the number, the schema’s place and the order of properties', () => {
    const turned = Object.fromEntries(Object.entries(before).toReversed()) as Playbook;
    expect(playbookDiff(before, { ...turned, version: 9, $schema: 'x' }, say)).toEqual([]);
  });

  it('says of a gate exactly what changed, language by language, and nothing else', () => {
    const changed = {
      ...first!,
      why: { ...first!.why, nl: 'Omdat het moet.' },
      owner: 'Ann',
      reviewBy: '2027-03-01',
      need: { ...first!.need, forecast: 'advised' as const },
    };
    expect(linesOf({ ...before, gates: [changed, second!, ...others] }, 'gates')).toEqual([
      { what: 'Why (Dutch)', before: first!.why.nl, after: 'Omdat het moet.' },
      { what: 'Owner', before: first!.owner, after: 'Ann' },
      {
        what: 'Look at it again by',
        before: say.fmt.date(first!.reviewBy),
        after: 'Mar 1, 2027',
      },
      { what: 'In forecast and best case', before: 'required', after: 'advised' },
    ]);
  });

  it('reads conditions back as sentences, and never as two that are the same', () => {
    const test = { field: 'amount', op: 'more-than' as const, value: '50000' };
    const [line, ...more] = linesOf(
      { ...before, gates: [{ ...first!, test }, second!, ...others] },
      'gates',
    );
    expect(more).toEqual([]);
    expect(line?.what).toBe('What it takes');
    expect(line?.after).toMatch(/50,000/);
    expect(line?.before).not.toBe(line?.after);
  });

  it('names thresholds with their numbers, and a new order with the names', () => {
    const [signal, ...rest] = before.signals;
    const louder = { ...before, signals: [{ ...signal!, amber: 4, on: false }, ...rest] };
    expect(linesOf(louder, 'signals')).toEqual([
      { what: 'Shown', before: 'yes', after: 'no' },
      { what: 'Amber from', before: String(signal!.amber), after: '4' },
    ]);
    const turned = playbookDiff(before, { ...before, gates: before.gates.toReversed() }, say);
    expect(turned).toMatchObject([{ items: [], lines: [] }]);
    expect(turned[0]?.order).toEqual(before.gates.toReversed().map(({ name }) => name.en));
  });

  it('tells where a fact comes from, and what of a site changed', () => {
    const from = { answer: 'pain', part: 'text' as const };
    const own = { crm: 'atomic', fact: 'nextStep' as const, from };
    const [part] = playbookDiff(before, { ...before, mapping: [own] }, say);
    expect(part?.items[0]).toMatchObject({
      name: 'Next step (atomic)',
      about: 'the answer “Pain and impact”',
    });
    const [site] = changes.sites.sites!;
    const sites = playbookDiff(
      { ...before, sites: [site!] },
      { ...before, sites: [{ ...site!, urls: { deal: ['/d/:id'] } }] },
      say,
    );
    expect(sites[0]?.items[0]?.lines).toEqual([
      { what: 'urls.deal', before: '["/deals/:id"]', after: '["/d/:id"]' },
    ]);
  });
});

it.each(['en', 'nl'] as const)(
  'everything at once can be read by everybody, in %s',
  async (language) => {
    const after = Object.assign({}, before, ...Object.values(changes)) as Playbook;
    const { container } = render(<Diff before={before} after={after} say={sayIn(language)} />);
    expect(screen.getAllByRole('group').length).toBeGreaterThan(8);
    const { violations } = await axe.run(container, {
      rules: { 'color-contrast': { enabled: false } },
    });
    expect(violations.map(({ id }) => id)).toEqual([]);
  },
);

it('shows markup in a text as text, and an empty side as nothing', () => {
  const how = { en: '<img src=x onerror=alert(1)>' };
  render(
    <Diff
      before={before}
      after={{ ...before, gates: [{ ...first!, how }, second!, ...others] }}
      say={say}
    />,
  );
  const gates = within(screen.getByRole('group', { name: 'Gates' }));
  const row = within(gates.getByText('How to meet it (English)').parentElement!);
  expect(row.getByText('nothing')).toBeTruthy();
  expect(row.getByText(how.en)).toBeTruthy();
  expect(document.querySelector('img')).toBeNull();
});
