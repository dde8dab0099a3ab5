import type { Text } from '../../core/playbook.ts';
import type { PackId } from '../../playbooks/index.ts';

/** A host that Dealside may read. */
export interface WelcomeHost {
  /** "crm.example.com", or "" for every site. */
  readonly host: string;
  /** The CRM that an open tab of it shows; null where none is open, or it shows none that we know. */
  readonly crm: string | null;
  /** A page of it, to go to; null for a pattern that names no single host. */
  readonly url: string | null;
}

export type PlaybookStep =
  /** Nothing was chosen: the starter pack is in force. */
  | { readonly kind: 'open'; readonly starter: Text }
  | { readonly kind: 'taken'; readonly name: Text | null }
  /** The organisation gives it, and it is not here yet. */
  | { readonly kind: 'theirs'; readonly starter: Text }
  /** It comes by policy, or from a URL. */
  | { readonly kind: 'set' };

/** How far the three steps are. */
export interface WelcomeView {
  readonly hosts: readonly WelcomeHost[];
  /** The CRMs that Dealside knows, by name. */
  readonly crms: readonly string[];
  readonly playbook: PlaybookStep;
  /** A deal was read here. */
  readonly deal: boolean;
  readonly packs: readonly { readonly id: PackId; readonly name: Text }[];
  /** The names of some gates of the starter pack, for the picture of a card. */
  readonly gates: readonly Text[];
}

/** What the welcome page can do. No action rejects. */
export interface WelcomeActions {
  readonly look: () => Promise<WelcomeView>;
  /** Calls back when something of it may have changed. What it returns ends that. */
  readonly watch: (changed: () => void) => () => void;
  /** Asks for the host of an address, in the click itself: the browser asks its question only then. */
  readonly grant: (address: string) => Promise<'granted' | 'refused' | 'no-address'>;
  /** Publishes a starter pack. False where it could not be kept. */
  readonly take: (id: PackId) => Promise<boolean>;
  /** Remembers that the organisation gives the playbook, or that it does not. */
  readonly leaveToThem: (theirs: boolean) => Promise<void>;
}
