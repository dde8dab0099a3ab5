import { browser } from 'wxt/browser';
import type { DealRef, Reading } from '../core/deal.ts';
import { dealKey } from '../messaging/deal-key.ts';
import type { SaveResult } from '../messaging/protocol.ts';
import { announce, type From, type Handlers } from '../messaging/server.ts';
import type { DealsideDb } from '../storage/db.ts';
import { recordReading } from '../storage/deals.ts';
import { keep } from '../storage/fault.ts';
import { keepChecks } from '../storage/health.ts';
import { recordReadings } from '../storage/many-deals.ts';
import { savePlace } from '../storage/places.ts';
import {
  endDispute,
  endException,
  park,
  saveAnswer,
  saveDispute,
  saveException,
  wake,
} from '../storage/records.ts';
import { notePrompt } from '../storage/shown.ts';
import type { Store } from '../storage/db.ts';
import { badgesOf } from './badges.ts';
import { today } from './clock.ts';
import { definitionsOf } from './custom-kept.ts';
import { pickingHandlers } from './custom-picking.ts';
import { openDeal } from './open-deal.ts';
import { hostPattern } from './hosts.ts';
import { leaveWords } from './language.ts';
import { callSalesforce } from './salesforce-session.ts';
import { noteCounts, noteSentHere } from './sent.ts';
import { mountPageScript } from './page-script.ts';
import { heldBackUntil } from './rollout.ts';
import { buttonOpensPopup, buttonTogglesCard } from './toolbar.ts';

const CARD = '/content-scripts/card.js';
const BADGES = '/content-scripts/badges.js';
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

async function mount(script: string, { tabId, frameId }: From): Promise<SaveResult> {
  try {
    await browser.scripting.executeScript({
      target: { tabId, frameIds: [frameId] },
      files: [script],
    });
    return OK;
  } catch (error) {
    console.warn(`[dealside] ${script} could not be put on the page`, error);
    return { ok: false, fault: 'refused' };
  }
}

/** The page's script comes before the card, which asks it at once. */
async function mountCard(crm: string, from: From): Promise<SaveResult> {
  await Promise.all([mountPageScript(crm, from), leaveWords(from)]);
  const result = await mount(CARD, from);
  if (result.ok) await buttonTogglesCard(from.tabId);
  return result;
}

/** A page of a list as the CRM's API gave it. Its addresses are followed later, from other screens: they must be this site's own. */
async function keepAll(
  store: Store,
  readings: readonly Reading[],
  site: string,
): Promise<SaveResult> {
  if (readings.some(({ url }) => originOf(url) !== site)) return { ok: false, fault: 'invalid' };
  const day = await today();
  const named = readings.map(
    (reading) => [{ site, key: dealKey(site, reading.ref) }, reading] as const,
  );
  return await keep(store, (db) => recordReadings(db, named, day));
}

/** What a rep keeps about a deal: written, and told to the site's other tabs. */
function recordHandlers(store: Store) {
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
    saveAnswer: ({ ref, answer }, from) =>
      write(from, ref, (db, key) => saveAnswer(db, key, answer)),
    saveException: ({ ref, exception }, from) =>
      write(from, ref, (db, key) => saveException(db, key, exception)),
    endException: ({ ref, gate }, from) =>
      write(from, ref, (db, key) => endException(db, key, gate)),
    saveDispute: ({ ref, dispute }, from) =>
      write(from, ref, (db, key) => saveDispute(db, key, dispute)),
    endDispute: ({ ref, rule }, from) => write(from, ref, (db, key) => endDispute(db, key, rule)),
    park: ({ ref, parked }, from) => write(from, ref, (db, key) => park(db, key, parked)),
    wake: ({ ref }, from) => write(from, ref, wake),
    notePrompt: ({ ref, ...note }, from) =>
      write(from, ref, (db, deal) => notePrompt(db, { ...note, deal })),
  } satisfies Partial<Handlers>;
}

/** The answers to all messages of the pages. */
export function createHandlers(store: Store): Handlers {
  /** Nothing is put on a page while a staged start holds Dealside back in this browser; the page asks again as it navigates. */
  const unlessHeldBack = async (put: () => Promise<SaveResult>): Promise<SaveResult> =>
    (await heldBackUntil(store)) === null ? await put() : { ok: false, fault: 'refused' };
  return {
    mountCard: ({ crm }, from) => unlessHeldBack(() => mountCard(crm, from)),
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
    ...recordHandlers(store),
    reportCheck: ({ ref, checks }, { site }) =>
      keep(store, async (db) => {
        await keepChecks(db, site, ref, await today(), checks);
      }),
    mountBadges: (_, from) =>
      unlessHeldBack(async () => {
        await leaveWords(from);
        return await mount(BADGES, from);
      }),
    badges: (asked, { site }) => badgesOf(store, asked, site),
    recordReadings: ({ readings }, { site }) => keepAll(store, readings, site),
    customSites: (_, { site }) => definitionsOf(store, site),
    ...pickingHandlers(store),
    savePlace: ({ crm, place }, from) => keep(store, (db) => savePlace(db, from.site, crm, place)),
    noteSent: async ({ reads, notes }, { site }) => {
      // A site is an origin: its host is the sender's own.
      await noteCounts(store, new URL(site).host, { read: reads, note: notes });
      return OK;
    },
    crmCall: (call, from) =>
      callSalesforce(call, from, (host, kind) => void noteSentHere(store, host, kind)),
  };
}
