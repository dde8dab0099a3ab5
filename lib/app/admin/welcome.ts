import { browser } from 'wxt/browser';
import { crmMetas } from '../../crm/metas.ts';
import { defaultPack, packs, type PackId } from '../../playbooks/index.ts';
import type { Store } from '../../storage/db.ts';
import { createStore } from '../../storage/store.ts';
import { watchDeals } from '../../storage/watch-deals.ts';
import { grantedHosts, hostPattern } from '../hosts.ts';
import { listen } from '../listen.ts';
import { publishPack } from '../options-publish.ts';
import { hostOf } from '../options-sites.ts';
import { playbookInForce } from '../playbook-store.ts';
import { crmOn, grantHost } from '../popup.ts';
import type { PlaybookStep, WelcomeActions, WelcomeHost, WelcomeView } from './welcome-model.ts';

/** Stands in storage.local where the organisation gives the playbook. */
const THEIRS = 'welcomeTheirs';
const GATES = 5;

/** What the browser's address bar would make of it: people leave the scheme out. */
const addressOf = (text: string): string => {
  const trimmed = text.trim();
  return trimmed.includes('://') ? trimmed : `https://${trimmed}`;
};

/** A name without a dot is a word, and no host; but for those of this machine. */
const isHost = (address: string): boolean =>
  URL.canParse(address) && /\.|^localhost$|^\[/.test(new URL(address).hostname);

/** Which CRM an open tab of a host shows: its scripts may be looked at, since the host is granted. */
async function hostsOf(): Promise<readonly WelcomeHost[]> {
  const patterns = await grantedHosts();
  return await Promise.all(
    patterns.map(async (pattern): Promise<WelcomeHost> => {
      const host = hostOf(pattern);
      const tabs = await browser.tabs.query({ url: pattern, discarded: false }).catch(() => []);
      for (const { id, url } of tabs) {
        if (id === undefined || url === undefined) continue;
        const crm = await crmOn({ tabId: id, url });
        if (crm !== undefined) return { host, crm, url };
      }
      const single = !host.includes('*') && host !== '';
      return { host, crm: null, url: single ? pattern.replace(/\*$/, '') : null };
    }),
  );
}

async function playbookOf(store: Store): Promise<PlaybookStep> {
  const { source, playbook } = await playbookInForce(store);
  if (source === 'policy' || source === 'url') return { kind: 'set' };
  if (source === 'published') return { kind: 'taken', name: playbook?.name ?? null };
  const { [THEIRS]: theirs } = await browser.storage.local.get(THEIRS);
  return { kind: theirs === true ? 'theirs' : 'open', starter: packs[defaultPack].name };
}

async function look(store: Store): Promise<WelcomeView> {
  const [hosts, playbook, deals] = await Promise.all([
    hostsOf().catch(() => []),
    playbookOf(store),
    store.use((db) => db.deals.limit(1).count()).catch(() => 0),
  ]);
  return {
    hosts,
    crms: crmMetas.map(({ label }) => label).toSorted(),
    playbook,
    deal: deals > 0,
    packs: (Object.keys(packs) as PackId[]).map((id) => ({ id, name: packs[id].name })),
    gates: packs[defaultPack].gates.slice(0, GATES).map(({ name }) => name),
  };
}

function watch(store: Store, changed: () => void): () => void {
  const ending = new AbortController();
  const { signal } = ending;
  listen(browser.permissions.onAdded, changed, signal);
  listen(browser.permissions.onRemoved, changed, signal);
  // Another tab was looked at meanwhile: the CRM, as a rule.
  window.addEventListener('focus', changed, { signal });
  watchDeals(store, changed, signal);
  return () => {
    ending.abort();
  };
}

/** What the page stands on. */
export const createWelcome = (store: Store = createStore()): WelcomeActions => ({
  look: () => look(store),
  watch: (changed) => watch(store, changed),
  // Nothing is waited for before the browser is asked: it answers to the click alone.
  grant: (text) => {
    const url = addressOf(text);
    if (!isHost(url) || hostPattern(url) === undefined) return Promise.resolve('no-address');
    return grantHost({ url }).then((granted) => (granted ? 'granted' : 'refused'));
  },
  take: async (id) => (await publishPack(store, id)).ok,
  leaveToThem: async (theirs) => {
    await browser.storage.local.set({ [THEIRS]: theirs }).catch(() => undefined);
  },
});
