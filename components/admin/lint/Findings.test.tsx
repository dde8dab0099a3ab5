// @vitest-environment jsdom
import { render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import axe from 'axe-core';
import { LANGUAGES, wordsIn, type Language } from '../../../lib/app/catalogues.ts';
import type { LintFinding } from '../../../lib/core/lint/finding.ts';
import { createFormat } from '../../card/format.ts';
import type { Say } from '../../options/say.ts';
import { Findings } from './Findings.tsx';
import { findingSentence, SENTENCES } from './words.ts';

vi.mock('wxt/browser', () => ({ browser: {} }));

const sayIn = (language: Language): Say => {
  const t = wordsIn(language);
  return { t, fmt: createFormat(language, '2026-11-22', t) };
};
const english = sayIn('en');

const finding = (
  code: LintFinding['code'],
  values: LintFinding['values'] = {},
  more: Partial<LintFinding> = {},
): LintFinding => ({
  level: 'warning',
  code,
  rule: 'G1',
  path: ['gates', 0, 'question', 'en'],
  values,
  ...more,
});

const closed = finding(
  'yes-no',
  { part: 'question' },
  { better: { language: 'de', text: 'Was wissen wir über das Budget?' } },
);

describe('the list', () => {
  it('says error and warning in words, and where a text stands', () => {
    const error = finding('no-owner', {}, { level: 'error', path: ['gates', 0, 'owner'] });
    render(<Findings findings={[error, closed]} say={english} />);
    const [first, second] = within(screen.getByRole('list')).getAllByRole('listitem');
    expect(first?.textContent).toBe(
      'Mend before publishing: It has no owner yet: name who looks after it.',
    );
    expect(second?.querySelector('p')?.textContent).toBe(
      'Worth a look: The question can be answered with yes or no: begin with what, who, how or when. (English text)',
    );
  });

  it('offers the better wording in its own language, by a button', async () => {
    const taken = vi.fn();
    render(<Findings findings={[closed]} say={english} onTake={taken} />);
    expect(screen.getByText('Was wissen wir über das Budget?').lang).toBe('de');
    const button = screen.getByRole('button', {
      name: 'Use this wording',
      description: 'Was wissen wir über das Budget?',
    });
    await userEvent.click(button);
    expect(taken).toHaveBeenCalledWith(closed);
  });

  it('has no button where nobody takes it, and where nothing better is known', () => {
    const { rerender } = render(<Findings findings={[closed]} say={english} />);
    expect(screen.queryByRole('button')).toBeNull();
    rerender(<Findings findings={[finding('ranking')]} say={english} onTake={vi.fn()} />);
    expect(screen.queryByRole('button')).toBeNull();
  });

  it.each(LANGUAGES)('can be read by everybody, in %s', async (language) => {
    const { container } = render(
      <Findings findings={[closed, finding('no-why')]} say={sayIn(language)} onTake={vi.fn()} />,
    );
    const { violations } = await axe.run(container);
    expect(violations).toEqual([]);
  });
});

describe.each(LANGUAGES)('sentences in %s', (language) => {
  const values = {
    ...{
      part: 'hint',
      parts: 'name\nwhy',
      field: 'closeDate',
      from: 'custom.x',
      crms: 'odoo\nZoho',
    },
    ...{ date: '2026-11-01', value: '5', low: '1', high: '2', message: 'Gate G1 is odd.' },
    ...{ amber: 3, red: 2, limit: 500, length: 501, forecast: 14, commit: 30 },
  };
  it.each(Object.keys(SENTENCES) as LintFinding['code'][])('%s is whole', (code) => {
    const sentence = findingSentence(finding(code, values), sayIn(language));
    expect(sentence).toMatch(/^[\p{Lu}\d“‘].*[.]$/u);
    expect(sentence).not.toMatch(/\$\d|lint_|undefined|!/);
    expect(sentence.includes('Gate G1')).toBe(['shape', 'too-many'].includes(code));
  });
});

describe('a sentence', () => {
  const said = (
    code: LintFinding['code'],
    values: LintFinding['values'],
    language: Language = 'en',
  ) => findingSentence(finding(code, values), sayIn(language));
  it('calls things by name', () => {
    const values = { field: 'custom.tier', fieldEn: 'Tier', fieldNl: 'Klasse', crms: 'Odoo\nZoho' };
    expect(said('unreadable', values)).toBe(
      'Dealside has not been able to read “Tier” in Odoo and Zoho: the result there is “can’t tell”. Map the fact, or use another one.',
    );
    expect(said('unreadable', values, 'nl')).toMatch(/‘Klasse’ niet kunnen lezen in Odoo en Zoho/);
    expect(said('missing-dutch', { parts: 'name\nwhy' })).toMatch(/for the name and the why:/);
  });
  it('writes numbers and dates as people do', () => {
    const amounts = { field: 'amount', value: '50000', low: '1000.50', high: '40000' };
    expect(said('beyond-seen', amounts)).toMatch(/50,000 for amount: .* 1,000.5 to 40,000/);
    expect(said('beyond-seen', amounts, 'nl')).toMatch(/50\.000 .* 1\.000,5 tot 40\.000/);
    expect(said('review-past', { date: '2026-11-01' })).toMatch(/1 Nov 2026|Nov 1, 2026/);
  });
});
