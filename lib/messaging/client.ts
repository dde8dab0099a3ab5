import { defineExtensionMessaging } from '@webext-core/messaging';
import { browser } from 'wxt/browser';
import { faultContext } from './fault-context.ts';
import type {
  AnswerTo,
  DataOf,
  PageDataOf,
  SaveResult,
  StorageFault,
  ToBackground,
  ToPage,
} from './protocol.ts';

/** The page's side of the messages. Every call resolves with an answer or with a fault; none rejects. */
export type Client = {
  readonly [K in keyof ToBackground]: (data: DataOf<K>) => Promise<AnswerTo<K>>;
};

/** How long an answer may take. A background that hangs is as good as one that is gone. */
export const ANSWER_MS = 10_000;
/** The same where the background itself waits for a CRM. */
const CALL_ANSWER_MS = 25_000;

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
async function ask<K extends keyof ToBackground>(
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

type Saving = Exclude<keyof ToBackground, 'openDeal' | 'badges' | 'customSites' | 'picking' | 'crmCall'>;

const saving =
  <K extends Saving>(type: K) =>
  async (data: DataOf<K>): Promise<SaveResult> => {
    const answer = await ask(type, data);
    return 'got' in answer ? answer.got : { ok: false, fault: answer.fault };
  };

/** All that a page can ask of the background. */
export const client: Client = {
  openDeal: async (data) => {
    const answer = await ask('openDeal', data);
    return 'got' in answer ? answer.got : faultContext(answer.fault);
  },
  mountCard: saving('mountCard'),
  leaveDeal: saving('leaveDeal'),
  recordReading: saving('recordReading'),
  saveAnswer: saving('saveAnswer'),
  saveException: saving('saveException'),
  endException: saving('endException'),
  park: saving('park'),
  wake: saving('wake'),
  notePrompt: saving('notePrompt'),
  reportCheck: saving('reportCheck'),
  mountBadges: saving('mountBadges'),
  badges: async (data) => {
    const answer = await ask('badges', data);
    return 'got' in answer ? answer.got : { ok: false, fault: answer.fault };
  },
  recordReadings: saving('recordReadings'),
  savePlace: saving('savePlace'),
  customSites: async (data) => {
    const answer = await ask('customSites', data);
    return 'got' in answer ? answer.got : { ok: false, fault: answer.fault };
  },
  picking: async (data) => {
    const answer = await ask('picking', data);
    return 'got' in answer ? answer.got : { ok: false, fault: answer.fault };
  },
  keepPicking: saving('keepPicking'),
  saveCustom: saving('saveCustom'),
  stopPicking: saving('stopPicking'),
  crmCall: async (data) => {
    const answer = await ask('crmCall', data, CALL_ANSWER_MS);
    return 'got' in answer ? answer.got : { ok: false, fault: answer.fault };
  },
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
