import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerGate, gateOn, inCard, openCard, readOn, standingOn } from './pages/card.ts';
import { choose, enter, hasFocus, tabTo, watchPointer, write, writeDay } from './pages/keyboard.ts';
import { say } from '../tools/say.ts';
import * as tryton from './pages/tryton.ts';
import { picture } from './pictures.ts';
import { inDays, openWorld, startOrLeaveOut, type World } from './world.ts';

/** A deal of 72,800 in the forecast. */
const DEAL = 'Meeting room screens';
const GATE = 'Security review booked before commit above 50,000';
const GATE_NL = 'Beveiligingstoets gepland voor commit boven 50.000';
const SENTENCE =
  'For every deal in the forecast with an amount above 50,000, this has to be true: the date of “Security review” is filled in.';

/** What the deal needs to count by BANT-light. */
const ANSWERS: readonly (readonly [gate: string, text: string, days: number | null])[] = [
  ['Agreed next step', 'Sunita signs the floor plan and sends it to us', 6],
  ['Two-way contact', 'Peter wrote that floors 2 and 3 are approved', -2],
  ['Economic buyer', 'Peter Voss, partner, releases the money himself', -2],
  ['Pain and impact', 'Twelve hours a week go into rooms that nobody can book', null],
  ['Critical event', 'They move into the new floors in August', 52],
];

/** Runs in the page: leaves something that no reload would leave. */
function mark(): void {
  document.documentElement.dataset.marked = 'here';
}

/** Runs in the page. */
const isMarked = (): boolean => document.documentElement.dataset.marked === 'here';

const isFocused = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === document.activeElement);

const crm = await startOrLeaveOut('tryton');
afterAll(() => crm?.stop());

describe.skipIf(!crm)('a new admin, with the keyboard alone', () => {
  let world: World;
  /** The CRM in the one window, the options in the other. */
  let deal: Page;
  let page: Page;
  let usedPointer: () => Promise<boolean>;
  const button = (name: string | RegExp, inside: Page | Locator = page) =>
    inside.getByRole('button', { name });
  const link = (name: string) => page.getByRole('link', { name, exact: true });
  const field = (name: string | RegExp, inside: Page | Locator = page) =>
    inside.getByLabel(name, { exact: true });
  const group = (name: string | RegExp) => page.getByRole('group', { name });
  const menu = (name: string) =>
    page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name, exact: true });

  /** Writes a text in both languages. */
  const both = async (name: string | RegExp, en: string, nl: string): Promise<void> => {
    await write(page, field('English', group(name)), en);
    await write(page, field('Dutch', group(name)), nl);
  };

  /**
   * Publishes with Enter on a button, and waits until the options page says so and the card has followed. Says how long
   * either took from the press.
   */
  async function publishes(by: Locator, version: number, gate: string | undefined): Promise<void> {
    await tabTo(page, by);
    const start = performance.now();
    const took = (): number => Math.round(performance.now() - start);
    await page.keyboard.press('Enter');
    await page
      .getByRole('status')
      .filter({ hasText: `Version ${version} is in force.` })
      .waitFor();
    const told = took();
    await expect.poll(() => gateOn(deal, GATE), { interval: 50 }).toBe(gate);
    say(`  Version ${version}: told after ${told} ms; the card had followed after ${took()} ms.`);
    expect(await hasFocus(page)).toBe(true);
  }

  beforeAll(async () => {
    world = await openWorld({ viewport: tryton.VIEWPORT });
    deal = await world.newPage();
    await tryton.logIn(deal, crm!);
    await tryton.openFromList(deal, DEAL);
    const id = /(\d+)$/.exec(crm!.deals.get('monthend')!)![1]!;
    await openCard(deal, `tryton:${id}`);
    for (const [gate, text, days] of ANSWERS)
      await answerGate(deal, gate, text, days === null ? undefined : inDays(days));
    expect(await standingOn(deal)).toBe('counts');
    await deal.evaluate(mark);
    page = await world.newPage();
    await page.goto(`chrome-extension://${world.extensionId()}/options.html`);
    usedPointer = await watchPointer(page);
    return () => world.close();
  });

  test('starts from BANT-light and adds a gate', async () => {
    await enter(page, link('Edit'));
    await enter(page, button(/^Start from .*BANT-light/));
    await write(page, field('Name of a new gate'), GATE);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: GATE }).waitFor();
    await expect.poll(() => page.url()).toContain('#/edit/gates/security-review');
    expect(await hasFocus(page)).toBe(true);
    await picture(page, 'playbook-1-new-gate');
  });

  test('says what it says, and where it counts', async () => {
    await write(page, field('Dutch', group(/^Name/)), GATE_NL);
    await both(
      /^Why it matters/,
      'A review that is asked for late has moved many of our dates.',
      'Een toets die te laat wordt gevraagd, heeft al veel datums verschoven.',
    );
    await both(
      /^Question/,
      'When does their security team look at us?',
      'Wanneer kijkt hun beveiligingsteam naar ons?',
    );
    await choose(page, field('In forecast and best case'), 'Required');
    await choose(page, field('In commit'), 'Required');
    await choose(page, field('How the lower bound counts'), 'is more');
    await write(page, field('Lower bound'), '50000');
    await picture(page, 'playbook-2-texts');
  });

  test('makes the answer that reps give, with its date', async () => {
    await choose(page, field('The rep answers in Dealside'), 'A new answer');
    await write(page, field('What the new answer is about'), 'Security review');
    await enter(page, button('Add this answer'));
    await enter(page, link('Edit this answer’s words'));
    await expect.poll(() => page.url()).toContain('#/edit/answers/securityReview');
    await both(/^Label \(/, 'Security review', 'Beveiligingstoets');
    await both(
      /^Hint/,
      'Who looks at us, and on which day.',
      'Wie er naar ons kijkt, en op welke dag.',
    );
    await both(/^Label of its date/, 'Booked for', 'Gepland voor');
    await picture(page, 'playbook-3-answer');
    await enter(page, link(`“${GATE}”`));
    await page.getByRole('heading', { name: GATE }).waitFor();
  });

  test('builds the condition and reads its sentence', async () => {
    const builder = group('A deal meets the gate when');
    await enter(page, button('Add a condition', builder));
    await page.keyboard.type('booked for');
    await page.keyboard.press('Enter');
    await choose(page, field('Comparison', builder), 'is filled in');
    await write(page, field(/^Owner/), 'Sales operations');
    await writeDay(page, field(/^Look at it again by/), '2027-06-30');
    await expect
      .poll(() => page.getByLabel('The rule as a sentence').locator('dd').allTextContents())
      .toEqual([
        SENTENCE,
        'Voor elke deal in de forecast met een bedrag boven 50.000 moet dit kloppen: de datum van ‘Beveiligingstoets’ is ingevuld.',
      ]);
    await picture(page, 'playbook-4-gate');
  });

  test('tries it on the deal that is known here, and looks at it', async () => {
    await enter(page, page.locator('main').getByRole('link', { name: 'Try it' }));
    await enter(page, button('Try the draft'));
    await expect
      .poll(() => page.locator('main').getByRole('status').first().textContent())
      .toContain('The one deal here would lose its standing.');
    expect(await hasFocus(page)).toBe(true);
    const changed = page.getByRole('list', { name: 'Deals that would stand differently' });
    await expect
      .poll(() => changed.innerText())
      .toMatch(
        new RegExp(`${DEAL}[^]*Counts[^]*At the edge[^]*${GATE}[^]*Booked for: no date yet`),
      );
    await picture(page, 'playbook-5-try');
    await enter(page, button(DEAL));
    const dialog = page.getByRole('dialog', { name: DEAL });
    await dialog.getByText(GATE).waitFor();
    await dialog.getByText('BANT-light, version 2').waitFor();
    await picture(page, 'playbook-6-deal');
    await tabTo(page, dialog.getByRole('radio', { name: 'Draft' }));
    await page.keyboard.press('ArrowRight');
    await dialog.getByText(GATE).waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => isFocused(button(DEAL))).toBe(true);
  });

  test('publishes it with a note, and the gate is open on the card in the other window', async () => {
    expect(await gateOn(deal, GATE)).toBeUndefined();
    await enter(page, menu('Edit'));
    await enter(page, button(/^Publish ?…$/));
    const dialog = page.getByRole('dialog', { name: 'Publish version 2' });
    await dialog.getByText(GATE).first().waitFor();
    await write(
      page,
      field('Why this version?', dialog),
      'Late reviews moved three dates this spring.',
    );
    await write(page, field('Your name', dialog), 'Ann');
    await picture(page, 'playbook-7-publish');
    await publishes(button('Publish version 2', dialog), 2, 'open');
    expect(await standingOn(deal)).toBe('edge');
    expect(await readOn(deal, GATE)).toBe('Booked for: no date yet');
    await picture(page, 'playbook-8-published');
    await inCard(deal, '.ds-hero').scrollIntoViewIfNeeded();
    await picture(deal, 'playbook-9-card');
  });

  test('compares the two versions', async () => {
    await enter(page, menu('Versions'));
    const compare = page.getByRole('region', { name: 'Compare two' });
    // The newest and the one before it stand there at first: version 1 against itself, then against 2.
    await tabTo(page, field('After', compare));
    await page.keyboard.press('ArrowDown');
    await compare.getByText('Both sides are the same version.').waitFor();
    await page.keyboard.press('ArrowUp');
    await expect
      .poll(() => compare.getByRole('group', { name: 'Gates' }).innerText())
      .toBe(['Gates', `new ${GATE}`, SENTENCE].join('\n\n'));
    await picture(page, 'playbook-10-compare');
  });

  test('rolls back, and the gate is gone from the card', async () => {
    await enter(page, button('Go back to version 1'));
    await publishes(button('Publish version 3'), 3, undefined);
    expect(await standingOn(deal)).toBe('counts');
    await picture(page, 'playbook-11-back');
    await picture(deal, 'playbook-12-card');
  });

  test('used no pointer, and the card’s page was never loaded anew', async () => {
    expect(await usedPointer()).toBe(false);
    expect(await deal.evaluate(isMarked)).toBe(true);
  });
});
