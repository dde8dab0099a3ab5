import { defineExtensionMessaging } from '@webext-core/messaging';
import { browser } from 'wxt/browser';
import { faultContext } from './fault-context.ts';
import type {
  AnswerTo,
  DataOf,
  PageDataOf,
  StorageFault,
  ToBackground,
  ToPage,
} from './protocol.ts';
import { schemaOf, schemas } from './schemas.ts';

/** Who sent a message, as the browser says it. Nothing of it comes from the payload. */
export interface From {
  /** The origin of the page: "https://crm.example.com". */
  readonly site: string;
  readonly tabId: number;
  readonly frameId: number;
}

export type Handlers = {
  readonly [K in keyof ToBackground]: (data: DataOf<K>, from: From) => Promise<AnswerTo<K>>;
};

type Sender = Parameters<Parameters<typeof browser.runtime.onMessage.addListener>[0]>[1];

/** The sender, or undefined when it is not a script of ours in a web page's tab. */
export function fromSender(sender: Sender): From | undefined {
  const { id, tab, url, frameId } = sender;
  if (id !== browser.runtime.id || tab?.id === undefined || url === undefined) return undefined;
  if (!URL.canParse(url)) return undefined;
  const { protocol, origin } = new URL(url);
  if (protocol !== 'https:' && protocol !== 'http:') return undefined;
  return { site: origin, tabId: tab.id, frameId: frameId ?? 0 };
}

const refusal = <K extends keyof ToBackground>(type: K, fault: StorageFault): AnswerTo<K> =>
  (type === 'openDeal' ? faultContext(fault) : { ok: false, fault }) as AnswerTo<K>;

/** Checks the sender, then the payload, then hands over. A log line names the message and never its contents. */
async function answer<K extends keyof ToBackground>(
  type: K,
  handler: Handlers[K],
  data: unknown,
  sender: Sender,
): Promise<AnswerTo<K>> {
  const from = fromSender(sender);
  if (!from) {
    console.warn(`[dealside] ${type}: dropped, not from a page of ours`);
    return refusal(type, 'invalid');
  }
  const checked = schemaOf(type).safeParse(data);
  if (!checked.success) {
    const where = checked.error.issues.map(({ path, code }) => `${path.join('.')} ${code}`);
    console.warn(`[dealside] ${type}: dropped, ${where.slice(0, 3).join('; ').slice(0, 200)}`);
    return refusal(type, 'invalid');
  }
  try {
    return await handler(checked.data, from);
  } catch (error) {
    console.error(`[dealside] ${type}: failed`, error);
    return refusal(type, 'refused');
  }
}

/** Answers every message of the protocol, until the signal aborts. */
export function serve(handlers: Handlers, signal: AbortSignal): void {
  const { onMessage, removeAllListeners } = defineExtensionMessaging<ToBackground>();
  for (const type of Object.keys(schemas) as (keyof ToBackground)[]) {
    onMessage(type, (message) => {
      // The library types it by a global that is not there.
      const sender: unknown = message.sender;
      return answer(type, handlers[type], message.data, sender as Sender);
    });
  }
  signal.addEventListener('abort', removeAllListeners, { once: true });
}

let announced = 0;

/**
 * Tells one tab; false when nobody there listens. Written without the library's own sender, which leaves
 * `runtime.lastError` unread and so fills the extension's error list when a tab has no script of ours.
 */
export async function announce<K extends keyof ToPage>(
  tabId: number,
  type: K,
  data: PageDataOf<K>,
): Promise<boolean> {
  announced += 1;
  const message = { id: announced, type, data, timestamp: Date.now() };
  try {
    return (await browser.tabs.sendMessage(tabId, message)) !== undefined;
  } catch {
    return false;
  }
}
