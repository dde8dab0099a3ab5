// @vitest-environment jsdom
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import {
  button,
  ours,
  press,
  section,
  testOptions,
  user,
} from '../../../tests/a11y/open-options.tsx';
import { keepDeals as keep, onDatabase } from '../../../tests/kept-deals.ts';
import { wordsOf } from '../../../lib/app/words.ts';
import english from '../../../public/_locales/en/messages.json';
import dutch from '../../../public/_locales/nl/messages.json';
import { Options } from '../../options/Options.tsx';
import { hashOf } from '../../options/routes.ts';

vi.mock('wxt/browser', async () => ({
  browser: (await import('../../../tests/fake-browser.ts')).fakeBrowser,
}));

const DAY = Temporal.Now.plainDateISO().toString();
/** A slow machine may take its time. */
const PATIENCE = { timeout: 20_000 };
const { actions, open } = testOptions('try');

beforeEach(() => {
  // jsdom lays nothing out: the list is as high as six of its rows.
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(600);
  vi.spyOn(Element.prototype, 'scrollHeight', 'get').mockReturnValue(100_000);
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(100);
  HTMLElement.prototype.scrollTo = function scrollTo(this: HTMLElement, options?: unknown) {
    this.scrollTop = (options as { top: number }).top;
    fireEvent.scroll(this);
  };
});

const startDraft = () => actions().draft.start({ ...ours, version: 2 }, 1);
const rows = () => within(screen.getByRole('list', { name: 'Deals that would stand differently' }));

async function tryIt(): Promise<void> {
  await press('Try the draft');
  await screen.findByText(/^Tried in/, {}, PATIENCE);
}

const violationsOf = async (element: Element): Promise<readonly string[]> => {
  const rules = { 'color-contrast': { enabled: false } };
  const { violations } = await axe.run(element, { rules });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`);
};

describe('trying a draft', () => {
  test('without one says so, and leads to the editor', async () => {
    await open();
    await press('Try the draft');
    expect(await screen.findByText(/^There is no draft yet/)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Open the editor' }).getAttribute('href')).toBe(
      '#/edit',
    );
  });

  test('whose condition is empty says what is wrong, and runs nothing', async () => {
    const [first, ...others] = ours.gates;
    await actions().draft.start(
      { ...ours, gates: [{ ...first!, test: { all: [] } }, ...others] },
      1,
    );
    await open();
    await press('Try the draft');
    expect(await screen.findByText(/^The draft can’t be tried yet/)).toBeTruthy();
    const link = screen.getByRole('link', { name: `Gates: “${first!.name.en}”` });
    expect(link.getAttribute('href')).toBe(`#/edit/gates/${first!.id}`);
    expect(screen.queryByRole('table')).toBeNull();
  });

  test('says in one sentence what would be lost, and its table adds up', async () => {
    await keep(120);
    await startDraft();
    await open();
    await tryIt();
    expect(screen.getByText(/of \d+ deals would lose|None of \d+ deals would lose/)).toBeTruthy();
    const table = within(screen.getByRole('table', { name: 'Where deals would stand' }));
    const numbers = table
      .getAllByRole('row')
      .slice(1, -1)
      .map((row) => {
        const cells = within(row).getAllByRole('cell');
        return Number(cells.at(-1)?.textContent);
      });
    const [sum] = table.getAllByRole('row').slice(-1);
    expect(numbers.reduce((a, b) => a + b, 0)).toBe(
      Number(within(sum!).getByRole('cell').textContent),
    );
    expect(
      within(section('How each gate comes out').getByRole('table')).getAllByText('new in the draft')
        .length,
    ).toBeGreaterThan(0);
    expect(document.activeElement).toBe(button('Try again'));
  });

  test('goes through the deals by the keyboard, and opens the card of one by either playbook', async () => {
    await keep(200);
    await actions().draft.start({ ...ours, gates: ours.gates.slice(0, 1), version: 2 }, 1);
    await open();
    await tryIt();
    const [first] = await rows().findAllByRole('button');
    first!.focus();
    const total = rows().getAllByRole('listitem')[0]!.getAttribute('aria-setsize')!;
    expect(rows().getAllByRole('button').length).toBeLessThan(Number(total));
    await user.keyboard('{End}');
    await waitFor(() => {
      const item = document.activeElement?.closest('[aria-posinset]');
      expect(item?.getAttribute('aria-posinset')).toBe(total);
    });
    await user.keyboard('{Home}');
    await waitFor(() => {
      expect(document.activeElement?.textContent).toBe(first!.textContent);
    });
    const opener = document.activeElement as HTMLElement;
    await user.keyboard('{Enter}');
    const dialog = within(await screen.findByRole('dialog', { name: first!.textContent }));
    const card = within(await dialog.findByRole('group', { name: 'The deal’s card' }));
    expect(card.getByText(/^Ours, version 2/)).toBeTruthy();
    expect(card.queryByRole('button', { name: /^(Answer|Exception|Park)/ })).toBeNull();
    expect(dialog.getByText(/^Only to look at/)).toBeTruthy();
    await user.click(dialog.getByRole('radio', { name: 'In force' }));
    expect(await dialog.findByText(/^BANT-light, version 1/)).toBeTruthy();
    await user.keyboard('{Escape}');
    await waitFor(() => {
      expect(screen.queryByRole('dialog')).toBeNull();
    });
    await waitFor(() => {
      expect(document.activeElement).toBe(opener);
    });
  });

  test('can be stopped while it runs, and keeps the focus on what comes next', async () => {
    await startDraft();
    const run = vi.fn(
      (signal: AbortSignal, progress: (at: { done: number; of: number }) => void) =>
        new Promise<{ readonly is: 'stopped' }>((resolve) => {
          progress({ done: 200, of: 10_000 });
          signal.addEventListener('abort', () => {
            resolve({ is: 'stopped' });
          });
        }),
    );
    await open({ trial: { ...actions().trial, run } });
    button('Try the draft').focus();
    await user.keyboard('{Enter}');
    expect(screen.getByRole('progressbar', { name: '200 of 10,000 deals' })).toBeTruthy();
    expect(document.activeElement).toBe(button('Stop'));
    await user.keyboard('{Enter}');
    expect(await screen.findByText(/^Stopped before the end/)).toBeTruthy();
    expect(document.activeElement).toBe(button('Try again'));
  });

  test('says what could not be read', async () => {
    await keep(40);
    await onDatabase((db) => db.deals.put({ key: 'zz', reading: 'no' } as never));
    await startDraft();
    await open();
    await tryIt();
    expect(screen.getByText(/^1 deal that is kept here could not be read/)).toBeTruthy();
  });
});

describe('the use of rules', () => {
  beforeEach(() => {
    window.location.hash = hashOf('use');
  });

  test('is counted at once, with the numbers and a way to the rule', async () => {
    await keep(120);
    await open();
    expect(await screen.findByText(/^Counted on \d+ open deals/, {}, PATIENCE)).toBeTruthy();
    const gates = section('Gates');
    const link = gates.getByRole('link', { name: 'Open in the editor: In the window' });
    expect(link.getAttribute('href')).toBe('#/edit/gates/G1');
    const row = within(link.closest('li')!);
    expect(row.getByText(/^It stands on \d+ deals/)).toBeTruthy();
    expect(row.getByText('met').nextElementSibling?.textContent).toMatch(/^\d+$/);
    expect(section('Signals').getAllByText(/^Raised on/).length).toBeGreaterThan(3);
  });

  test('says that a small number is small, and nominates nothing as idle on it', async () => {
    await keep(12);
    await open();
    expect(await screen.findByText(/That is a small number/)).toBeTruthy();
    expect(screen.queryByText(/It is met on each of/)).toBeNull();
  });

  test('nominates a gate that is disputed often, with the reason', async () => {
    await keep(60);
    await onDatabase(async (db) => {
      const keys = await db.deals.toCollection().primaryKeys();
      await db.disputes.bulkPut(keys.map((deal) => ({ deal, rule: 'gate:G1', day: DAY })));
    });
    await open();
    const link = await screen.findByRole('link', { name: 'Open in the editor: In the window' });
    const row = within(link.closest('li')!);
    expect(row.getByText('may go')).toBeTruthy();
    expect(row.getByText(/^On \d+ deals somebody said that it does not fit/)).toBeTruthy();
  });
});

test.each([
  ['en', english, 'try'],
  ['nl', dutch, 'try'],
  ['en', english, 'use'],
  ['nl', dutch, 'use'],
  ['en', english, 'versions'],
  ['nl', dutch, 'versions'],
] as const)(
  'in %s, the screen can be read and used by everybody',
  async (locale, catalogue, screenId) => {
    await keep(60);
    await actions().publishPack('spiced');
    await actions().draft.start({ ...ours, gates: ours.gates.slice(1), version: 3 }, 2);
    window.location.hash = hashOf(screenId);
    const t = wordsOf(catalogue);
    const { container } = render(<Options actions={actions()} t={t} locale={locale} />);
    if (screenId === 'try') {
      await user.click(await screen.findByRole('button', { name: t('trial_run') }));
      await screen.findByText(t('trial_prompts_title'), {}, PATIENCE);
      expect(await violationsOf(container)).toEqual([]);
      await user.click(container.querySelector('.tr-open')!);
      await screen.findByRole('group', { name: t('trial_card') });
      expect(await violationsOf(document.body)).toEqual([]);
    } else {
      await screen.findByRole('heading', {
        name: t(screenId === 'use' ? 'options_gates' : 'versions_compare'),
      });
    }
    expect(document.body.textContent).not.toMatch(
      /(trial|use|diff|versions|cond)_|\$\d|undefined|\[object/,
    );
    if (screenId !== 'try') expect(await violationsOf(container)).toEqual([]);
  },
);
