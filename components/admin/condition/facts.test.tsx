// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { NOTHING_KNOWN, type KnownDeals } from '../../../lib/app/admin/known.ts';
import type { Playbook } from '../../../lib/core/playbook.ts';
import {
  amount,
  nothingWrong,
  open,
  playbook,
  stage,
  user,
} from '../../../tests/a11y/open-builder.tsx';

vi.mock('wxt/browser', () => ({ browser: {} }));

describe('a fact', () => {
  const facts = { crm: 'tryton', site: 'https://crm.example.com', deals: 1, last: null };
  const known: KnownDeals = {
    ...NOTHING_KNOWN,
    crms: [
      { ...facts, stages: [], readable: [], answers: {}, custom: ['x_region', 'x_mapped', 'size'] },
    ],
  };
  const withFacts: Playbook = {
    ...playbook,
    facts: [{ key: 'size', label: { en: 'Size', nl: 'Grootte' }, kind: 'number' }],
    mapping: [{ crm: 'tryton', fact: 'custom.size', from: { custom: 'x_mapped' } }],
  };
  const field = () => screen.getByRole('combobox', { name: 'Fact' });

  it('is found by any part of its name, in its group', async () => {
    open(amount, { known, playbook: withFacts });
    await user.click(screen.getByRole('button', { name: /Show all/ }));
    const groups = screen.getAllByRole('group').filter(({ tagName }) => tagName === 'SECTION');
    const listed = groups.map((group) => [
      group.querySelector('.cn-list-title')?.textContent,
      within(group)
        .getAllByRole('option')
        .map(({ textContent }) => textContent),
    ]);
    expect(listed.slice(1)).toEqual([
      ['Answers in Dealside', ['Security review', 'Security review: Booked for']],
      ['Your own facts', ['Size']],
      ['Seen in the CRM, not described yet', ['x_region']],
    ]);
    expect(listed[0]?.[1]).toHaveLength(19);
    await nothingWrong();
  });

  it('keeps its operator where it suits the next one, and takes a fitting one where not', async () => {
    const { value } = open(
      { field: 'closeDate', op: 'before', day: 'window-end' },
      { known, playbook: withFacts },
    );
    await user.clear(field());
    await user.type(field(), 'next meeting{Enter}');
    expect(value()).toEqual({ field: 'nextMeeting', op: 'before', day: 'window-end' });
    await user.clear(field());
    await user.type(field(), 'size{Enter}');
    expect(value()).toEqual({ field: 'custom.size', op: 'at-least', value: '' });
    await user.clear(field());
    await user.type(field(), 'x_reg{Enter}');
    expect(value()).toEqual({ field: 'custom.x_region', op: 'at-least', value: '' });
    const ops = within(screen.getByRole('combobox', { name: 'Comparison' })).getAllByRole('option');
    expect(ops).toHaveLength(25);
  });

  it('stays when its name was cleared, or nothing has that name', async () => {
    const { handed } = open(amount);
    await user.clear(field());
    await user.tab();
    expect(field()).toHaveProperty('value', 'Amount');
    await user.clear(field());
    await user.type(field(), 'no such thing');
    await user.tab();
    expect(field()).toHaveProperty('value', 'Amount');
    expect(handed).toEqual([]);
  });

  it('is not taken for another of the same name', async () => {
    const twin = { key: 'nextStep', label: { en: 'Next step' }, hint: { en: 'x' } };
    const { handed } = open(
      { field: 'answer.nextStep', op: 'is-set' },
      { playbook: { ...playbook, answers: [twin] } },
    );
    expect(field()).toHaveProperty('value', 'Next step (answer)');
    await user.click(field());
    await user.keyboard('{Enter}');
    await user.tab();
    expect(handed).toEqual([]);
  });

  it('is seen where the playbook no longer has it', () => {
    open({
      all: [
        { field: 'answer.gone', op: 'is-set' },
        { field: 'nonsense', op: 'is-set' },
      ],
    });
    expect(
      screen
        .getAllByRole('combobox', { name: 'Fact' })
        .map((each) => (each as HTMLInputElement).value),
    ).toEqual(['gone', 'nonsense']);
  });

  it('has the operators of its kind', () => {
    open(stage);
    const ops = within(screen.getByRole('combobox', { name: 'Comparison' })).getAllByRole('option');
    expect(ops.map(({ textContent }) => textContent)).toEqual([
      'is filled in',
      'is empty',
      'is',
      'is not',
      'is one of',
      'is none of',
    ]);
  });
});
