import type { Page } from 'playwright-core';
import { answerGate, inCard, unfold } from '../../e2e/pages/card.ts';

/** What a rep knows of a deal and the CRM has no field for. */
export interface Known {
  readonly nextStep: string;
  readonly heard: string;
  readonly buyer: string;
  readonly pain: string;
}

/** Types all of it into the card's own forms, dated around today. */
export async function answerAll(page: Page, clock: string, known: Known): Promise<void> {
  const today = Temporal.PlainDate.from(clock);
  await unfold(page);
  await answerGate(page, 'Agreed next step', known.nextStep, today.add({ days: 5 }).toString());
  const heard = today.subtract({ days: 2 }).toString();
  await answerGate(page, 'Two-way contact', known.heard, heard);
  await answerGate(page, 'Economic buyer', known.buyer, heard);
  await answerGate(page, 'Pain and impact', known.pain);
  await inCard(page, '.ds-card').focus();
}

/** Three of the seeded deals, as their reps know them. */
export const KNOWN = {
  brightwater: {
    nextStep: 'Priya books the depot leads for the demo',
    heard: 'Priya: the depot leads ask for the mobile view first',
    buyer: 'Priya Raman, Head of Field Service, signs up to 60,000 herself',
    pain: 'Each van drives 40 km too much a day, about 9,000 a month in fuel',
  },
  coldchain: {
    nextStep: 'Mikkel walks us through the cold store in Aarhus',
    heard: 'Mikkel hopes to bring part of the budget forward',
    buyer: 'Karen Dahl, Operations, according to Mikkel',
    pain: 'Two spoiled loads since May, about 31,000 each',
  },
  harbour: {
    nextStep: 'Jonas asks the harbour master about the permit',
    heard: 'Jonas: the permit decides the date',
    buyer: 'Port director Lind signs, Jonas prepares it',
    pain: 'Divers cost 4,200 a day, and miss the deep berths',
  },
} as const satisfies Readonly<Record<string, Known>>;
