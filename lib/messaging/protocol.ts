import type { SignalResult, Standing } from '../core/assessment.ts';
import type { Draft } from '../core/custom-draft.ts';
import type { Definition } from '../core/custom-schema.ts';
import type { DealRef, Reading } from '../core/deal.ts';
import type { Fact } from '../core/fact.ts';
import type { FieldName, FieldValues } from '../core/fields.ts';
import type { ActivePlaybook, Text } from '../core/playbook.ts';
import type { Answer, Change, Dispute, Exception, Parked, ShownPrompt } from '../core/records.ts';
import type { FieldCheck } from '../core/self-check.ts';

/**
 * All messages, one map per direction. Types only: a content script imports nothing but types from here.
 * The background checks every payload with zod (schemas.ts) and takes the site from the sender, never
 * from the payload.
 */

/** Why something could not be kept or read. The screens put it into words; the texts stay where they are. */
export type StorageFault =
  | 'full'
  | 'refused'
  | 'blocked'
  | 'migration'
  | 'invalid'
  | 'no-answer'
  | 'updated'
  /** The browser's policy holds it fast. */
  | 'locked'
  /** The playbook comes from a URL: one that is published here would decide nothing. */
  | 'follows';

/** `saved` is said only after the database confirmed the transaction. */
export type SaveResult =
  { readonly ok: true } | { readonly ok: false; readonly fault: StorageFault };

/** Why a playbook cannot be used: what is wrong, at which rule and on which line of its JSON. */
export interface PlaybookFault {
  /** Who set it, where that was not done in this browser. */
  readonly from?: 'policy';
  /** The gate, signal or prompt that is wrong ("G3"), or the part of the playbook ("window"). */
  readonly rule: string;
  /** 1-based. */
  readonly line: number;
  /** Where in the JSON, as "gates.3.test.all.0.value"; absent for the whole. */
  readonly path?: string;
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
  /** What the rep said does not fit this deal. It changes no standing. */
  readonly disputes: readonly Dispute[];
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
  /** Fields that are read wrongly on this site's pages (see core/self-check.ts): not to be believed until they agree again. */
  readonly mistrusted: readonly FieldName[];
  /** The day that counts as today (YYYY-MM-DD): the demo build's settable clock. Null: the real one. */
  readonly clock: string | null;
}

/** A row of a list, or a card of a board, as the page shows it. Without an id its name must do. */
export interface SeenRow {
  readonly id?: string;
  readonly name?: string;
  /** What the row itself says; a field that it does not show is left out. */
  readonly fields: { readonly [K in FieldName]?: Fact<FieldValues[K]> };
}

/** What a badge says of one deal. */
export interface Badge {
  readonly standing: Standing;
  /** How a deal that is over was decided. */
  readonly decided?: 'won' | 'lost';
  /** The last day before a parked deal wakes up, as YYYY-MM-DD. */
  readonly parked?: string;
  /** How many required gates are open. */
  readonly open: number;
  /** The names of the first of them. */
  readonly gates: readonly Text[];
  /** How many required gates cannot be told. */
  readonly unsure: number;
  /** The worst signal. */
  readonly signal?: BadgeSignal;
  /** How many signals there are beside it. */
  readonly more: number;
  /** The deal's currency, for amounts that the signal gives as bare decimals. */
  readonly currency?: string;
  /** Nothing is known of the deal but what its row says. */
  readonly rowOnly: boolean;
}

/** A signal as a badge says it. */
export type BadgeSignal = Pick<SignalResult, 'level' | 'numbers' | 'learnedFrom'> & {
  readonly rule: Pick<SignalResult['rule'], 'id'>;
};

/** A badge for each row in its place; null where it is not certain which deal the row is. */
export type BadgesAnswer =
  | { readonly ok: true; readonly badges: readonly (Badge | null)[]; readonly clock: string | null }
  | { readonly ok: false; readonly fault: StorageFault };

/** The admin's own CRMs on the sender's site. */
export type CustomSites =
  | { readonly ok: true; readonly definitions: readonly Definition[] }
  | { readonly ok: false; readonly fault: StorageFault };

/** The definition that is being made in the sender's tab; null where none is. */
export type Picking =
  | { readonly ok: true; readonly draft: Draft | null }
  | { readonly ok: false; readonly fault: StorageFault };

/** A request to a CRM's API that only the background can make. */
export interface CrmCall {
  readonly crm: string;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** JSON. */
  readonly body?: string;
}

/** What the API answered, whatever its status, as plain data; or why it was not asked, or did not answer. */
export type CrmCallResult =
  | {
      readonly ok: true;
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly text: string;
      readonly redirected: boolean;
    }
  | {
      readonly ok: false;
      readonly fault: StorageFault | 'switched-off' | 'timeout' | 'offline';
    };

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
  /** Keeps that a gate or signal does not fit this deal. */
  saveDispute(data: Of<{ readonly dispute: Dispute }>): SaveResult;
  endDispute(data: Of<{ readonly rule: string }>): SaveResult;
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
  /** What came of comparing a page with the CRM's API, once for each opening of a deal and each of its page and its form. */
  reportCheck(data: Of<{ readonly checks: readonly FieldCheck[] }>): SaveResult;
  /** A list or a board is open in this tab: put the script of the badges on the page. Idempotent. */
  mountBadges(data: { readonly crm: string }): SaveResult;
  /** Assesses the deals of the rows in sight, with what is known of them and what the rows say. At most 1000. */
  badges(data: {
    readonly crm: string;
    readonly org?: string;
    readonly rows: readonly SeenRow[];
  }): BadgesAnswer;
  /** A page of the CRM's own list of deals: kept as saved readings. At most 500. */
  recordReadings(data: { readonly readings: readonly Reading[] }): SaveResult;
  savePlace(data: { readonly crm: string; readonly place: CardPlace }): SaveResult;
  /** The admin's own CRMs on the sender's site. Asked once for each page that no built-in CRM knows. */
  customSites(data: Nothing): CustomSites;
  /** Is somebody pointing at fields in this tab? */
  picking(data: Nothing): Picking;
  /** Keeps what was pointed at so far, for the next page of this tab. */
  keepPicking(data: { readonly draft: Draft }): SaveResult;
  /** Keeps what was made in this tab as one of the admin's own CRMs, for the sender's site, and ends the pointing. */
  saveCustom(data: { readonly definition: Definition }): SaveResult;
  /** Ends the pointing; what was pointed at is dropped. */
  stopPicking(data: Nothing): SaveResult;
  /** How many requests this page's script sent to the CRM since it last said so: those that read, and those that wrote a note. */
  noteSent(data: { readonly reads: number; readonly notes: number }): SaveResult;
  /** Asks the CRM's API for the sender's page, where the user turned that on. */
  crmCall(data: CrmCall): CrmCallResult;
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
