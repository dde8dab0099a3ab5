import type { Prompt } from '../../lib/core/assessment.ts';
import { fits } from '../ui/TextField.tsx';
import { useCard } from './context.ts';
import { useDraft } from './drafts.ts';
import { useSave, type SaveState } from './use-save.ts';

interface Reply {
  /** What is written under the question. */
  readonly text: string;
  readonly setText: (text: string) => void;
  /** The day that the reply speaks of, where its answer has one: what it is called, and what it is so far. */
  readonly day: { readonly label: string; readonly value: string } | undefined;
  readonly setDay: (day: string) => void;
  /** The rep is at it: the question stays as long as this is so, or something is written. */
  readonly setPresent: (present: boolean) => void;
  readonly state: SaveState;
  readonly ready: boolean;
  /** Question and reply, to be read by somebody who sees neither card nor question. */
  readonly note: string;
  readonly save: () => Promise<void>;
  readonly share: () => Promise<void>;
  readonly putOff: () => Promise<void>;
}

/** A written reply to the question of now, and what can be done with it. `onGone`: the question is dealt with. */
export function useReply(prompt: Prompt, onGone: () => void): Reply {
  const { t, fmt, view, playbook, actions, drafts, say, act } = useCard();
  const { draft, set, settle } = useDraft(drafts, `prompt:${prompt.id}`, { text: '', date: '' });
  const { state, run } = useSave();
  const dated = playbook?.answers.find(({ key }) => key === prompt.answer)?.date;
  const text = draft.text.trim();
  const date = draft.date === '' ? undefined : draft.date;
  const note = text === '' ? '' : `${fmt.text(prompt.text)}\n${text}`;
  return {
    text: draft.text,
    setText: (written) => {
      set({ text: written });
    },
    day: dated && { label: fmt.text(dated), value: draft.date },
    setDay: (day) => {
      set({ date: day });
    },
    setPresent: (open) => {
      set({ open });
    },
    state,
    ready: fits(text),
    note,
    save: async () => {
      if (!fits(text) || !(await run(() => actions.answerPrompt(prompt, text, date)))) return;
      // What was typed meanwhile is not saved: then the question stays.
      if (settle(draft)) onGone();
      say(t('save_saved'));
    },
    share: async () => {
      say(t('save_sharing'));
      const arrived = await actions.share(note).catch(() => false);
      say(t(arrived ? 'save_shared' : 'save_not_shared', [view.crmLabel]));
    },
    putOff: () =>
      act(t('save_not_now'), async () => {
        const result = await actions.notNow(prompt);
        if (result.ok) onGone();
        return result;
      }),
  };
}
