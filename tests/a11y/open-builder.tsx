import axe from 'axe-core';
import { act, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { expect } from 'vitest';
import { ConditionBuilder } from '../../components/admin/condition/ConditionBuilder.tsx';
import { createFormat } from '../../components/card/format.ts';
import type { Say } from '../../components/options/say.ts';
import { NOTHING_KNOWN, type KnownDeals } from '../../lib/app/admin/known.ts';
import { wordsIn } from '../../lib/app/catalogues.ts';
import type { Condition } from '../../lib/core/condition-schema.ts';
import type { Playbook } from '../../lib/core/playbook.ts';
import { playbook as gallery } from './gallery/playbook.ts';

/** For tests of the rule builder. The test mocks `wxt/browser`. */
const sayIn = (language: 'en' | 'nl'): Say => {
  const t = wordsIn(language);
  return { t, fmt: createFormat(language, '', t) };
};
const says = { en: sayIn('en'), nl: sayIn('nl') };
export const user = userEvent.setup({ delay: null });

/** Has axe look at the whole page. Colours and landmarks are the real page's own. */
export const nothingWrong = async (): Promise<void> => {
  const { violations } = await axe.run(document.body, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
};

/** What has the focus is called. */
export const focused = (): string => {
  const { activeElement: at } = document;
  return at?.getAttribute('aria-label') ?? at?.textContent ?? '';
};
/** Goes on with the Tab key until a control has the focus. */
export async function tabTo(name: string): Promise<void> {
  for (let i = 0; i < 40 && focused() !== name; i++) await user.tab();
  expect(focused()).toBe(name);
}

export const playbook: Playbook = {
  ...gallery,
  currencies: ['EUR'],
  answers: [
    {
      key: 'security',
      label: { en: 'Security review', nl: 'Security-check' },
      hint: { en: 'When' },
      date: { en: 'Booked for', nl: 'Gepland op' },
    },
  ],
};

export interface World {
  readonly value: () => Condition | undefined;
  readonly give: (next: Condition) => void;
  readonly handed: Condition[];
}

/** Opens the builder as an editor would, which gives back what it is handed. */
export function open(
  first: Condition | undefined,
  change: { language?: 'en' | 'nl'; known?: KnownDeals; playbook?: Playbook } = {},
): World {
  const handed: Condition[] = [];
  const { language = 'en', known = NOTHING_KNOWN } = change;
  let give: (next: Condition) => void = () => undefined;
  function Host() {
    const [value, setValue] = useState(first);
    give = setValue;
    return (
      <ConditionBuilder
        label="Test"
        value={value}
        onChange={(next) => {
          handed.push(next);
          setValue(next);
        }}
        playbook={change.playbook ?? playbook}
        known={known}
        say={says[language]}
        says={says}
      />
    );
  }
  render(<Host />);
  return {
    value: () => handed.at(-1),
    give: (next) => {
      act(() => {
        give(next);
      });
    },
    handed,
  };
}

export const amount = { field: 'amount', op: 'at-least', value: '50000' } satisfies Condition;
export const stage = { field: 'stage', op: 'is', value: 'Proposal' } satisfies Condition;
export const owner = { field: 'owner', op: 'is-set' } satisfies Condition;
export const row = (name: string) => within(screen.getByRole('group', { name }));
/** What all live regions say. */
export const said = (): string[] =>
  screen.getAllByRole('status').map(({ textContent }) => textContent);
