import { useRef, useState } from 'react';
import type { OptionsActions } from '../../lib/app/options-model.ts';
import type { Playbook } from '../../lib/core/playbook.ts';
import type { PlaybookFault } from '../../lib/messaging/protocol.ts';

/** No playbook comes near this; a film that was picked by mistake does not have to be read. */
const LARGEST = 1_000_000;

/** What was found in a file that somebody chose. */
export type Chosen = { readonly name: string } & (
  | { readonly kind: 'good'; readonly text: string; readonly playbook: Playbook }
  | { readonly kind: 'faulty'; readonly text: string; readonly fault: PlaybookFault }
  | { readonly kind: 'large' | 'unreadable' }
);

async function read(file: File, check: OptionsActions['check']): Promise<Chosen> {
  const { name } = file;
  if (file.size > LARGEST) return { kind: 'large', name };
  try {
    const text = await file.text();
    const { playbook, playbookFault: fault } = check(text);
    if (playbook) return { kind: 'good', name, text, playbook };
    return fault ? { kind: 'faulty', name, text, fault } : { kind: 'unreadable', name };
  } catch {
    return { kind: 'unreadable', name };
  }
}

/** The file that was chosen last, as it was then: a file that was changed since is chosen again. */
export function useFile(check: OptionsActions['check']): {
  readonly chosen: Chosen | null;
  readonly choose: (file: File) => Promise<void>;
  readonly forget: () => void;
} {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const asked = useRef(0);
  return {
    chosen,
    choose: async (file) => {
      asked.current += 1;
      const turn = asked.current;
      const found = await read(file, check);
      if (turn === asked.current) setChosen(found);
    },
    forget: () => {
      asked.current += 1;
      setChosen(null);
    },
  };
}
