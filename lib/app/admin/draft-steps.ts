import type { Playbook } from '../../core/playbook.ts';

/** How many steps can be undone. */
const MOST = 200;
/** Changes that follow each other faster than this, in milliseconds, are one step: a word that is being typed. */
const TOGETHER = 800;

/** What was changed, to be undone and done again. */
export interface Steps {
  readonly can: () => { readonly canUndo: boolean; readonly canRedo: boolean };
  /** The draft was `before`, and is changed now. */
  readonly took: (before: Playbook) => void;
  /** The step before, with `now` to come back to. */
  readonly back: (now: Playbook) => Playbook | undefined;
  readonly forth: (now: Playbook) => Playbook | undefined;
  readonly clear: () => void;
}

/** Steps with nothing to undo yet. */
export function createSteps(): Steps {
  let undo: readonly Playbook[] = [];
  let redo: readonly Playbook[] = [];
  let last = -Infinity;
  return {
    can: () => ({ canUndo: undo.length > 0, canRedo: redo.length > 0 }),
    took: (before) => {
      const now = performance.now();
      if (now - last > TOGETHER || undo.length === 0) undo = [...undo, before].slice(-MOST);
      redo = [];
      last = now;
    },
    back: (now) => {
      const former = undo.at(-1);
      if (!former) return undefined;
      undo = undo.slice(0, -1);
      redo = [...redo, now];
      last = -Infinity;
      return former;
    },
    forth: (now) => {
      const next = redo.at(-1);
      if (!next) return undefined;
      redo = redo.slice(0, -1);
      undo = [...undo, now];
      last = -Infinity;
      return next;
    },
    clear: () => {
      undo = [];
      redo = [];
      last = -Infinity;
    },
  };
}
