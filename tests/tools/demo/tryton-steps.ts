import { logIn, openFromList, typeInto } from '../../e2e/pages/tryton.ts';
import { inCard } from '../../e2e/pages/card.ts';
import { DEALS } from '../../crms/deals.ts';
import { answerAll, KNOWN } from './answers.ts';
import type { Stage, Step } from './tour.ts';

/** Opens a seeded deal from the list, and waits for its card. */
async function open({ page, crm }: Stage, key: string): Promise<void> {
  const index = DEALS.findIndex((deal) => deal.key === key);
  // Tryton asks before a changed record is left; a page that is loaded anew has none.
  await page.goto('about:blank');
  await logIn(page, crm);
  await openFromList(page, DEALS[index]?.name ?? '');
  await page
    .locator(`dealside-card[data-deal="tryton:${index + 1}"]`)
    .waitFor({ state: 'attached' });
}

const openAndAnswer = async (stage: Stage, key: keyof typeof KNOWN): Promise<void> => {
  await open(stage, key);
  await answerAll(stage.page, stage.clock, KNOWN[key]);
  // Opened again, the card stands as it will every day: what is met is folded.
  await open(stage, key);
};

/** The tour through Tryton. */
export const trytonSteps: readonly Step[] = [
  {
    file: 'tryton-1-does-not-count-yet.png',
    deal: 'velden',
    standing: 'out',
    what: 'a deal as it was found: its history tells that the date moved twice',
    play: async (stage) => {
      await open(stage, 'velden');
      // Tryton's own history is asked for once the deal is there.
      await inCard(stage.page, '.ds-chip').filter({ hasText: 'moved 2 times' }).waitFor();
    },
  },
  {
    file: 'tryton-2-at-the-edge.png',
    deal: 'coldchain',
    standing: 'edge',
    what: 'everything is answered, and the close date lies beyond the window',
    play: (stage) => openAndAnswer(stage, 'coldchain'),
  },
  {
    file: 'tryton-3-counts.png',
    deal: 'brightwater',
    standing: 'counts',
    what: 'every required gate is met, by what Tryton keeps and by the answers in the card',
    play: (stage) => openAndAnswer(stage, 'brightwater'),
  },
  {
    file: 'tryton-4-cannot-tell.png',
    deal: 'brightwater',
    standing: 'unknown',
    what: 'words are typed where the close date was, and not saved: nobody can tell the window',
    // Letters such as d and m would move the date: Tryton takes them for commands.
    play: ({ page }) => typeInto(page, 'end_date', 'Q1'),
  },
  {
    file: 'tryton-5-live-while-typing.png',
    deal: 'brightwater',
    standing: 'edge',
    what: 'a date beyond the window is typed, and not saved: its gate opens at once',
    play: async ({ page, clock }) => {
      const [year, month, day] = Temporal.PlainDate.from(clock)
        .add({ days: 90 })
        .toString()
        .split('-');
      await typeInto(page, 'end_date', `${month}/${day}/${year}`);
    },
  },
  {
    file: 'tryton-6-not-forecast.png',
    deal: 'freezers',
    standing: 'none',
    what: 'a lead, which is not in the forecast',
    play: (stage) => open(stage, 'freezers'),
  },
];
