import { useState } from 'react';
import type { SaveResult, StorageFault } from '../../lib/messaging/protocol.ts';

/** What becomes of a save. There is no "saved": the form that was saved closes, and the card says so. */
export type SaveState =
  | { readonly is: 'idle' }
  | { readonly is: 'saving' }
  | { readonly is: 'fault'; readonly fault: StorageFault };

export interface Saving {
  readonly state: SaveState;
  /** Runs one save; true only after it was confirmed. A second press while one runs does nothing. */
  readonly run: (save: () => Promise<SaveResult>) => Promise<boolean>;
  readonly reset: () => void;
}

/** Follows one save at a time. */
export function useSave(): Saving {
  const [state, setState] = useState<SaveState>({ is: 'idle' });
  return {
    state,
    run: async (save) => {
      if (state.is === 'saving') return false;
      setState({ is: 'saving' });
      const result = await settle(save);
      setState(result.ok ? { is: 'idle' } : { is: 'fault', fault: result.fault });
      return result.ok;
    },
    reset: () => {
      setState({ is: 'idle' });
    },
  };
}

/** A save that rejects has given no answer; the text must not pass for saved. */
export async function settle(save: () => Promise<SaveResult>): Promise<SaveResult> {
  try {
    return await save();
  } catch {
    return { ok: false, fault: 'no-answer' };
  }
}
