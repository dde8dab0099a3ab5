import type { Locator, Page } from 'playwright-core';
import type { GateState, Standing } from '../../../lib/core/assessment.ts';

/** What the card says of one gate. */
export interface SeenGate {
  readonly state: GateState | 'excepted';
  /** The line under the gate's name: what was read. */
  readonly read: string;
}

/** Everything that the card shows at one moment, taken in one go. */
export interface SeenCard {
  /** `<crm>:<id>`, as the host says it; null while it says nothing. */
  readonly deal: string | null;
  readonly standing: Standing | null;
  readonly name: string;
  readonly standingText: string;
  readonly about: string;
  readonly window: string;
  readonly gates: Readonly<Record<string, SeenGate>>;
  readonly signals: readonly string[];
  readonly question: string | null;
  readonly notices: readonly string[];
}

/** The card's host. */
export const hostOn = (page: Page): Locator => page.locator('dealside-card');

/** Something inside the card; the demo build's shadow root is open. */
export const inCard = (page: Page, selector: string): Locator =>
  page.locator(`dealside-card ${selector}`);

/** The card as it is now; undefined where there is none. Folded gates are not seen: see `unfold`. */
export async function seeCard(page: Page): Promise<SeenCard | undefined> {
  return await page.evaluate(lookAtCard);
}

/** What the host says of the standing. */
export const standingOn = async (page: Page): Promise<string | null | undefined> =>
  (await seeCard(page))?.standing;

/** One gate's state, as the card shows it; undefined where the card does not show the gate. */
export const gateOn = async (page: Page, gate: string): Promise<string | undefined> =>
  (await seeCard(page))?.gates[gate]?.state;

/** The line that says what was read for a gate. */
export const readOn = async (page: Page, gate: string): Promise<string | undefined> =>
  (await seeCard(page))?.gates[gate]?.read;

const FOLDED = [
  '.ds-section > .ds-button-quiet[aria-expanded="false"]',
  '.ds-folds > div > .ds-heading > .ds-summary[aria-expanded="false"]',
].join(', ');

/** Waits for the card of a deal, and opens everything that is folded in it. */
export async function openCard(page: Page, deal: string): Promise<void> {
  await page.locator(`dealside-card[data-deal="${deal}"]`).waitFor({ state: 'attached' });
  await inCard(page, '.ds-hero').waitFor();
  await unfold(page);
}

/** Opens what is folded: the gates beyond the third, the met ones, those that cannot be told. */
export async function unfold(page: Page): Promise<void> {
  const folded = page.locator('dealside-card').locator(FOLDED);
  while ((await folded.count()) > 0) await folded.first().click();
}

/** Answers an open gate with the card's own form, and waits until the form says that it is saved. */
export async function answerGate(
  page: Page,
  gate: string,
  text: string,
  date?: string,
): Promise<void> {
  const form = await openAnswer(page, gate);
  await form.locator('textarea').fill(text);
  if (date !== undefined) await form.locator('input[type=date]').fill(date);
  await form.locator('button[type=submit]').click();
  await form.waitFor({ state: 'detached' });
}

/** Opens the answer form of an open gate. */
export async function openAnswer(page: Page, gate: string): Promise<Locator> {
  const item = gateItem(page, gate);
  const summary = item.locator('.ds-heading .ds-summary');
  if ((await summary.getAttribute('aria-expanded')) !== 'true') await summary.click();
  const form = item.locator('form.ds-form');
  // "Go to the field" stands first where there is a field; the answer is the last of the two.
  if ((await form.count()) === 0) await item.locator('.ds-actions .ds-button').last().click();
  await form.waitFor();
  return form;
}

/** An open gate in the list. */
export const gateItem = (page: Page, gate: string): Locator =>
  inCard(page, '.ds-gate').filter({ has: page.locator('.ds-name', { hasText: gate }) });

/** Runs in the page. */
function lookAtCard(): SeenCard | undefined {
  const host = document.querySelector('dealside-card');
  const root = host?.shadowRoot;
  if (!host || !root) return undefined;
  const textOf = (element: Element | null | undefined): string =>
    (element?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
  const textAt = (selector: string): string => textOf(root.querySelector(selector));
  const texts = (selector: string): string[] => [...root.querySelectorAll(selector)].map(textOf);
  const gates: Record<string, { state: GateState | 'excepted'; read: string }> = {};
  const see = (item: Element, state: GateState | 'excepted'): void => {
    // The gate's name is the first text in it: a mark that it is only advised may follow.
    const name = item.querySelector('.ds-name')?.firstChild?.textContent?.trim() ?? '';
    gates[name] = { state, read: texts2(item) };
  };
  const texts2 = (item: Element): string =>
    [...item.querySelectorAll('.ds-read')].map(textOf).join(' / ');
  for (const item of root.querySelectorAll('.ds-line')) {
    const mark = item.querySelector('.ds-mark')?.classList;
    if (mark?.contains('ds-met')) see(item, 'met');
    else see(item, mark?.contains('ds-excepted') ? 'excepted' : 'cannot-tell');
  }
  for (const item of root.querySelectorAll('.ds-gate')) see(item, 'open');
  return {
    deal: host.getAttribute('data-deal'),
    standing: host.getAttribute('data-standing') as Standing | null,
    name: textAt('.ds-deal'),
    standingText: textAt('.ds-standing'),
    about: textAt('.ds-about'),
    window: textAt('.ds-window'),
    gates,
    signals: texts('.ds-chip .ds-chip-text'),
    question: root.querySelector('.ds-asked') ? textAt('.ds-asked') : null,
    notices: texts('.ds-notice'),
  };
}
