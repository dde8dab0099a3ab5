import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { RunningCrm } from '../crms/crm.ts';
import { startCrm } from '../crms/start.ts';
import { say } from '../tools/say.ts';
import * as atomic from './pages/atomic.ts';
import { gateItem, inCard, openAnswer, openCard } from './pages/card.ts';
import * as tryton from './pages/tryton.ts';
import { picture } from './pictures.ts';
import { openWorld, startOrLeaveOut, TODAY, type World } from './world.ts';

const VELDEN = 'Warehouse scanners, three sites';

const trytonCrm = await startOrLeaveOut('tryton');
let atomicCrm: RunningCrm;
let world: World;

beforeAll(async () => {
  atomicCrm = await startCrm('atomic', { say, today: TODAY });
});
afterAll(async () => {
  await atomicCrm.stop();
  await trytonCrm?.stop();
});
afterEach(() => world.close());

/** What axe finds serious or critical in the card; the CRM around it is its own affair. */
async function findings(page: Page): Promise<readonly string[]> {
  const { violations, passes } = await new AxeBuilder({ page }).include('dealside-card').analyze();
  // Without a look into the card there would be nothing to find.
  expect(passes.flatMap(({ nodes }) => nodes).length).toBeGreaterThan(5);
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** The card with a form, an explanation and a signal open: as much of it as can be seen at once. */
async function openEverything(page: Page): Promise<void> {
  await openAnswer(page, 'Pain and impact');
  await gateItem(page, 'Economic buyer').locator('.ds-heading .ds-summary').click();
  await gateItem(page, 'Economic buyer').locator('.ds-details .ds-summary').click();
  await inCard(page, '.ds-chip .ds-summary').first().click();
}

describe.each(['light', 'dark'] as const)(
  'axe finds nothing serious in the card, %s',
  (colorScheme) => {
    test("in Atomic's dialog", async () => {
      world = await openWorld({ colorScheme });
      const page = await world.newPage();
      await atomic.openDeal(page, atomicCrm.deals.get('velden')!, VELDEN);
      await openCard(page, 'atomic:1');
      expect(await findings(page)).toEqual([]);
      await picture(page, `axe-atomic-${colorScheme}`);
      await openEverything(page);
      expect(await findings(page)).toEqual([]);
      await picture(page, `axe-atomic-open-${colorScheme}`);
      await inCard(page, '.ds-bar button').nth(1).click();
      await inCard(page, '.ds-pill').waitFor();
      expect(await findings(page)).toEqual([]);
      await picture(page, `axe-atomic-pill-${colorScheme}`);
    });

    test.skipIf(!trytonCrm)("beside Tryton's form", async () => {
      world = await openWorld({ colorScheme, viewport: tryton.VIEWPORT });
      const page = await world.newPage();
      await tryton.logIn(page, trytonCrm!);
      await tryton.openFromList(page, VELDEN);
      await openCard(page, 'tryton:1');
      await openEverything(page);
      expect(await findings(page)).toEqual([]);
      await picture(page, `axe-tryton-${colorScheme}`);
    });
  },
);
