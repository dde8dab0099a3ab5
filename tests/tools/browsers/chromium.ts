import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium, type BrowserContext } from 'playwright-core';
import { unpackedId } from './extension-id.ts';
import { hasDisplay } from './machine.ts';
import type { FoundBrowser } from './places.ts';

export interface LaunchOptions {
  readonly browser: FoundBrowser;
  readonly extensionDir: string;
  /** Left out: headless where no window can be shown. */
  readonly headless?: boolean | undefined;
  /** Kept after the end. Left out: a new one, deleted at the end. */
  readonly profileDir?: string | undefined;
  /** The browser's language and the pages' locale, such as `nl-NL`. */
  readonly lang?: string | undefined;
  readonly colorScheme?: 'light' | 'dark' | undefined;
  readonly viewport?: { readonly width: number; readonly height: number } | undefined;
  readonly timezone?: string | undefined;
  readonly args?: readonly string[] | undefined;
}

export interface Launched {
  readonly context: BrowserContext;
  readonly extensionId: string;
  close(): Promise<void>;
}

/** Quiet, and closed to the world: only this machine's own servers can be reached. */
const ARGS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/** Starts a Chromium with the unpacked extension in it. */
export async function launchWithExtension(options: LaunchOptions): Promise<Launched> {
  const extension = resolve(options.extensionDir);
  const profile = options.profileDir ?? (await mkdtemp(join(tmpdir(), 'dealside-profile-')));
  const { lang } = options;
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: options.browser.path,
    headless: options.headless ?? !hasDisplay(),
    // Playwright turns extensions off unless it is told not to.
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [...argsFor(options.browser, extension, lang), ...(options.args ?? [])],
    viewport: options.viewport ?? { width: 1280, height: 900 },
    ...(options.colorScheme && { colorScheme: options.colorScheme }),
    ...(options.timezone && { timezoneId: options.timezone }),
    // On Linux the browser's own language comes from the environment, not from --lang.
    ...(lang && { locale: lang, env: { ...definedEnv(), LANGUAGE: lang.replace('-', '_') } }),
  });
  const close = async (): Promise<void> => {
    await context.close();
    if (!options.profileDir) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const extensionId = options.browser.branded
      ? await loadUnpacked(context, extension)
      : unpackedId(extension);
    return { context, extensionId, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function argsFor(browser: FoundBrowser, extension: string, lang: string | undefined): string[] {
  const load = browser.branded
    ? ['--enable-unsafe-extension-debugging']
    : [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`];
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []; // root has no sandbox to run in
  return [...ARGS, ...load, ...asRoot, ...(lang ? [`--lang=${lang}`] : [])];
}

/**
 * Chrome and Edge ignore --load-extension since version 137. They load one over the DevTools
 * protocol, if it comes through a pipe (which is how Playwright talks to them) and the flag is set.
 */
async function loadUnpacked(context: BrowserContext, path: string): Promise<string> {
  const browser = context.browser();
  if (!browser) throw new Error('Playwright gives no browser for a persistent context.');
  const session = await browser.newBrowserCDPSession();
  // Playwright's own list of protocol commands does not have this one.
  const send = session.send.bind(session) as unknown as (
    method: string,
    params: object,
  ) => Promise<{ id: string }>;
  const { id } = await send('Extensions.loadUnpacked', { path });
  await session.detach();
  return id;
}

function definedEnv(): Record<string, string> {
  const entries = Object.entries(process.env).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Record<string, string>;
}
