import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { findFirefox } from './find.ts';
import { hasDisplay } from './machine.ts';

/** Closed to the world: everything but this machine's own servers goes to a proxy that is none. */
const CLOSED = {
  'network.proxy.type': 1,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.http_port': 9,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': 9,
  'network.proxy.no_proxies_on': '127.0.0.1',
};

export interface LaunchedFirefox {
  readonly browser: Browser;
  readonly extensionId: string;
  /** Opens one of the extension's own pages, such as `options.html`. */
  openPage(path: string): Promise<Page>;
  close(): Promise<void>;
}

/** Starts Firefox with the unpacked extension in it, for as long as it runs. Throws `LeftOut` without one. */
export async function launchFirefox(options: {
  readonly extensionDir: string;
  readonly headless?: boolean | undefined;
  readonly lang?: string | undefined;
  /** The program. Left out: the one that is installed. */
  readonly executable?: string | undefined;
}): Promise<LaunchedFirefox> {
  const extension = resolve(options.extensionDir);
  const uuid = randomUUID();
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: options.executable ?? (await findFirefox()),
    // Without it, an extension's own pages may not be opened from outside.
    args: ['--remote-allow-system-access'],
    headless: options.headless ?? !hasDisplay(),
    extraPrefsFirefox: {
      ...CLOSED,
      // Firefox makes up the address of an extension's pages, unless it has one for it already.
      'extensions.webextensions.uuids': JSON.stringify({ [geckoId(extension)]: uuid }),
      ...(options.lang && { 'intl.accept_languages': options.lang }),
    },
  });
  try {
    const extensionId = await browser.installExtension(extension);
    return {
      browser,
      extensionId,
      openPage: (path) => openPage(browser, `moz-extension://${uuid}/${path}`),
      close: () => browser.close(),
    };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

const PAGE_PATIENCE_MS = 10_000;

/** Firefox never says that such a page has loaded, so the page itself is asked. */
async function openPage(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage();
  page.goto(url, { timeout: PAGE_PATIENCE_MS }).catch(() => undefined);
  const end = Date.now() + PAGE_PATIENCE_MS;
  while (Date.now() < end) {
    await sleep(100);
    const [href, state] = await page
      .evaluate(() => [location.href, document.readyState])
      .catch(() => []); // between two documents there is nobody to answer
    if (href === url && state === 'complete') return page;
  }
  throw new Error(`${url} did not open in Firefox.`);
}

function geckoId(extension: string): string {
  const manifest = JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8')) as {
    browser_specific_settings?: { gecko?: { id?: string } };
  };
  return manifest.browser_specific_settings?.gecko?.id ?? '';
}
