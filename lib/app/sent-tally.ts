import type { CrmRequest, Send } from '../crm/access.ts';
import type { Client } from '../messaging/client.ts';

/** What a script in a page is about to do: read what is saved, or write a note. */
export type Purpose = 'read' | 'note';

/** What telling the background needs of the messages. */
export type SentClient = Pick<Client, 'noteSent'>;

/** Requests that follow one another more closely than this, in milliseconds, are told of together. */
const PAUSE_MS = 1_000;

/** Of the requests of a note those that ask for something are reads like all others. */
const isNote = (purpose: Purpose, { method = 'GET' }: CrmRequest): boolean =>
  purpose === 'note' && method !== 'GET';

/**
 * Counts every request that goes out through `send`, whatever comes of it, and tells the background once there is a pause, or when
 * the page goes: after the work, and never in its way. That a request was sent is all that is told.
 */
export function counted(send: Send, view: Window, client: SentClient, purpose: Purpose): Send {
  let [reads, notes, timer] = [0, 0, 0];
  const tell = (): void => {
    view.clearTimeout(timer);
    view.removeEventListener('pagehide', tell);
    const counts = { reads, notes };
    [reads, notes, timer] = [0, 0, 0];
    void client.noteSent(counts).then(({ ok }) => {
      if (ok) return;
      // Told with the next ones, if there are any.
      reads += counts.reads;
      notes += counts.notes;
    });
  };
  return (request, signal) => {
    if (isNote(purpose, request)) notes += 1;
    else reads += 1;
    if (timer === 0) view.addEventListener('pagehide', tell);
    view.clearTimeout(timer);
    timer = view.setTimeout(tell, PAUSE_MS);
    return send(request, signal);
  };
}
