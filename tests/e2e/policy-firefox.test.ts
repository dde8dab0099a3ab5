import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { launchFirefox, type LaunchedFirefox } from '../tools/browser.ts';
import { LeftOut } from '../tools/left-out.ts';
import { say } from '../tools/say.ts';
import { firefoxCopy, type FirefoxCopy } from './policies.ts';
import { builtExtension } from './world.ts';

const copy = await copyOrLeaveOut();

async function copyOrLeaveOut(): Promise<FirefoxCopy | undefined> {
  try {
    return await firefoxCopy();
  } catch (error) {
    if (!(error instanceof LeftOut)) throw error;
    say(error.message);
    return undefined;
  }
}

let firefox: LaunchedFirefox | undefined;
const close = async (): Promise<void> => {
  await firefox?.close();
  firefox = undefined;
};
/** Firefox on a new profile each time: nothing of what was set up before is left. */
const start = async (): Promise<LaunchedFirefox> => {
  await close();
  firefox = await launchFirefox({
    extensionDir: builtExtension('firefox-mv3-demo'),
    executable: copy!.executable,
    headless: true,
  });
  return firefox;
};
afterEach(close);
afterAll(() => copy?.remove());

describe.skipIf(!copy)('a policy file that the page wrote, in Firefox', () => {
  test('sets the playbook and locks the page; removing it unlocks', async () => {
    const writing = await (await start()).openPage('options.html');
    await press(writing, 'Use SPICED');
    await press(writing, 'Publish version 2');
    await says(writing, 'Version 2 is in force');
    await show(writing, 'deliver');
    await press(writing, /^The playbook in force here: SPICED/, 'radio');
    for (const lock of [/^The playbook: not/, /^The role/]) await press(writing, lock, 'checkbox');
    const file = await saved(writing, 'Save policies.json');

    await copy!.install(file);
    const locked = await (await start()).openPage('options.html');
    await says(locked, 'Set by your organisation (policy key playbook).');
    expect(await textOf(locked)).toContain('SPICED Version 2');
    expect(await textOf(locked)).not.toContain('Starter packs');
    await show(locked, 'roles');
    await says(locked, 'Set by your organisation (policy key locked).');
    expect(await disabled(locked, 'Rep')).toBe(true);

    await copy!.uninstall();
    const free = await (await start()).openPage('options.html');
    await says(free, 'BANT-light Version 1');
    expect(await textOf(free)).toContain('Starter packs');
    expect(await textOf(free)).not.toContain('Set by your organisation');
  });
});

/** Presses what goes by a name, once it is there. */
async function press(page: Page, name: string | RegExp, role = 'button'): Promise<void> {
  const pressed = await page.waitForFunction(
    (source: string, kind: string) => {
      const fits = new RegExp(source);
      const all = [...document.querySelectorAll<HTMLElement>('button, input')];
      const found = all.find((one) => {
        const label = (one as HTMLInputElement).labels?.[0]?.textContent ?? one.textContent;
        return (one.getAttribute('type') ?? 'button') === kind && fits.test(label.trim());
      });
      found?.click();
      return found !== undefined;
    },
    {},
    typeof name === 'string' ? `^${name}$` : name.source,
    role,
  );
  await pressed.dispose();
}

const textOf = (page: Page): Promise<string> =>
  page.evaluate(() => document.body.innerText.replaceAll(/\s+/g, ' '));

const says = async (page: Page, text: string): Promise<void> => {
  await expect.poll(() => textOf(page)).toContain(text);
};

const show = (page: Page, screen: string): Promise<void> =>
  page.evaluate((id) => {
    location.hash = `#/${id}`;
  }, screen);

const disabled = (page: Page, name: string): Promise<boolean> =>
  page.evaluate(
    (label) =>
      [...document.querySelectorAll<HTMLInputElement>('input[type=radio]')].find(
        ({ labels }) => labels?.[0]?.textContent === label,
      )?.disabled ?? false,
    name,
  );

/** What the page hands to the browser to be saved. Firefox tells nobody outside where it put a file. */
async function saved(page: Page, button: string): Promise<string> {
  await page.evaluate(() => {
    const createObjectURL = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob) => {
      (globalThis as unknown as { handed: Blob }).handed = blob as Blob;
      return createObjectURL(blob);
    };
    HTMLAnchorElement.prototype.click = () => undefined;
  });
  await press(page, button);
  await page.waitForFunction(() => 'handed' in globalThis);
  return await page.evaluate(() => (globalThis as unknown as { handed: Blob }).handed.text());
}
