import type { DealRef, Reading } from '../core/deal.ts';
import type { FieldName, Stage } from '../core/fields.ts';
import type { Change } from '../core/records.ts';
import type { Access } from './access.ts';
import type { SomeFields } from './form-facts.ts';

/** A CRM, as data: what the screens and the background say and do about it. Not in the watch script, which needs none of it. */
export interface CrmMeta {
  /** The folder's name; it stands in `data-deal` and in storage. */
  readonly id: string;
  /** The product's name, as its users write it. */
  readonly label: string;
  /** Match patterns of the hosts that are the CRM's own. Empty for a CRM that teams host themselves. */
  readonly hosts: readonly string[];
  /** `background` where the API lives on another host than the page: it then needs the user's consent of its own. */
  readonly api?: 'background';
  /** The CRM can stand in a frame of another page. */
  readonly framed?: true;
  /** A script of ours that must run in the page's own world, by its file name without ending, since content scripts cannot see what it reads. */
  readonly pageScript?: string;
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
  /** As in the CRM's `meta`. */
  readonly id: string;
  readonly match: (url: URL) => PageRef | undefined;
  readonly recognise: (root: Document) => boolean;
}

/** What a page's reading is: what stands saved in the CRM, or what is in its form and may be typed. */
export type PageState = 'shown' | 'form';

export interface PageReading extends Reading {
  readonly state: PageState;
}

/**
 * Where each field stands in the page, as CSS selectors in the order of their rank: as `shown`, and in a `form`. The
 * health page names them, and an admin's override takes their place.
 */
export type FieldSelectors = Readonly<
  Partial<
    Record<FieldName, { readonly shown?: readonly string[]; readonly form?: readonly string[] }>
  >
>;

/** A row of a list, or a card of a board. */
export interface ListRow {
  /** The row or card itself. */
  readonly element: HTMLElement;
  /** Where its badge belongs: beside the deal's name. */
  readonly at: HTMLElement;
  /** Undefined where the page does not tell: then the name must do, if it is the only one of its kind. */
  readonly id?: string;
  readonly name?: string;
  /** What the row itself says about the deal. Best a getter: it is asked for in rows in sight alone, and a list may have hundreds. */
  readonly fields: SomeFields;
}

/** A stage of one of the CRM's pipelines. `probability` is a percentage from 0 to 100. */
export interface CrmStage extends Stage {
  readonly probability?: number;
  readonly pipeline?: { readonly id: string; readonly label: string };
}

/** The user who is logged in. */
export interface CrmUser {
  readonly id: string;
  readonly name: string;
}

/** A page of the open deals. `total` where the CRM tells it. */
export interface DealPage {
  readonly readings: readonly Reading[];
  readonly total?: number;
}

/** Something that the CRM itself asks for, which an admin can take into the playbook as a gate. */
export interface SuggestedGate {
  /** Same for the same rule at each reading. */
  readonly id: string;
  /** From which stage on it is asked for; undefined: always. */
  readonly stage?: { readonly id: string; readonly label: string };
  readonly pipeline?: string;
  /** The CRM's own name and label of the field, and ours where it is one of ours. */
  readonly field?: { readonly name: string; readonly label: string; readonly ours?: FieldName };
  /** `required`: the CRM insists on it; `advised`: it points it out; `text`: the admin's own words for the stage. */
  readonly kind: 'required' | 'advised' | 'text';
  /** The admin's words, for `text`. */
  readonly text?: string;
}

/** What helps to read a page: what the API gave, so that typed values can be told from saved ones. */
export interface ReadHelp {
  readonly saved?: Reading | undefined;
}

/**
 * One CRM. Readers are functions of (root, ref): no globals, no clock; reading never changes the page.
 * An optional capability is an optional property, and the screens ask `if (adapter.note)`. Those that ask the API throw
 * SessionExpired and CrmTrouble, and end with the signal of their access.
 */
export interface Adapter extends CrmPages {
  readonly meta: CrmMeta;
  readonly selectors: FieldSelectors;
  /**
   * Reads the deal from the page, or undefined while the page does not (yet) show this deal: another
   * deal's values are never returned under this deal's id. Reads visible panes alone.
   */
  readonly read: (root: Document, ref: DealRef, help?: ReadHelp) => PageReading | undefined;
  /** Reads what is saved, from the CRM's own API with the user's session. A field whose extra call fails costs itself alone. */
  readonly fetch?: (access: Access, ref: DealRef) => Promise<Reading>;
  /** Reads the deal's changes, oldest first, from the CRM's own history. `since` is the first day that it covers. */
  readonly history?: (
    access: Access,
    ref: DealRef,
  ) => Promise<{ readonly changes: readonly Change[]; readonly since: string }>;
  /** Writes one note on the deal, by the user's click. Sent once, never repeated by itself. */
  readonly note?: (access: Access, ref: DealRef, text: string) => Promise<void>;
  /** All stages of all pipelines, in order. */
  readonly stages?: (access: Access, ref: ListRef) => Promise<readonly CrmStage[]>;
  readonly user?: (access: Access, ref: ListRef) => Promise<CrmUser>;
  /** The open deals that the user may see, page by page: whoever asks counts them, and stops by leaving the loop. */
  readonly deals?: (access: Access, ref: ListRef) => AsyncIterable<DealPage>;
  /** What the CRM already asks for, by stage. */
  readonly suggestedGates?: (access: Access, ref: ListRef) => Promise<readonly SuggestedGate[]>;
  /** The rows or cards of a list or a board that stand in the page just now. */
  readonly rows?: (root: Document, ref: ListRef) => readonly ListRow[];
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
