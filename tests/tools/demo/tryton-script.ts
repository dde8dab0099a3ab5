import * as tryton from '../../e2e/pages/tryton.ts';
import { answer, BUYER, cardOf, HEARD, NEXT_STEP, PAIN } from './answers.ts';
import type { Stage, Stop } from './tour.ts';

const idOf = (url: string): string => /sale\.opportunity\/(\d+)/.exec(url)?.[1] ?? '';

/** Opens a seeded deal by its address, and waits for its card. */
async function open({ crm, page }: Stage, key: string): Promise<string> {
  const url = crm.deals.get(key) ?? '';
  const deal = `tryton:${idOf(url)}`;
  await page.goto(url);
  await cardOf(page, deal);
  return deal;
}

/** Answers gates of a seeded deal, and opens it anew: the picture is then what a rep finds. */
const answers =
  (key: string, ...written: Parameters<typeof answer>[3]) =>
  async (stage: Stage): Promise<void> => {
    await answer(stage.page, await open(stage, key), stage.today, written);
    await stage.page.goto('about:blank');
    await open(stage, key);
  };

/** A day in Tryton's English notation, MM/DD/YYYY. */
const typed = (day: Temporal.PlainDate): string => {
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${two(day.month)}/${two(day.day)}/${day.year}`;
};

const typeDate =
  (days: number) =>
  async ({ page, today }: Stage): Promise<void> => {
    await tryton.typeInto(page, 'end_date', typed(Temporal.PlainDate.from(today).add({ days })));
  };

/** A rep's way through the forecast in Tryton. What is typed is never saved. */
export const trytonScript: readonly Stop[] = [
  {
    file: '1-does-not-count-yet',
    what: 'A deal as it came in: four gates are open',
    standing: 'out',
    play: async (stage) => {
      await tryton.logIn(stage.page, stage.crm);
      await open(stage, 'brightwater');
    },
  },
  {
    file: '2-at-the-edge',
    what: 'Two gates are answered in the card; two are left',
    standing: 'edge',
    play: answers('brightwater', NEXT_STEP, HEARD),
  },
  {
    file: '3-counts',
    what: 'The last two are answered: the deal counts',
    standing: 'counts',
    play: answers('brightwater', PAIN, BUYER),
  },
  {
    file: '4-beyond-the-window',
    what: 'A close date beyond the window is typed, and not saved: its gate opens at once',
    standing: 'edge',
    play: typeDate(75),
  },
  {
    file: '5-back-in-the-window',
    what: 'A good date is typed: the gate is met again',
    standing: 'counts',
    play: typeDate(20),
  },
  {
    file: '6-cannot-tell',
    what: 'A date is half typed: it cannot be read, and nothing is held against the deal',
    standing: 'unknown',
    play: ({ page }) => tryton.typeInto(page, 'end_date', '12/'),
  },
  {
    file: '7-not-forecast',
    what: 'An early deal is not in the forecast',
    standing: 'none',
    play: async (stage) => {
      // The half-typed date makes the form a changed one: loading the page anew throws it away.
      await stage.page.goto('about:blank');
      await open(stage, 'freezers');
    },
  },
];
