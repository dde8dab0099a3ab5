import type { DealRef, Reading } from '../core/deal.ts';
import type { FieldName } from '../core/fields.ts';
import type { Change } from '../core/records.ts';

/** A CRM, as data: nothing here may touch a page, since the build reads it too. */
export interface CrmMeta {
  /** The folder's name; it stands in `data-deal` and in storage. */
  readonly id: string;
  /** The product's name, as its users write it. */
  readonly label: string;
  /** Match patterns of the hosts that are the CRM's own. Empty for a CRM that teams host themselves. */
  readonly hosts: readonly string[];
}

export interface ListRef {
  readonly crm: string;
  readonly org?: string;
}

/** What a URL points at in a CRM. */
export type PageRef =
  | { readonly kind: 'deal'; readonly ref: DealRef }
  | { readonly kind: 'list' | 'board'; readonly ref: ListRef };

/**
 * How to know a CRM and its pages: small, since it is loaded on every page of a granted host.
 * `recognise` looks for marks of the CRM's own client in the page; `match` looks at the URL alone.
 */
export interface CrmPages {
  readonly meta: CrmMeta;
  readonly match: (url: URL) => PageRef | undefined;
  readonly recognise: (root: Document) => boolean;
}

/** What a page's reading is: what stands saved in the CRM, or what is in its form and may be typed. */
export type PageState = 'shown' | 'form';

export interface PageReading extends Reading {
  readonly state: PageState;
}

/** The user's session at the CRM has ended: the card says so, and the typed values stay. */
export class SessionExpired extends Error {
  override name = 'SessionExpired';
}

/**
 * One CRM. Readers are functions of (root, ref): no globals, no clock; reading never changes the page.
 * An optional capability is an optional property, and the screens ask `if (adapter.note)`.
 */
export interface Adapter extends CrmPages {
  /**
   * Reads the deal from the page, or undefined while the page does not (yet) show this deal: another
   * deal's values are never returned under this deal's id. Reads visible panes alone.
   * `saved`, where the API gave one, tells typed values from saved ones.
   */
  readonly read: (root: Document, ref: DealRef, saved?: Reading) => PageReading | undefined;
  /** Reads what is saved, from the CRM's own API with the user's session. Throws SessionExpired. */
  readonly fetch?: (view: Window, ref: DealRef, signal: AbortSignal) => Promise<Reading>;
  /** Reads the deal's changes, oldest first, from the CRM's own history. `since` is the first day that it covers. */
  readonly history?: (
    view: Window,
    ref: DealRef,
    signal: AbortSignal,
  ) => Promise<{ readonly changes: readonly Change[]; readonly since: string }>;
  /** Writes one note on the deal, by the user's click. */
  readonly note?: (view: Window, ref: DealRef, text: string, signal: AbortSignal) => Promise<void>;
  /** The CRM's own save bar, which the card must not cover. */
  readonly saveBar?: (root: Document) => HTMLElement | undefined;
  /** The CRM's own element for a field, to scroll to and focus. */
  readonly fieldElement: (root: Document, field: FieldName) => HTMLElement | undefined;
  /**
   * Calls `onChange` when the page may show other values: typing, another record, a re-render, a save
   * (`saved` is true when the saved values may have changed). Stops when the signal aborts.
   */
  readonly watch: (
    view: Window,
    signal: AbortSignal,
    onChange: (what: { saved: boolean }) => void,
  ) => void;
}
