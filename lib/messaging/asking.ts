import { defineExtensionMessaging } from '@webext-core/messaging';
import { browser } from 'wxt/browser';
import type {
  AnswerTo,
  DataOf,
  PageDataOf,
  StorageFault,
  ToBackground,
  ToPage,
} from './protocol.ts';

/** A page's side of the messages: asking the background, and hearing what it announces. */

/** How long an answer may take. A background that hangs is as good as one that is gone. */
export const ANSWER_MS = 10_000;

type Answer<T> = { readonly got: T } | { readonly fault: StorageFault };

const messenger = defineExtensionMessaging<ToBackground>();
const announcements = defineExtensionMessaging<ToPage>();

/** True once the extension was updated or removed under this page: the browser then takes the id away. */
export const isCutOff = (): boolean =>
  (browser.runtime as typeof browser.runtime | undefined)?.id === undefined;

/** Rejects after `ms`; the loser's timer does not outlive the race. */
function within<T>(ms: number, answer: Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    reject(new Error('no answer in time'));
  }, ms);
  return Promise.race([answer, promise]).finally(() => {
    clearTimeout(timer);
  });
}

/** Sends once. Nothing is sent again by itself: the first one may have been kept without our knowing. */
export async function ask<K extends keyof ToBackground>(
  type: K,
  data: DataOf<K>,
  ms = ANSWER_MS,
): Promise<Answer<AnswerTo<K>>> {
  if (isCutOff()) return { fault: 'updated' };
  try {
    const sent: Promise<unknown> = messenger.sendMessage(type, ...([data] as never));
    const got = await within(ms, sent);
    return got === undefined || got === null ? { fault: 'no-answer' } : { got: got as AnswerTo<K> };
  } catch (error) {
    const cut = isCutOff() || /context invalidated/i.test(String(error));
    return { fault: cut ? 'updated' : 'no-answer' };
  }
}

/** Messages whose answer can be a fault in the place of what was asked for: all but `openDeal`. */
type Failing = Exclude<keyof ToBackground, 'openDeal'>;

/** Asks, and gives the answer or the fault. Never rejects. */
export const asking =
  <K extends Failing>(type: K, ms = ANSWER_MS) =>
  async (data: DataOf<K>): Promise<AnswerTo<K>> => {
    const answer = await ask(type, data, ms);
    if ('got' in answer) return answer.got;
    return { ok: false, fault: answer.fault } as AnswerTo<K>;
  };

/** Calls `listener` for each announcement of the background, until the signal aborts. One listener for each type and script. */
export function onAnnouncement<K extends keyof ToPage>(
  type: K,
  listener: (data: PageDataOf<K>) => void,
  signal: AbortSignal,
): void {
  if (signal.aborted) return;
  const stop = announcements.onMessage(type, ({ data }) => {
    listener(data);
    // An answer tells the sender that somebody listened.
    return true as never;
  });
  const end = (): void => {
    try {
      stop();
    } catch {
      // Cut off from the extension there is nothing left to stop, and the browser's interface is gone.
    }
  };
  signal.addEventListener('abort', end, { once: true });
}
