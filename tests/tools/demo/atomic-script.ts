import * as atomic from '../../e2e/pages/atomic.ts';
import { answer, BUYER, cardOf, HEARD, NEXT_STEP, PAIN } from './answers.ts';
import type { Stage, Stop } from './tour.ts';

/** Opens a seeded deal, and waits for its card. */
async function open({ crm, page }: Stage, key: string): Promise<string> {
  const url = crm.deals.get(key) ?? '';
  await page.goto('about:blank');
  await page.goto(url);
  const deal = `atomic:${/deals\/(\d+)/.exec(url)?.[1] ?? ''}`;
  await cardOf(page, deal);
  return deal;
}

/** Answers gates of a seeded deal, and opens it anew: the picture is then what a rep finds. */
const answers =
  (key: string, ...written: Parameters<typeof answer>[3]) =>
  async (stage: Stage): Promise<void> => {
    await answer(stage.page, await open(stage, key), stage.today, written);
    await open(stage, key);
  };

const opens =
  (key: string) =>
  async (stage: Stage): Promise<void> => {
    await open(stage, key);
  };

/** A rep's way through the forecast in Atomic CRM. */
export const atomicScript: readonly Stop[] = [
  {
    file: '1-does-not-count-yet',
    what: 'A deal as it came in: four gates are open',
    standing: 'out',
    play: opens('brightwater'),
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
    file: '4-emptied-and-not-saved',
    what: 'The amount is emptied in the edit form, and nothing is saved: its gate opens at once',
    standing: 'edge',
    play: async ({ page }) => {
      await atomic.edit(page);
      await atomic.typeInto(page, 'amount', '');
    },
  },
  {
    file: '5-cannot-tell',
    what: 'Everything is answered, and the close date on the page cannot be read',
    standing: 'unknown',
    play: answers('harbour', NEXT_STEP, HEARD, PAIN, BUYER),
  },
  {
    file: '6-not-forecast',
    what: 'An early deal is not in the forecast',
    standing: 'none',
    play: opens('freezers'),
  },
];
