import { useRef, type KeyboardEvent, type RefObject } from 'react';
import type { SaveResult } from '../../lib/messaging/protocol.ts';
import { fits } from '../ui/TextField.tsx';
import { useCard } from './context.ts';
import type { Draft, DraftHandle } from './drafts.ts';
import { useSave, type SaveState } from './use-save.ts';

interface Options {
  readonly handle: DraftHandle;
  /** The date must lie after today. */
  readonly future: boolean;
  /** It can be saved without a text. */
  readonly optional: boolean;
  readonly save: (text: string, date: string) => Promise<SaveResult>;
  /** Said after the save was confirmed. */
  readonly done: string;
  /** The form is about to close; `form` may have the focus. */
  readonly onLeave: (form: HTMLElement | null) => void;
}

interface DraftFormHandle {
  readonly form: RefObject<HTMLFormElement | null>;
  readonly state: SaveState;
  readonly ready: boolean;
  /** The date that is needed does not lie after today. */
  readonly late: boolean;
  readonly submit: () => Promise<void>;
  readonly cancel: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** What a form of the card does: saves once it is confirmed, keeps its text until then, and closes on Escape. */
export function useDraftForm(options: Options): DraftFormHandle {
  const { handle, future, optional, save, done, onLeave } = options;
  const { say, today } = useCard();
  const { draft, set, settle } = handle;
  const { state, run } = useSave();
  const form = useRef<HTMLFormElement>(null);
  const late = future && draft.date <= today;
  const ready = (fits(draft.text) || (optional && draft.text.trim() === '')) && !late;

  const forget = (written: Draft): void => {
    onLeave(form.current);
    settle(written);
  };
  return {
    form,
    state,
    ready,
    late,
    submit: async () => {
      if (!ready || !(await run(() => save(draft.text.trim(), draft.date)))) return;
      forget(draft);
      say(done);
    },
    cancel: () => {
      forget(draft);
    },
    onKeyDown: (event) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.preventDefault();
      onLeave(form.current);
      set({ open: false });
    },
  };
}
