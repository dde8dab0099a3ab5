import { browser } from 'wxt/browser';
import type { DealRef } from '../core/deal.ts';
import { dealKey } from '../messaging/deal-key.ts';
import type { SaveResult } from '../messaging/protocol.ts';
import { announce, type From, type Handlers } from '../messaging/server.ts';
import type { DealsideDb } from '../storage/db.ts';
import { recordReading } from '../storage/deals.ts';
import { keep } from '../storage/fault.ts';
import { savePlace } from '../storage/places.ts';
import { endException, park, saveAnswer, saveException, wake } from '../storage/records.ts';
import { notePrompt } from '../storage/shown.ts';
import type { Store } from '../storage/db.ts';
import { today } from './clock.ts';
import { openDeal } from './open-deal.ts';
import { hostPattern } from './hosts.ts';
import { buttonOpensPopup, buttonTogglesCard } from './toolbar.ts';

const CARD = '/content-scripts/card.js';
const OK: SaveResult = { ok: true };

const originOf = (address: string | undefined): string | undefined =>
  address !== undefined && URL.canParse(address) ? new URL(address).origin : undefined;

/**
 * Tells the site's tabs that a deal's records changed. The sender's own tab asks again by itself after a
 * save, and is told only what it cannot know (`own`).
 */
async function tellTabs({ site, tabId }: From, ref: DealRef, own: boolean): Promise<void> {
  const pattern = hostPattern(site);
  if (pattern === undefined) return;
  const { crm, id, org } = ref;
  const deal = org === undefined ? { crm, id } : { crm, id, org };
  const tabs = await browser.tabs.query({ url: pattern });
  const telling = tabs.map(async (tab) => {
    if (tab.id === undefined || originOf(tab.url) !== site) return;
    if (own || tab.id !== tabId) await announce(tab.id, 'dealChanged', deal);
  });
  await Promise.allSettled(telling);
}

async function mountCard({ tabId, frameId }: From): Promise<SaveResult> {
  try {
    await browser.scripting.executeScript({
      target: { tabId, frameIds: [frameId] },
      files: [CARD],
    });
    await buttonTogglesCard(tabId);
    return OK;
  } catch (error) {
    console.warn('[dealside] the card could not be put on the page', error);
    return { ok: false, fault: 'refused' };
  }
}

/** The answers to all messages of the pages. */
export function createHandlers(store: Store): Handlers {
  const write = async (
    from: From,
    ref: DealRef,
    change: (db: DealsideDb, key: string) => Promise<void>,
  ): Promise<SaveResult> => {
    const key = dealKey(from.site, ref);
    const result = await keep(store, (db) => change(db, key));
    if (result.ok) void tellTabs(from, ref, false);
    return result;
  };
  return {
    mountCard: (_, from) => mountCard(from),
    leaveDeal: async (_, from) => {
      await buttonOpensPopup(from.tabId);
      return OK;
    },
    openDeal: async ({ ref }, from) => {
      void buttonTogglesCard(from.tabId);
      return await openDeal(store, ref, from);
    },
    recordReading: async ({ reading }, from) => {
      const { ref } = reading;
      // The address is followed later, from other screens: it must be this site's own.
      if (originOf(reading.url) !== from.site) return { ok: false, fault: 'invalid' };
      const name = { site: from.site, key: dealKey(from.site, ref) };
      const learned = { news: false };
      const result = await keep(store, async (db) => {
        learned.news = await recordReading(db, name, reading, await today());
      });
      if (learned.news) void tellTabs(from, ref, true);
      return result;
    },
    saveAnswer: ({ ref, answer }, from) =>
      write(from, ref, (db, key) => saveAnswer(db, key, answer)),
    saveException: ({ ref, exception }, from) =>
      write(from, ref, (db, key) => saveException(db, key, exception)),
    endException: ({ ref, gate }, from) =>
      write(from, ref, (db, key) => endException(db, key, gate)),
    park: ({ ref, parked }, from) => write(from, ref, (db, key) => park(db, key, parked)),
    wake: ({ ref }, from) => write(from, ref, wake),
    notePrompt: ({ ref, ...note }, from) =>
      write(from, ref, (db, deal) => notePrompt(db, { ...note, deal })),
    savePlace: ({ crm, place }, from) => keep(store, (db) => savePlace(db, from.site, crm, place)),
  };
}
