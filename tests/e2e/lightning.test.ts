import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { Fact } from '../../lib/core/fact.ts';
import type { PageReading } from '../../lib/crm/adapter.ts';
import {
  buildProbe,
  startLightning,
  type RunningLightning,
  type Shadow,
} from '../crms/lightning/start.ts';
import { findChromium, launchFirefox, launchWithExtension } from '../tools/browser.ts';
import { LeftOut } from '../tools/left-out.ts';
import { say } from '../tools/say.ts';

/**
 * Salesforce's adapter on a record page of Lightning's own base components, in the isolated world of real browsers: with the synthetic
 * shadow that Lightning uses, which page scripts cannot look through, and with the native one that it moves to.
 */

const HARBOUR = '0065g00000LxYzAAAV';
const BAKERY = '0065g00000MnOpQAAV';

/** What the probe tells (see tests/crms/lightning/probe.ts). */
interface Answer {
  readonly recognised: boolean;
  readonly reading: PageReading | null;
  readonly elements: readonly (string | null)[];
  readonly changes: number;
  readonly flat: number;
}

/** What the page itself offers (see tests/crms/lightning/app/shell.js). */
type Page = Window & {
  readonly lightning: {
    open(id: string): void;
    edit(id: string, isEditing: boolean): void;
    focus(id: string, field: string): void;
  };
};

/** What the test needs of a browser's page. */
interface Tab {
  readonly goto: (url: string) => Promise<unknown>;
  /** Runs a function in the page's own world. */
  readonly run: <R>(code: (words: readonly string[]) => R, words?: readonly string[]) => Promise<R>;
  readonly press: (key: string) => Promise<void>;
  readonly type: (text: string) => Promise<void>;
}

interface Driver {
  readonly tab: Tab;
  readonly close: () => Promise<void>;
}

async function chromium(extensionDir: string): Promise<Driver> {
  const browser = await findChromium({ say });
  const launched = await launchWithExtension({ browser, extensionDir, headless: true });
  const page = await launched.context.newPage();
  const tab: Tab = {
    goto: (url) => page.goto(url),
    run: (code, words = []) => page.evaluate(code as never, words) as never,
    press: (key) => page.keyboard.press(key),
    type: (text) => page.keyboard.type(text),
  };
  return { tab, close: () => launched.close() };
}

async function firefox(extensionDir: string): Promise<Driver | undefined> {
  try {
    const launched = await launchFirefox({ extensionDir, headless: true });
    const page = await launched.browser.newPage();
    const tab: Tab = {
      goto: (url) => page.goto(url),
      run: (code, words = []) => page.evaluate(code as never, words),
      press: async (key) => {
        const keys = key.split('+');
        const last = keys.pop() as 'Enter';
        for (const held of keys) await page.keyboard.down(held as 'Control');
        await page.keyboard.press(last);
        for (const held of keys) await page.keyboard.up(held as 'Control');
      },
      type: (text) => page.keyboard.type(text),
    };
    return { tab, close: () => launched.close() };
  } catch (error) {
    if (!(error instanceof LeftOut)) throw error;
    say(error.message);
    return undefined;
  }
}

const extension = await buildProbe();
const lightning: RunningLightning = await startLightning({ say });
const drivers: Readonly<Record<string, Driver | undefined>> = {
  Chromium: await chromium(extension),
  Firefox: await firefox(extension),
};
afterAll(async () => {
  for (const driver of Object.values(drivers)) await driver?.close();
  await lightning.stop();
});

const cases = Object.entries(drivers).flatMap(([browser, driver]) =>
  driver
    ? (['synthetic', 'native'] as const).map((shadow) => [browser, shadow, driver] as const)
    : [],
);

describe.each(cases)('in %s, with the %s shadow', (_, shadow: Shadow, { tab }) => {
  const probe = (): Promise<Answer> =>
    tab.run(() => {
      document.dispatchEvent(new CustomEvent('dealside-probe'));
      return JSON.parse(document.documentElement.dataset.dealsideProbe ?? '{}') as Answer;
    });
  const readingOf = async () => (await probe()).reading;
  const fieldsOf = async () => (await readingOf())?.fields;
  const known = (value: unknown, source: string): Fact<unknown> =>
    ({ is: 'value', value, source }) as Fact<unknown>;
  const open = (id: string) =>
    tab.run(
      ([wanted = '']) => {
        (window as unknown as Page).lightning.open(wanted);
      },
      [id],
    );
  const focus = (field: string) =>
    tab.run(
      ([id = '', name = '']) => {
        (window as unknown as Page).lightning.focus(id, name);
      },
      [HARBOUR, field],
    );
  const edit = () =>
    tab.run(
      ([id = '']) => {
        (window as unknown as Page).lightning.edit(id, true);
      },
      [HARBOUR],
    );
  const retype = async (field: string, text: string): Promise<void> => {
    await focus(field);
    await tab.press('Control+A');
    await tab.type(text);
  };

  beforeEach(async () => {
    await tab.goto(lightning.deal(HARBOUR, shadow));
    await expect
      .poll(() => tab.run(() => document.documentElement.dataset.dealsideReady ?? ''))
      .toBe('yes');
    await expect.poll(fieldsOf).toMatchObject({ nextStep: known('Send the plan', 'page') });
  });

  test('reads a record as it is shown, and nothing of the tab behind it', async () => {
    const { recognised, reading, flat, elements } = await probe();
    expect(recognised).toBe(true);
    expect(reading?.state).toBe('shown');
    expect(reading?.ref).toEqual({ crm: 'salesforce', id: HARBOUR });
    expect(reading?.fields).toMatchObject({
      name: known('Harbour sensors', 'page'),
      account: known('Lindhaven Port', 'page'),
      amount: known({ amount: '48000.5', currency: 'EUR' }, 'page'),
      closeDate: known('2026-12-31', 'page'),
      stage: known({ id: 'Proposal', label: 'Proposal', state: 'open' }, 'page'),
      probability: known(75, 'page'),
      nextStep: known('Send the plan', 'page'),
    });
    expect(elements).not.toContain(null);
    // The polyfill hides the fields from the page's own scripts alone, the browser's shadow from plain selectors everywhere.
    expect(flat > 0).toBe(shadow === 'synthetic');
    const seenByPage = await tab.run(
      () => document.querySelectorAll('[data-target-selection-name]').length,
    );
    expect(seenByPage).toBe(0);
  });

  test('follows the tab in front', async () => {
    await open(BAKERY);
    await expect.poll(readingOf).toMatchObject({
      ref: { id: BAKERY },
      fields: { name: known('Bakery ovens', 'page'), closeDate: known('2027-01-30', 'page') },
    });
    await open(HARBOUR);
    await expect
      .poll(fieldsOf)
      .toMatchObject({ name: known('Harbour sensors', 'page'), probability: known(75, 'page') });
  });

  test('sees what is typed, at once and before it is saved', async () => {
    await edit();
    await expect.poll(async () => (await readingOf())?.state).toBe('form');
    const { changes } = await probe();
    await retype('Amount', '52500.25');
    await expect
      .poll(fieldsOf)
      .toMatchObject({ amount: { is: 'value', value: { amount: '52500.25' }, source: 'typed' } });
    expect((await probe()).changes).toBeGreaterThan(changes);
    await retype('CloseDate', '1/31/2027');
    await expect.poll(fieldsOf).toMatchObject({ closeDate: known('2027-01-31', 'typed') });
    await retype('NextStep', 'Sign');
    await retype('Name', 'Harbour and port sensors');
    await expect.poll(fieldsOf).toMatchObject({
      name: known('Harbour and port sensors', 'typed'),
      nextStep: known('Sign', 'typed'),
      account: known('Lindhaven Port', 'page'),
      probability: known(75, 'typed'),
    });
    expect((await probe()).elements).toEqual(['input', 'input', 'button', 'input']);
  });

  test('sees a stage that is chosen', async () => {
    await edit();
    await expect
      .poll(fieldsOf)
      .toMatchObject({ stage: { value: { label: 'Proposal' }, source: 'typed' } });
    await focus('StageName');
    for (const key of ['Enter', 'ArrowDown', 'Enter']) {
      await tab.press(key);
      // The list opens, and moves, with the next picture.
      await tab.run(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))));
    }
    await expect.poll(fieldsOf).toMatchObject({
      stage: known({ id: 'Closed Won', label: 'Closed Won', state: 'won' }, 'typed'),
    });
  });
});
