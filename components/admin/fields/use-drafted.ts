import { useRef, useState } from 'react';
import { playbookOf } from '../../../lib/app/options-model.ts';
import { lockedBy } from '../../../lib/app/policy-model.ts';
import type { Playbook } from '../../../lib/core/playbook.ts';
import type { Desk } from '../../options/desk.ts';
import { useDraft } from '../editor/use-draft.ts';

type Make = (draft: Playbook) => Playbook;

/** The playbook that the fields are shown by, and the way to change it. */
export interface Drafted {
  /** The draft, or where there is none the playbook in force; null where neither can be used. */
  readonly playbook: Playbook | null;
  readonly isDraft: boolean;
  /** Changes the draft, and starts one from the playbook in force where there is none; null where nothing can be changed. */
  readonly change: ((make: Make) => void) | null;
  /** A draft was to be started, and could not be kept. */
  readonly failed: boolean;
}

/** Follows the draft; a change starts one where there is none yet. */
export function useDrafted({ actions, view }: Desk): Drafted {
  const { draft } = actions;
  const state = useDraft(draft);
  const starting = useRef<Promise<boolean> | null>(null);
  const [failed, setFailed] = useState(false);
  const locked = lockedBy(view.policy, 'playbook') !== null;
  if (state.kind === 'draft') {
    const change = state.elsewhere || locked ? null : draft.change;
    return { playbook: state.draft.playbook, isDraft: true, change, failed: false };
  }
  const playbook = playbookOf(view.inForce);
  if (state.kind !== 'none' || locked || !playbook)
    return { playbook, isDraft: false, change: null, failed: false };
  const start = async (make: Make): Promise<void> => {
    const begun = starting.current;
    // A second change while the draft is on its way belongs into the same draft.
    if (begun) {
      if (await begun) draft.change(make);
      return;
    }
    starting.current = draft.start(make(playbook), playbook.version);
    setFailed(!(await starting.current));
    starting.current = null;
  };
  return { playbook, isDraft: false, change: (make) => void start(make), failed };
}
