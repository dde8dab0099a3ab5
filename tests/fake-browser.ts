/**
 * For tests: the parts of the browser that Dealside uses, as one small world of tabs, hosts and messages.
 * WXT's own fake has no permissions, scripting, toolbar or senders, which is what matters here.
 */

import english from '../public/_locales/en/messages.json' with { type: 'json' };
import dutch from '../public/_locales/nl/messages.json' with { type: 'json' };
import { fakeEvent } from './fake-event.ts';

/* eslint-disable @typescript-eslint/require-await -- the browser's own methods are asynchronous */

export interface FakeTab {
  readonly id: number;
  readonly url: string;
  readonly active?: boolean;
  /** Some script of ours listens in this tab. */
  readonly listens?: boolean;
}

export interface FakeSender {
  readonly id?: string;
  readonly url?: string;
  readonly tab?: { readonly id: number };
  readonly frameId?: number;
}

interface Script {
  readonly id: string;
  readonly matches?: readonly string[];
}

export interface FakeAlarm {
  readonly name: string;
  /** Milliseconds since the epoch. */
  readonly scheduledTime: number;
  readonly periodInMinutes?: number;
}

const CATALOGUES: Readonly<
  Record<'en' | 'nl', Readonly<Record<string, { readonly message: string }>>>
> = { en: english, nl: dutch };

type Respond = (response: unknown) => void;
type OnMessage = (message: unknown, sender: FakeSender, respond: Respond) => unknown;
interface Origins {
  readonly origins?: readonly string[];
  readonly permissions?: readonly string[];
}
export interface FakeCookie {
  readonly name: string;
  readonly value: string;
  readonly domain: string;
  readonly secure: boolean;
  readonly storeId: string;
}

const ID = 'dealside-test';

/** Match patterns of the form scheme://host/*, with * for any scheme or host. */
export function matchesPattern(pattern: string, address: string): boolean {
  const [scheme, host] = pattern.replace('/*', '').split('://');
  const { protocol, hostname } = new URL(address);
  const schemeFits = scheme === '*' ? /^https?:$/.test(protocol) : protocol === `${scheme}:`;
  return schemeFits && (host === '*' || host === hostname);
}

/** The cookies of granted hosts, and none without the permission. Every tab is in the store "0", but for the 9th, which is private. */
function fakeCookies(world: {
  readonly granted: ReadonlySet<string>;
  readonly permitted: ReadonlySet<string>;
  readonly cookies: readonly FakeCookie[];
}) {
  const seen = (url: string, name: string, storeId: string): FakeCookie[] => {
    if (!world.permitted.has('cookies')) throw new Error('no permission');
    if (![...world.granted].some((pattern) => matchesPattern(pattern, url))) return [];
    const { hostname } = new URL(url);
    const fits = ({ domain }: FakeCookie): boolean =>
      domain === hostname || (domain.startsWith('.') && `.${hostname}`.endsWith(domain));
    return world.cookies.filter(
      (cookie) => cookie.name === name && cookie.storeId === storeId && fits(cookie),
    );
  };
  interface Asked {
    readonly url: string;
    readonly name: string;
    readonly storeId: string;
  }
  return {
    getAllCookieStores: async () => [
      { id: '0', tabIds: [1, 2, 3] },
      { id: '1', tabIds: [9] },
    ],
    get: async ({ url, name, storeId }: Asked) => seen(url, name, storeId)[0] ?? null,
    getAll: async ({ url, name, storeId }: Asked) => seen(url, name, storeId),
  };
}

/** Makes a fresh browser with nothing granted, nothing open and nothing stored. */
export function createFakeBrowser() {
  const world = {
    tabs: [] as FakeTab[],
    granted: new Set<string>(),
    /** Optional permissions that were granted. */
    permitted: new Set<string>(),
    cookies: [] as FakeCookie[],
    /** What the user answers when asked for a host. */
    grants: true,
    sender: {
      id: ID,
      url: 'https://crm.example.com/deals/1',
      tab: { id: 1 },
      frameId: 0,
    } as FakeSender,
    announced: [] as { tabId: number; type: string; data: unknown }[],
    scripts: [] as Script[],
    injected: [] as { tabId: number; file: string; frameIds: readonly number[] | undefined }[],
    /** What an injected script gives back, or an error that it fails with. */
    injection: undefined as unknown,
    popups: new Map<number, string>(),
    /** Functions that were run in tabs, with what they were given. */
    ran: [] as { tabId: number; args: readonly unknown[] }[],
    /** Tabs that were opened. */
    opened: [] as string[],
    alarms: [] as FakeAlarm[],
    /** The browser's own language. */
    language: 'en' as keyof typeof CATALOGUES,
    /** The browser's policy for the extension; undefined: there is none, and Firefox fails. */
    policy: undefined as unknown,
  };
  const visible = (tab: FakeTab): boolean =>
    [...world.granted].some((pattern) => matchesPattern(pattern, tab.url)) || tab.active === true;
  const onMessage = fakeEvent<OnMessage>();
  const onAdded = fakeEvent<(change: Origins) => void>();
  const onRemoved = fakeEvent<(change: Origins) => void>();
  const area = () => {
    const values: Record<string, unknown> = {};
    return {
      get: async (key: string) => (key in values ? { [key]: values[key] } : {}),
      set: async (items: Record<string, unknown>) => void Object.assign(values, items),
    };
  };

  const runtime = {
    id: ID as string | undefined,
    lastError: undefined as { message: string } | undefined,
    onMessage,
    onInstalled: fakeEvent<(details: { reason: string }) => void>(),
    getURL: (path: string) => `chrome-extension://${ID}${path}`,
    getPlatformInfo: async () => ({ os: 'linux', arch: 'x86-64' }),
    sendMessage: (message: unknown, callback: Respond) => {
      if (runtime.id === undefined) throw new Error('Extension context invalidated.');
      let waiting = false;
      const respond = (response: unknown): void => {
        queueMicrotask(() => {
          callback(response);
        });
      };
      for (const kept of onMessage.fire(message, world.sender, respond)) waiting ||= kept === true;
      if (waiting) return;
      runtime.lastError = {
        message: 'Could not establish connection. Receiving end does not exist.',
      };
      callback(undefined);
      runtime.lastError = undefined;
    },
  };

  const tabs = {
    query: async (filter: { url?: string | string[]; active?: boolean }) => {
      const patterns = filter.url === undefined ? undefined : [filter.url].flat();
      return world.tabs
        .filter((tab) => !filter.active || tab.active)
        .filter(
          (tab) => !patterns || (visible(tab) && patterns.some((p) => matchesPattern(p, tab.url))),
        )
        .map(({ id, url, ...tab }) => (visible({ id, url, ...tab }) ? { id, url } : { id }));
    },
    create: async ({ url }: { url: string }) => void world.opened.push(url),
    sendMessage: async (tabId: number, { type, data }: { type: string; data: unknown }) => {
      if (!world.tabs.some((tab) => tab.id === tabId && tab.listens))
        throw new Error('no receiver');
      world.announced.push({ tabId, type, data });
      return { res: true };
    },
  };

  const scripting = {
    registerContentScripts: async (scripts: Script[]) => {
      for (const { id } of scripts) {
        if (world.scripts.some((known) => known.id === id))
          throw new Error(`duplicate script ${id}`);
      }
      world.scripts.push(...scripts);
    },
    updateContentScripts: async (scripts: Script[]) => {
      world.scripts = world.scripts.map((old) => scripts.find(({ id }) => id === old.id) ?? old);
    },
    unregisterContentScripts: async ({ ids }: { ids: string[] }) => {
      world.scripts = world.scripts.filter(({ id }) => !ids.includes(id));
    },
    getRegisteredContentScripts: async () => [...world.scripts],
    executeScript: async ({
      target,
      files = [],
      func,
      args = [],
    }: {
      target: { tabId: number; frameIds?: number[] };
      files?: string[];
      func?: unknown;
      args?: readonly unknown[];
    }) => {
      if (world.injection instanceof Error) throw world.injection;
      if (func !== undefined) world.ran.push({ tabId: target.tabId, args });
      for (const file of files) {
        world.injected.push({ tabId: target.tabId, file, frameIds: target.frameIds });
      }
      return [{ result: world.injection }];
    },
  };

  const permissions = {
    onAdded,
    onRemoved,
    getAll: async () => ({
      permissions: ['storage', ...world.permitted],
      origins: [...world.granted],
    }),
    contains: async ({ origins = [], permissions: wanted = [] }: Origins) =>
      wanted.every((permission) => world.permitted.has(permission)) &&
      origins.every((wanted) =>
        [...world.granted].some((held) => matchesPattern(held, wanted.replace('/*', '/'))),
      ),
    request: async ({ origins = [], permissions: wanted = [] }: Origins) => {
      if (!world.grants) return false;
      for (const permission of wanted) world.permitted.add(permission);
      for (const origin of origins) world.granted.add(origin);
      onAdded.fire({ origins });
      return true;
    },
    remove: async ({ origins = [], permissions: given = [] }: Origins) => {
      for (const permission of given) world.permitted.delete(permission);
      for (const origin of origins) world.granted.delete(origin);
      onRemoved.fire({ origins });
      return true;
    },
  };

  const action = {
    onClicked: fakeEvent<(tab: { id: number }) => void>(),
    setPopup: async ({ tabId, popup }: { tabId: number; popup: string }) => {
      if (!world.tabs.some(({ id }) => id === tabId)) throw new Error(`No tab with id: ${tabId}.`);
      world.popups.set(tabId, popup);
    },
  };
  const commands = {
    onCommand: fakeEvent<(command: string, tab?: { id: number }) => void>(),
    getAll: async () => [{ name: 'toggle-card', shortcut: 'Alt+Shift+D', description: '' }],
  };
  const onAlarm = fakeEvent<(alarm: { name: string }) => void>();
  const alarms = {
    onAlarm,
    get: async (name: string) => world.alarms.find((alarm) => alarm.name === name),
    getAll: async () => [...world.alarms],
    create: async (name: string, { when, ...alarm }: { when: number; periodInMinutes: number }) => {
      const others = world.alarms.filter((one) => one.name !== name);
      world.alarms = [...others, { name, scheduledTime: when, ...alarm }];
    },
  };
  const i18n = {
    getUILanguage: () => world.language,
    getMessage: (key: string, marks: readonly string[] = []) =>
      (CATALOGUES[world.language][key]?.message ?? '').replace(
        /\$(\d)/g,
        (_, digit: string) => marks[Number(digit) - 1] ?? '',
      ),
  };
  const managed = {
    get: async () => {
      if (world.policy === undefined) throw new Error('Managed storage manifest not found');
      return structuredClone(world.policy);
    },
  };
  const onStorage = fakeEvent<(changes: object, area: string) => void>();
  const storage = { local: area(), session: area(), managed, onChanged: onStorage };
  const cookies = fakeCookies(world);
  const beside = { commands, storage, cookies, alarms, i18n };
  return { world, runtime, tabs, scripting, permissions, action, ...beside };
}

export type FakeBrowser = ReturnType<typeof createFakeBrowser>;

/** Stands in for `wxt/browser`; `resetFakeBrowser` gives it a fresh world. */
export const fakeBrowser = createFakeBrowser();

/** Empties the world and drops every listener. */
export const resetFakeBrowser = (): FakeBrowser => Object.assign(fakeBrowser, createFakeBrowser());
