import { createContext, useContext } from 'react';
import type { CardActions, CardView } from '../../lib/app/card-model.ts';
import type { Words } from '../../lib/app/words.ts';
import type { SaveResult } from '../../lib/messaging/protocol.ts';
import type { DealDrafts, DraftStore } from './drafts.ts';
import type { Explaining } from './explain-value.ts';

/** What the card is given. `view` is a new object at each change. */
export interface CardProps {
  readonly view: CardView;
  readonly actions: CardActions;
  readonly t: Words;
  /** The language of the screen, as the browser gives it ("en", "nl-NL"). */
  readonly locale: string;
  /** Where unsaved texts live; the page's own store where none is given, so that they outlive the card. */
  readonly drafts?: DraftStore;
  /** Called each time that what it shows stands on the page. */
  readonly onDrawn?: () => void;
}

/** What every part of the card needs: the view, what can be done, and the words. */
export interface CardContext extends Explaining {
  readonly view: CardView;
  readonly actions: CardActions;
  /** The drafts of this deal. */
  readonly drafts: DealDrafts;
  /** Says a sentence at the foot of the card, and to a screen reader. */
  readonly say: (sentence: string) => void;
  /** Runs something that saves no text, and says what became of it. */
  readonly act: (done: string, save: () => Promise<SaveResult>) => Promise<void>;
}

const Context = createContext<CardContext | null>(null);
export const CardProvider = Context.Provider;

/** The card that a component is part of. */
export function useCard(): CardContext {
  const card = useContext(Context);
  if (!card) throw new Error('useCard() is for components inside <Card>.');
  return card;
}
