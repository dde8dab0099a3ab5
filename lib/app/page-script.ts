import { browser } from 'wxt/browser';
import { metaOf } from '../crm/metas.ts';
import type { From } from '../messaging/server.ts';

/**
 * Puts a CRM's page script into the page's own world, where its adapter asks for one: it reads what content scripts cannot
 * see. One that cannot be put there is no reason to have no card: the adapter reads the page's elements then.
 */
export async function mountPageScript(
  crm: string,
  { tabId, frameId }: Pick<From, 'tabId' | 'frameId'>,
): Promise<void> {
  const script = metaOf(crm)?.pageScript;
  if (script === undefined) return;
  try {
    await browser.scripting.executeScript({
      target: { tabId, frameIds: [frameId] },
      world: 'MAIN',
      files: [`/${script}.js`],
    });
  } catch (error) {
    console.warn(`[dealside] ${script} could not be put on the page`, error);
  }
}
