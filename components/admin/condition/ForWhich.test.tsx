// @vitest-environment jsdom
import axe from 'axe-core';
import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { wordsIn } from '../../../lib/app/catalogues.ts';
import { NOTHING_KNOWN } from '../../../lib/app/admin/known.ts';
import type { Condition } from '../../../lib/core/condition-schema.ts';
import type { Playbook } from '../../../lib/core/playbook.ts';
import { playbook as gallery } from '../../../tests/a11y/gallery/playbook.ts';
import { createFormat } from '../../card/format.ts';
import { ForWhich } from './ForWhich.tsx';

vi.mock('wxt/browser', () => ({ browser: {} }));

const sayIn = (language: 'en' | 'nl') => {
  const t = wordsIn(language);
  return { t, fmt: createFormat(language, '', t) };
};
const says = { en: sayIn('en'), nl: sayIn('nl') };
const user = userEvent.setup({ delay: null });
const known = { ...NOTHING_KNOWN, choices: { pipeline: ['New business', 'Renewals'] } };

function open(first?: Condition, language: 'en' | 'nl' = 'en') {
  const handed: (Condition | undefined)[] = [];
  let facts: Playbook['facts'] = [];
  function Host() {
    const [value, setValue] = useState(first);
    const [playbook, setPlaybook] = useState<Playbook>({ ...gallery, currencies: [], facts: [] });
    return (
      <ForWhich
        value={value}
        onChange={(next) => {
          handed.push(next);
          setValue(next);
        }}
        playbook={playbook}
        known={known}
        say={says[language]}
        says={says}
        onNeedFact={(rule) => {
          facts = [...(facts ?? []), rule];
          setPlaybook({ ...playbook, facts });
        }}
      />
    );
  }
  render(<Host />);
  return { value: () => handed.at(-1), handed, facts: () => facts };
}
const box = (name: string) => screen.getByRole('combobox', { name });
const rich: Condition = {
  any: [
    { field: 'amount', op: 'is-set' },
    { field: 'owner', op: 'is-set' },
  ],
};

describe('for which deals', () => {
  it('is every deal at first, then those of an amount, a pipeline and a stage', async () => {
    const { value, handed } = open();
    expect(screen.getByText('Every deal.')).toBeTruthy();
    await user.selectOptions(box('How the lower bound counts'), 'is more than');
    await user.type(screen.getByRole('textbox', { name: 'Lower bound' }), '50,000');
    expect(value()).toEqual({ field: 'amount', op: 'more-than', value: '50000' });
    await user.type(box('Pipeline: Add a value'), 'new{ArrowDown}{Enter}');
    await user.type(box('Stage: Add a value'), 'Proposal{Enter}Closing{Enter}');
    expect(value()).toEqual({
      all: [
        { field: 'amount', op: 'more-than', value: '50000' },
        { field: 'pipeline', op: 'is', value: 'New business' },
        { field: 'stage', op: 'one-of', value: ['Proposal', 'Closing'] },
      ],
    });
    expect(screen.getByText(/^The amount is more than 50,000;/)).toBeTruthy();
    await user.clear(screen.getByRole('textbox', { name: 'Lower bound' }));
    for (const name of ['Remove New business', 'Remove Proposal', 'Remove Closing']) {
      await user.click(screen.getByRole('button', { name }));
    }
    expect(handed.at(-1)).toBeUndefined();
    expect(box('How the lower bound counts')).toHaveProperty('value', 'more-than');
  });

  it('offers to add a fact that the draft lacks, and goes on there', async () => {
    const { value, facts } = open();
    await user.click(screen.getByRole('button', { name: 'Add the fact: New or renewal' }));
    expect(facts()?.map(({ key }) => key)).toEqual(['dealType']);
    expect(document.activeElement).toBe(box('New or renewal: Add a value'));
    await user.keyboard('rene{ArrowDown}{Enter}');
    expect(value()).toEqual({ field: 'custom.dealType', op: 'is', value: 'Renewal' });
  });

  it('shows the builder for what is richer, and keeps it', async () => {
    const { handed } = open(rich);
    const back = screen.getByRole('button', { name: 'Simple choices' });
    expect(back.getAttribute('aria-disabled')).toBe('true');
    await user.click(back);
    expect(screen.getAllByRole('combobox', { name: 'Fact' })).toHaveLength(2);
    expect(handed).toEqual([]);
    // Once it fits, it can be told simply again; not by itself, under somebody's hands.
    await user.click(screen.getByRole('button', { name: 'Remove: Condition 1 of 2' }));
    await user.click(screen.getByRole('button', { name: 'Remove: Condition 1 of 1' }));
    expect(screen.getByRole('button', { name: 'Add a condition' })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Simple choices' }));
    expect(screen.getByText('Every deal.')).toBeTruthy();
    expect(handed.at(-1)).toBeUndefined();
  });

  it('goes to the builder and back without a change', async () => {
    const { handed } = open({ field: 'stage', op: 'is', value: 'Proposal' });
    await user.click(screen.getByRole('button', { name: 'Other conditions' }));
    expect(box('Value')).toHaveProperty('value', 'Proposal');
    await user.keyboard('{Enter}');
    expect(screen.getByRole('button', { name: 'Remove Proposal' })).toBeTruthy();
    expect(handed).toEqual([]);
  });

  it('hands a change to whoever listens now, though nothing else about it was new', async () => {
    const heard: string[] = [];
    const host = (who: string) => (
      <ForWhich
        value={rich}
        onChange={() => heard.push(who)}
        playbook={{ ...gallery }}
        {...{ known, says }}
        say={says.en}
        onNeedFact={vi.fn()}
      />
    );
    const { rerender } = render(host('first'));
    rerender(host('second'));
    await user.click(screen.getByRole('button', { name: 'Remove: Condition 1 of 2' }));
    expect(heard).toEqual(['second']);
  });

  it.each(['en', 'nl'] as const)('has nothing that axe names, in %s', async (language) => {
    open({ field: 'amount', op: 'at-least', value: '1000' }, language);
    const { violations } = await axe.run(document.body, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    });
    expect(violations.map(({ id }) => id)).toEqual([]);
    expect(
      screen.getByRole('group', {
        name: language === 'nl' ? 'Voor welke deals' : 'For which deals',
      }),
    ).toBeTruthy();
  });
});
