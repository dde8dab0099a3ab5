// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import type { Playbook } from '../../../../lib/core/playbook.ts';
import { packFor } from '../../../../lib/app/options-draft.ts';
import { button, press, testOptions, user } from '../../../../tests/a11y/open-options.tsx';
import { draftOf, openPart } from '../../../../tests/a11y/open-part.tsx';

vi.mock('wxt/browser', async () => ({
  browser: (await import('../../../../tests/fake-browser.ts')).fakeBrowser,
}));

const { actions } = testOptions('edit');
const draft = () => draftOf(actions());
const open = (part: readonly string[], change?: (pack: Playbook) => Playbook) =>
  openPart(actions(), part, change);
const entry = (name: string | RegExp) =>
  within(screen.getByRole('button', { name }).closest('li')!);
const group = (name: string | RegExp) => within(screen.getByRole('group', { name }));
const fill = async (input: HTMLElement, text: string): Promise<void> => {
  await user.clear(input);
  await user.type(input, text);
};

describe('signals', () => {
  const quiet = async () =>
    (await draft()).signals.find(({ id }) => id === 'quiet-buyer') ?? expect.fail('no signal');

  test('each says in a line from when on it is amber and red, with its own unit', async () => {
    await open(['signals']);
    const lines = [...document.querySelectorAll('.pt-line')].map(({ textContent }) => textContent);
    expect(lines).toEqual([
      'Amber from 10 working days, red from 20 working days',
      'Amber from 30 calendar days, red from 45 calendar days',
      'Amber from 150% of the median cycle, red from 200% of the median cycle',
      'Amber from 1 calendar day, red from 5 calendar days',
      'Amber from 2 moves, red from 3 moves',
      'Amber without one, red 3 calendar days after its date',
      'Amber on the last 2 days of a month',
      'Amber from 20%',
    ]);
  });

  test('thresholds, switch and words go into the draft, and back to the default', async () => {
    await open(['signals', 'quiet-buyer']);
    const row = entry(/^Quiet buyer/);
    expect(document.activeElement).toBe(button(/^Quiet buyer/));
    expect(row.getByText('It is as it comes with Dealside.')).toBeTruthy();
    await fill(row.getByLabelText('Amber from'), '7');
    await fill(row.getByLabelText('Red from'), '15');
    await user.click(row.getByLabelText('Show this signal'));
    await fill(row.getByLabelText('Owner (needed)'), 'Ann');
    expect(await quiet()).toMatchObject({ amber: 7, red: 15, on: false, owner: 'Ann' });
    expect(button(/^Quiet buyer/).textContent).toContain('off');
    await press('Back to the default');
    expect(await quiet()).toEqual(
      packFor('bant-light', null).signals.find(({ id }) => id === 'quiet-buyer'),
    );
    expect(document.activeElement).toBe(button('Back to the default'));
  });

  test('no number for red is no red; a red before amber is told', async () => {
    await open(['signals', 'quiet-buyer']);
    const row = entry(/^Quiet buyer/);
    await user.clear(row.getByLabelText('Red from'));
    expect((await quiet()).red).toBe(0);
    await fill(row.getByLabelText('Red from'), '3');
    expect(row.getByText(/^Red comes after amber/)).toBeTruthy();
  });

  test('factors are told in percent, and kept as factors', async () => {
    await open(['signals', 'older-than-we-win']);
    await fill(entry(/^Older than/).getByLabelText('Amber from'), '110');
    const { signals } = await draft();
    expect(signals.find(({ id }) => id === 'older-than-we-win')?.amber).toBe(1.1);
  });

  test('one that the playbook lacks is added as it comes', async () => {
    await open(['signals'], (pack) => ({ ...pack, signals: pack.signals.slice(1) }));
    await press('Add “Quiet buyer”');
    expect(await quiet()).toMatchObject({ amber: 10, red: 20 });
  });
});

describe('answers', () => {
  test('a new one gets a key from its label, opens, and keeps the key', async () => {
    await open(['answers']);
    await user.type(screen.getByLabelText('Label of a new answer'), 'Séc review: booked?{Enter}');
    const row = entry(/^Séc review: booked\?/);
    expect(row.getByText('Conditions and files call it secReviewBooked.')).toBeTruthy();
    await fill(group(/^Label ?\(/).getByLabelText('English'), 'Security review');
    const { answers } = await draft();
    expect(answers.at(-1)).toEqual({
      key: 'secReviewBooked',
      label: { en: 'Security review' },
      hint: { en: '' },
    });
  });

  test('a label that is taken gets a key of its own', async () => {
    await open(['answers']);
    await user.type(screen.getByLabelText('Label of a new answer'), 'Pain');
    await press('Add the answer');
    expect((await draft()).answers.at(-1)?.key).toBe('pain-1');
  });

  test('without a name nothing is added, and it is said', async () => {
    await open(['answers']);
    const before = (await draft()).answers.length;
    await press('Add the answer');
    expect(screen.getByText('Write a name first.')).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByLabelText('Label of a new answer'));
    expect((await draft()).answers).toHaveLength(before);
  });

  test('one that gates ask for stays, and it is said which they are', async () => {
    await open(['answers', 'pain']);
    const row = entry(/^Pain and impact/);
    expect(row.getByRole('link', { name: '“Pain and impact”' }).getAttribute('href')).toMatch(
      /^#\/edit\/gates\//,
    );
    await user.click(row.getByRole('button', { name: 'Remove “Pain and impact”' }));
    expect(row.getByText(/^Pain and impact stays: “Pain and impact” asks for it/)).toBeTruthy();
    expect((await draft()).answers.map(({ key }) => key)).toContain('pain');
  });

  test('one that nothing asks for goes after a second press, and the focus goes on', async () => {
    const unused = { key: 'unused', label: { en: 'Unused' }, hint: { en: 'x' } };
    await open(['answers', 'unused'], (pack) => ({ ...pack, answers: [...pack.answers, unused] }));
    await press('Remove “Unused”');
    await press('Remove it? “Unused”');
    expect((await draft()).answers.map(({ key }) => key)).not.toContain('unused');
    expect(document.activeElement).not.toBe(document.body);
  });

  test('what stands in for a CRM fact needs a date, and says so', async () => {
    await open(['answers', 'pain']);
    const row = entry(/^Pain and impact/);
    await user.selectOptions(row.getByLabelText('Stands in for'), 'The next step and its date');
    expect(row.getByText(/^It needs a date for that/)).toBeTruthy();
    const date = within(row.getByRole('group', { name: 'Label of its date' }));
    await user.type(date.getByLabelText('English'), 'Told on');
    expect(row.queryByText(/^It needs a date for that/)).toBeNull();
    await user.clear(date.getByLabelText('English'));
    await user.selectOptions(row.getByLabelText('Stands in for'), 'Nothing in the CRM');
    const pain = (await draft()).answers.find(({ key }) => key === 'pain');
    expect(Object.keys(pain ?? {})).toEqual(['key', 'label', 'hint']);
  });
});

describe('facts', () => {
  test('what most teams have is added in one press, and not offered again', async () => {
    await open(['facts']);
    for (const name of ['Product', 'New or renewal', 'Competitor']) await press(`Add “${name}”`);
    expect((await draft()).facts?.map(({ key }) => key)).toEqual([
      'product',
      'dealType',
      'competitor',
    ]);
    expect(screen.queryByRole('group', { name: 'Most teams have' })).toBeNull();
  });

  test('choices are one a line; another kind has none to show', async () => {
    await open(['facts']);
    await press('Add “Product”');
    const row = entry(/^Product/);
    await user.type(row.getByLabelText('What it can be'), 'Fleet{Enter} Home {Enter}{Enter}Fleet');
    expect((await draft()).facts?.[0]?.choices).toEqual(['Fleet', 'Home']);
    await user.selectOptions(row.getByLabelText('Kind'), 'Date');
    expect(row.queryByLabelText('What it can be')).toBeNull();
  });

  test('removed, its mappings go with it', async () => {
    await open(['facts', 'region'], (pack) => ({
      ...pack,
      facts: [{ key: 'region', label: { en: 'Region' }, kind: 'text' }],
      mapping: [
        { crm: 'atomic', fact: 'custom.region', from: { custom: 'Region' } },
        { crm: 'atomic', fact: 'owner', from: { custom: 'Rep' } },
      ],
    }));
    await press('Remove “Region”');
    await press('Remove it? “Region”');
    const { facts, mapping } = await draft();
    expect([facts, mapping?.map(({ fact }) => fact)]).toEqual([[], ['owner']]);
  });
});

describe('prompts', () => {
  test('are added, moved and removed by keyboard', async () => {
    await open(['prompts']);
    await press('Add a question');
    await fill(group(/^Question/).getByLabelText('English'), 'What changed?');
    const before = (await draft()).prompts.map(({ id }) => id);
    expect(before.at(-1)).toBe('prompt-1');
    button('Add a question').focus();
    await user.keyboard('{Enter}');
    const second = within(button(/^No name yet/).closest('li')!);
    second.getByRole('button', { name: 'Move “prompt-2” up' }).focus();
    await user.keyboard('{Enter}');
    expect((await draft()).prompts.map(({ id }) => id).slice(-2)).toEqual(['prompt-2', 'prompt-1']);
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Move “prompt-2” up');
  });
});

test('a better wording that is offered is taken in one press', async () => {
  const blaming: Playbook['prompts'][number] = {
    id: 'prompt-1',
    text: { en: 'Why did you not call them?' },
    why: { en: 'Silence is news.' },
    when: { field: 'amount', op: 'is-set' },
  };
  await open(['prompts', 'prompt-1'], (pack) => ({ ...pack, prompts: [blaming] }));
  await user.click((await screen.findAllByRole('button', { name: /^Use this wording/ }))[0]!);
  const [prompt] = (await draft()).prompts;
  expect(prompt?.text.en).not.toBe(blaming.text.en);
  expect(prompt).toEqual({ ...blaming, text: { en: prompt?.text.en } });
});
