import type { CDPSession, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { World } from '../world.ts';

/** What the toolbar button opened. Playwright does not know such windows, so that the browser itself is asked. */
export interface Popup {
  readonly text: () => Promise<string>;
  /** Presses the button with this label, as a gesture of the user's. */
  readonly press: (label: string) => void;
  /** True once the browser has closed it. */
  readonly isClosed: () => Promise<boolean>;
}

/** What a browser must be started with, so that its toolbar can be reached. */
export const TOOLBAR_ARGS = ['--enable-unsafe-extension-debugging'];

/** Presses the extension's toolbar button while the page is in front, with all that a user's press allows. */
export async function pressToolbar(world: World, page: Page): Promise<void> {
  await page.bringToFront();
  const session = await browserSession(world);
  const targetId = await tabOf(session, page);
  // Playwright's own list of protocol commands does not have this one.
  const send = session.send.bind(session) as unknown as (
    method: string,
    params: object,
  ) => Promise<void>;
  await send('Extensions.triggerAction', { id: world.extensionId(), targetId });
  await session.detach();
}

/** Presses the toolbar button and gives the popup that it opens. */
export async function openPopup(world: World, page: Page): Promise<Popup> {
  await pressToolbar(world, page);
  const session = await browserSession(world);
  const find = async (): Promise<string | undefined> => {
    const { targetInfos } = await session.send('Target.getTargets');
    return targetInfos.find(({ url }) => url.endsWith('/popup.html'))?.targetId;
  };
  await expect.poll(find).toBeDefined();
  const targetId = (await find()) ?? '';
  const evaluate = await evaluatorOf(session, targetId);
  const popup: Popup = {
    text: async () => String(await evaluate('document.body.innerText')),
    press: (label) => {
      const found = `[...document.querySelectorAll('button')].find((button) => button.textContent === ${JSON.stringify(label)})`;
      // Not waited for: what the press leads to may close the popup before it answers.
      void evaluate(`${found}.click()`);
    },
    isClosed: async () => (await find()) !== targetId,
  };
  await expect.poll(popup.text).toMatch(/^Dealside\s+(?!Looking)\S/);
  return popup;
}

async function browserSession(world: World): Promise<CDPSession> {
  const browser = world.context().browser();
  if (!browser) throw new Error('Playwright gives no browser for a persistent context.');
  return await browser.newBrowserCDPSession();
}

/** The tab around a page: the browser's own word for what has an address bar. */
async function tabOf(session: CDPSession, page: Page): Promise<string> {
  const { targetInfos } = await session.send('Target.getTargets', { filter: [{ type: 'tab' }] });
  const tab = targetInfos.find(({ url }) => url === page.url());
  if (!tab) throw new Error(`No tab shows ${page.url()}.`);
  return tab.targetId;
}

/** Evaluates expressions in a target that Playwright is not attached to. */
async function evaluatorOf(
  session: CDPSession,
  targetId: string,
): Promise<(expression: string) => Promise<unknown>> {
  const { sessionId } = await session.send('Target.attachToTarget', { targetId, flatten: false });
  let sent = 0;
  return async (expression) => {
    sent += 1;
    const id = sent;
    const answer = new Promise<unknown>((resolve) => {
      const hear = ({ message }: { message: string }): void => {
        const heard = JSON.parse(message) as {
          id?: number;
          result?: { result?: { value?: unknown } };
        };
        if (heard.id !== id) return;
        session.off('Target.receivedMessageFromTarget', hear);
        resolve(heard.result?.result?.value);
      };
      session.on('Target.receivedMessageFromTarget', hear);
    });
    const params = { expression, returnByValue: true, userGesture: true };
    const message = JSON.stringify({ id, method: 'Runtime.evaluate', params });
    await session.send('Target.sendMessageToTarget', { sessionId, message });
    return await answer;
  };
}
