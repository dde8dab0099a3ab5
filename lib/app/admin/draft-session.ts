import type { Playbook } from '../../core/playbook.ts';
import type { StorageFault } from '../../messaging/protocol.ts';
import type { Store } from '../../storage/db.ts';
import {
  draftIn,
  isBase,
  keepDraft,
  rawDraft,
  watchDraft,
  type Base,
  type KeptDraft,
} from './draft-kept.ts';
import type { Aside, Draft, DraftState, Elsewhere, OpenDraft } from './draft-model.ts';
import { createSteps } from './draft-steps.ts';

/** What is typed is kept no more often than this, in milliseconds: keeping a draft writes all of it to the disk. */
const PAUSE = 300;

/**
 * One page's hold on the draft: what it shows, what it still has to keep, and what other tabs do to it. A change is
 * kept at once; what is changed while that is under way, or a moment after it, goes with the next save.
 */
export class DraftSession {
  readonly #store: Store;
  readonly #steps = createSteps();
  readonly #listeners = new Set<() => void>();
  #state: DraftState = { kind: 'loading' };
  /** What the next save builds on. */
  #base: Base = null;
  /** There is something that is not kept yet. */
  #dirty = false;
  /** A write that is under way; what is heard meanwhile may be our own. */
  #running: Promise<unknown> | undefined;
  /** When the last save began, and the next one that waits its turn. */
  #began = -Infinity;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #stop: (() => void) | undefined;

  constructor(store: Store) {
    this.#store = store;
  }

  readonly state = (): DraftState => this.#state;

  /** Calls `changed` whenever the state is another; follows other tabs as long as somebody listens. */
  readonly subscribe = (changed: () => void): (() => void) => {
    this.#listeners.add(changed);
    this.#stop ??= watchDraft(this.#store, this.#heard, this.#failed);
    return () => {
      this.#listeners.delete(changed);
      if (this.#listeners.size > 0) return;
      this.#stop?.();
      this.#stop = undefined;
    };
  };

  readonly change = (make: (draft: Playbook) => Playbook): void => {
    if (this.#state.kind !== 'draft') return;
    const { playbook } = this.#state.draft;
    const next = make(playbook);
    if (next === playbook) return;
    this.#steps.took(playbook);
    this.#put(this.#state, next);
  };

  readonly undo = (): void => {
    if (this.#state.kind !== 'draft') return;
    const former = this.#steps.back(this.#state.draft.playbook);
    if (former) this.#put(this.#state, former);
  };

  readonly redo = (): void => {
    if (this.#state.kind !== 'draft') return;
    const next = this.#steps.forth(this.#state.draft.playbook);
    if (next) this.#put(this.#state, next);
  };

  /** Resolves when everything is kept that can be. */
  readonly flush = async (): Promise<void> => {
    while (this.#running) await this.#running;
    if (this.#dirty) await this.#keep();
    // What was changed meanwhile, unless it cannot be kept.
    if (this.#toKeep()) await this.flush();
  };

  /** Puts another draft, or none, in the place of whatever there is. False when that could not be kept. */
  async replace(
    next: Pick<Draft, 'playbook' | 'basedOn'> | null,
    aside: Aside | null,
  ): Promise<boolean> {
    const change = await this.alone(() => keepDraft(this.#store, next, 'any'));
    if (change.kind !== 'kept') return false;
    this.#adopt(change.draft ? { kind: 'draft', draft: change.draft } : { kind: 'none' }, aside);
    return true;
  }

  readonly take = async (which: 'mine' | 'theirs'): Promise<void> => {
    const now = this.#state;
    if (now.kind !== 'draft' || !now.elsewhere) return;
    const theirs = now.elsewhere.kind === 'changed' ? now.elsewhere.draft : null;
    if (which === 'theirs') {
      const aside: Aside = { ...asideOf(now.draft), why: 'mine' };
      this.#adopt(theirs ? { kind: 'draft', draft: theirs } : { kind: 'none' }, aside);
      return;
    }
    this.#base = theirs;
    const aside: Aside | null = theirs ? { ...asideOf(theirs), why: 'theirs' } : now.aside;
    this.#put({ ...now, elsewhere: null, aside }, now.draft.playbook);
    await this.flush();
  };

  /** The draft is held against this version from now on. */
  readonly rebase = (version: number): void => {
    const now = this.#state;
    if (now.kind !== 'draft') return;
    this.#put({ ...now, draft: { ...now.draft, basedOn: version } }, now.draft.playbook);
  };

  readonly forgetAside = (): void => {
    const now = this.#state;
    if (now.kind === 'draft' || now.kind === 'none') this.#show({ ...now, aside: null });
  };

  /** The draft became a version: there is none any more. */
  published(): void {
    this.#adopt({ kind: 'none' }, null);
  }

  /** Takes over what is kept, unless this page has changes of its own. True when it was another. */
  async follow(): Promise<boolean> {
    const before = this.#state;
    try {
      this.#heard(await this.#store.use(rawDraft));
    } catch {
      return false;
    }
    return this.#state !== before;
  }

  /** Runs a write of this page by itself: after the one that is under way, and with nobody else's heard meanwhile. */
  async alone<T>(work: () => Promise<T>): Promise<T> {
    while (this.#running) await this.#running;
    const done = Promise.withResolvers<undefined>();
    this.#running = done.promise;
    try {
      return await work();
    } finally {
      this.#running = undefined;
      done.resolve(undefined);
      // What was changed meanwhile did not start a save of its own.
      this.#soon();
    }
  }

  /** As it is at this moment: it changes while something is awaited. */
  #isDirty(): boolean {
    return this.#dirty;
  }

  #toKeep(): boolean {
    const now = this.#state;
    return this.#dirty && now.kind === 'draft' && !now.elsewhere && now.keeping === 'keeping';
  }

  #show(next: DraftState): void {
    this.#state = next;
    for (const listener of this.#listeners) listener();
  }

  #aside(): Aside | null {
    return 'aside' in this.#state ? this.#state.aside : null;
  }

  /** Takes over what is kept, as if this page had just been opened. */
  #adopt(kept: KeptDraft, aside: Aside | null = this.#aside()): void {
    this.#dirty = false;
    this.#steps.clear();
    this.#base = kept.kind === 'draft' ? kept.draft : null;
    if (kept.kind === 'broken') this.#show(kept);
    else if (kept.kind === 'none') this.#show({ kind: 'none', aside });
    else {
      const { draft } = kept;
      const fresh = { keeping: 'kept', elsewhere: null, ...this.#steps.can() } as const;
      this.#show({ kind: 'draft', draft, aside, ...fresh });
    }
  }

  /** Another tab was faster: nothing is kept until it is decided which of the two drafts goes on. */
  #clash(mine: OpenDraft, found: KeptDraft): void {
    const elsewhere: Elsewhere =
      found.kind === 'draft' ? { kind: 'changed', draft: found.draft } : { kind: 'gone' };
    this.#show({ ...mine, elsewhere });
  }

  readonly #heard = (value: unknown): void => {
    if (this.#running) return;
    const now = this.#state;
    // Mostly it is what this page has kept itself, which needs no check.
    if (now.kind === 'draft' && this.#base && isBase(value, this.#base)) return;
    const kept = draftIn(value);
    if (now.kind !== 'draft') {
      if (now.kind !== kept.kind) this.#adopt(kept);
      return;
    }
    if (this.#dirty) this.#clash(now, kept);
    else if (kept.kind === 'none') this.#adopt(kept, { ...asideOf(now.draft), why: 'gone' });
    else this.#adopt(kept);
  };

  readonly #failed = (fault: StorageFault): void => {
    if (this.#state.kind === 'loading') this.#show({ kind: 'unreadable', fault });
  };

  #put(now: OpenDraft, playbook: Playbook): void {
    this.#dirty = true;
    const draft = { ...now.draft, playbook };
    this.#show({ ...now, draft, keeping: 'keeping', ...this.#steps.can() });
    this.#soon();
  }

  /** Keeps what is not kept yet: now, or when the last save is long enough ago. */
  #soon(): void {
    if (this.#running || this.#waiting !== undefined || !this.#toKeep()) return;
    const wait = this.#began + PAUSE - performance.now();
    if (wait <= 0) {
      void this.#keep();
      return;
    }
    this.#waiting = setTimeout(() => {
      this.#waiting = undefined;
      if (!this.#running && this.#toKeep()) void this.#keep();
    }, wait);
  }

  async #keep(): Promise<void> {
    await this.alone(() => this.#keepOnce());
    // Another tab may have gone on from what was just kept.
    await this.follow();
  }

  async #keepOnce(): Promise<void> {
    const now = this.#state;
    if (now.kind !== 'draft' || now.elsewhere) return;
    this.#dirty = false;
    this.#began = performance.now();
    const { playbook, basedOn } = now.draft;
    const change = await keepDraft(this.#store, { playbook, basedOn }, this.#base);
    const late = this.#state;
    if (late.kind !== 'draft') return;
    if (change.kind === 'kept') {
      this.#base = change.draft;
      const keeping = this.#isDirty() ? 'keeping' : 'kept';
      const { rev, savedAt } = change.draft ?? now.draft;
      this.#show({ ...late, keeping, draft: { ...late.draft, rev, savedAt } });
      return;
    }
    this.#dirty = true;
    if (change.kind === 'elsewhere') this.#clash(late, change.found);
    else this.#show({ ...late, keeping: change.fault });
  }
}

/** A draft, to be set aside for another. */
export const asideOf = ({ playbook, basedOn }: Pick<Draft, 'playbook' | 'basedOn'>): Aside => ({
  playbook,
  basedOn,
  why: 'replaced',
});
