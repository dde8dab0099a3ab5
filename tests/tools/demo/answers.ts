import type { Page } from 'playwright-core';
import { defaultPack, packs } from '../../../lib/playbooks/index.ts';
import { answerGate, inCard, openCard } from '../../e2e/pages/card.ts';

/** What a rep writes for a gate, and the day that it speaks of, counted from today. */
interface Written {
  readonly gate: string;
  readonly text: string;
  readonly inDays?: number;
}

export const NEXT_STEP: Written = {
  gate: 'G3',
  text: 'Marit sends the signed pilot terms to our legal desk',
  inDays: 4,
};
export const HEARD: Written = {
  gate: 'G4',
  text: '“If the terminals last a whole shift, we are in.”',
  inDays: -1,
};
export const PAIN: Written = {
  gate: 'G5',
  text: 'Every stock count stops the line for six hours, about 9,000 a month',
};
export const BUYER: Written = {
  gate: 'G6',
  text: 'Henk de Wit, director of operations, signs up to 100,000 himself',
};

const nameOf = (id: string): string =>
  packs[defaultPack].gates.find((gate) => gate.id === id)?.name.en ?? id;

/** Waits for a deal's card, as it comes: with the lesser things folded. */
export async function cardOf(page: Page, deal: string): Promise<void> {
  await page.locator(`dealside-card[data-deal="${deal}"]`).waitFor({ state: 'attached' });
  await inCard(page, '.ds-hero').waitFor();
}

/** Answers gates in the card's own forms, one after the other. */
export async function answer(
  page: Page,
  deal: string,
  today: string,
  written: readonly Written[],
): Promise<void> {
  for (const { gate, text, inDays } of written) {
    await openCard(page, deal);
    const date =
      inDays === undefined ? undefined : Temporal.PlainDate.from(today).add({ days: inDays });
    await answerGate(page, nameOf(gate), text, date?.toString());
  }
}
