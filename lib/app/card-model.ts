import type { Explained, Prompt } from '../core/assessment.ts';
import type { Deal } from '../core/deal.ts';
import type { FieldName } from '../core/fields.ts';
import type { ActivePlaybook, StoryCard } from '../core/playbook.ts';
import type { Dispute } from '../core/records.ts';
import type { TroubleKind } from '../crm/trouble.ts';
import type { CardPlace, PlaybookFault, SaveResult, StorageFault } from '../messaging/protocol.ts';

/** What can be wrong with the CRM's API. One that is switched off is no fault. */
export type CrmFault = Exclude<TroubleKind, 'switched-off'>;

/** What keeps the card from showing the deal as usual. One at a time: the gravest. */
export type CardFault =
  | { readonly kind: 'playbook'; readonly fault: PlaybookFault }
  /** The adapter threw, or the page could not be read at all. */
  | { readonly kind: 'page' }
  /** What is kept about the deal could not be read; gates on answers say that they can't tell. */
  | { readonly kind: 'records'; readonly fault: StorageFault }
  /** The session at the CRM has ended: saved values are as last seen. */
  | { readonly kind: 'session' }
  /** The CRM's API did not give what is saved: the page alone is read, with what was seen last. */
  | { readonly kind: 'crm'; readonly trouble: CrmFault }
  /** The extension was updated or taken away under the open page. */
  | { readonly kind: 'updated' };

/** Everything that the card shows; a new object at each change. */
export interface CardView {
  readonly deal: Deal | null;
  readonly assessment: Explained | null;
  readonly playbook: ActivePlaybook | null;
  /** What the rep said does not fit this deal. */
  readonly disputes: readonly Dispute[];
  /** The card is only looked at: nothing can be written in it. */
  readonly readOnly: boolean;
  /** What the team tells about itself, for this deal; the same until what is saved of the deal changes. */
  readonly stories: readonly StoryCard[];
  /** The one question of now, when the prompt budget has room for one. */
  readonly prompt: Prompt | null;
  readonly fault: CardFault | null;
  /** Today in the user's zone, as YYYY-MM-DD. */
  readonly today: string;
  readonly crmLabel: string;
  /** The CRM takes notes, so "Share to CRM" can be offered; otherwise the text can be copied. */
  readonly canShare: boolean;
  /** Fields that the page has an element for. */
  readonly reachable: ReadonlySet<FieldName>;
  readonly place: CardPlace;
  /** Rises each time that the shortcut asks for the focus. */
  readonly focusRequests: number;
}

/** What the card can do. Every save resolves with what became of it and never rejects. */
export interface CardActions {
  readonly goToField: (field: FieldName) => void;
  readonly saveAnswer: (key: string, text: string, date?: string) => Promise<SaveResult>;
  /** A written reply to the question of now; the question does not come back. */
  readonly answerPrompt: (prompt: Prompt, text: string, date?: string) => Promise<SaveResult>;
  readonly notNow: (prompt: Prompt) => Promise<SaveResult>;
  readonly saveException: (gate: string, reason: string, until: string) => Promise<SaveResult>;
  readonly endException: (gate: string) => Promise<SaveResult>;
  /** Says that a rule ("gate:<id>" or "signal:<id>") does not fit this deal, with a reason or "" for none. */
  readonly saveDispute: (rule: string, reason: string) => Promise<SaveResult>;
  readonly endDispute: (rule: string) => Promise<SaveResult>;
  readonly park: (reason: string, until: string) => Promise<SaveResult>;
  readonly wake: () => Promise<SaveResult>;
  /** Writes the text as a note on the deal in the CRM. False: it did not arrive. */
  readonly share: (text: string) => Promise<boolean>;
  readonly copy: (text: string) => Promise<boolean>;
  readonly move: (place: CardPlace) => void;
  readonly close: () => void;
}
