import type { Playbook } from '../../core/playbook.ts';
import type { StorageFault } from '../../messaging/protocol.ts';
import type { Published } from '../options-model.ts';
import type { Loaded } from '../playbook-store.ts';
import type { Draft } from './draft-schema.ts';

export type { Draft } from './draft-schema.ts';

/** A draft that gave way, kept on this page until it is brought back or let go. */
export interface Aside {
  readonly playbook: Playbook;
  readonly basedOn: number;
  /**
   * `discarded` by a press; `replaced` by a new start; `gone`: another tab published or discarded it; `mine` and `theirs`:
   * two tabs changed it, and this one was not taken.
   */
  readonly why: 'discarded' | 'replaced' | 'gone' | 'mine' | 'theirs';
}

/** What another tab did to the draft while this one had changes of its own: changed it, or published or discarded it. */
export type Elsewhere =
  { readonly kind: 'changed'; readonly draft: Draft } | { readonly kind: 'gone' };

/** A draft that is being worked on. */
export interface OpenDraft {
  readonly kind: 'draft';
  readonly draft: Draft;
  /** Whether the last change is kept, on its way, or could not be kept. */
  readonly keeping: 'kept' | 'keeping' | StorageFault;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** While this is to be decided, nothing is kept. */
  readonly elsewhere: Elsewhere | null;
  readonly aside: Aside | null;
}

/** The draft of this browser, as this page has it. */
export type DraftState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'none'; readonly aside: Aside | null }
  /** Something is stored that is no draft; its text can be downloaded, and starting anew takes its place. */
  | { readonly kind: 'broken'; readonly text: string }
  /** The database cannot be read. */
  | { readonly kind: 'unreadable'; readonly fault: StorageFault }
  | OpenDraft;

/** What became of publishing the draft. `elsewhere`: another tab changed it meanwhile; nothing was published. */
export type DraftPublished = Published | { readonly ok: false; readonly fault: 'elsewhere' };

/** The draft, and what can be done with it. No action rejects. One draft is shared by all tabs of this browser. */
export interface DraftActions {
  /** As this page has it now; the same object until something changes. */
  readonly state: () => DraftState;
  /** Calls `changed` whenever it is another; follows what other tabs do as long as somebody listens. */
  readonly subscribe: (changed: () => void) => () => void;
  /** Changes the draft, and keeps it. Without a draft nothing happens. */
  readonly change: (make: (draft: Playbook) => Playbook) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Resolves when everything is kept that can be. */
  readonly flush: () => Promise<void>;
  /** Checks the text of a file that a draft is to be started from: it needs a playbook's form and no more. */
  readonly check: (text: string) => Loaded<Playbook>;
  /** Starts a draft in the place of the one that there is, which is set aside. False when it could not be kept. */
  readonly start: (playbook: Playbook, basedOn: number) => Promise<boolean>;
  /** Takes the draft away and sets it aside. False when that could not be done. */
  readonly discard: () => Promise<boolean>;
  /** Brings back what was set aside, in the place of what there is. */
  readonly bringBack: () => Promise<boolean>;
  readonly forgetAside: () => void;
  /** Decides between this tab's draft and the other one's; the one that was not taken is set aside. */
  readonly take: (which: 'mine' | 'theirs') => Promise<void>;
  /** The draft is held against this version from now on: its difference to the former one was seen. */
  readonly rebase: (version: number) => void;
  /** Publishes the draft and takes it away, both or neither; the name is remembered. */
  readonly publish: (note: string, by: string) => Promise<DraftPublished>;
}
