import { edit, openDeal, typeInto } from '../../e2e/pages/atomic.ts';
import { DEALS } from '../../crms/deals.ts';
import { answerAll, KNOWN } from './answers.ts';
import type { Stage, Step } from './tour.ts';

/** Opens a seeded deal, and waits for its card. */
async function open({ page, crm }: Stage, key: string): Promise<void> {
  const index = DEALS.findIndex((deal) => deal.key === key);
  await openDeal(page, crm.deals.get(key) ?? '', DEALS[index]?.name ?? '');
  await page
    .locator(`dealside-card[data-deal="atomic:${index + 1}"]`)
    .waitFor({ state: 'attached' });
  // The notes' authors come last.
  await page.locator('.MuiCircularProgress-root').waitFor({ state: 'detached' });
}

const openAndAnswer = async (stage: Stage, key: keyof typeof KNOWN): Promise<void> => {
  await open(stage, key);
  await answerAll(stage.page, stage.clock, KNOWN[key]);
  // Opened again, the card stands as it will every day: what is met is folded.
  await open(stage, key);
};

/** The tour through Atomic CRM. */
export const atomicSteps: readonly Step[] = [
  {
    file: 'atomic-1-does-not-count-yet.png',
    deal: 'velden',
    standing: 'out',
    what: 'a deal as it was found: its date and amount are read, the rest is still open',
    play: (stage) => open(stage, 'velden'),
  },
  {
    file: 'atomic-2-at-the-edge.png',
    deal: 'coldchain',
    standing: 'edge',
    what: 'everything is answered, and the close date lies beyond the window',
    play: (stage) => openAndAnswer(stage, 'coldchain'),
  },
  {
    file: 'atomic-3-counts.png',
    deal: 'brightwater',
    standing: 'counts',
    what: 'every required gate is met, by what the page shows and by the answers in the card',
    play: (stage) => openAndAnswer(stage, 'brightwater'),
  },
  {
    file: 'atomic-4-live-while-typing.png',
    deal: 'brightwater',
    standing: 'edge',
    what: 'the amount is emptied in the edit form, and not saved: its gate opens at once',
    play: async ({ page }) => {
      await edit(page);
      await typeInto(page, 'amount', '');
    },
  },
  {
    file: 'atomic-5-cannot-tell.png',
    deal: 'harbour',
    standing: 'unknown',
    what: 'everything else is met, and the page shows a date that nobody can read',
    play: (stage) => openAndAnswer(stage, 'harbour'),
  },
  {
    file: 'atomic-6-not-forecast.png',
    deal: 'freezers',
    standing: 'none',
    what: 'an early deal, which is not in the forecast',
    play: (stage) => open(stage, 'freezers'),
  },
];
