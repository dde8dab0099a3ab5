import { logIn, openFromList } from '../../e2e/pages/tryton.ts';
import { seedDeals, localToday } from '../../crms/seed.ts';
import type { CrmName, RunningCrm } from '../../crms/crm.ts';
import type { Launched } from '../browser.ts';
import { say } from '../say.ts';
import { aborted } from '../stop.ts';

/** Opens a deal for a person to try things on, until the browser is closed or the demo is ended. */
export async function stayOpen(
  name: CrmName,
  crm: RunningCrm,
  { context }: Launched,
  signal: AbortSignal,
): Promise<void> {
  const page = context.pages()[0] ?? (await context.newPage());
  if (name === 'tryton') {
    await logIn(page, crm);
    await openFromList(page, seedDeals(localToday())[0]?.name ?? '');
  } else {
    await page.goto(crm.deal);
  }
  say(`${crm.url} is open in the browser, with the card beside the deal.`);
  say('Close the browser, or press Ctrl-C here, to end.');
  const closed = new Promise((resolve) => context.once('close', resolve));
  await Promise.race([closed, aborted(signal)]);
}
