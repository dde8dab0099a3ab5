import type { DealRef, Reading } from '../core/deal.ts';
import type { ActivePlaybook } from '../core/playbook.ts';
import type { Answer, Change, Exception, Parked, ShownPrompt } from '../core/records.ts';

/**
 * All messages, one map per direction. Types only: a content script imports nothing but types from here.
 * The background checks every payload with zod (schemas.ts) and takes the site from the sender, never
 * from the payload.
 */

/** Why something could not be kept or read. The screens put it into words; the texts stay where they are. */
export type StorageFault =
  'full' | 'refused' | 'blocked' | 'migration' | 'invalid' | 'no-answer' | 'updated';

/** `saved` is said only after the database confirmed the transaction. */
export type SaveResult =
  { readonly ok: true } | { readonly ok: false; readonly fault: StorageFault };

/** Why a playbook cannot be used: what is wrong, at which rule and on which line of its JSON. */
export interface PlaybookFault {
  /** The gate, signal or prompt that is wrong ("G3"), or the part of the playbook ("window"). */
  readonly rule: string;
  /** 1-based. */
  readonly line: number;
  /** One sentence in plain English that says what is wrong and what to do. */
  readonly message: string;
}

/** Where the card sits on one CRM's pages, in CSS pixels from the right and bottom edges. */
export interface CardPlace {
  readonly right: number;
  readonly bottom: number;
  readonly collapsed: boolean;
}

/** What is kept about one deal. */
export interface DealRecords {
  readonly answers: Readonly<Record<string, Answer>>;
  readonly exceptions: readonly Exception[];
  readonly parked: Parked | null;
  /** Local history of saved readings, oldest first, complete from the day `since`. */
  readonly history: readonly Change[];
  readonly since: string | null;
  /** The last saved reading, to fill in what today's page does not show. */
  readonly remembered: Reading | null;
}

/** The one answer that opening a deal gets; after it the card computes by itself. */
export interface DealContext {
  /** The name under which this deal is kept; `shown` speaks of it. Empty when the background did not answer. */
  readonly key: string;
  readonly playbook: ActivePlaybook | null;
  readonly playbookFault: PlaybookFault | null;
  /** Null when the database could not be read; `recordsFault` says why. */
  readonly records: DealRecords | null;
  readonly recordsFault: StorageFault | null;
  /** Every prompt that is kept of this deal, and those of the last two days on the rep's other deals. */
  readonly shown: readonly ShownPrompt[];
  readonly place: CardPlace | null;
  /** The day that counts as today (YYYY-MM-DD): the demo build's settable clock. Null: the real one. */
  readonly clock: string | null;
}

type Of<T> = T & { readonly ref: DealRef };
type Nothing = Record<string, never>;

/** From a CRM page to the background. */
export interface ToBackground {
  /** A deal is open in this tab: put the card's script on the page. Idempotent. */
  mountCard(data: { readonly crm: string }): SaveResult;
  /** No deal is open in this tab any more. */
  leaveDeal(data: Nothing): SaveResult;
  openDeal(data: Of<{ readonly url: string }>): DealContext;
  /** A saved reading: kept, compared with the last one, and its changes become history. */
  recordReading(data: { readonly reading: Reading }): SaveResult;
  saveAnswer(data: Of<{ readonly answer: Answer }>): SaveResult;
  saveException(data: Of<{ readonly exception: Exception }>): SaveResult;
  endException(data: Of<{ readonly gate: string }>): SaveResult;
  park(data: Of<{ readonly parked: Parked }>): SaveResult;
  wake(data: Of<object>): SaveResult;
  /** `day` is the day that counts as today in the user's zone. */
  notePrompt(
    data: Of<{
      readonly prompt: string;
      readonly day: string;
      readonly outcome: ShownPrompt['outcome'];
    }>,
  ): SaveResult;
  savePlace(data: { readonly crm: string; readonly place: CardPlace }): SaveResult;
}

/** From the background to the CRM pages. */
export interface ToPage {
  /** Something was kept about a deal, in this tab or another: read it again. */
  dealChanged(data: { readonly crm: string; readonly id: string; readonly org?: string }): void;
  /** The toolbar button or the shortcut was pressed on a deal page; the shortcut asks for the focus too. */
  toggleCard(data: { readonly focus: boolean }): void;
  /** The host was taken away: leave no trace on the page. */
  goQuiet(data: Nothing): void;
}

/** What goes along with a message, and what comes back. */
export type DataOf<K extends keyof ToBackground> = Parameters<ToBackground[K]>[0];
export type AnswerTo<K extends keyof ToBackground> = ReturnType<ToBackground[K]>;
export type PageDataOf<K extends keyof ToPage> = Parameters<ToPage[K]>[0];
