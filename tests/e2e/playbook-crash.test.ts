import type { Page } from 'playwright-core';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { say } from '../tools/say.ts';
import { hasFocus } from './pages/keyboard.ts';
import { picture } from './pictures.ts';
import { openWorld, type World } from './world.ts';

/** What the database holds of the playbook, read past everything that Dealside makes of it. */
interface Kept {
  /** The published versions' names by their numbers. */
  readonly published: Readonly<Record<number, string>>;
  /** The draft's name; null where there is no draft. */
  readonly draft: string | null;
}

let world: World;
beforeAll(async () => {
  world = await openWorld();
  return () => world.close();
});

const kept = async (): Promise<Kept> => (await world.background()).evaluate(readKept);
const keptDraft = async (): Promise<string | null> => (await kept()).draft;

/** The number of the version in force. */
const newest = ({ published }: Kept): number => Math.max(1, ...Object.keys(published).map(Number));

async function openEditor(): Promise<Page> {
  const page = await world.newPage();
  await page.goto(`chrome-extension://${world.extensionId()}/options.html#/edit/settings`);
  await page.locator('main[aria-busy="false"]').waitFor();
  return page;
}

const nameIn = (page: Page) =>
  page.getByRole('group', { name: 'What the playbook is called' }).getByLabel('English');

/** An editor with a draft of this name, which is kept. */
async function draftNamed(name: string): Promise<Page> {
  const page = await openEditor();
  const start = page.getByRole('button', { name: /^Start from The playbook in force/ });
  const bar = page.locator('.ed-bar');
  await start.or(bar).first().waitFor();
  if (await start.isVisible()) await start.click();
  await bar.waitFor();
  await page.getByRole('link', { name: 'Settings', exact: true }).last().click();
  await nameIn(page).fill(name);
  await expect.poll(keptDraft).toBe(name);
  return page;
}

/** Everything is filled in, and one press of Enter away from being published. */
async function readyToPublish(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Publish ?…$/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Why this version?').fill('A note');
  await dialog.getByRole('button', { name: /^Publish version|publish all the same$/ }).focus();
}

describe('a browser that is killed while a draft is published', () => {
  let round = 0;
  let name: string;
  let before: Kept;
  let page: Page;
  beforeEach(async () => {
    round += 1;
    name = `Rules of round ${round}`;
    page = await draftNamed(name);
    before = await kept();
    await readyToPublish(page);
  });

  /** All of it or nothing of it. */
  const unpublished = (): Kept => before;
  const published = (): Kept => ({
    published: { ...before.published, [newest(before) + 1]: name },
    draft: null,
  });

  test.each([
    ['the version was added', 'add', 'playbooks'],
    ['the draft was taken away', 'delete', 'settings'],
  ] as const)(
    'after %s and before that was all: the draft stays, with the old version',
    async (_, method, store) => {
      await page.evaluate(holdAfter, { method, store });
      await page.keyboard.press('Enter');
      await expect.poll(() => page.evaluate(isHeld)).toBe(true);
      await world.crash();
      expect(await kept()).toEqual(unpublished());
      const again = await openEditor();
      await expect.poll(() => nameIn(again).inputValue()).toBe(name);
    },
  );

  test('as soon as it is told: the version is there, and the draft gone', async () => {
    await page.keyboard.press('Enter');
    await page.getByText(/^Version \d+ is in force/).waitFor();
    await world.crash();
    expect(await kept()).toEqual(published());
  });

  test.each([0, 10, 20, 30, 45, 60, 80, 100, 130])(
    '%i ms after the press: either all of it is there or nothing',
    async (moment) => {
      const pressed = page.keyboard.press('Enter').catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, moment));
      await world.crash();
      await pressed;
      const after = await kept();
      say(`  Killed after ${moment} ms: ${after.draft === null ? 'published' : 'not published'}.`);
      expect([unpublished(), published()]).toContainEqual(after);
    },
  );
});

describe('two tabs on one draft', () => {
  test('that change it at the same moment: the later one is told, and both are there', async () => {
    const first = await draftNamed('Ours');
    const second = await draftNamed('Ours');
    const release = await holdSettings();
    await nameIn(first).fill('Of the first tab');
    await nameIn(second).fill('Of the second tab');
    await release();
    const told = second.getByRole('alert').filter({ hasText: 'changed in another tab' });
    await told.waitFor();
    await picture(second, 'playbook-two-tabs');
    expect(await first.getByText('changed in another tab').count()).toBe(0);
    expect(await keptDraft()).toBe('Of the first tab');
    expect(await nameIn(second).inputValue()).toBe('Of the second tab');
    expect(await told.textContent()).toContain('Of the first tab');
    // What is chosen goes on in both; the other one can be brought back.
    await second.getByRole('button', { name: 'Keep mine' }).click();
    await expect.poll(keptDraft).toBe('Of the second tab');
    await expect.poll(() => nameIn(first).inputValue()).toBe('Of the second tab');
    await second.getByRole('button', { name: 'Bring it back' }).click();
    await expect.poll(keptDraft).toBe('Of the first tab');
    await Promise.all([first.close(), second.close()]);
  });

  test('of which one publishes: the other has nothing left to publish twice', async () => {
    const first = await draftNamed('Published once');
    const second = await draftNamed('Published once');
    const before = await kept();
    await readyToPublish(first);
    await readyToPublish(second);
    await first.keyboard.press('Enter');
    await first.getByText(/^Version \d+ is in force/).waitFor();
    await second.getByText('This draft was published or discarded in another tab.').waitFor();
    expect(await second.getByRole('dialog').count()).toBe(0);
    expect(await hasFocus(second)).toBe(true);
    await picture(second, 'playbook-two-tabs-published');
    const after: Kept = {
      published: { ...before.published, [newest(before) + 1]: 'Published once' },
      draft: null,
    };
    expect(await kept()).toEqual(after);
    // What it had is not lost, and is no question about the next draft.
    await second.getByRole('button', { name: 'Bring it back' }).click();
    await expect.poll(kept).toEqual({ ...after, draft: 'Published once' });
    expect(await second.getByRole('dialog').count()).toBe(0);
  });

  /** Keeps the settings busy, as another tab's long work would, until the returned function is called. */
  async function holdSettings(): Promise<() => Promise<void>> {
    const page = await world.newPage();
    await page.goto(`chrome-extension://${world.extensionId()}/popup.html`);
    const hold = await page.evaluateHandle(startHolding);
    return async () => {
      await hold.evaluate(({ release }) => {
        release();
      });
      await page.close();
    };
  }
});

/** Runs in the background. */
function readKept(): Promise<Kept> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('dealside');
    opening.onerror = () => {
      reject(new Error('There is no database.'));
    };
    opening.onsuccess = () => {
      const { result: database } = opening;
      const reading = database.transaction(['playbooks', 'settings']);
      const rows = reading.objectStore('playbooks').getAll();
      const draft = reading.objectStore('settings').get('playbookDraft');
      reading.oncomplete = () => {
        database.close();
        const published = (rows.result as { version: number; text: string }[]).map(
          ({ version, text }) => [version, (JSON.parse(text) as { name: { en: string } }).name.en],
        );
        const row = draft.result as { value: { playbook: { name: { en: string } } } } | undefined;
        resolve({
          published: Object.fromEntries(published) as Record<number, string>,
          draft: row?.value.playbook.name.en ?? null,
        });
      };
    };
  });
}

/** Runs in the page: a transaction in which this was done to the store goes on for ever, with everything done and nothing over. */
function holdAfter({ method, store }: { method: 'add' | 'delete'; store: string }): void {
  const { prototype } = IDBObjectStore;
  const plain = Reflect.get(prototype, method) as (this: IDBObjectStore, of: never) => IDBRequest;
  Reflect.set(prototype, method, function (this: IDBObjectStore, of: never): IDBRequest {
    const request = plain.call(this, of);
    if (this.name !== store) return request;
    const again = (): void => {
      document.documentElement.dataset.held = 'here';
      this.count().addEventListener('success', again);
    };
    request.addEventListener('success', again);
    return request;
  });
}

/** Runs in the page. */
const isHeld = (): boolean => document.documentElement.dataset.held === 'here';

/** Runs in a page of the extension's. */
function startHolding(): Promise<{ readonly release: () => void }> {
  return new Promise((resolve) => {
    const opening = indexedDB.open('dealside');
    opening.onsuccess = () => {
      const { result: database } = opening;
      const store = database.transaction('settings', 'readwrite').objectStore('settings');
      let held = true;
      // A transaction lives for as long as there is something to be done in it.
      const again = (): void => {
        if (held) store.count().onsuccess = again;
        else database.close();
      };
      again();
      resolve({
        release: () => {
          held = false;
        },
      });
    };
  });
}
