import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page, Worker } from 'playwright-core';
import type { CrmName, RunningCrm } from '../crms/crm.ts';
import { startCrm } from '../crms/start.ts';
import { findChromium, launchWithExtension, type LaunchOptions } from '../tools/browser.ts';
import { LeftOut } from '../tools/left-out.ts';
import { PlainError, say } from '../tools/say.ts';
import { ROOT } from '../tools/suite.ts';

/** The day that counts as today in the tests, for the CRM's deals and for the card: a Wednesday. */
export const TODAY = '2026-06-10';

/** The day so many days after the tests' today, as an ISO date. */
export const inDays = (days: number): string =>
  Temporal.PlainDate.from(TODAY).add({ days }).toString();

/** How long anything on a page may take before a test gives up on it. */
const PATIENCE_MS = 15_000;

export type Build = 'chrome-mv3' | 'chrome-mv3-demo' | 'firefox-mv3' | 'firefox-mv3-demo';

/** The folder of a built extension; a build is no part of a test. */
export function builtExtension(build: Build): string {
  const folder = join(ROOT, '.output', build);
  if (existsSync(join(folder, 'manifest.json'))) return folder;
  const browser = build.startsWith('firefox') ? ':firefox' : '';
  const mode = build.endsWith('-demo') ? ' -- --mode demo' : '';
  throw new PlainError(
    `The extension is not built: ${folder} is missing. Run "npm run build${browser}${mode}" first.`,
  );
}

/** Starts a CRM; undefined, with a line that says why, where it cannot run on this machine. */
export async function startOrLeaveOut(name: CrmName): Promise<RunningCrm | undefined> {
  try {
    return await startCrm(name, { say, today: TODAY });
  } catch (error) {
    if (!(error instanceof LeftOut)) throw error;
    say(error.message);
    return undefined;
  }
}

export interface WorldOptions {
  /** The extension's folder. Left out: the demo build. */
  readonly extensionDir?: string;
  readonly lang?: string;
  readonly colorScheme?: LaunchOptions['colorScheme'];
  readonly viewport?: LaunchOptions['viewport'];
  readonly args?: readonly string[];
}

/** A browser with the extension in it, on a profile that outlives a restart. */
export interface World {
  readonly context: () => BrowserContext;
  readonly extensionId: () => string;
  /** The extension's background, started if it sleeps. */
  readonly background: () => Promise<Worker>;
  /** The day that counts as today for the card, or null for the real one. */
  readonly setClock: (day: string | null) => Promise<void>;
  readonly newPage: () => Promise<Page>;
  /** Ends the browser as a person would, and starts it again. Pages opened before are gone. */
  readonly restart: () => Promise<void>;
  /** Kills the browser, and starts it again. */
  readonly crash: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Starts Chromium with the built extension, its clock set to the tests' today. */
export async function openWorld(options: WorldOptions = {}): Promise<World> {
  const extensionDir = options.extensionDir ?? builtExtension('chrome-mv3-demo');
  const profileDir = await mkdtemp(join(tmpdir(), 'dealside-profile-'));
  const browser = await findChromium({ say });
  const launch = () =>
    launchWithExtension({ ...options, browser, extensionDir, profileDir, headless: true });
  let launched = await launch();
  const world: World = {
    context: () => launched.context,
    extensionId: () => launched.extensionId,
    background: () => backgroundOf(launched.context, launched.extensionId),
    setClock: async (day) => {
      const worker = await world.background();
      await worker.evaluate(setClock, day);
    },
    newPage: async () => {
      const page = await launched.context.newPage();
      page.setDefaultTimeout(PATIENCE_MS);
      return page;
    },
    restart: async () => {
      await launched.close();
      launched = await launch();
      await world.background();
    },
    crash: async () => {
      await kill(launched.context);
      launched = await launch();
      await world.background();
    },
    close: async () => {
      await launched.close();
      await rm(profileDir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
  await world.setClock(TODAY);
  return world;
}

async function kill(context: BrowserContext): Promise<void> {
  const gone = new Promise((resolve) => context.once('close', resolve));
  const session = await context.browser()?.newBrowserCDPSession();
  // It has no time to answer.
  session?.send('Browser.crash').catch(() => undefined);
  await gone;
}

async function backgroundOf(context: BrowserContext, id: string): Promise<Worker> {
  const ours = (worker: Worker): boolean => worker.url().startsWith(`chrome-extension://${id}/`);
  return (
    context.serviceWorkers().find(ours) ??
    (await context.waitForEvent('serviceworker', { predicate: ours, timeout: 30_000 }))
  );
}

/** What is used of the extension interface inside the background; its own types are not loaded in tests. */
interface ExtensionStorage {
  readonly storage: {
    readonly local: {
      set(values: Record<string, unknown>): Promise<void>;
      remove(key: string): Promise<void>;
    };
  };
}

async function setClock(day: string | null): Promise<void> {
  const { storage } = (globalThis as unknown as { chrome: ExtensionStorage }).chrome;
  if (day === null) await storage.local.remove('clock');
  else await storage.local.set({ clock: day });
}
